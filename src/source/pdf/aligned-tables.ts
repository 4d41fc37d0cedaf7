import type { GridBlock, GridCell, LineBlock, PageBlock } from "./page-blocks.ts";
import type { PrintLine } from "./print-lines.ts";
import { labelCells, labelRuns, LABELS, withTornLabels } from "./row-labels.ts";
import type { Run } from "./runs.ts";
import { around, figureColumns, matchHeadings, overlap, type Interval } from "./table-columns.ts";
import { headerOf, type TableHeader } from "./table-header.ts";
import { headerLines, regionsOf, type FigureRow, type Place, type Region } from "./table-regions.ts";

/** Gaps that may part two headings, tried in turns: narrow columns stand close, and a heading may be spaced out. */
const GAPS = [0.12, 0.45, 0.04, 0.9, 2.2];

/** One table by its alignment: where its columns stand, and which of them each figure is in. */
interface AlignedTable {
  readonly columns: readonly Interval[];
  readonly header?: TableHeader;
  /** By column of figures, the table's column. */
  readonly places: readonly number[];
  readonly figures: readonly Interval[];
}

/** A row's figures by column of figures; undefined where two stand in one, thousands parted by spaces aside. */
function inColumns(row: FigureRow, figures: readonly Interval[]): string[][] | undefined {
  const cells = figures.map((column) => row.figures.filter((run) => overlap(run, column)).map((run) => run.text));
  const fits = cells.every((cell) => cell.length <= 1 || /^[1-9]\d{0,2}(?: \d{3})+(?:\.\d+)?$/.test(cell.join(" ")));
  return fits ? cells : undefined;
}

/** The columns of a region; undefined where it has but one, `unclear` where figures and headings do not come together. */
function tableOf(region: Region, lines: readonly PrintLine[], before: AlignedTable | undefined, inner: readonly PrintLine[]): AlignedTable | "unclear" | undefined {
  const rows = region.rows.map((row) => row.figures);
  const figures = figureColumns(rows);
  if (figures.length < 2 || region.rows.some((row) => !inColumns(row, figures))) return figures.length < 2 ? undefined : "unclear";
  const right = Math.max(-1, ...region.rows.flatMap((row) => row.labels.map((run) => run.right)), ...inner.flatMap((line) => labelRuns(line, region.zone).map((run) => run.right)));
  const headers = GAPS.map((gap) => headerOf(lines, { labels: right, figures: figures[0]!.left }, gap)).filter(({ headings }) => headings.length >= figures.length);
  // As many headings as columns of figures first: else some columns are empty.
  for (const header of headers.sort((a, b) => Number(a.headings.length > figures.length) - Number(b.headings.length > figures.length))) {
    const places = matchHeadings(header.headings, figures, rows);
    if (!places) continue;
    const columns = header.headings.map((heading, at) => (places.includes(at) ? around(heading, figures[places.indexOf(at)]!) : heading));
    return { columns, header, places, figures };
  }
  // Without a header it goes on a table whose columns stand where its own do.
  const places = before && figures.map((column) => before.columns.flatMap((other, at) => (overlap(column, other) ? [at] : [])));
  if (before && places!.every((own, at) => own.length === 1 && (at === 0 || own[0]! > places![at - 1]![0]!))) return { columns: before.columns, places: places!.map(([own]) => own!), figures };
  return "unclear";
}

const cell = (column: number, text: string): GridCell => ({ column, lines: [text] });

/**
 * Finds tables that are printed without ruled lines: figures that stand below each other over several lines, with
 * their headings above. Their lines become grids, each figure in its column, an empty place an empty cell; a heading
 * that is wrapped in its narrow column is put together.
 *
 * Where headings cannot be told apart, the lines stay lines and the headings are marked as unclear: their order in
 * the print proves nothing.
 */
export function alignTables(pages: readonly (readonly PageBlock[])[]): PageBlock[][] {
  const places = pages.flatMap((page, number) => page.map((block, at): Place => ({ page: number, at, ...(block.kind === "line" && { line: block.line }) })));
  const regions = places.some(({ line }) => line?.gapped) ? regionsOf(places) : [];
  if (regions.length === 0) return pages.map((page) => [...page]);
  const replaced = pages.map((page) => page.map((block): PageBlock | undefined => block));
  const put = (at: number, block: PageBlock | undefined) => (replaced[places[at]!.page]![places[at]!.at] = block);
  const taken = new Set(regions.flatMap((region) => [...region.rows.map((row) => row.place), ...region.inner, ...region.broken]));
  let before: AlignedTable | undefined;
  let table = 0;
  let end = -1;
  for (const region of regions) {
    const first = Math.min(region.rows[0]!.place, ...region.broken);
    const above = headerLines(places, first, taken);
    const linesAt = (ats: readonly number[]) => ats.map((at) => places[at]!.line!);
    // Anything but page furniture between two regions ends the table.
    if (places.slice(end + 1, above[0] ?? first).length > 0) before = undefined;
    const found = tableOf(region, linesAt(above), before, linesAt(region.inner));
    end = region.rows[region.rows.length - 1]!.place;
    if (found === undefined || found === "unclear") {
      before = undefined;
      if (found) for (const at of [...above, ...region.rows.map((row) => row.place)]) put(at, { ...(pages[places[at]!.page]![places[at]!.at] as LineBlock), unclear: true });
      continue;
    }
    if (!before || found.header) table++;
    before = found;
    const gridOf = (rows: readonly (readonly GridCell[])[], height: number): GridBlock => ({ kind: "grid", xs: [], rows, table, height });
    if (found.header) {
      const { header, columns } = found;
      const columnOf = (run: Run) => LABELS + columns.findIndex((column) => overlap(column, run));
      const rows = [
        ...header.above.map((runs) => runs.map((run) => cell(Math.max(0, columnOf(run)), run.text))),
        header.headings.map((heading, at) => cell(LABELS + at, heading.text)),
        ...header.below.map((runs) => labelCells(runs, 0)),
      ];
      above.forEach((at, index) => put(at, index === 0 ? gridOf(rows, above.length) : undefined));
    }
    const { rows: labelled, inner } = withTornLabels(region, (at) => places[at]!.line!);
    for (const row of labelled) {
      const printed = inColumns(row, found.figures)!;
      const texts = found.columns.map((_, at) => (found.places.includes(at) ? printed[found.places.indexOf(at)]!.join(" ") : ""));
      put(row.place, gridOf([[...labelCells(row.labels, places[row.place]!.line!.size), ...texts.map((text, at) => cell(LABELS + at, text))]], 1));
    }
    for (const at of region.broken) put(at, gridOf([], 1));
    for (const [at, runs] of inner) put(at, gridOf(runs.length === 0 ? [] : [labelCells(runs, places[at]!.line!.size)], 1));
  }
  return replaced.map((page) => page.filter((block) => block !== undefined));
}
