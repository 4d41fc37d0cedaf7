import { type CellId, type Form, type FormRow } from "../form/compile.ts";
import type { Finding } from "../finding/model.ts";
import { toOfficialWidth } from "../form/width.ts";
import type { ReportTable } from "../report/model.ts";
import { changeWord, type Word } from "../source/word.ts";
import { layOutBands, type BandLayout } from "./bands.ts";
import type { Candidate } from "./candidates.ts";
import { allNotPlaced, fillCells, notPlaced, type OpenStrip } from "./cells.ts";
import type { PrintedColumn } from "./grid-map.ts";
import { editionOf } from "./edition.ts";
import { withoutCopies } from "./filled.ts";
import { lexicon } from "./phrases.ts";
import { byLine, NOTHING_PLACED, placeByKind, placeRow, withoutBeyond, type RowPlacing, type Ruler } from "./placing.ts";
import { isNumber, isPrinted, labelAt, NO_SLOTS, type Segment, type Slot } from "./segments.ts";
import type { FoundRows, Stray } from "./tables.ts";
import { brokenOff, isPageNumber, mayBePage, mayContinue, unreadBeside, unreadFigures } from "./unread.ts";
import type { MoneyUnit } from "./value.ts";
import { PAGE_FURNITURE, strangeLabels, wordingFinding } from "./wording.ts";

/** What a table stands among. */
export interface Surroundings {
  readonly segments: readonly Segment[];
  /** True for the key of a line that stands several times in the source: a running header. */
  readonly isRepeated: (key: string) => boolean;
  /** True for a lone figure that is one of a run of page numbers. */
  readonly isPaged: (slot: Slot) => boolean;
  /** Search nodes that a table's lost cells may cost: less in a source of very many tables. */
  readonly budget?: number;
}

export interface ReadTable {
  readonly table: ReportTable;
  readonly findings: readonly Finding[];
}

/** Figures that one finding names. */
const MOST_SHOWN = 12;

/** Order of 四、结转下年度继续办理: a section title follows it at any distance. */
const LAST_ROW = (lexicon.rows.get("requests")?.length ?? 0) - 1;

/** True where a stray segment's words are no label of their own: the torn end of the row's label, or page furniture. */
function isFurniture(stray: Stray, isRepeated: Surroundings["isRepeated"]): "tail" | "furniture" | "label" {
  const { segment, after } = stray;
  if (after && segment.key !== "" && [...after.row.keys, after.row.keys[0]! + after.row.note].some((key) => key.endsWith(segment.key))) return "tail";
  if (segment.key === "" || isRepeated(segment.key) || PAGE_FURNITURE.test(segment.key)) return "furniture";
  return "label";
}

/**
 * Reads a found table 二 or 三 into cells. `year` only decides the edition of a form that prints nothing telling.
 */
