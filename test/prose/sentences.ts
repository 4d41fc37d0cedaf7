import { cellId } from "../../src/form/compile.ts";
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

/** Every figure that the corpus speaks of, from tables 三 and 四. */
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
    suits: four(suits), direct: four(["litigation-direct"]), after: four(["litigation-after-reconsideration"]),
  } satisfies Record<string, number>;
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

const percent = (part: number, base: number, places: number) => ((100 * part) / base).toFixed(places);

/** A sentence filled with facts; undefined where a quotient has no base. */
export function fillSentence(template: string, facts: Facts): string | undefined {
  let sound = true;
  const text = template.replace(/\{([a-z]+)(?:%(0?)([a-z]+))?\}/g, (_, key: string, none: string | undefined, base?: string) => {
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
  const wrong = facts[keys[at]!]! + off;
  let seen = -1;
  const marked = template.replace(/\{([a-z]+)\}/g, (whole) => (++seen === at ? String(wrong) : whole));
  const text = fillSentence(marked, facts);
  return text === undefined ? undefined : { text, wrong };
}
