const pairs = (text: string) => new Map(text.split(" ").map((pair) => [...pair] as [string, string]));

const TRADITIONAL = pairs(
  "开開 规規 项項 许許 处處 罚罰 强強 业業 费費 数數 决決 总總 单單 万萬 购購 额額 标標 准準 内內 对對 现現 废廢 发發 "
    + "类類 机機 构構 组組 织織 会會 关關 关關 务務 报報 诉訴 讼訟 请請 复複 议議 维維 结結 纠糾 审審 计計 终終 转轉 续續 理理 "
    + "属屬 国國 秘秘 过過 执執 卷卷 护護 权權 条條 举舉 投投 补補 确確 认認 获獲 当當 无無 节節 书書 号號 图圖 写寫 见見 说說 "
    + "没沒 营營 产產 动動 达達 问問 题題 况況 个個 实實 际際 仅僅 区區 县縣 辖轄 经經 济濟 营營 贸貿 办辦 厅廳 与與 为為 "
    + "后後 别別 仍仍 该該 应應 将將 时時 间間 带帶 网網 线線 给給 纳納 级級 约約 红紅 绍紹 统統 维維 编編 缴繳 "
    + "采採 购購 录錄 据據 程程 具具 响響 稳穩 类類 访訪 重重 复複 出出 版版 现現 信信 息息 备備 论論 证證 设設 评評 谁誰 调調 "
    + "两兩 传傳 众眾 优優 华華 协協 单單 厅廳 变變 听聽 员員 团團 园園 场場 块塊 声聲 够夠 头頭 学學 导導 层層 岁歲 帮幫 库庫 张張 归歸 录錄 忆憶 "
    + "态態 户戶 扩擴 拟擬 择擇 损損 断斷 无無 旧舊 显顯 术術 极極 构構 样樣 档檔 检檢 楼樓 汇匯 济濟 测測 满滿 环環 电電 盖蓋 监監 着著 离離 种種 称稱 "
    + "签簽 简簡 紧緊 细細 练練 组組 细細 继繼 绩績 续續 网網 职職 联聯 脑腦 节節 范範 获獲 虑慮 视視 览覽 观觀 触觸 讲講 训訓 记記 话話 询詢 详詳 语語 请請 读讀 "
    + "责責 质質 贯貫 资資 赖賴 较較 输輸 边邊 进進 远遠 选選 适適 递遞 遗遺 邮郵 释釋 针針 镇鎮 长長 门門 闭閉 队隊 阶階 际際 随隨 难難 项項 顺順 须須 预預 领領 风風 饰飾 馆館 验驗 点點",
);

/** Kangxi radicals with an NFKC mapping, as PDF fonts copy them. */
const RADICALS = pairs("一⼀ 二⼆ 人⼈ 八⼋ 力⼒ 又⼜ 口⼝ 大⼤ 子⼦ 小⼩ 工⼯ 己⼰ 干⼲ 心⼼ 手⼿ 文⽂ 方⽅ 无⽆ 日⽇ 月⽉ 止⽌ 比⽐ 水⽔ 生⽣ 用⽤ 白⽩ 目⽬ 示⽰ 立⽴ 老⽼ 而⽽ 自⾃ 至⾄ 行⾏ 言⾔ 里⾥ 金⾦ 面⾯ 非⾮ 高⾼");

const mapped = (text: string, map: ReadonlyMap<string, string>) => [...text].map((char) => map.get(char) ?? char).join("");

export const toTraditional = (text: string) => mapped(text, TRADITIONAL);

/** Every second of the characters that have a radical twin becomes it: real PDFs mix both. */
export function toRadicals(text: string): string {
  let seen = 0;
  return [...text].map((char) => (RADICALS.has(char) && seen++ % 2 === 0 ? RADICALS.get(char)! : char)).join("");
}

export const toWideForms = (text: string) => text.replace(/[0-9.()/:,]/g, (char) => String.fromCodePoint(char.codePointAt(0)! + 0xfee0));