export function readRowsTable(found: FoundRows, { segments, isRepeated, isPaged, budget }: Surroundings, year: number | null): ReadTable {
  const form = editionOf(found, segments, year);
  const idAt = (row: string, column: string): CellId => form.cellAt(row, column)?.id ?? "";
  const direct: (Slot | undefined)[] = form.cells.map(() => undefined);
  const open: OpenStrip[] = [];
  const columnUnits = new Map<CellId, MoneyUnit>();
  const findings: Finding[] = [];
  const chain = found.chain.filter((candidate) => form.row(candidate.row.id));
  // A row of another edition (政府集中采购 in a table of 2021) has no cell here, and its figures do not vanish.
  for (const { row, valued, segment } of found.chain) {
    if (valued && !form.row(row.id)) for (const slot of segment.slots) if (isNumber(slot)) findings.push(notPlaced(form, slot));
  }
  const layouts = layOutBands(found, chain, form, segments, year);
  for (const finding of layouts.findings) findings.push(finding);

  let step: number | undefined;
  const stepOf = () => (step ??= lineStep(chain, form));
  const added: { slot: Slot; row: string }[] = [];
  const unfit: { slot: Slot; row: string }[] = [];
  const taken = new Set<Stray>();
  const unread = new Set<Word>();
  chain.forEach((candidate, at) => {
    const row = form.row(candidate.row.id)!;
    const layout = layouts.bands.get(row.band.id)!;
    const loose: Slot[] = [];
    const all: Slot[] = candidate.valued ? [...candidate.segment.slots] : [];
    /** Figures beside the second line of the label, where the first line has some too: which stands before which, print does not tell. */
    const behindTail: Slot[] = [];
    for (const stray of found.strays) {
      const kind = stray.after === candidate ? isFurniture(stray, isRepeated) : "label";
      if (kind === "label") continue;
      taken.add(stray);
      for (const slot of stray.segment.slots) {
        if (kind === "tail") {
          if (isPrinted(slot) && candidate.segment.slots.some(isPrinted)) behindTail.push(slot);
          all.push(slot);
        } else if (isPrinted(slot)) loose.push(slot);
      }
    }
    // A figure alone on its line is the row's only where the row lacks one: else a page's number.
    const alone = all.filter((slot) => slot.word.alone);
    const sure = alone.length === 0 ? all : all.filter((slot) => !slot.word.alone);
    const slots = sure.length > layout.columns.length ? withoutCopies(sure, layout.header.segments) : sure;
    loose.unshift(...alone);
    if (row.band.columns.length === 1 && slots.length === 0 && loose.length > 0 && !goesOnBelow(candidate, segments) && isPageNumber(loose, candidate, chain)) {
      for (const slot of loose.splice(0)) findings.push(notPlaced(form, slot, row.id));
    }
    for (const { word } of [...unreadFigures(candidate, chain[at + 1]), ...unreadBeside(candidate, segments)]) {
      unread.add(word);
      findings.push(notPlaced(form, { word }, row.id));
    }
    const above = slots.findLast(isPrinted);
    if (form.id === "disclosure" && above && alone.length > 0) {
      const unpaged = alone.filter((slot) => !isPaged(slot));
      const isRest = (slot: Slot) => mayContinue(slot, above) || !mayBePage(slot);
      findings.push(...allNotPlaced(form, unpaged.filter(isRest), row.id));
      // Where the row has its figures, what is alone below them may be anything.
      const others = slots.filter(isPrinted).length >= layout.columns.length ? unpaged.filter((slot) => !isRest(slot)) : [];
      if (others.length > 0) findings.push({ code: "figure-alone", at: { table: form.id, edition: form.edition, row: row.id }, origin: others[0]!.word.origin, received: others[0]!.word.raw.trim(), words: { raw: `${others.slice(0, MOST_SHOWN).map(({ word }) => word.raw.trim()).join("、")}${others.length > MOST_SHOWN ? ` … (${others.length})` : ""}` } });
    }
    const own = layout.bothChanges ? withOneChange(slots, layout.columns) : slots;
    if (!own) findings.push(...allNotPlaced(form, slots.filter(isNumber), row.id));
    const placing = placeRow({
      columns: layout.columns,
      places: layout.places,
      slots: withoutBeyond(own ?? NO_SLOTS, layout.header.heads),
      strays: form.id === "requests" || slots.length === 0 || slots.filter(isPrinted).length + alone.length === layout.columns.length ? loose : NO_SLOTS,
      map: layout.map,
      label: candidate.segment.labels[candidate.segment.labels.length - 1]?.word.line,
      ruler: () => rulerOf(candidate, segments, stepOf()),
      nextItem: nextItem(chain[at + 1]),
    });
    const settled = form.equationsAt(idAt(row.id, "total")).length > 0 ? choose(form, layout, placing) : chooseByKind(row, placing, layout.unit);
    let placed = 0;
    for (let at = 0; at < settled.direct.length; at++) {
      if (!settled.direct[at]) continue;
      direct[row.firstCell + at] = settled.direct[at];
      placed++;
    }
    for (const slot of settled.added ?? []) (addsUp(slot, settled.direct, layout) ? added : unfit).push({ slot, row: row.id });
    if (layout.unit) for (const column of row.band.columns) if (column.measure.scale > 0) columnUnits.set(idAt(row.id, column.id), layout.unit);
    if (settled.short) findings.push({ code: "short-row", at: { table: form.id, edition: form.edition, row: row.id }, origin: slots.find(isPrinted)?.word.origin, words: { count: String(placed) } });
    // Without a total to prove it, a figure from another line is only likely to be the one that the row lacks.
    const torn = form.id === "disclosure" ? [...(layout.columns.length > 1 && slots.length > layout.columns.length ? behindBlank(candidate, chain, row.band.columns.length) : []), ...alone, ...behindTail, ...(layout.columns.length > 1 ? movedFrom(slots) : [])].filter((slot) => slots.some(isPrinted) && settled.direct.includes(slot)) : NO_SLOTS;
    if (torn.length > 0) findings.push({ code: "row-torn", at: { table: form.id, edition: form.edition, row: row.id }, origin: torn[0]!.word.origin, received: torn[0]!.word.raw.trim(), words: { raw: torn.map((slot) => slot.word.raw.trim()).join("、") } });
    const partly = placed > 0 && placed < row.band.columns.length && form.equationsAt(form.cells[row.firstCell]!.id).every((equation) => equation.relation !== "equal");
    if (partly && !settled.short) findings.push({ code: "row-incomplete", at: { table: form.id, edition: form.edition, row: row.id }, origin: slots.find(isPrinted)?.word.origin, words: { count: String(placed), blanks: row.band.columns.filter((_, at) => !settled.direct[at]).map((column) => toOfficialWidth(column.label)).join("、") } });
    if (settled.open.length > 0) {
      const columns = layout.columns.filter((column) => column !== null);
      open.push({ cells: columns.map((column) => idAt(row.id, column.id)), slots: settled.open, strays: settled.extra, emptyTail: settled.emptyTail });
    } else {
      // One number beside a complete row, alone on its line where lines hold several, is a page's; whatever else is left
      // over is reported: behind a page's header the row's own figure may follow, its page number having been taken for it.
      const left = settled.extra.filter(isNumber);
      const onlyPageNumber = left.length === 1 && loose.includes(left[0]!) && left[0]!.word.alone === true && mayBePage(left[0]!);
      if (!onlyPageNumber) findings.push(...allNotPlaced(form, left, row.id));
    }
  });
  for (const stray of found.strays) {
    if (taken.has(stray) || isColumnNumbers(stray.segment)) continue;
    for (const slot of stray.segment.slots) if (isNumber(slot)) findings.push(notPlaced(form, slot));
  }
  for (const { word } of brokenOff(segments, found.from, found.to)) if (!unread.has(word)) findings.push(notPlaced(form, { word }));
  for (const { slot, row } of unfit) if (isNumber(slot)) findings.push(notPlaced(form, slot, row));
  if (added.length > 0) findings.push({ code: "extra-column", at: { table: form.id, edition: form.edition }, origin: added[0]!.slot.word.origin, words: { figures: added.map(({ slot }) => slot.word.raw.trim()).join("、") } });
  if (form.id === "disclosure") findings.push(...yearsAmong(direct, form, year));
  const strange = strangeLabels(chain, form, layouts.bands, segments, found.to, isRepeated);
  if (strange.length > 0) findings.push(wordingFinding(form, strange));
  const present = new Set(chain.map((candidate) => candidate.row.id));
  for (const row of form.rows) if (!present.has(row.id)) findings.push({ code: "row-missing", at: { table: form.id, edition: form.edition, row: row.id } });
  const filled = fillCells({ form, direct, open, columnUnits, budget });
  const origin = labelAt(segments[found.from]!, 0)?.word.origin ?? chain[0]?.segment.labels[0]?.word.origin;
  return { table: { ...filled.table, origin }, findings: [...findings, ...filled.findings] };
}

