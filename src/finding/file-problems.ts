import type { Language } from "./catalogue.ts";
import type { Finding } from "./model.ts";

interface FileProblemText {
  readonly reason: Readonly<Record<Language, string>>;
  readonly advice: Readonly<Record<Language, string>>;
}

const problem = (zh: string, en: string, adviceZh: string, adviceEn: string): FileProblemText => ({ reason: { "zh-CN": zh, "en-US": en }, advice: { "zh-CN": adviceZh, "en-US": adviceEn } });

/** Why a file cannot be read (`words.problem` of `file-unreadable`), and what to do about it. `{detail}` is replaced. */
export const fileProblems = {
  empty: problem("文件是空的", "it is empty", "确认文件保存完整后重新提交。", "Make sure that it was saved whole, and hand it in again."),
  binary: problem("不是文字文件", "it is not a text file", "请另存为 .docx、.xlsx、.pdf 或 .txt 后重试。", "Save it as .docx, .xlsx, .pdf or .txt and try again."),
  "unknown-encoding": problem("文字编码不能识别", "its text encoding is unknown", "请用记事本打开后另存为 UTF-8 编码的 .txt 再试。", "Open it in an editor and save it as UTF-8 text."),
  "damaged-workbook": problem("工作簿打不开，可能已损坏", "the workbook is damaged", "请在 Excel 或 WPS 中打开并另存为 .xlsx 再试；打不开时请向报送单位重新索取。", "Open it in Excel or WPS and save it as .xlsx; if that fails, ask for it again."),
  "damaged-document": problem("文档打不开，可能已损坏", "the document is damaged", "请在 Word 或 WPS 中打开并另存为 .docx 再试；打不开时请向报送单位重新索取。", "Open it in Word or WPS and save it as .docx; if that fails, ask for it again."),
  "damaged-pdf": problem("PDF 打不开，可能已损坏", "the PDF is damaged", "请重新导出 PDF，或改交 .docx。", "Export the PDF again, or hand in the .docx."),
  "damaged-archive": problem("压缩包打不开，可能没有下载完整", "the archive is damaged or incomplete", "请重新下载或重新压缩为 .zip 再试。", "Download or pack it again."),
  password: problem("文件加了密码", "it is protected by a password", "请打开文件、去掉打开密码后另存，再重试。", "Open it, remove the password, save it and try again."),
  "too-large": problem("文件过大（{detail}）", "it is too large ({detail})", "只保留年度报告后重试。", "Keep only the yearly report and try again."),
  "unpacks-too-large": problem("解压后过大，或压缩比异常，为安全起见没有解开", "it unpacks to far too much and was left packed for safety", "请只压缩报告本身；如确是报告，请解压后直接提交。", "Pack the reports only, or hand them in unpacked."),
  "too-many-files": problem("压缩包里的文件过多（{detail} 个）", "the archive holds too many files ({detail})", "请只压缩年度报告。", "Pack the yearly reports only."),
  "archive-empty": problem("压缩包里没有文件", "the archive holds no file", "确认压缩包完整后重新提交。", "Make sure that the archive is complete."),
  "archive-too-deep": problem("压缩包套了多层", "archives within archives within archives", "请先解压里层的压缩包。", "Unpack the inner archives first."),
  "other-archive": problem("是 {detail} 压缩包", "it is a {detail} archive", "请解压后提交，或改用 .zip。", "Unpack it, or pack it as .zip."),
  image: problem("是图片，没有可读的文字", "it is a picture without text", "请提供报告的文字版（.docx、.xlsx 或可复制文字的 .pdf）。", "Hand in a version with text: .docx, .xlsx or a PDF whose text can be copied."),
  "scanned-pdf": problem("PDF 是扫描件，只有图片没有文字", "the PDF is a scan: pictures without text", "请提供 Word 原件，或用文字识别（OCR）软件转成可复制文字的文件。", "Hand in the Word original, or run OCR on it first."),
  "pdf-without-characters": problem("PDF 的文字没有编码，读出来是乱码", "the PDF's text has no character codes", "请从 Word 或 WPS 重新导出 PDF，或改交 .docx。", "Export the PDF again from Word or WPS, or hand in the .docx."),
  "no-text": problem("文件里没有文字", "it holds no text", "如果报告是图片，请提供文字版；否则确认文件保存完整。", "If the report is a picture, hand in its text; else make sure that the file is complete."),
  "old-word": problem("旧版 Word 文件（Word 95 或更早），或另一种文字处理格式", "it is of Word 95 or older, or of another word processor", "请用 Word 或 WPS 打开，另存为 .docx 再试。", "Open it in Word or WPS and save it as .docx."),
  "old-excel": problem("旧版 Excel 文件（Excel 95 或更早），或另一种表格格式", "it is of Excel 95 or older, or of another spreadsheet", "请用 Excel 或 WPS 打开，另存为 .xlsx 再试。", "Open it in Excel or WPS and save it as .xlsx."),
  "other-office": problem("不能直接读取的办公文件（{detail}）", "it is an office file that cannot be read directly ({detail})", "请用 WPS 或 Office 打开，文字另存为 .docx，表格另存为 .xlsx，再试。", "Open it in WPS or Office and save it as .docx or .xlsx."),
  missing: problem("没有这个文件", "there is no such file", "核对文件名和所在的文件夹。", "Check its name and folder."),
  "not-a-file": problem("不是普通文件", "it is not a regular file", "指定一个报告文件，或放有报告的文件夹。", "Name a report file, or a folder of reports."),
  "no-permission": problem("没有读权限", "it may not be read", "关闭正在使用它的程序，或复制到别处后重试。", "Close the program that uses it, or copy it elsewhere."),
  "read-failed": problem("读取失败（{detail}）", "reading failed ({detail})", "关闭正在使用它的程序，或复制到别处后重试。", "Close the program that uses it, or copy it elsewhere."),
  "part-not-loaded": problem("读取它要用的那部分程序没有载入", "the part of the program that reads it could not be loaded", "请确认网络（或本机的服务）没有断开，再读一次。", "Make sure that the connection (or the local server) still stands, and read it again."),
  "program-fault": problem("程序处理时出错", "this program failed on it", "请把这个文件交给开发者，其余文件不受影响。", "Send it to the developers; the other files are not affected."),
} as const satisfies Record<string, FileProblemText>;

export type FileProblem = keyof typeof fileProblems;

/** What is said of a file that cannot be read. */
export const unreadableFile = (file: string, problem: FileProblem, detail = ""): Finding => ({ code: "file-unreadable", at: { part: "file" }, file, words: { problem, detail } });

/** Reason and advice in a language, or undefined where the id is none of ours. */
export function sayFileProblem(id: string, language: Language, detail = ""): { readonly reason: string; readonly advice: string } | undefined {
  if (!Object.hasOwn(fileProblems, id)) return undefined;
  const { reason, advice } = fileProblems[id as FileProblem];
  return { reason: reason[language].replace("{detail}", detail), advice: advice[language] };
}
