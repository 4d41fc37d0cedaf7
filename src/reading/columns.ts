import type { Form } from "../form/compile.ts";
import type { ColumnDefinition } from "../form/definition.ts";
import type { Candidate } from "./candidates.ts";
import { orderOf, OUTER } from "./column-order.ts";
import { headingOf, type PrintedColumn } from "./grid-map.ts";
import { headingOfAnotherEdition, misplacedHeading, misplacedPiece, readHeadings, strangeHeadings, type Header, type HeadingPlaces } from "./headings.ts";
import type { Hit, Meaning } from "./phrases.ts";
import { labelKey } from "./script.ts";
import { withSubtotal } from "./subtotal.ts";
import { isNumber, isPrinted, labelAt, type LabelWord, type Segment } from "./segments.ts";

/** The columns of a band as its header prints them. */
export interface PrintedColumns {
  readonly columns: readonly PrintedColumn[];
  /** Words among the headings that are no column's. */
  readonly unknown: readonly LabelWord[];
}

/** Rows that have to agree before a header that names few columns is believed. */
const ENOUGH_ROWS = 3;

/**
 * Table 三 without one of its kinds of applicants: the rows print as many figures as the header names columns, and add
 * up in the official order of these. Undefined where they do not.
 */
function lackingKinds(named: readonly ColumnDefinition[], rows: readonly Candidate[]): PrintedColumn[] | undefined {
  if (named[named.length - 1]?.id !== "total") return undefined;
  const printed = rows.filter((row) => row.valued).map((row) => row.segment.slots.filter(isPrinted));
  const fitting = printed.filter((slots) => slots.length === named.length);
  const told = fitting.map((slots) => slots.map((slot) => (isNumber(slot) ? Number(slot.value.decimal) : 0))).filter((values) => values.some((value) => value > 0));
  const proved = told.length > 0 && told.every((values) => values.reduce((sum, value) => sum + value, 0) === values[values.length - 1]! * 2);
  return proved && fitting.length >= ENOUGH_ROWS && fitting.length >= printed.length * 0.8 ? [...named] : undefined;
}

/**
 * Table 三 with its organisations in one column, or with 总计 alone: the header names no kind of organisation, and the
 * rows print as many figures as it names columns. Undefined where header and rows do not agree.
 */
function fewerColumns(places: HeadingPlaces, columns: readonly ColumnDefinition[], rows: readonly Candidate[]): PrintedColumn[] | undefined {
  const named = columns.filter((column) => places.columns.has(column.id));
  if (named.length === 0) return undefined;
  if (named.some((column) => !OUTER.includes(column.id))) return lackingKinds(named, rows);
  const printed = [...named.map((column) => ({ column: column as PrintedColumn, at: places.columns.get(column.id)! })), ...(places.organisations < 0 ? [] : [{ column: null, at: places.organisations }])];
  const counts = rows.filter((row) => row.valued).map((row) => row.segment.slots.filter(isPrinted).length);
  const agreeing = counts.filter((count) => count === printed.length).length;
  if (agreeing < ENOUGH_ROWS || agreeing < counts.length * 0.8) return undefined;
  return printed.sort((a, b) => a.at - b.at).map(({ column }) => column);
}

const namesAll = (meanings: readonly Meaning[], columns: readonly ColumnDefinition[]) => columns.every((column) => meanings.some((meaning) => meaning.role === "column" && meaning.column === column.id));

/** What a header begins with: the article of table 二, 申请人情况 of table 三. */
const beginnings = new WeakMap<Form, ReadonlySet<string>>();

function beginningsOf(form: Form): ReadonlySet<string> {
  let keys = beginnings.get(form);
  if (!keys) {
    const articles = form.definition.bands.flatMap((band) => [band.label ?? "", ...(band.aliases ?? [])]);
    keys = new Set(form.id === "requests" ? ["申请人情况"] : articles.map(labelKey));
    beginnings.set(form, keys);
  }
  return keys;
}

const OTHERS = "其他";

/** True for 其他 that is a heading: not that of 商业企业及其他, nor of 社会公益组织及其他社会组织. */
function isOwnHeading(segment: Segment, { start }: Hit, before: Hit | undefined): boolean {
  const word = labelAt(segment, start);
  return word === undefined || word.start === start || before?.end === start;
}

