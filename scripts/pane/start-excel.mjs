/** `npm run start:excel`: the pane over https, put into Excel where Excel is on this computer; says so where it is not. */
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildIfStale, built } from "./build.mjs";
import { developmentCertificates } from "./certificates.mjs";
import { DEFAULT_ADDRESS, manifestFor } from "./manifest.mjs";
import { serveFolder } from "./serve.mjs";

const project = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const manifest = join(built, "manifest.xml");
const ID = /<Id>([^<]+)<\/Id>/;

/** Registers the manifest with the Excel of this computer: true, or why not. */
function sideload() {
  if (process.platform === "win32") {
    const id = ID.exec(readFileSync(manifest, "utf8"))[1];
    const key = "HKCU\\Software\\Microsoft\\Office\\16.0\\WEF\\Developer";
    return spawnSync("reg", ["add", key, "/v", id, "/t", "REG_SZ", "/d", manifest, "/f"]).status === 0 || "registry";
  }
  if (process.platform === "darwin") {
    const container = join(homedir(), "Library/Containers/com.microsoft.Excel/Data");
    if (!existsSync(container)) return "no-excel";
    mkdirSync(join(container, "Documents/wef"), { recursive: true });
    copyFileSync(manifest, join(container, "Documents/wef/gov-disclosure-report.xml"));
    return true;
  }
  return "no-excel";
}

try {
  buildIfStale();
  const { version } = JSON.parse(readFileSync(join(project, "package.json"), "utf8"));
  writeFileSync(manifest, manifestFor(DEFAULT_ADDRESS, version));
  const { tls, ca } = developmentCertificates();
  await serveFolder(built, { port: 3000, tls });
  const done = sideload();
  console.log(`
公开年报窗格（https）： ${DEFAULT_ADDRESS}/taskpane.html
清单文件： ${manifest}
${done === true ? "已登记到本机的 Excel：重新打开 Excel，在“开始”选项卡找“公开年报”。" : "这台电脑上没有找到桌面版 Excel，没有自动安装。可以：\n  · 网页版 Excel：“插入 → 加载项 → 上传我的加载项”，选上面的清单文件；\n  · 不用 Excel：npm start，在浏览器里使用页内工作簿。"}
证书只用于开发；第一次使用请让系统信任： ${ca}
按 Ctrl+C 结束。

The pane (https): ${DEFAULT_ADDRESS}/taskpane.html
Manifest: ${manifest}
${done === true ? "Registered with the Excel of this computer: restart Excel and look for 公开年报 on the Home tab." : "No desktop Excel was found on this computer; nothing was installed. Either\n  - Excel on the web: Insert > Add-ins > Upload My Add-in, and choose the manifest above; or\n  - without Excel: npm start, with the workbook in the page."}
The certificate is for development only; let the system trust it once: ${ca}
Ctrl+C stops.
`);
} catch (error) {
  console.error(error.code === "EADDRINUSE" ? "端口 3000 已被占用，请先结束占用它的程序。\nPort 3000 is taken; stop the program that holds it." : error.message);
  process.exitCode = 1;
}
