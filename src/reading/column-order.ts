import type { Form } from "../form/compile.ts";
import type { ColumnDefinition } from "../form/definition.ts";
import type { Candidate } from "./candidates.ts";
import { orderInGrid } from "./grid-map.ts";
import { marksColumn, type Header, type HeadingPlaces } from "./headings.ts";
import type { Meaning } from "./phrases.ts";
import { labelKey } from "./script.ts";
import { isNumber, isPrinted, type LabelWord } from "./segments.ts";

/** Columns of table 三 beside the kinds of organisations. */
export const OUTER = ["natural-persons", "total"];

/** A header that names all of its columns, with the rows below it. */
export interface NamedColumns {
  readonly header: Header;
  readonly columns: readonly ColumnDefinition[];
  readonly form: Form;
  readonly rows: readonly Candidate[];
  /** Where the headings stand, where they are known by their marks only. */
  readonly marked: HeadingPlaces | undefined;
  /** Headings that are printed whole, in order. */
  readonly meanings: readonly Meaning[];
}

export interface ColumnOrder {
  readonly order: readonly ColumnDefinition[];
  /** A heading whose place in print says another order than is sure: to be said. */
  readonly doubtful?: LabelWord;
}

/**
 * The columns in the order in which a header prints them all.
 *
 * In table 二 the headings decide where they are whole, and a grid below them; those that print tears stand on lines of
 * their own, and may be moved against each other (上一年项目 处理决定数 | 本年增/减 | 数量 量). Table 三's header stands in two rows, which flattened text
 * mixes: there the grid decides; where 总计 stands is decided by the rows that add up; and an order in which 自然人 is
 * not the first is said to be doubtful, for it may be the header's lines that are moved and not its columns.
 */
export function orderOf(named: NamedColumns): ColumnOrder {
  const { header, columns, form, rows } = named;
  const order = orderInPrint(named);
  if (order.every((column, at) => column === columns[at])) return { order };
  const { labels } = header;
  const inGrid = orderInGrid(header.segments, columns, rows, form);
  if (inGrid) return { order: inGrid };
  if (form.id !== "requests") {
    const moved = !standInLine(labels, columns) || isAboveStub(labels);
    const last = labels.findLast((label) => columns.some((column) => marksColumn(label, column.id)));
    if (moved) return { order: columns, doubtful: last };
    // Each on a line of its own: taller cells may have been printed first.
    return { order, doubtful: linesOf(labels, columns).size > 1 ? last : undefined };
  }
  const { order: proved, sure } = withTotalProved(order, rows);
  const kinds = columns.filter((column) => !OUTER.includes(column.id));
  const kindsMoved = proved.filter((column) => kinds.includes(column)).some((column, at) => column !== kinds[at]);
  if (kindsMoved && !standInLine(labels, kinds)) return { order: columns, doubtful: labels.findLast((label) => marksColumn(label, kinds[0]!.id)) };
  // Kinds in another order, each on a line of its own: taller cells may have been printed first.
  const moved = kindsMoved && linesOf(labels, kinds).size > 1 ? labels.findLast((label) => marksColumn(label, kinds[0]!.id)) : undefined;
  if (proved.find((column) => column.id !== "total") === columns[0]) return { order: proved, doubtful: sure ? moved : labels.findLast((label) => marksColumn(label, "total")) };
  const persons = labels.findLast((label) => marksColumn(label, "natural-persons"));
  // Cells a line each are as often sorted by their middles: 法人或其他组织 stands a little above 自然人.
  const applicants = columns.filter((column) => column.id !== "total");
  const isMoved = !standInLine(labels, applicants) || linesOf(labels, applicants).size > 1 || isOutOfLine(labels, persons) || isBehindKinds(named);
  return { order: isMoved ? columns : proved, doubtful: persons ?? labels[labels.length - 1] };
}

const ABOVE_STUB = ["items-before", "items-change", "decisions", "issued", "in-force", "purchases", "purchase-amount"];

/** True where a heading of table 二 is printed before 信息内容, which is the first of its row. */
function isAboveStub(labels: readonly LabelWord[]): boolean {
  const stub = labels.findLastIndex((label) => label.word.text.includes("信息内容"));
  const band = labels.findLastIndex((label) => label.word.text.includes("第二十条"));
  return stub > band + 1 && labels.slice(band + 1, stub).some((label) => ABOVE_STUB.some((column) => marksColumn(label, column)));
}

/** The end of a heading that print broke (组织, 机构), which names no column. */
function isPiece(label: LabelWord, columns: readonly ColumnDefinition[]): boolean {
  const key = labelKey(label.word.text);
  return key.length >= 2 && columns.every((column) => !marksColumn(label, column.id)) && columns.some((column) => column.label.length > key.length && labelKey(column.label).endsWith(key));
}

