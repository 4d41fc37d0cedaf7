import { kind, type FindingKind } from "./kind.ts";

/** True of findings about a collection of reports, or about two years, rather than about one report. */
export const isCityCode = (code: string): boolean => Object.hasOwn(cityKinds, code);

/** What can be wrong when many units' reports become one: roster, source policy, two years. Part of the catalogue. */
export const cityKinds = {
  "unit-missing": kind("error", "名册中的单位未报：{unit}", "A unit of the roster has not handed in: {unit}", "催报。", "Ask the unit for its report."),
  "unit-duplicate": kind("error", "单位重复报送：{unit}；计入后一份，两份有 {count} 个数不同{changes}", "The unit handed in twice: {unit}; the later report counts, {count} figures differ{changes}", "核对后一份是否为更正件；如应计入前一份，改台账的“计入”。", "Make sure the later report is the correction; else change 计入 in the ledger."),
  "unit-not-on-roster": kind("warning", "名册中没有这个单位：{unit}", "The unit is not on the roster: {unit}", "核对名称，或补入名册。", "Check the name, or add it to the roster."),
  "unit-name-close": kind("warning", "名册中没有“{unit}”，名称相近的有：{candidates}", "\"{unit}\" is not on the roster; close names are: {candidates}", "如是同一单位，把这个名称补入名册的别名。", "If it is one of them, add the name to its aliases on the roster."),
  "wrong-year": kind("error", "年度应为 {expected}，实为 {received}", "The year should be {expected} but is {received}", "退回，请报送当年的报告。", "Return it and ask for the right year's report."),
  "nested-unit": kind("error", "{unit}已包含在{parent}之内，重复计入", "{unit} is already part of {parent} and would be counted twice", "二者只计入一个。", "Count only one of the two."),
  "own-report": kind("error", "{unit}是汇总单位自己的报告，没有计入", "{unit} is the consolidating unit's own report and was not counted", "无需处理；如是本级机关的报告，请改用机关的名称。", "Nothing to do; if it is the office's own report, give it the office's name."),
  "edition-mapped": kind("info", "{unit}的表{table}为 {edition} 版，按对应关系并入{mapped}；无对应的格为空白", "{unit}'s table {table} is of edition {edition} and was mapped{mapped}; cells without a counterpart stay blank", "核对对应的行。", "Check the mapped rows."),
  "amount-not-added": kind("warning", "{unit}的金额“{raw}”未注明计量单位，没有计入合计", "{unit}'s amount \"{raw}\" has no unit of measure and was not added", "请该单位补注是元、万元还是亿元。", "Ask the unit whether it is 元, 万元 or 亿元."),
  "sum-too-large": kind("error", "合计超出可精确表示的范围，该格为空白", "The sum is too large to be exact; its cell stays blank", "核对各单位该格有无误填的大数。", "Check the units' figures for a mistyped large number."),
  "roster-columns": kind("error", "名册没有“{column}”一列", "The roster has no column \"{column}\"", "第一行写列名：单位,类别,上级,别名,简称。", "Put the column names in the first line: 单位,类别,上级,别名,简称."),
  "roster-unit-empty": kind("warning", "名册第 {line} 行没有单位名称，未采用", "Line {line} of the roster has no unit and was not used", "补填单位，或删除该行。", "Enter the unit, or delete the line."),
  "roster-unit-twice": kind("warning", "名册第 {line} 行的单位已列过：{unit}", "Line {line} of the roster repeats a unit: {unit}", "只保留一行。", "Keep one of the lines."),
  "roster-kind-unknown": kind("warning", "名册第 {line} 行的类别不认识：{raw}", "Line {line} of the roster has an unknown kind: {raw}", "类别应为市政府、市直部门、县区、开发区或乡镇街道。", "Use 市政府, 市直部门, 县区, 开发区 or 乡镇街道."),
  "roster-state-unknown": kind("warning", "名册第 {line} 行的状态不认识：{raw}", "Line {line} of the roster has an unknown state: {raw}", "状态可填不需报、退回或已核，其余由程序判断。", "Use 不需报, 退回 or 已核; the rest is found out."),
  "policy-unknown-key": kind("error", "来源设置中有不认识的项：{key}", "The source policy has an unknown key: {key}", "更正或删除该项。", "Correct or remove it."),
  "policy-value": kind("error", "来源设置的 {key} 不能采用：{raw}", "The source policy's {key} cannot be used: {raw}", "按说明文档的格式更正。", "Correct it as the documentation says."),
  "policy-kind-missing": kind("warning", "来源设置按类别取数，{unit}没有类别，未计入这些数", "The source policy chooses by kind; {unit} has none and was left out of those figures", "在名册中补填类别。", "Give its kind on the roster."),
  "provider-missing": kind("error", "提供单位{provider}没有报送{names}", "The provider {provider} has not handed in {names}", "请提供单位补报，或在来源设置中填写提供的数。", "Ask the provider for the figures, or enter them in the policy."),
  "provided-differs": kind("info", "各单位汇总 {summed}，{provider}提供 {provided}，相差 {difference}；采用提供的数", "The units add up to {summed}, {provider} gives {provided}, difference {difference}; the provided figure counts", "见差额表；相差过大时核对口径。", "See the differences; check the scope where they are large."),
  "acceptance-lapsed": kind("info", "认可的问题有了变化或已消除，认可失效（理由：{why}）", "An accepted finding has changed or is gone; its acceptance has lapsed (reason: {why})", "如问题仍在，重新核实后再认可。", "If it is still there, look into it again."),
  // Two years
  "carry-over": kind("error", "上年结转应等于上一年报告的结转下年度：本年“二”为 {received}，上年“四”为 {expected}，相差 {difference}", "What was carried in must equal what last year carried out: this year's 二 is {received}, last year's 四 is {expected}, difference {difference}", "核对两年的报告，更正或说明原因。", "Check both years' reports; correct or explain."),
  "inforce-flow": kind("warning", "上年现行有效＋本年制发－本年废止应等于现行有效：应为 {expected}，实为 {received}，相差 {difference}", "Last year's 现行有效 + 本年制发 − 本年废止 should equal 现行有效: {expected} expected, {received} found, difference {difference}", "核实制发、废止和清理的件数。", "Check the documents issued, repealed and reviewed."),
  "items-flow": kind("warning", "上一年项目数量应等于上年报告的（上一年项目数量＋本年增/减）：应为 {expected}，实为 {received}，相差 {difference}", "上一年项目数量 should equal last year's (上一年项目数量 + 本年增/减): {expected} expected, {received} found, difference {difference}", "核实两年的项目清单。", "Check the lists of items of both years."),
  "year-outlier": kind("warning", "与上年相差十倍以上：上年 {previous}，本年 {current}", "Ten times last year's or a tenth of it: {previous} then, {current} now", "核实是否误填，或说明原因。", "Check for a mistyped figure, or explain."),
  "fee-likely-yuan": kind("warning", "金额可能是元而不是万元：上年 {previous} 万元，本年 {current} 万元", "The amount may be in 元 rather than 万元: {previous} 万元 then, {current} 万元 now", "核实计量单位。", "Check the unit of measure."),
  "previous-missing": kind("info", "上一年没有这个单位的报告，未作两年比对", "No report of this unit for last year; the years were not compared", "如有上一年的报告，请一并给出。", "Give last year's report if there is one."),
  "previous-wrong-year": kind("warning", "用来比对的报告是 {received} 年度，应为 {expected} 年度，未作比对", "The report to compare with is of {received}, not {expected}; it was not compared", "请给出上一年的报告。", "Give last year's report."),
} as const satisfies Record<string, FindingKind>;
