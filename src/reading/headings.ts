import type { Form } from "../form/compile.ts";
import type { ColumnDefinition } from "../form/definition.ts";
import { labelKey } from "./script.ts";
import { labelAt, type LabelWord, type Segment } from "./segments.ts";

/**
 * Words by which a column is known where its heading is torn, shortened or put in other words (科研单位, 制发件数).
 * A heading of a table bears the words of one column only.
 */
const MARKS: Readonly<Record<string, readonly string[]>> = {
  "natural-persons": ["自然", "公民", "个人"],
  firms: ["商业", "企业", "公司"],
  "research-bodies": ["科研", "研究"],
  "public-welfare-bodies": ["公益", "社会"],
  "legal-service-bodies": ["法律", "律师"],
  "other-bodies": ["其他", "其它"],
  total: ["总计", "合计", "共计", "总数"],
  "newly-made": ["新制作", "制作数"],
  "newly-disclosed": ["新公开", "公开数"],
  "disclosed-total": ["对外公开", "公开总数"],
  issued: ["制发", "制定", "印发", "出台", "制订"],
  repealed: ["废止", "失效", "清理"],
  "in-force": ["有效", "现行", "留存", "存量"],
  "items-before": ["上一年", "上年"],
  "items-change": ["增减", "本年增"],
  decisions: ["处理决定"],
  purchases: ["采购项目"],
  "purchase-amount": ["金额"],
  "fees-charged": ["金额"],
};

/** 法人或其他组织 above the kinds of applicants, in any words. */
const ORGANISATIONS = /(?:企业)?法人(?:或者?|和|及|与)?其[他它]组织/;
/** Headings above headings, whose words are no column's. */
const ABOVE = new RegExp(`${ORGANISATIONS.source}(?:小计)?|申请人(?:情况|类别)|信息内容|第二十条第?[一五六八九]项|本列数据.{0,40}之和`, "g");

/** True for a label word that bears a mark of a column; the words above the headings bear none. */
export const marksColumn = (label: LabelWord, column: string): boolean => {
  const key = labelKey(label.word.text).replace(ABOVE, "");
  return MARKS[column]!.some((mark) => key.includes(mark));
};

/** What stands above the rows of a band. */
export class Header {
  private ownLabels?: readonly LabelWord[];
  private ownHeads?: readonly LabelWord[];

  /** `end`: where the first row's label begins in the last segment's key. */
  constructor(readonly segments: readonly Segment[], readonly end: number, private readonly form: Form) {}

  /** All its label words, up to the row's own label. */
  get labels(): readonly LabelWord[] {
    return (this.ownLabels ??= this.listLabels());
  }

  private listLabels(): readonly LabelWord[] {
    const labels: LabelWord[] = [];
    for (const segment of this.segments) for (const label of segment.labels) if (segment !== this.last || label.end <= this.end) labels.push(label);
    return labels;
  }

  /** The segment of the first row: what stands behind `end` is the row's. */
  get last(): Segment {
    return this.segments[this.segments.length - 1]!;
  }

  /** The headings of a band of table 二, behind its article and 信息内容; of table 三 from 申请人情况 or the first known one on. */
  get heads(): readonly LabelWord[] {
    return (this.ownHeads ??= headsAmong(this.labels, this.form));
  }
}

function headsAmong(labels: readonly LabelWord[], form: Form): readonly LabelWord[] {
  const isRequests = form.id === "requests";
  const above = labels.findLastIndex(({ word: { text } }) => (isRequests ? text.includes("申请人情况") : text.includes("信息内容") || text.includes("第二十条")));
  if (above >= 0 || !isRequests) return labels.slice(above + 1);
  const first = labels.findIndex((label) => marksColumn(label, "natural-persons") || marksColumn(label, "firms"));
  return first < 0 ? [] : labels.slice(first);
}

/** What a header begins behind: the section's title, the article, the stub. */
const BEGINS = ["申请情况", "第二十条", "信息内容"];