/** The lines on which the headings of columns stand. */
const linesOf = (labels: readonly LabelWord[], columns: readonly ColumnDefinition[]): ReadonlySet<number> => new Set(columns.flatMap((column) => labels.findLast((label) => marksColumn(label, column.id))?.word.line ?? []));

/** True where the headings of columns stand on one line, or each on a line of its own: print that tears none of them. */
function standInLine(labels: readonly LabelWord[], columns: readonly ColumnDefinition[]): boolean {
  // 社会 on one line and 公益组织 on the next are one heading: where its column stands they do not say.
  const isSpread = ({ id }: ColumnDefinition) => new Set(labels.filter((label) => marksColumn(label, id)).map((label) => label.word.line)).size > 1;
  if (columns.some(isSpread)) return false;
  const lines = linesOf(labels, columns);
  const found = columns.filter((column) => labels.some((label) => marksColumn(label, column.id))).length;
  return lines.size === 1 || (lines.size === found && !labels.some((label) => isPiece(label, columns)));
}

/** The order of the headings in print; those of the header's second row stand where 法人或其他组织 stands in the first. */
function orderInPrint({ columns, form, marked, meanings }: NamedColumns): ColumnDefinition[] {
  const rank = (id: string) => marked?.columns.get(id) ?? meanings.findIndex((meaning) => meaning.role === "column" && meaning.column === id);
  const order = [...columns].sort((a, b) => rank(a.id) - rank(b.id));
  const organisations = placeOfOrganisations(marked, meanings);
  if (organisations < 0 || form.id !== "requests") return order;
  const kinds = order.filter((column) => !OUTER.includes(column.id));
  const outer = order.filter((column) => OUTER.includes(column.id)).map((column) => ({ column, at: rank(column.id) }));
  if (outer.some(({ at }) => at > rank(kinds[0]!.id))) return order;
  return [...outer.filter(({ at }) => at < organisations).map(({ column }) => column), ...kinds, ...outer.filter(({ at }) => at > organisations).map(({ column }) => column)];
}

const placeOfOrganisations = (marked: HeadingPlaces | undefined, meanings: readonly Meaning[]) => marked?.organisations ?? meanings.findLastIndex((meaning) => meaning.role === "organisations");

/** True where 法人或其他组织, which stands above the kinds, is printed behind one of them: the header's lines are out of order. */
function isBehindKinds({ columns, marked, meanings }: NamedColumns): boolean {
  const rank = (id: string) => marked?.columns.get(id) ?? meanings.findIndex((meaning) => meaning.role === "column" && meaning.column === id);
  return placeOfOrganisations(marked, meanings) > Math.min(...columns.filter((column) => !OUTER.includes(column.id)).map((column) => rank(column.id)));
}

/**
 * True where 自然人 shares a line with other headings but not with 商业企业: a heading of two rows that is centred
 * between the lines of the others, which says nothing of its column.
 */
function isOutOfLine(labels: readonly LabelWord[], persons: LabelWord | undefined): boolean {
  if (!persons) return false;
  const onLine = (column: string) => labels.some((label) => label !== persons && label.word.line === persons.word.line && marksColumn(label, column));
  return !onLine("firms") && (onLine("total") || onLine("other-bodies"));
}

/**
 * 总计 where the complete rows that are not all zero add up: its printed place, or the last, which is the form's and
 * holds where both fit (3 0 0 0 0 0 3: 自然人 alone) and then is not sure.
 */
function withTotalProved(order: readonly ColumnDefinition[], rows: readonly Candidate[]): { readonly order: readonly ColumnDefinition[]; readonly sure: boolean } {
  const printed = order.findIndex((column) => column.id === "total");
  const last = order.length - 1;
  if (printed === last) return { order, sure: true };
  const votes = { printed: 0, last: 0 };
  for (const row of rows) {
    const slots = row.valued ? row.segment.slots.filter(isPrinted) : [];
    if (slots.length !== order.length) continue;
    const values = slots.map((slot) => (isNumber(slot) ? Number(slot.value.decimal) : 0));
    const sum = values.reduce((all, value) => all + value, 0);
    if (sum === 0) continue;
    if (values[printed]! * 2 === sum) votes.printed++;
    if (values[last]! * 2 === sum) votes.last++;
  }
  if (votes.printed > votes.last) return { order, sure: true };
  return { order: [...order.filter((column) => column.id !== "total"), order[printed]!], sure: votes.last > votes.printed || votes.last === 0 };
}
