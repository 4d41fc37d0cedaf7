import type { Form } from "../form/compile.ts";
import type { Finding } from "../finding/model.ts";
import { fillCells, notPlaced, type OpenStrip } from "./cells.ts";
import { turnedFinding } from "./bands.ts";
import { byLine, joinPieces, joinThousands, withoutBeyond } from "./placing.ts";
import { addsUp as resultsAddUp, SIZE } from "./review-headings.ts";
import type { ReadTable, Surroundings } from "./rows.ts";
import { isNumber, isPrinted, type Slot } from "./segments.ts";
import type { FoundStrip } from "./tables.ts";
import { strangeHeads, wordingFinding } from "./wording.ts";

/** Fifteen values in order as far as print tells: all there (below a row 栏次 1 to 15 perhaps), all but page numbers, with the empty cells, on one line. */
function stripInOrder(slots: readonly Slot[], count: number): readonly Slot[] | undefined {
  const printed = slots.filter(isPrinted);
  const sure = printed.filter((slot) => !slot.word.alone);
  if (printed.length === count * 2 && printed.slice(0, count).every((slot, at) => slot.word.text === String(at + 1))) return printed.slice(count);
  if (printed.length === count + 1 && isSum(printed)) return printed.slice(0, count);
  const readings = [printed, sure, slots, sure.length > count ? lineOf(sure, count) : undefined, joinThousands(sure, count), joinPieces(sure, count)];
  return readings.find((reading) => reading?.length === count);
}

/** True where the groups add up and one figure more is the sum of their totals: a column 合计, which the form does not have. */
function isSum(printed: readonly Slot[]): boolean {
  const places = printed.slice(0, -1).map((_, at) => at);
  const totals = places.filter((at) => at % SIZE === SIZE - 1).reduce((sum, at) => sum + figureOf(printed[at]!), 0);
  return resultsAddUp(printed.slice(0, -1), places) && figureOf(printed[printed.length - 1]!) === totals;
}

const figureOf = (slot: Slot) => (isNumber(slot) ? Number(slot.value.decimal) : 0);

/** A number of the row 栏次 above the figures. */
const isColumnNumber = (slot: Slot, printed: readonly Slot[], inOrder: readonly Slot[]) => printed.length === inOrder.length * 2 && slot.word.text === String(printed.indexOf(slot) + 1);

/** Reads a found table 四: fifteen values in one row. */
export function readStripTable(found: FoundStrip, form: Form, { segments, budget }: Surroundings): ReadTable {
  const official = form.cells.map((cell) => cell.id);
  const printed = found.slots.filter(isPrinted);
  const direct: (Slot | undefined)[] = form.cells.map(() => undefined);
  const findings: Finding[] = [];
  const open: OpenStrip[] = [];
  const slots = withoutBeyond(found.slots, segments[found.from]!.labels);
  const inOrder = stripInOrder(slots, official.length);
  const turned = officialPlaces(found, inOrder);
  const places = turned ?? official.map((_, at) => at);
  if (turned) findings.push(turnedFinding(form, [...new Set(turned.map((place) => form.cells[place]!.row))], segments[found.from]!.labels[0]?.word));
  if (found.order?.unclear) {
    const { word } = segments[found.from]!.labels.find((label) => /行政诉讼/.test(label.word.text)) ?? segments[found.from]!.labels[0]!;
    findings.push({ code: "columns-unclear", at: { table: form.id, edition: form.edition }, origin: word.origin, received: word.raw, words: { raw: word.raw } });
  }
  if (inOrder) {
    places.forEach((place, at) => {
      if (isPrinted(inOrder[at]!)) direct[place] = inOrder[at];
    });
    const raws = inOrder.map((slot) => slot.word.raw).join(" ");
    const torn = tornFrom(inOrder);
    const broken = torn || found.from !== found.to ? undefined : brokenAt(inOrder);
    if (broken) findings.push({ code: "row-broken", at: { table: form.id, edition: form.edition }, origin: broken.word.origin, received: broken.word.raw.trim(), words: { raw: broken.word.raw.trim() } });
    if (torn) findings.push({ code: "row-torn", at: { table: form.id, edition: form.edition }, origin: torn.word.origin, received: torn.word.raw.trim(), words: { raw: torn.word.raw.trim() } });
    // A joined number (`1 204`) still shows its parts; whatever else is left over has no cell.
    const beyond = printed.length === inOrder.length + 1 && inOrder.every((slot, at) => slot === printed[at]) ? printed[inOrder.length]! : undefined;
    if (beyond && !beyond.word.alone) findings.push(notPlaced(form, beyond));
    else for (const slot of printed) if (isNumber(slot) && !inOrder.includes(slot) && !slot.word.alone && !isColumnNumber(slot, printed, inOrder) && !raws.includes(` ${slot.word.raw}`)) findings.push(notPlaced(form, slot));
  } else if (printed.length > 0 && printed.length < places.length) {
    const last = slots.reduce((top, slot, at) => (isPrinted(slot) ? at : top), -1);
    if (last === printed.length - 1 && slots.length > printed.length) {
      // The rest is printed empty: filled in from the left, and said so.
      printed.forEach((slot, at) => (direct[places[at]!] = slot));
      findings.push({ code: "short-row", at: { table: form.id, edition: form.edition }, origin: printed[0]!.word.origin, words: { count: String(printed.length) } });
    } else open.push({ cells: places.map((place) => official[place]!), slots: printed, strays: [], emptyTail: false });
  } else {
    for (const slot of printed) if (isNumber(slot)) findings.push(notPlaced(form, slot));
  }
  const strange = printed.length > 0 ? strangeHeads(segments, found.from, found.to) : [];
  if (strange.length > 0) findings.push(wordingFinding(form, strange));
  const filled = fillCells({ form, direct, open, columnUnits: new Map(), budget });
  const origin = segments[found.from]?.labels.find((label) => /行政复议/.test(label.word.text))?.word.origin ?? found.slots[0]?.word.origin;
  return { table: { ...filled.table, origin }, findings: [...findings, ...filled.findings] };
}

/** A figure alone on its line beside a line of many: print that moves cells may have put it before or behind its place. */
function tornFrom(slots: readonly Slot[]): Slot | undefined {
  if (slots[0]!.word.line === slots[slots.length - 1]!.word.line) return undefined;
  const lines = byLine(slots);
  return lines.some((line) => line.length >= MANY_ON_LINE) ? lines.find((line) => line.length === 1)?.[0] : undefined;
}

/** The first figure of the second line where the row is broken into two unlike ones: a scan askew prints its right part first. */
function brokenAt(slots: readonly Slot[]): Slot | undefined {
  if (slots[0]!.word.line === slots[slots.length - 1]!.word.line) return undefined;
  const lines = byLine(slots);
  return lines.length === 2 && lines[0]!.length !== lines[1]!.length ? lines[1]![0] : undefined;
}

const MANY_ON_LINE = 5;

/** The headings' own order, unless they are torn so that only the official one adds up. */
function officialPlaces({ order }: FoundStrip, inOrder: readonly Slot[] | undefined): readonly number[] | undefined {
  if (!order || (order.unclear && !order.followed)) return undefined;
  const official = order.places.map((_, at) => at);
  return inOrder && !resultsAddUp(inOrder, order.places) && resultsAddUp(inOrder, official) ? undefined : order.places;
}

/** The values of the one line that holds exactly as many as there are cells. */
function lineOf(slots: readonly Slot[], count: number): Slot[] | undefined {
  const full = byLine(slots).filter((line) => line.length === count);
  return full.length === 1 ? full[0] : undefined;
}
