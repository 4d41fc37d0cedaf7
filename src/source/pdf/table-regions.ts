import { normalise } from "../characters.ts";
import type { PrintLine } from "./print-lines.ts";
import { LABEL_GAP, runsOf, UNIT, type Run } from "./runs.ts";
import { around, overlap } from "./table-columns.ts";

/** A line of print at its page, or a ruled table that ends whatever was before it. */
export interface Place {
  readonly page: number;
  readonly at: number;
  readonly line?: PrintLine;
}

/** A row of figures: its label, then figures up to the line's end. */
export interface FigureRow {
  readonly place: number;
  readonly labels: readonly Run[];
  readonly figures: readonly Run[];
}

/** What may be a table without ruled lines. */
export interface Region {
  readonly rows: readonly FigureRow[];
  /** Lines between its rows: rest of a wrapped label, a row without figures. */
  readonly inner: readonly number[];
  /** Left edge of its figures. */
  readonly zone: number;
  /** Lines of units alone, which went to their figures. */
  readonly broken: readonly number[];
}

/** Lines above a table's first figures among which its headings are looked for. */
const HIGHEST = 14;
const SENTENCE = /[。！？；]/;

/** A line that ends in figures, the first of them behind its label if it has one. */
function figureRow(line: PrintLine, place: number): FigureRow | undefined {
  if (!/[\d０-９〇零一二两三四五六七八九十无用—–―−/\\-]\S*$/.test(line.text)) return undefined;
  const runs = runsOf(line, LABEL_GAP);
  let from = runs.length;
  while (from > 0 && runs[from - 1]!.figure) from--;
  return from === runs.length ? undefined : { place, labels: runs.slice(0, from), figures: runs.slice(from) };
}

const withUnits = (row: FigureRow, units: readonly Run[]): FigureRow => ({
  ...row,
  figures: row.figures.map((run) => {
    const unit = /[\d）)]$/.test(normalise(run.text)) ? units.find((other) => overlap(other, run)) : undefined;
    return unit ? { ...around(run, unit), text: run.text + unit.text, figure: true } : run;
  }),
});

/** Lines nearer than this many times their size are one row's: lines of two rows never come so close. */
const SAME_ROW = 0.95;

const isNear = (above: Place | undefined, below: Place | undefined) => above?.line !== undefined && below?.line !== undefined && above.page === below.page && below.line.baseline - above.line.baseline < SAME_ROW * below.line.size;

/** A row whose figures stand on lines of different height: one is broken over two lines, the others stand between. */
function joined(upper: FigureRow, lower: FigureRow): FigureRow {
  const figures = [...upper.figures];
  for (const run of lower.figures) {
    const at = figures.findIndex((other) => overlap(other, run));
    if (at < 0) figures.push(run);
    else figures[at] = { ...around(figures[at]!, run), text: figures[at]!.text + run.text, figure: true };
  }
  const { place } = lower.figures.length > upper.figures.length ? lower : upper;
  return { place, labels: [...upper.labels, ...lower.labels], figures: figures.sort((a, b) => a.left - b.left) };
}

/** A line of digits alone right below figures that end in digits: their narrow column broke them. */
function isRest(row: FigureRow, next: FigureRow, places: readonly Place[]): boolean {
  const [upper, lower] = [places[row.place]!, places[next.place]!];
  const isBelow = upper.page === lower.page && next.place === row.place + 1 && lower.line!.baseline - upper.line!.baseline < 1.7 * lower.line!.size;
  const isDigits = ({ text }: Run) => /^\d+$/.test(normalise(text));
  return isBelow && next.labels.length === 0 && next.figures.length < row.figures.length && next.figures.every((run) => isDigits(run) && row.figures.some((other) => overlap(other, run) && isDigits(other) && other.right - other.left >= run.right - run.left));
}

/** More rows than any table of a report has. */
const MOST_ROWS = 300;

/** Runs of rows with figures, with only the labels' own lines between them. */
export function regionsOf(places: readonly Place[]): Region[] {
  const regions: Region[] = [];
  let rows: FigureRow[] = [];
  let inner: number[] = [];
  let broken: number[] = [];
  let zone = Infinity;
  const close = () => {
    if (rows.some((row) => row.figures.length >= 2)) regions.push({ rows, inner: inner.filter((at) => at < rows[rows.length - 1]!.place), broken, zone });
    rows = [];
    broken = [];
    inner = [];
    zone = Infinity;
  };
  places.forEach(({ line }, at) => {
    if (!line || SENTENCE.test(line.text)) return close();
    if (rows.length === MOST_ROWS) close();
    const last = rows[rows.length - 1];
    const isGapped = line.gapped || isNear(places[at - 1], places[at]) || isNear(places[at], places[at + 1]);
    const found = isGapped || last ? figureRow(line, at) : undefined;
    const row = isGapped || (found && isRest(last!, found, places)) ? found : undefined;
    if (row) {
      if (last && (isNear(places[last.place], places[at]) || isRest(last, row, places))) {
        rows[rows.length - 1] = joined(last, row);
        broken.push(rows[rows.length - 1]!.place === last.place ? at : last.place);
      } else rows.push(row);
      zone = Math.min(zone, row.figures[0]!.left);
      return;
    }
    const own = rows.length === 0 ? [] : runsOf(line);
    const units = own.filter((run) => run.left >= zone - line.size && UNIT.test(normalise(run.text)));
    if (rows.length === 0 || own.some((run) => run.right >= zone && !units.includes(run))) return close();
    // A unit that its narrow column broke off stands below its figure.
    rows[rows.length - 1] = withUnits(rows[rows.length - 1]!, units);
    if (units.length < own.length) inner.push(at);
    else broken.push(at);
  });
  close();
  return regions;
}

/** The lines of print above a region's first figures that may be its header. */
export function headerLines(places: readonly Place[], first: number, taken: ReadonlySet<number>): number[] {
  const lines: number[] = [];
  for (let at = first - 1; at >= 0 && at >= first - HIGHEST; at--) {
    const { line, page } = places[at]!;
    if (!line || taken.has(at) || page < places[first]!.page - 1 || SENTENCE.test(line.text) || (line.gapped && figureRow(line, at))) break;
    lines.unshift(at);
  }
  return lines;
}