/** Where the columns' headings stand in a header, as offsets in its text; -1 for what is not there. */
export interface HeadingPlaces {
  readonly columns: ReadonlyMap<string, number>;
  readonly organisations: number;
  /** Words among the headings that are no column's, in order. */
  readonly unknown: readonly LabelWord[];
}

/**
 * Finds each column by the first of its marks; a column without any is left out, unless it is the only one and a
 * single word that is no other column's stands among the headings: then that word is its heading.
 */
export function readHeadings(header: Header, columns: readonly ColumnDefinition[], form: Form): HeadingPlaces {
  const { labels } = header;
  const keys = labels.map((label) => labelKey(label.word.text));
  const whole = keys.join("");
  const begin = Math.max(0, ...BEGINS.map((word) => whole.lastIndexOf(word)));
  const found = placesByMark(whole.slice(begin), columns);
  const lacking = columns.filter((column) => !found.columns.has(column.id));
  if (lacking.length === 0) return { ...found, unknown: [] };
  const unknown = unknownHeadings(labels, form);
  const [only] = unknown;
  if (lacking.length === 1 && unknown.length === 1 && columns.length > 2) {
    const at = keys.slice(0, labels.indexOf(only!)).join("").length - begin;
    if (at >= 0) return { ...found, columns: new Map([...found.columns, [lacking[0]!.id, at]]), unknown };
  }
  return { ...found, unknown };
}

function placesByMark(text: string, columns: readonly ColumnDefinition[]): Omit<HeadingPlaces, "unknown"> {
  const own = text.replace(ABOVE, (found) => "　".repeat(found.length));
  const places = new Map<string, number>();
  for (const column of columns) {
    const found = (MARKS[column.id] ?? []).map((mark) => own.indexOf(mark)).filter((at) => at >= 0);
    if (found.length > 0) places.set(column.id, Math.min(...found));
  }
  return { columns: places, organisations: text.search(ORGANISATIONS) };
}

/** A heading, by its last words: what counts something, and what compares or explains it. */
const COUNTS = /(?:数|数量|额|率|比|项)$/;
/** Of another year or span of time than the report's; 上一年项目数量 is a column of the form. */
const OTHER_TIME = /上年|去年|往年|同期|累计|(?<!上)上一年(?!度?项目)|20\d\d年/;
/** What counts at the end of a year counts all that came before: there 累计 says nothing else. */
const AT_THE_END = /有效|对外公开/;

/**
 * Headings of a band of table 二 that count something else than the form's columns, beside them or in their place
 * (收费项目数量, 上年处理决定数量, 累计制发件数): figures below them are no figures of the form.
 */
export function strangeHeadings({ heads }: Header, columns: readonly ColumnDefinition[], form: Form, year: number | null): LabelWord[] {
  const { columns: official, all } = officialOf(form);
  const withoutOwn = (key: string) => (AT_THE_END.test(key) ? key.replace("累计", "") : key).replace(year === null ? "" : `${year}年`, "");
  const isOtherTime = (key: string) => OTHER_TIME.test(withoutOwn(key));
  const hasItems = columns.some((column) => column.id === "items-before");
  const strange = heads.filter((label) => {
    // A remark says how the heading's figures were counted; 第(五)项 is no remark.
    const key = labelKey(label.word.text.replace(/\((?![一二三四五六七八九十]\))[^()]*\)/g, ""));
    if (key.length < 3 || all.includes(key)) return false;
    if (official.some((own) => key.includes(own)) || (hasItems && /项目数/.test(key))) return isOtherTime(key.replace(/20\d\d年项目/, ""));
    return isOtherTime(key) || (COUNTS.test(key) && !Object.values(MARKS).some((marks) => marks.some((mark) => key.includes(mark))));
  });
  // The one heading of a band of one figure may be in the office's own words (本年办理数量).
  const own = columns.length === 1 && !heads.some((label) => marksColumn(label, columns[0]!.id));
  return own && strange.length === 1 && labelKey(strange[0]!.word.text).startsWith("本年") ? [] : strange;
}