/** Figures of a row on another line than others that share one: print that moves cells may have put them before or behind their place. */
function movedFrom(slots: readonly Slot[]): readonly Slot[] {
  // Nearly all rows stand on one line, or each of their figures on its own.
  if (slots.length < 2 || slots[0]!.word.line === slots[slots.length - 1]!.word.line) return NO_SLOTS;
  const lines = byLine(slots.filter(isPrinted));
  let fullest = NO_SLOTS;
  for (const line of lines) if (line.length > fullest.length) fullest = line;
  return fullest.length > 1 ? lines.filter((line) => line !== fullest).flat() : NO_SLOTS;
}

/** The first figure behind an empty cell between a row's figures, or -1. */
const blankAmong = (slots: readonly Slot[]) => slots.findIndex((slot, at) => isPrinted(slot) && at > 0 && !isPrinted(slots[at - 1]!) && slots.slice(0, at - 1).some(isPrinted));

/** Figures as many as the columns, with an empty cell among them that the rows beside do not have: one was lost and one is too many. */
function behindBlank({ segment, row }: Candidate, chain: readonly Candidate[], count: number): readonly Slot[] {
  const { slots } = segment;
  const at = slots.filter(isPrinted).length === count ? blankAmong(slots) : -1;
  if (at < 0) return NO_SLOTS;
  const others = chain.filter((other) => other.valued && other.row !== row && other.segment.slots.filter(isPrinted).length === count);
  return others.some((other) => blankAmong(other.segment.slots) < 0) ? [slots[at]!] : NO_SLOTS;
}