/** The headings of a header in order, from its beginning on: a caption or a note above it may name some of them too. */
function headingsOf(segments: readonly Segment[], columns: readonly ColumnDefinition[], form: Form): Meaning[] {
  const named: Hit[] = [];
  for (const segment of segments) segment.hits.forEach((hit, at) => (hit.phrase.key !== OTHERS || isOwnHeading(segment, hit, segment.hits[at - 1])) && named.push(hit));
  // Of two 其他 the last one is the column's, as in the form.
  const last = named.findLast((hit) => hit.phrase.key === OTHERS);
  const hits = form.id === "requests" ? named.filter((hit) => hit.phrase.key !== OTHERS || hit === last) : named;
  const meaningsOf = (some: readonly Hit[]) => some.map((hit) => headingOf(hit, form)).filter((meaning) => meaning !== undefined);
  const begins = beginningsOf(form);
  const own = meaningsOf(hits.slice(hits.findLastIndex((hit) => begins.has(hit.phrase.key)) + 1));
  return namesAll(own, columns) ? own : meaningsOf(hits);
}

/**
 * The columns in the order in which the header prints them. Labels decide: a header whose columns all are there is
 * followed even where it is not in official order; otherwise the official order holds.
 *
 * Table 三's header prints 法人或其他组织 above its five kinds, so flattened text names 总计 before them.
 */
export function printedColumns(header: Header, columns: readonly ColumnDefinition[], form: Form, rows: readonly Candidate[], year: number | null): PrintedColumns {
  const { segments } = header;
  const official: PrintedColumn[] = [...columns];
  const meanings = headingsOf(segments, columns, form);
  const complete = namesAll(meanings, columns);
  const marked = complete ? undefined : readHeadings(header, columns, form);
  const unknown = marked?.unknown ?? [];
  /** Of table 三: 小计 in its place; what is doubtful is said. */
  const told = (order: readonly PrintedColumn[], strange: readonly LabelWord[]): PrintedColumns => {
    if (form.id !== "requests") return { columns: order, unknown: strange };
    const { columns: printed, doubtful } = withSubtotal(order, meanings, header.labels, rows);
    return { columns: printed, unknown: doubtful && strange.length === 0 ? [doubtful] : strange };
  };
  if (marked && marked.columns.size < columns.length) {
    const moved = outOfOrder(marked, columns) ? header.segments.flatMap((segment) => segment.labels).filter((label) => label.start < header.end).pop() : undefined;
    if (moved && unknown.length === 0) return told(official, [moved]);
    const piece = misplacedPiece(header, columns);
    if (piece && unknown.length === 0) return told(official, [piece]);
    const misplaced = misplacedHeading(header, columns);
    if (form.id !== "requests") return { columns: official, unknown: unknown.length > 0 ? unknown : misplaced ? [misplaced] : doubtsOf(header, columns, form, year) };
    const fewer = fewerColumns(marked, columns, rows);
    return fewer ? { columns: fewer, unknown } : told(official, unknown);
  }
  const printed = orderOf({ header, columns, form, rows, marked, meanings });
  const strange = [...unknown, ...(printed.doubtful ? [printed.doubtful] : [])];
  return told(printed.order, strange.length === 0 && form.id !== "requests" ? doubtsOf(header, columns, form, year) : strange);
}

/** Headings of table 二 below which may stand something else than the form's figures. */
function doubtsOf(header: Header, columns: readonly ColumnDefinition[], form: Form, year: number | null): readonly LabelWord[] {
  const doubtful = headingOfAnotherEdition(header, form);
  return doubtful ? [doubtful] : strangeHeadings(header, columns, form, year);
}

/** Columns whose headings are known by more than 其他 or 总计, and stand in one line of the header. */
const OUTSTANDING = new Set(["natural-persons", "total", "other-bodies"]);

/** True where the headings that are left of a torn header stand in another order than the official one. */
function outOfOrder(places: HeadingPlaces, columns: readonly ColumnDefinition[]): boolean {
  const found = columns.filter((column) => !OUTSTANDING.has(column.id) && places.columns.has(column.id)).map((column) => places.columns.get(column.id)!);
  return found.some((place, at) => at > 0 && place < found[at - 1]!);
}