/**
 * A heading that another edition has and this one has not (本年新公开数量 above a row of 2021): the figures below it are
 * another quantity than the form's.
 */
export function headingOfAnotherEdition(header: Header, form: Form): LabelWord | undefined {
  for (const segment of header.segments) {
    for (const { phrase, start } of segment.hits) {
      const label = phrase.telling?.table === form.id && phrase.telling.edition !== form.edition ? labelAt(segment, start) : undefined;
      if (label && header.heads.includes(label)) return label;
    }
  }
  return undefined;
}

/**
 * A heading that stands in another place than the form has it, among headings as many as the form's of which some are
 * not known (采购金额 before 项目数): all of them, or those of one line where others go on below (本年废止件数 本年制 现行有效件数 over 发件数).
 */
export function misplacedHeading(header: Header, columns: readonly ColumnDefinition[]): LabelWord | undefined {
  const heads = header.heads.filter((label) => labelKey(label.word.text).length >= 2);
  const misplaced = (row: readonly LabelWord[]) =>
    row.length !== columns.length ? undefined : row.find((label, at) => !marksColumn(label, columns[at]!.id) && columns.some((column) => marksColumn(label, column.id)));
  const found = misplaced(heads);
  if (found || heads.length <= columns.length) return found;
  for (const line of new Set(heads.map(({ word }) => word.line))) {
    const own = misplaced(heads.filter(({ word }) => word.line === line));
    if (own) return own;
  }
  return undefined;
}

/** A heading of a character or two is a piece of any column's; of so many as there are columns each is of the one in its place. */
const LONGEST_PIECE = 2;

/** A piece of a heading that is none of the column's in its place, among as many as the form has (律 他 企 科 社). */
export function misplacedPiece(header: Header, columns: readonly ColumnDefinition[]): LabelWord | undefined {
  const heads = header.heads.filter((label) => labelKey(label.word.text).replace(ABOVE, "") !== "");
  if (heads.length !== columns.length) return undefined;
  return heads.find((label, at) => {
    const key = labelKey(label.word.text);
    const { label: own, aliases = [] } = columns[at]!;
    return key.length <= LONGEST_PIECE && ![own, ...aliases].some((wording) => labelKey(wording).includes(key)) && !marksColumn(label, columns[at]!.id);
  });
}

/** Labels of a form's headings as keys: worked out once a form. */
const officialKeys = new WeakMap<Form, { readonly columns: readonly string[]; /** One a line. */ readonly all: string }>();

function officialOf(form: Form) {
  const known = officialKeys.get(form);
  if (known) return known;
  const columns = form.definition.bands.flatMap((band) => band.columns.flatMap((column) => [column.label, ...(column.aliases ?? [])])).map(labelKey);
  const others = form.definition.bands.flatMap((band) => [band.label ?? "", ...(band.aliases ?? []), band.stub ?? "", band.columnsHeading ?? "", ...band.columns.map((column) => column.group ?? "")]).map(labelKey);
  const keys = { columns, all: [...columns, ...others].join("\n") };
  officialKeys.set(form, keys);
  return keys;
}

/**
 * Words that stand where headings stand and are no heading of this form, nor a piece of one: figures below them may
 * belong to no official column, or to another than its place says.
 */
function unknownHeadings(labels: readonly LabelWord[], form: Form): LabelWord[] {
  const title = labelKey(form.definition.title);
  const { all } = officialOf(form);
  const isKnown = (key: string) => all.includes(key) || Object.values(MARKS).some((marks) => marks.some((mark) => key.includes(mark)));
  const firstKnown = labels.findIndex((label) => labelKey(label.word.text).length >= 2 && isKnown(labelKey(label.word.text)));
  return firstKnown < 0 ? [] : labels.slice(firstKnown).filter((label) => {
    const key = labelKey(label.word.text).replace(ABOVE, "");
    return key.length >= 2 && !/\d|单位/.test(key) && !key.includes(title) && !title.includes(key) && !isKnown(key);
  });
}