/** True where the rest of a row's label stands right below its figures: print that wraps it around them. */
function goesOnBelow({ row, segment, start }: Candidate, segments: readonly Segment[]): boolean {
  const printed = segment.key.slice(start);
  const below = segments[segment.index + 1]?.key ?? "";
  return printed !== "" && below !== "" && row.keys.some((key) => key.length > printed.length && key.startsWith(printed) && below.startsWith(key.slice(printed.length)));
}

/** 栏次 1 2 3 …: the numbers of the columns, in a row of their own above the figures. */
const isColumnNumbers = ({ key, slots }: Segment) => key.length <= 4 && slots.length >= 3 && slots.every((slot, at) => slot.word.text === String(at + 1));

/** Figures of table 二, which no sum proves, that are the report's year. */
function yearsAmong(direct: readonly (Slot | undefined)[], form: Form, year: number | null): Finding[] {
  const findings: Finding[] = [];
  for (const [at, slot] of direct.entries()) {
    if (slot?.word.text !== String(year)) continue;
    const { word } = slot;
    const { row, column } = form.cells[at]!;
    const raw = word.raw.trim();
    findings.push({ code: "year-as-figure", at: { table: form.id, edition: form.edition, row: row.id, column: column.id }, origin: word.origin, received: raw, words: { raw } });
  }
  return findings;
}

/**
 * 小计 is the sum of the five kinds of 法人或其他组织, or what 总计 has beside 自然人 where the kinds are not printed; one
 * that is not is a figure that nobody accounts for.
 */
function addsUp(slot: Slot, direct: readonly (Slot | undefined)[], { columns, places }: BandLayout): boolean {
  if (!isNumber(slot)) return true;
  const figure = (id: string) => {
    const printed = direct[places[columns.findIndex((column) => column?.id === id)] ?? -1];
    return printed && isNumber(printed) ? Number(printed.value.decimal) : 0;
  };
  const kinds = columns.filter((column) => column && column.id !== "natural-persons" && column.id !== "total");
  const sum = kinds.length > 0 ? kinds.reduce((total, column) => total + figure(column!.id), 0) : figure("total") - figure("natural-persons");
  return sum === Number(slot.value.decimal);
}

/**
 * The figures of 本年增 and 本年减 as the one that the form has, their difference; the print stays as its remark. Undefined
 * where the row has another number of figures: which of them is lost cannot be told.
 */
function withOneChange(slots: readonly Slot[], columns: readonly PrintedColumn[]): readonly Slot[] | undefined {
  const printed = slots.filter(isPrinted);
  const at = columns.findIndex((column) => column?.id === "items-change");
  const [more, less] = [printed[at], printed[at + 1]];
  if (at < 0 || printed.length === 0) return slots;
  if (printed.length !== columns.length + 1 || !more || !less || !isNumber(more) || !isNumber(less)) return undefined;
  const change = Number(more.value.decimal) - Number(less.value.decimal);
  const raw = `${more.word.raw.trim()}/${less.word.raw.trim()}`;
  const joined: Slot = { word: changeWord(more.word, { raw }), value: { kind: "number", decimal: String(Math.abs(change)), negative: change < 0, signed: true, remark: `增${more.value.decimal}减${less.value.decimal}` } };
  return [...printed.slice(0, at), joined, ...printed.slice(at + 2)];
}

