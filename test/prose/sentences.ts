import { cellId, type CellId } from "../../src/form/compile.ts";
import type { Report } from "../../src/report/model.ts";
import { formOf } from "../../src/form/forms.ts";
import type { Random } from "../support/random.ts";

/** What true sentences about a report can be filled with: `{received}`, `{granted}`, `{granted%closed}` … */
export type Facts = Readonly<Record<string, number>>;

const sumOf = (report: Report, table: string, rows: readonly string[], columns: readonly string[]): number => {
  const own = report.tables.find((one) => one.table === table)!;
  const form = formOf(own);
  return form.rows
    .filter((row) => rows.includes(row.id) || row.headings.some((heading) => rows.includes(heading.id)))
    .reduce((sum, row) => sum + columns.reduce((total, column) => total + (own.cells[cellId(row.id, column)]?.value ?? 0), 0), 0);
};

/** Columns of table 二 by edition: what a sentence calls newly made is 本年制发件数 or 本年新制作数量. */
function tableTwo(report: Report): Facts {
  const own = report.tables.find((one) => one.table === "disclosure")!;
  const places: Readonly<Record<string, readonly string[]>> = {
    licences: ["licensing/decisions"], penalties: ["penalties/decisions"], coercions: ["coercion/decisions"],
    issued: ["normative-documents/issued", "normative-documents/newly-made"], repealed: ["normative-documents/repealed"], inforce: ["normative-documents/in-force"],
    rules: ["rules/issued", "rules/newly-made"], rulesinforce: ["rules/in-force"], fees: ["fees/fees-charged"], purchases: ["procurement/purchases"], spent: ["procurement/purchase-amount"],
  };
  const measureOf = (id: CellId) => formOf(own).cell(id)!.measure;
  return Object.fromEntries(Object.entries(places).flatMap(([key, ids]) => ids.flatMap((id) => (own.cells[id] ? [[key, (own.cells[id].value ?? 0) / 10 ** measureOf(id).scale]] : []))));
}

/** Every figure that the corpus speaks of. Of table 二 those that its edition has; amounts in 万元. */
export function factsOf(report: Report): Facts {
  const three = (row: string, column = "total") => sumOf(report, "requests", [row], [column]);
  const four = (rows: readonly string[], column = "total") => sumOf(report, "reviews", rows, [column]);
  const suits = ["litigation-direct", "litigation-after-reconsideration"];
  return {
    new: three("newly-received"), in: three("carried-in"), all: three("newly-received") + three("carried-in"), closed: three("outcome-total"), out: three("carried-out"),
    granted: three("granted"), partly: three("partly-granted"), refused: three("refused"), unavailable: three("unavailable"), rejected: three("not-handled"), other: three("other-handling"),
    held: three("unavailable-not-held"), repeated: three("not-handled-repeated"), internal: three("refused-internal-affairs"),
    people: three("newly-received", "natural-persons"), firms: three("newly-received", "firms"), law: three("newly-received", "legal-service-bodies"),
    bodies: sumOf(report, "requests", ["newly-received"], ["firms", "research-bodies", "public-welfare-bodies", "legal-service-bodies", "other-bodies"]),
    review: four(["reconsideration"]), upheld: four(["reconsideration"], "upheld"), corrected: four(["reconsideration"], "corrected"), pending: four(["reconsideration"], "pending"),
    ...tableTwo(report),
    suits: four(suits), direct: four(["litigation-direct"]), after: four(["litigation-after-reconsideration"]),
  };
}

/** `{key}` is a figure, `{a%b}` a percentage of two places, `{a%0b}` of none. Sentences of our own. */
export const templates: readonly string[] = [
  "全年新收政府信息公开申请{new}件，上年结转{in}件，办结{closed}件，结转下年度继续办理{out}件。",
  "本年度共收到群众提交的政府信息公开申请{new}件，其中自然人{people}件、法人或其他组织{bodies}件。",
  "一年来，我县共受理依申请公开{all}件（上年结转{in}件、本年新收{new}件）。",
  "共接到关于征地、教育、规划等方面的信息公开申请{new}件，申请人为自然人的{people}件，商业企业的{firms}件，法律服务机构的{law}件。",
  "在办理结果中，政府信息公开申请予以公开{granted}件，部分公开{partly}件，不予公开{refused}件，无法提供{unavailable}件，不予处理{rejected}件，其他处理{other}件。",
  "已办结的政府信息公开申请共{closed}件，其中{granted}件予以公开，{unavailable}件无法提供，{refused}件不予公开。",
  "全年收到信息公开申请{new}件；“予以公开”{granted}件，占办结总数的{granted%closed}%；“部分公开”{partly}件，占办结总数的{partly%closed}%。",
  "依申请公开办理有序：全部办结{closed}件，尚未办结{out}件；答复申请{closed}件，其中本机关不掌握相关信息{held}件，重复申请{repeated}件，属于三类内部事务信息{internal}件。",
  "2021年收到政府信息公开申请{new}件，比上年增加3件，增长12.5%；办理上年结转申请{in}件。",
  "因政府信息公开被申请行政复议{review}件，其中维持{upheld}件，纠正{corrected}件，尚未审结{pending}件。",
  "全年发生政府信息公开行政诉讼{suits}件，其中未经复议直接起诉{direct}件，复议后起诉{after}件。",
  "截至12月31日，通过网络、信函等渠道收到的政府信息公开申请为{new}件，已答复{closed}件，答复率98%，转入下一年度{out}件。",
  "全年收到政府信息公开申请{new}件，自然人申请占{people%0new}%。",
  "收到的政府信息公开申请共计{new}件，其中自然人提出的{people}件，占申请总数的{people%new}%。",
  "全年作出行政许可决定{licences}件、行政处罚决定{penalties}件、行政强制决定{coercions}件。",
  "2021年，我单位共作出行政许可处理决定{licences}件，行政处罚决定{penalties}件。",
  "本年度依法作出行政处罚{penalties}件，行政许可本年处理决定{licences}件。",
  "全年共制发行政规范性文件{issued}件，废止{repealed}件，现行有效{inforce}件。",
  "截至2021年底，现行有效行政规范性文件{inforce}件；本年制定规章{rules}件，现行有效规章{rulesinforce}件。",
  "全年制定规范性文件{issued}件，制定政府规章{rules}件。",
  "全年收取行政事业性收费{fees}万元。",
  "2021年度行政事业性收费金额共计{fees}万元，本年作出行政强制决定{coercions}次。",
  "全年实施政府集中采购项目{purchases}个，政府集中采购总金额{spent}万元。",
];

