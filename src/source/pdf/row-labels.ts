import type { GridCell } from "./page-blocks.ts";
import type { PrintLine } from "./print-lines.ts";
import { LABEL_GAP, runsOf, type Run } from "./runs.ts";
import { around as union, overlap, type Interval } from "./table-columns.ts";
import type { FigureRow, Region } from "./table-regions.ts";

/** Columns kept for labels: a table's headings stand beside its rows. */
export const LABELS = 3;

/** Begins an item's label, however near its heading's cell is. */
const ITEM = /^(?:[一二三四五六七八九十]{1,2}、|[（(][一二三四五六七八九十]{1,2}[)）]|[1-9１-９][.．、])/;

/** What a line prints left of the figures. */
export const labelRuns = (line: PrintLine, zone: number) => runsOf(line, LABEL_GAP).filter((run) => run.right < zone);

/** Baselines that far apart are one line's, as a share of its size. */
const LEVEL = 0.25;
/** Lines on either side of a row's figures among which its label is looked for. */
const FARTHEST = 8;
/** Baselines of one cell's lines are at most this far apart, as a multiple of its size. */
const LEADING = 2.2;
/** A line of a two-line label stands at most this far from the middle of both. */
const HALF_LEADING = 1.4;

/**
 * Figures beside a label of two lines stand on a line between them: gives each such row its label. What is left of
 * the lines between rows stays there.
 */
export function withTornLabels(region: Region, lineAt: (place: number) => PrintLine): { rows: FigureRow[]; inner: Map<number, Run[]> } {
  const inner = new Map(region.inner.map((at) => [at, labelRuns(lineAt(at), region.zone)]));
  const labels = new Map<number, Run[]>([...inner, ...region.rows.map((row): [number, Run[]] => [row.place, [...row.labels]])]);
  gatherHeadings([...labels].sort(([a], [b]) => a - b).map(([at, runs]) => ({ runs, line: lineAt(at) })));
  const rows = region.rows.map((printed): FigureRow => {
    const row = { ...printed, labels: labels.get(printed.place)! };
    const own = row.labels.at(-1);
    const first = region.inner.findLast((at) => at < printed.place);
    const start = first === undefined ? undefined : inner.get(first)!.at(-1);
    // A heading beside the last line of a label would stand between the label's lines.
    if (row.labels.length > 1 && start && own && !ITEM.test(own.text) && overlap(start, own) && lineAt(printed.place).baseline - lineAt(first!).baseline < LEADING * lineAt(first!).size) {
      inner.get(first!)!.pop();
      return { ...row, labels: [...row.labels.slice(0, -1), { ...union(start, own), text: start.text + own.text, figure: false }] };
    }
    const around = linesAround(row, region, inner, lineAt);
    if (around.length === 0) return row;
    for (const { at } of around) inner.get(at)!.pop();
    const isPart = own !== undefined && around.some(({ run }) => overlap(run, own));
    const pieces = [...around.filter(({ distance }) => distance < 0).reverse(), ...(isPart ? [{ run: own }] : []), ...around.filter(({ distance }) => distance > 0)].map(({ run }) => run);
    return { ...row, labels: [...(isPart ? row.labels.slice(0, -1) : row.labels), { ...pieces.reduce<Interval>(union, pieces[0]!), text: pieces.map(({ text }) => text).join(""), figure: false }] };
  });
  return { rows, inner };
}

interface LabelLine {
  readonly at: number;
  readonly run: Run;
  /** From the figures' baseline, downwards. */
  readonly distance: number;
}

/**
 * The lines of a label around its figures, which stand at its middle: as many above as below, at equal distances, up
 * to the line that begins with the item's number. The nearest come first; none where print does not tell.
 */
function linesAround(row: FigureRow, region: Region, inner: ReadonlyMap<number, readonly Run[]>, lineAt: (place: number) => PrintLine): LabelLine[] {
  const { baseline, size } = lineAt(row.place);
  const own = row.labels.at(-1);
  const lines = region.inner.flatMap((at): LabelLine[] => {
    const run = Math.abs(at - row.place) <= FARTHEST ? inner.get(at)!.at(-1) : undefined;
    const distance = run ? lineAt(at).baseline - baseline : 0;
    return run && Math.abs(distance) < FARTHEST * size ? [{ at, run, distance }] : [];
  });
  const below = lines.filter(({ distance }) => distance > 0);
  const found: LabelLine[] = [];
  let reached = 0;
  for (const upper of lines.filter(({ distance }) => distance < 0).reverse()) {
    const lower = below.find(({ run, distance }) => Math.abs(distance + upper.distance) <= size * LEVEL && overlap(run, upper.run) && !ITEM.test(run.text));
    if (!lower || lower.distance - reached > size * LEADING) continue;
    // A label's own line between the two is the middle one of three, unless a label begins there; a heading's stands on their left.
    const isBeside = own !== undefined && own.right <= Math.min(lower.run.left, upper.run.left);
    if (own && !isBeside && (ITEM.test(own.text) || !overlap(own, upper.run))) continue;
    found.push(upper, lower);
    reached = lower.distance;
    if (ITEM.test(upper.run.text)) return found;
  }
  const nearest = found.slice(0, 2);
  return nearest.length > 0 && nearest[1]!.distance < size * HALF_LEADING && !own ? nearest : [];
}

/**
 * A heading beside several rows is wrapped along them: its pieces go to where it begins, so that they stand in no
 * row's label.
 */
function gatherHeadings(lines: readonly { readonly runs: Run[]; readonly line: PrintLine }[]): void {
  const open: { run: Run; owner: Run[]; baseline: number }[] = [];
  for (const { runs, line } of lines) {
    for (const run of [...runs]) {
      const isLast = run === runs.at(-1);
      const held = open.findLast((entry) => overlap(entry.run, run) && line.baseline > entry.baseline && line.baseline - entry.baseline < LEADING * line.size);
      const begins = ITEM.test(run.text);
      if (held && !begins && !isLast) {
        held.owner[held.owner.indexOf(held.run)] = held.run = { ...held.run, text: held.run.text + run.text };
        held.baseline = line.baseline;
        runs.splice(runs.indexOf(run), 1);
      } else if (!isLast) open.push({ run, owner: runs, baseline: line.baseline });
    }
  }
}

/** Label runs of a line as cells before the figures: those near each other are one. */
export function labelCells(runs: readonly Run[], size: number): GridCell[] {
  const texts: { text: string; right: number }[] = [];
  for (const run of runs) {
    const last = texts[texts.length - 1];
    if (last && ((run.left - last.right < size && !ITEM.test(run.text)) || texts.length === LABELS)) Object.assign(last, { text: `${last.text} ${run.text}`, right: run.right });
    else texts.push({ text: run.text, right: run.right });
  }
  return texts.map(({ text }, at) => ({ column: LABELS - texts.length + at, lines: [text] }));
}