/** Lines from one cell to the next in the rows that are complete, or 0 where cells share lines. */
function lineStep(chain: readonly Candidate[], form: Form): number {
  const steps = new Map<number, number>();
  for (const candidate of chain) {
    const { labels, slots } = candidate.segment;
    let line = labels[labels.length - 1]?.word.line ?? 0;
    let gap: number | undefined;
    let left = candidate.valued ? form.row(candidate.row.id)!.band.columns.length : -1;
    for (const slot of slots) {
      if (!isPrinted(slot)) continue;
      const own = slot.word.line - line;
      if (gap !== undefined && gap !== own) left = -1;
      gap = own;
      line = slot.word.line;
      left--;
    }
    if (left === 0 && gap !== undefined) steps.set(gap, (steps.get(gap) ?? 0) + 1);
  }
  const [step, votes] = [...steps].sort((a, b) => b[1] - a[1])[0] ?? [0, 0];
  return votes >= 2 ? step : 0;
}

function rulerOf(candidate: Candidate, segments: readonly Segment[], step: number): Ruler | undefined {
  const label = candidate.segment.labels[candidate.segment.labels.length - 1];
  const next = segments[candidate.segment.index + 1];
  const below = next?.prose ?? next?.labels[0]?.word;
  if (step === 0 || !label) return undefined;
  return { label: label.word.line, next: below?.line ?? Number.POSITIVE_INFINITY, step, last: !below || next?.prose !== undefined || candidate.row.order === LAST_ROW };
}

function nextItem(candidate: Candidate | undefined): string | undefined {
  const item = candidate?.row.item;
  if (!item || !candidate) return undefined;
  // The label is printed without its number, which then stands alone behind the row above.
  const start = candidate.end - candidate.row.keys[0]!.length;
  return candidate.segment.key.slice(Math.max(0, start - 1), start) === item ? undefined : item;
}

interface Settled extends RowPlacing {
  readonly short?: boolean;
}

/**
 * More values than cells in a row with a total: the values that are left out are those without which, and only
 * without which, the parts add up to the total.
 */
function choose(form: Form, { columns, places }: BandLayout, placing: RowPlacing): Settled {
  const count = columns.length;
  const all = [...placing.open, ...placing.extra].filter(isNumber);
  const surplus = placing.open.length - count;
  if (placing.open.length === 0 || surplus <= 0) return placing;
  const total = columns.findIndex((column) => column?.id === "total");
  const fitting = new Map<string, Slot[]>();
  const walk = (from: number, chosen: Slot[]) => {
    if (chosen.length === count) {
      const values = chosen.map((slot) => Number(isNumber(slot) ? slot.value.decimal : 0));
      const sum = values.reduce((left, value, at) => (at === total || columns[at] === null ? left : left + value), 0);
      if (sum === values[total]) fitting.set(values.join(","), chosen);
      return;
    }
    for (let at = from; at < all.length && all.length - at >= count - chosen.length; at++) walk(at + 1, [...chosen, all[at]!]);
  };
  if (surplus <= 2 && total >= 0 && form.id === "requests") walk(0, []);
  const only = fitting.size === 1 ? [...fitting.values()][0]! : undefined;
  if (!only) return { direct: NOTHING_PLACED, open: [], extra: all, emptyTail: false };
  const direct: (Slot | undefined)[] = columns.map(() => undefined);
  places.forEach((place, at) => {
    if (place >= 0) direct[place] = only[at];
  });
  const added = only.filter((_, at) => columns[at] === null);
  return { direct, open: [], extra: all.filter((slot) => !only.includes(slot)), added, emptyTail: false };
}

/** Rows without a total: signs and units of money may still say where a value must stand; else nothing is guessed. */
function chooseByKind(row: FormRow, placing: RowPlacing, unit: MoneyUnit | undefined): Settled {
  if (placing.open.length === 0) return placing;
  const printed = placing.open.filter(isNumber);
  const byKind = placing.open.length <= row.band.columns.length ? placeByKind(placing.open, row.band.columns, (column) => (column.measure.scale > 0 ? unit : undefined)) : undefined;
  const short = placing.open.length < row.band.columns.length;
  if (byKind) return { direct: byKind, open: [], extra: placing.extra, emptyTail: false, short };
  if (placing.emptyTail && short) return { direct: placing.open, open: [], extra: placing.extra, emptyTail: false, short };
  return { direct: NOTHING_PLACED, open: [], extra: [...printed, ...placing.extra], emptyTail: false };
}