/** True sentences about figures that no table holds, and traps. */
export const fillers: readonly string[] = [
  "全年发布信息4250条，其中网站1250条、公众号2600条、其他渠道400条。",
  "受理各类行政审批件52件，办结率100%。",
  "热线接到来电3021次，回访满意率99.1%。",
  "举办培训班3期，参训180余人次。",
  "制定青办〔2021〕17号文件，第三十三次常务会议审议通过，联系电话000-2345678。",
  "网站访问量达到1.26万次，较上年增长8.4%。",
  "全年未收取政府信息公开信息处理费，共减免费用0元。",
  "公开财政预决算信息120条，占全部信息的12.5%左右。",
  "没有发生因政府信息公开答复不及时被投诉的情况。",
  "各乡镇、街道设公开专区14个，查阅点22处。",
];

/** True sentences whose numbers are no figures of table 二, however near their words come. */
export const readings: readonly string[] = [
  "全年公开行政许可决定7341件、行政处罚决定7342件。", "在信用平台公示行政许可信息7343条、行政处罚信息7344条。", "通过双公示系统上传行政处罚决定7345件。",
  "公布行政许可事项7346项，行政强制事项7347项。", "2020年作出行政许可决定7348件。", "全年累计受理行政许可7349件。", "上半年共作出行政处罚决定3件。",
  "在生态环境领域全年作出行政处罚决定3件。", "全年作出重大行政处罚决定4件。", "其中市场监管局作出行政处罚决定2件。", "县政府本级全年作出行政许可决定1件。",
  "全年共作出行政许可决定7350余件。", "约作出行政处罚决定7351件。", "开展食品安全专项行动，全年共作出行政处罚决定3件。", "以县政府名义共制发规范性文件2件。",
  "全年公开规范性文件7352件。", "备案审查规范性文件7353件。", "清理规范性文件7354件，废止7355件，现行有效7356件。", "预计2021年制定行政规范性文件7357件。",
  "全年减免行政事业性收费7358万元。", "全年取消行政事业性收费7359项。", "政府采购金额7360万元。", "全年作出行政许可决定7365件（含垂直管理部门）。", "全年举办听证，作出行政处罚决定5件。",
  "全年行政许可办件7361件，同比增长12%。", "对7362件行政处罚案件开展评查。", "涉及行政处罚的投诉全年共7363件。", "现行有效地方性法规6部、政府规章7364部。",
];

const percent = (part: number, base: number, places: number) => ((100 * part) / base).toFixed(places);

/** A sentence filled with facts; undefined where a quotient has no base. */
export function fillSentence(template: string, facts: Facts): string | undefined {
  let sound = true;
  const text = template.replace(/\{([a-z]+)(?:%(0?)([a-z]+))?\}/g, (_, key: string, none: string | undefined, base?: string) => {
    if (facts[key] === undefined) sound = false;
    if (base === undefined) return String(facts[key]);
    if (!facts[base]) sound = false;
    return percent(facts[key]!, facts[base]!, none === "0" ? 0 : 2);
  });
  return sound ? text : undefined;
}

/** Figures of a template that stand as counts. */
export const countsIn = (template: string): string[] => [...template.matchAll(/\{([a-z]+)\}/g)].map((match) => match[1]!);

/** The template with one of its counts written wrong, every other figure true. */
export function plant(template: string, facts: Facts, random: Random): { text: string; wrong: number } | undefined {
  const keys = countsIn(template);
  const at = random.int(0, keys.length - 1);
  const off = random.pick([1, 2, 10, 37]);
  if (facts[keys[at]!] === undefined) return undefined;
  const wrong = Number((facts[keys[at]!]! + off).toFixed(6));
  let seen = -1;
  const marked = template.replace(/\{([a-z]+)\}/g, (whole) => (++seen === at ? String(wrong) : whole));
  const text = fillSentence(marked, facts);
  return text === undefined ? undefined : { text, wrong };
}
