import { cellId } from "../../src/form/compile.ts";
import type { Figures } from "../../test/support/figures.ts";
import type { Random } from "../../test/support/random.ts";
import { applicantColumns, resultColumns, type Target } from "./targets.ts";
import type { SampleUnit } from "./units.ts";

/** One application: who asked, where it came from, how it ended. */
interface Application {
  readonly column: string;
  readonly from: "newly-received" | "carried-in";
  readonly fate: string;
}

const times = <T>(count: number, item: T): T[] => Array.from({ length: count }, () => item);
const bump = (figures: Figures, id: string) => {
  figures[id] = (figures[id] ?? 0) + 1;
};

/** Every application of the city: in each column as many beginnings as endings, paired at random. */
function applicationsOf(target: Target, random: Random): Application[] {
  return applicantColumns.flatMap((column, i) => {
    const beginnings = random.shuffle([...times(target.newlyReceived[i]!, "newly-received" as const), ...times(target.carriedIn[i]!, "carried-in" as const)]);
    const endings = random.shuffle([...Object.entries(target.outcomes).flatMap(([row, counts]) => times(counts[i]!, row)), ...times(target.carriedOut[i]!, "carried-out")]);
    if (beginnings.length !== endings.length) throw new Error(`${column}: ${beginnings.length} applications, ${endings.length} endings`);
    return beginnings.map((from, n) => ({ column, from, fate: endings[n]! }));
  });
}

/**
 * Splits the city's table 三 by single applications, so that every unit's table balances by itself and all add up to
 * the target cell by cell. `inCounties` of them go to counties and zones.
 */
export function splitRequests(target: Target, units: readonly SampleUnit[], random: Random): Map<SampleUnit, Figures> {
  const figures = new Map(units.map((unit) => [unit, {} as Figures]));
  const groups = [units.filter((unit) => unit.kind !== "municipal-department"), units.filter((unit) => unit.kind === "municipal-department")].map((group) => group.map((unit) => [unit, unit.weight] as const));
  random.shuffle(applicationsOf(target, random)).forEach((application, n) => {
    const own = figures.get(random.weighted(groups[n < target.inCounties ? 0 : 1]!))!;
    for (const column of [application.column, "total"]) {
      bump(own, cellId(application.from, column));
      bump(own, cellId(application.fate, column));
      if (application.fate !== "carried-out") bump(own, cellId("outcome-total", column));
    }
  });
  return figures;
}

/** Splits the city's table 四 by single cases; units with more applications have more of them. */
export function splitReviews(target: Target, units: readonly SampleUnit[], random: Random): Map<SampleUnit, Figures> {
  const figures = new Map(units.map((unit) => [unit, {} as Figures]));
  const weights = units.map((unit) => [unit, unit.weight] as const);
  for (const [row, counts] of Object.entries(target.reviews)) {
    resultColumns.forEach((column, i) => {
      for (let n = 0; n < counts[i]!; n++) {
        const own = figures.get(random.weighted(weights))!;
        bump(own, cellId(row, column));
        bump(own, cellId(row, "total"));
      }
    });
  }
  return figures;
}
