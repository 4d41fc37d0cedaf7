/** `npm start`: the pane in a browser, without Excel and without a certificate. `--port 3001` takes another port. */
import { buildIfStale, built } from "./build.mjs";
import { serveFolder } from "./serve.mjs";

const flag = process.argv.indexOf("--port");
const port = flag < 0 ? 3000 : Number(process.argv[flag + 1]);

try {
  buildIfStale();
  const server = await serveFolder(built, { port });
  const address = `http://localhost:${server.port}/taskpane.html`;
  console.log(`
公开年报窗格已启动： ${address}
  1. 用浏览器打开上面的地址（不需要 Excel，不需要证书）。
  2. 点“载入示例”，或粘贴一份年度报告，点“读取”。
  3. 核对后点“写入工作簿”，表格出现在右侧；在“汇总”里合并各单位，可导出 .xlsx。
  要在 Excel 里使用：npm run start:excel。按 Ctrl+C 结束。

The pane is running: ${address}
  1. Open the address above in a browser (no Excel, no certificate needed).
  2. Choose "载入示例" (load the sample; the button at the top right switches to English), or paste a report and press Read.
  3. Press Write; the tables appear on the right. Consolidate units, export .xlsx.
  For Excel itself: npm run start:excel. Ctrl+C stops.
`);
} catch (error) {
  const taken = error.code === "EADDRINUSE";
  console.error(taken ? `端口 ${port} 已被占用；换一个：npm start -- --port 3001\nPort ${port} is taken; choose another: npm start -- --port 3001` : error.message);
  process.exitCode = 1;
}
