import { forms } from "../../form/forms.ts";
import { normalise } from "../characters.ts";
import type { PrintLine } from "./print-lines.ts";
import { runsOf, type Run } from "./runs.ts";
import { around, overlap, type Interval } from "./table-columns.ts";

/** The heading of one column, its lines put together. */
export interface Heading extends Interval {
  readonly text: string;
}

export interface TableHeader {
  /** What stands above the headings, line by line: headings of several columns, the corner. */
  readonly above: readonly (readonly Run[])[];
  readonly headings: readonly Heading[];
  /** Labels of first rows without any figure. */
  readonly below: readonly (readonly Run[])[];
}

interface Growing extends Interval {
  text: string;
  top: number;
}

/** Lines of one heading are no further apart than this many times their size. */
const LEADING = 3;
/** A heading's lines share their middle or an edge, give or take a share of their size. */
const ALIGNED = 0.3;

const isAligned = (a: Interval, b: Interval, tolerance: number) => [a.left - b.left, a.right - b.right, (a.left + a.right - b.left - b.right) / 2].some((difference) => Math.abs(difference) <= tolerance);

/** Headings of the labels themselves: short labels may all end before them. */
const STUBS = new Set(forms.flatMap((form) => form.definition.bands.map((band) => band.stub ?? "")));

/** Where the labels of a table end and its figures begin. */
export interface Sides {
  /** Right edge of the labels beside figures; -1 where there are none. */
  readonly labels: number;
  /** Left edge of the first column of figures. */
  readonly figures: number;
}

/**
 * Puts the headings of columns together from the lines above a table's first figures: a heading's lines stand above
 * each other and meet no other heading. What meets several stands above them all.
 *
 * What begins before the labels' right edge is the corner's, or the label of a first row without figures. `parts` cuts
 * lines into runs.
 */
export function headerOf(lines: readonly PrintLine[], { labels, figures }: Sides, parts?: number): TableHeader {
  const headings: Growing[] = [];
  const above: Run[][] = [];
  const below: Run[][] = [];
  for (const line of [...lines].reverse()) {
    const runs = runsOf(line, parts);
    if (labels >= 0 && headings.length === 0 && runs.every((run) => run.right < figures) && (runs.length === 1 || runs.every((run) => run.left < labels - 1))) {
      below.unshift(runs);
      continue;
    }
    const rest: Run[] = [];
    for (const run of runs) {
      const met = run.left < labels - 1 || (labels >= 0 && STUBS.has(normalise(run.text))) ? undefined : headings.filter((heading) => overlap(heading, run));
      const [only] = met ?? [];
      if (!met || met.length > 1) rest.push(run);
      else if (!only) headings.push({ left: run.left, right: run.right, text: run.text, top: line.baseline });
      else {
        const grown = around(only, run);
        const fits = only.top - line.baseline <= LEADING * line.size && isAligned(only, run, ALIGNED * line.size) && !headings.some((other) => other !== only && overlap(other, grown));
        if (fits) Object.assign(only, grown, { text: run.text + only.text, top: line.baseline });
        else rest.push(run);
      }
    }
    if (rest.length > 0) above.unshift(rest);
  }
  return { above, headings: headings.sort((a, b) => a.left - b.left), below };
}
