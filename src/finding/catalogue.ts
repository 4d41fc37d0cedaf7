import type { FindingLevel } from "../form/definition.ts";
import { cityKinds } from "./city-kinds.ts";
import { kind, type FindingKind, type Language } from "./kind.ts";

export type { FindingKind, Language } from "./kind.ts";

/**
 * Every code a finding can bear. The command line, the sheets, the pane and the documents all take their words from
 * here. Ids are the contract of the findings csv; those of rules are FORMATS.md's.
 */
export const catalogue = {
  // Balance rules of one report
  flow: kind("error", "一＋二应等于（七）总计＋四：{left}，{right}，相差 {difference}", "一 + 二 must equal (七)总计 + 四: {left}, {right}, difference {difference}", "核对该列各行，更正有误的一个数。", "Check the rows of this column and correct the wrong figure."),
  "outcome-total": kind("error", "（一）至（六）各项之和应等于（七）总计：{left}，{right}，相差 {difference}", "The outcomes (一) to (六) must add up to (七)总计: {left}, {right}, difference {difference}", "核对该列办理结果各行与（七）总计。", "Check the outcome rows of this column against (七)总计."),
  "applicant-total": kind("error", "六类申请人之和应等于总计：{left}，{right}，相差 {difference}", "The six kinds of applicants must add up to 总计: {left}, {right}, difference {difference}", "核对该行各列与总计。", "Check the columns of this row against its total."),
  "review-total": kind("error", "维持＋纠正＋其他＋尚未审结应等于总计：{left}，{right}，相差 {difference}", "维持 + 纠正 + 其他 + 尚未审结 must equal 总计: {left}, {right}, difference {difference}", "核对该组五个数。", "Check the five figures of this group."),
  "received-total": kind("error", "各渠道收到的申请之和应等于收到申请数：{left}，{right}，相差 {difference}", "The channels must add up to 收到申请数: {left}, {right}, difference {difference}", "核对各渠道与收到申请数。", "Check the channels against the number received."),
  "closed-total": kind("error", "按时办结数＋延期办结数应等于申请办结数：{left}，{right}，相差 {difference}", "按时办结数 + 延期办结数 must equal 申请办结数: {left}, {right}, difference {difference}", "核对三个办结数。", "Check the three figures."),
  "answered-total": kind("error", "八类答复之和应等于申请答复数：{left}，{right}，相差 {difference}", "The eight kinds of answers must add up to 申请答复数: {left}, {right}, difference {difference}", "核对各类答复数与申请答复数。", "Check the kinds of answers against their total."),
  "staff-total": kind("error", "专职人员数＋兼职人员数应等于工作人员数：{left}，{right}，相差 {difference}", "专职人员数 + 兼职人员数 must equal 工作人员数: {left}, {right}, difference {difference}", "核对三个人员数。", "Check the three figures."),
  "part-within-whole": kind("error", "其中数不应大于总数：{left}，{right}，多出 {difference}", "A part must not exceed its whole: {left}, {right}, too much by {difference}", "核对其中数与总数。", "Check the part and the whole."),
  "counties-within-total": kind("error", "其中县区不应大于合计：{left}，{right}，多出 {difference}", "其中县区 must not exceed 合计: {left}, {right}, too much by {difference}", "核对该行的合计与其中县区。", "Check the two figures of this row."),
  "count-integer": kind("error", "应为不小于 0 的整数，实为“{raw}”", "Must be a whole number of at least 0, but is \"{raw}\"", "改为整数。", "Enter a whole number."),
  "disclosed-within-total": kind("warning", "本年新公开数量不应大于对外公开总数量：{left}，{right}", "本年新公开数量 should not exceed 对外公开总数量: {left}, {right}", "核实两个数的统计口径。", "Check how the two figures were counted."),
  "items-nonnegative": kind("warning", "上一年项目数量＋本年增/减不应小于 0：{left}", "上一年项目数量 + 本年增/减 should not be below 0: {left}", "核实增减的正负号。", "Check the sign of the change."),
  "issued-within-inforce": kind("warning", "本年制发件数一般不大于现行有效件数：{left}，{right}", "本年制发件数 should not exceed 现行有效件数: {left}, {right}", "如有当年制发又废止的，请说明。", "Explain it where documents were issued and repealed in the same year."),
  "cannot-judge": kind("warning", "“{rule}”无法判断：{blanks}为空白", "\"{rule}\" cannot be judged: {blanks} blank", "补齐空白的数。", "Fill in the blank figures."),
  // Reading
  recovered: kind("warning", "原文缺 {count} 个数，由勾稽关系推算：{names}（依据：{rules}）", "{count} figures are missing in the source and were derived from the balance rules: {names} (by {rules})", "请对照原件核实推算的数。", "Check the derived figures against the original."),
  "short-row": kind("warning", "该行只有 {count} 个数，从左起依次填入，其余为空白", "The row has only {count} figures; they were filled in from the left, the rest is blank", "请对照原件核实。", "Check against the original."),
  "not-placed": kind("error", "原文的数“{raw}”不能确定属于哪一格，没有填入", "The printed figure \"{raw}\" could not be placed in any cell and was not filled in", "请在预览中手工放入，或补全原文后重新读取。", "Place it by hand in the preview, or complete the source and read it again."),
  "headings-torn": kind("warning", "“{raw}”一带的列名在版面上互相交错，不能逐列确认，各数按推定的列序读入", "The headings around \"{raw}\" stand in each other's way; which column is which was inferred", "请对照原件核实各列；有 Word 或 Excel 原件时请改用原件。", "Check the columns against the original; use the Word or Excel original where there is one."),
  "columns-unclear": kind("warning", "列名“{raw}”与正式表格不一致，或位置不能确认，各数按推定的列序读入", "The heading \"{raw}\" is not the official form's, or its place is not sure; the order of columns was inferred", "请对照原件核实各列。", "Check the columns against the original."),
  "columns-turned": kind("info", "列的顺序与正式表格不同，按表头读入：{raw}", "The columns stand in another order than the official form's and were read by their headings: {raw}", "请对照原件核实表头与各数是否上下对应。", "Check in the original that the figures stand below these headings."),
  wording: kind("info", "表中有正式表格没有的字：“{raw}”，有关的数可能不是这一格要填的数", "The table prints words that the official form does not have: \"{raw}\"; the figures there may count something else", "请核实有关各数的口径。", "Check what these figures count."),
  "row-incomplete": kind("warning", "该行只有 {count} 个数，{blanks}没有数", "The row has only {count} figures; {blanks} blank", "请对照原件核实是漏填还是漏读。", "Check the original: not filled in, or lost on the way."),
  "row-torn": kind("warning", "该行缺的数取自另一行的“{raw}”", "The figure that the row lacked was taken from another line: \"{raw}\"", "请对照原件核实：可能是页码。", "Check against the original: it may be a page number."),
  "row-broken": kind("warning", "这一行的数印在两行上，从“{raw}”起另一行，先后可能颠倒", "The figures of this row stand on two lines, the second from “{raw}” on; print may have them the other way round", "请对照原件核实各数的先后。", "Check the order of the figures against the original."),
  "figure-alone": kind("warning", "“{raw}”单独印在一行，没有填入：可能是页码，也可能是上面那个数的后一部分", "\"{raw}\" stands alone on its line and was not filled in: a page's number, or the rest of the figure above", "请对照原件核实。", "Check against the original."),
  "row-missing": kind("warning", "原文没有这一行，各格为空白", "The source does not have this row; its cells are blank", "请对照原件核实是否漏行。", "Check the original for a lost row."),
  "extra-column": kind("info", "表外增加的“法人或其他组织小计”列未计入：{figures}", "The added column 法人或其他组织小计 was left out: {figures}", "无需处理，各行小计与五类之和相符。", "Nothing to do: each subtotal equals the sum of its five kinds."),
  "extra-row": kind("info", "表外增加的行“{raw}”未计入", "An extra row that the official form does not have was left out: \"{raw}\"", "无需处理；如应计入，请并入相应的行。", "Nothing to do, unless it belongs to an official row."),
  converted: kind("warning", "已换算：{conversion}", "Converted: {conversion}", "请核实计量单位。", "Check the unit of measure."),
  "measure-unknown": kind("warning", "金额“{raw}”未注明计量单位，按原数保留", "The amount \"{raw}\" has no unit of measure; the bare number was kept", "请补注是元、万元还是亿元。", "State whether it is 元, 万元 or 亿元."),
  "number-annotated": kind("info", "“{raw}”只取 {value}，括注另存于原文", "Of \"{raw}\" the figure {value} was taken; the remark stays in the source text", "无需处理。", "Nothing to do."),
  "number-kind": kind("warning", "“{raw}”的写法与这一列要填的数不符，按 {value} 读入", "“{raw}” is not printed as a figure of this column is; it was read as {value}", "请核实这个数的口径和单位。", "Check what the figure counts, and its unit."),
  "number-letters": kind("warning", "“{raw}”里有字母，按 {value} 计", "“{raw}” holds letters; it was taken as {value}", "请对照原件核实。", "Check against the original."),
  "number-merged": kind("warning", "“{raw}”所在的单元格合并了几行，按第一行的 {value} 读入", "The cell of “{raw}” is merged over several rows; it was read as {value} of the first", "请核实各行的数。", "Check the figures of these rows."),
  "number-joined": kind("warning", "“{raw}”在同一单元格里分开印着，按一个数 {value} 计", "“{raw}” stands in pieces within one cell; it was taken as {value}", "请对照原件核实。", "Check against the original."),
  "year-as-figure": kind("warning", "这个数“{raw}”与报告年度相同", "This figure \"{raw}\" is the report's year", "请核实是否误把年度当作了数。", "Check that a year was not taken for a figure."),
  "possible-slip": kind("warning", "可能的笔误：{slip}", "A likely slip: {slip}", "仅供参考，程序没有改动；请对照原件核实。", "Only a hint, nothing was changed; check against the original."),
  "table-doubled": kind("warning", "同一份报告里这张表有两份，读的是“{raw}”的一份，另一份未计入", "The report has this table twice; the one of “{raw}” was read, the other left out", "请对照原件核实应取哪一份。", "Check which of the two counts."),
  "table-behind": kind("warning", "这张表印在“{raw}”之后，不在它应在的部分", "This table stands behind “{raw}”, not in its own section", "请核实是本单位的表，还是附件里其他单位的。", "Check whether it is this unit's, or another's in an attachment."),
  "table-of-year": kind("warning", "这张表上方写的是 {raw}，报告年度是 {year}", "Above this table stands {raw}; the report is of {year}", "请核实这张表是不是本年度的。", "Check whether the table is of the report's year."),
  "table-captioned": kind("warning", "这张表上方写着“{raw}”，可能不是本单位本年度的数，或计量单位不同", "Above this table stands “{raw}”: its figures may be another year's, another office's or in another measure", "请核实这张表的口径。", "Check what this table counts."),
  "report-doubled": kind("warning", "同一份报告在来源中出现了 {count} 次，只读一次", "The same report stands {count} times in the source; it was read once", "无需处理；如两份不同，请分开提交。", "Nothing to do."),
  "edition-unexpected": kind("warning", "表{table}用的是 {edition} 版格式，{year} 年度应为 {expected} 版", "Table {table} is of edition {edition}; for {year} edition {expected} is prescribed", "核实是否应按新格式重报。", "Check whether the report should use the prescribed form."),
  "table-missing": kind("error", "没有找到表{table}", "Table {table} was not found", "补上这张表，或检查粘贴是否完整。", "Add the table, or check that the whole text was pasted."),
  "unit-unknown": kind("warning", "没有找到单位名称", "The unit's name was not found", "请在单位一栏填写。", "Enter the unit."),
  "year-unknown": kind("warning", "没有找到年度", "The year was not found", "请在年度一栏填写。", "Enter the year."),
  year: kind("warning", "年度不一致：{years}", "The report names several years: {years}", "核对标题、统计期限和正文的年度。", "Check the title, the period and the text."),
  numbering: kind("warning", "六个部分的序号不连续：{found}", "The numbering of the six sections is broken: {found}", "核对一至六各部分是否齐全。", "Check that all six sections are there."),
  "prose-count": kind("warning", "正文“{number}”（{counts}）与{compared}不一致", "The text's \"{number}\" ({counts}) does not agree with {compared}", "核对正文与表格，更正有误的一处。", "Compare the text with the table and correct the wrong one."),
  "prose-scope": kind("info", "正文“{number}”（{counts}）只是部分单位的数，小于{compared}", "The text's \"{number}\" ({counts}) is of some of the units only and below {compared}", "无需处理；如应为全部单位的数，请核对。", "Nothing to do, unless it should cover all units."),
  // Files and consolidation
  "column-left-out": kind("info", "表外增加的列“{raw}”未读入（{count} 格）", "An added column was left out: \"{raw}\" ({count} cells)", "无需处理。", "Nothing to do."),
  "column-uneven": kind("warning", "表外增加的列“{raw}”在这一行与其他行不同，该行的数可能错位", "The added column \"{raw}\" is unlike the others in this row; the row's figures may have moved", "请对照原件核实该行各数。", "Check the figures of this row against the original."),
  "hidden-left-out": kind("info", "工作表有隐藏的行或列，未读入：{sheets}", "Hidden rows or columns were left out: {sheets}", "如其中有应计入的数，请取消隐藏后重新读取。", "Unhide them and read again if they belong to the report."),
  "hidden-read": kind("warning", "工作表有隐藏的行或列，其中有报告的数，一并读入：{sheets}", "Hidden rows or columns hold figures of the report and were read too: {sheets}", "请取消隐藏后核对。", "Unhide them and check."),
  "unit-from-name": kind("warning", "文中没有单位名称，取自文件名或工作表名：{unit}", "The text names no unit; it was taken from the file's or sheet's name: {unit}", "核对单位名称。", "Check the unit."),
  "year-from-name": kind("warning", "文中没有年度，取自文件名或工作表名：{year}", "The text names no year; it was taken from the file's or sheet's name: {year}", "核对年度。", "Check the year."),
  "file-unreadable": kind("error", "文件不能读取：{reason}", "The file cannot be read: {reason}", "{advice}", "{advice}"),
  "too-many-tables": kind("error", "内容里像表格的地方有 {count} 处，只读了前 {most} 处", "{count} places look like tables; only the first {most} were read", "请把报告分成几个文件再读。", "Split the reports over several files."),
  "no-report": kind("error", "没有找到政府信息公开工作年度报告的表格", "No table of a government information disclosure report was found", "请确认内容是年度报告，并包含表二、三、四。", "Make sure the text is a yearly report with its tables 二, 三 and 四."),
  "sheet-copied": kind("error", "工作表“{sheet}”是另一单位表的副本", "The sheet \"{sheet}\" is a copy of another unit's sheet", "删除副本，或改为新的单位。", "Delete the copy, or make it a unit of its own."),
  "sheet-missing": kind("warning", "工作表“{sheet}”已被删除，该单位不再读入", "The sheet \"{sheet}\" was deleted; its unit is no longer read", "如误删，请从备份恢复。", "Restore it from a copy if that was a mistake."),
  "sheet-altered": kind("warning", "工作表“{sheet}”中有数不能确认：{names}", "Figures on the sheet \"{sheet}\" could not be confirmed: {names}", "核对该表是否被插入或删除过行列。", "Check whether rows or columns were inserted or deleted."),
  ...cityKinds,
} as const satisfies Record<string, FindingKind>;

export type FindingCode = keyof typeof catalogue;

export const isFindingCode = (code: string): code is FindingCode => Object.hasOwn(catalogue, code);

/** 级别 as the findings csv prints it. */
export const levelLabels: Readonly<Record<FindingLevel, Readonly<Record<Language, string>>>> = {
  error: { "zh-CN": "错误", "en-US": "Error" },
  warning: { "zh-CN": "提示", "en-US": "Warning" },
  info: { "zh-CN": "说明", "en-US": "Note" },
};

/** Most serious first. */
export const levelOrder: readonly FindingLevel[] = ["error", "warning", "info"];
