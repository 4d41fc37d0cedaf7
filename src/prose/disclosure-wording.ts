import type { Subject } from "./claim.ts";

/** A figure of table 二 that words name; `vague` where other readings fit too: agreement is shown, a difference proves nothing. */
export interface DisclosureTold {
  readonly subject: Subject;
  readonly vague?: true;
}

const CASES = ["件", "份", "宗", "起", "例", "次", "个", ""];
const DOCUMENTS = ["件", "部", "个", "份", "项", ""];
const ITEMS = ["项", "个", "宗", "批", "次"];
export const MONEY: readonly string[] = ["元", "千元", "万元", "亿元"];

interface Wording {
  /** Row of table 二; `?` is the document named before it in the sentence. */
  readonly row: string;
  readonly column: string;
  readonly units: readonly string[];
  /** The whole of the words that name the figure and nothing else. */
  readonly exact: RegExp;
  /** How the words end where more stands before. */
  readonly like: RegExp;
}

const NORMATIVE = "(?:行政)?规范性文件";
const decisions = (row: string, label: string): Wording => ({
  row, column: "decisions", units: CASES,
  exact: new RegExp(`^(?:(?:作出|做出)(?:的)?(?:各类|各项)?${label}(?:处理)?(?:决定)?(?:书)?|${label}(?:本年)?(?:处理)?决定(?:书)?)$`),
  like: new RegExp(`${label}(?:案件)?(?:处理)?(?:决定)?(?:书)?$`),
});
const documents = (row: string, label: string): Wording[] => [
  { row, column: "in-force", units: DOCUMENTS, exact: new RegExp(`^(?:现行有效(?:的)?${label}|${label}现行有效(?:件)?)$`), like: new RegExp(`现行有效(?:的)?${label}$|${label}现行有效(?:件)?$`) },
  { row, column: "repealed", units: DOCUMENTS, exact: new RegExp(`^(?:废止${label}|${label}(?:本年)?废止(?:件)?)$`), like: new RegExp(`废止(?:的)?${label}$`) },
  { row, column: "issued", units: DOCUMENTS, exact: new RegExp(`^(?:(?:制发|制定|出台|制定出台)(?:的)?${label}|${label}(?:本年)?制发(?:件)?)$`), like: new RegExp(`(?:制发|制定|出台|印发|制作)(?:的)?${label}$`) },
  { row, column: "disclosed-total", units: DOCUMENTS, exact: new RegExp(`^${label}对外公开总数量?$`), like: new RegExp(`公开(?:的)?${label}$`) },
];

/** The more telling first. Labels of both editions (国办公开办函〔2019〕60号, 〔2021〕30号) as sentences turn them. */
const wordings: readonly Wording[] = [
  decisions("licensing", "行政许可"),
  decisions("penalties", "行政处罚"),
  decisions("coercion", "行政强制"),
  ...documents("normative-documents", NORMATIVE),
  ...documents("rules", "(?:政府)?规章"),
  { row: "?", column: "in-force", units: DOCUMENTS, exact: /^现行有效(?:件)?$/, like: /^现行有效(?:的)?(?:件)?$/ },
  { row: "?", column: "repealed", units: DOCUMENTS, exact: /^(?:本年)?废止(?:件)?$/, like: /^废止$/ },
  { row: "?", column: "issued", units: DOCUMENTS, exact: /^本年制发(?:件)?$/, like: /^制发$/ },
  { row: "fees", column: "fees-charged", units: MONEY, exact: /^(?:(?:收取|征收)(?:的)?)?行政事业性收费(?:本年)?(?:收入|收费|收取)?(?:总)?(?:金额|额)?$/, like: /行政事业性收费(?:收入)?(?:总)?(?:金额|额)?$/ },
  { row: "procurement", column: "purchases", units: ITEMS, exact: /^(?:实施|完成|开展)?政府集中采购(?:的)?项目$/, like: /政府(?:集中)?采购(?:的)?项目$/ },
  { row: "procurement", column: "purchase-amount", units: MONEY, exact: /^政府集中采购(?:项目)?(?:采购)?(?:总)?(?:金额|额)$/, like: /采购(?:总)?(?:金额|额)$/ },
];

const TIME = "20\\d\\d年(?:度|内)?|本年(?:度|内)?(?!制发|废止|处理)|年内|全年|一年来|当年|截[至止](?:20\\d\\d年)?(?:12月31日|12月底|年底|年末|底)|20\\d\\d年(?:12月31日|底|末)";
const WHO = "(?:我|本|全)(?:省|市|县|区|州|旗|镇|乡|局|委|厅|办|院|中心|单位|机关|系统)(?:各级)?(?:各部门|行政机关)?";
/** What may stand before the words that name a figure without taking anything from its meaning. */
const OPENING = new RegExp(`^(?:[,、;:]|${TIME}|${WHO}|总共|共计|合计|总计|共|依法依规|依法|新|已|其次|以及|及|和|与){1,8}`);
/** The figure is that of the whole unit and the whole year. */
const WHOLE = /20\d\d年(?!.{0,3}[月季])|全年|本年|年内|一年来|当年|共|总|合计/;
/** Words somewhere before in the sentence that may make it another thing's number, or a part's. */
const NARROWED = /领域|方面|专项|行动|活动|整治|检查|其中|重大|典型|名义|部门(?!.{0,4}[共总])|本级|直属|下属|所属|(?<!信息)公[开示布]|发布|上传|归集|录入|推送|报送|晒|备案|审查|清理|预计|计划|同比|上年|上一年|去年|往年|季度|半年|\d月份|减免|免征|取消|停征|退还|日均|平均|听证|复议|诉讼|涉及|针对|关于|围绕|优化|压减/;

/** Behind a number: it leaves some out, or holds others too. */
const LIMITED = /^[(,、]?(?:不含|不包括|不计|未含|仅|只|含|包含)/;

/** How far back in its sentence words are looked at. */
const FAR = 160;

/**
 * The figure of table 二 that a number is: `label` is trimmed, `said` the sentence up to the label, `behind` what follows
 * the number, `unit` its own, `row` the document that the sentence named last (废止3件 behind 制发规范性文件9件).
 *
 * Only words that name the figure and nothing else, of the whole year, are not vague: 公开行政许可决定 counts what was
 * published, 查处食品领域行政处罚 a part.
 */
export function disclosureIn(label: string, { said, behind, unit, row }: { readonly said: string; readonly behind: string; readonly unit: string; readonly row?: string }): DisclosureTold | undefined {
  const words = label.replace(/[“”"《》]/g, "");
  const bare = words.replace(OPENING, "");
  const found = wordings.find(({ units, exact, like, row: own }) => units.includes(unit) && (own !== "?" || row !== undefined) && (exact.test(bare) || like.test(bare)));
  if (!found) return undefined;
  const subject = `disclosure:${found.row === "?" ? row! : found.row}/${found.column}` as const;
  const before = said.slice(-FAR);
  const sure = found.exact.test(bare) && !LIMITED.test(behind) && !NARROWED.test(before) && (WHOLE.test(before) || WHOLE.test(words));
  return sure ? { subject } : { subject, vague: true };
}

/** Row of the document that a subject is about, for the words behind it. */
export const documentOf = (subject: Subject | undefined): string | undefined => /^disclosure:(rules|normative-documents)\//.exec(subject ?? "")?.[1];
