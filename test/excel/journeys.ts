import { planConsolidation } from "../../src/sheet/consolidated.ts";
import { consolidate } from "../../src/consolidation/consolidate.ts";
import { planReports } from "../../src/sheet/workbook.ts";
import type { WorkbookPlan } from "../../src/sheet/plan.ts";
import { randomReport } from "../support/generator.ts";
import type { Bench } from "./support.ts";

/** Something that a user does with the pane in Excel: what stood before, what is done; false: it did not happen. */
export interface Journey {
  readonly name: string;
  readonly before: (bench: Bench) => Promise<unknown>;
  readonly run: (bench: Bench) => Promise<boolean>;
}

const reports = [1, 2, 3].map((seed) => ({ report: randomReport({ edition: "2021", seed, unit: `示例市第${seed}局`, year: 2024, size: "small" }), findings: [] }));
export const planOf = (count: number): WorkbookPlan => planReports(reports.slice(0, count));
export const smallCity = (): WorkbookPlan => planConsolidation(consolidate({ unit: "示例市人民政府", year: 2024, members: reports.map(({ report }, index) => ({ id: `m${index}`, report, counted: true })) }));

const write = (plan: WorkbookPlan, overwrite: readonly string[] = []) => async ({ host }: Bench): Promise<boolean> => (await host.write(plan, { overwrite })).ok;
const [one, two, city] = [planOf(1), planOf(2), smallCity()];
const unit = one.sheets[1]!.name;

/** The journeys that change a workbook, each upon what the one before may have left. */
export const journeys: readonly Journey[] = [
  { name: "write a unit", before: async () => undefined, run: write(one) },
  { name: "write a second unit", before: write(one), run: write(two) },
  {
    name: "overwrite a changed sheet",
    before: async (bench) => {
      await write(one)(bench);
      bench.book.type(unit, "M6", 4711);
      bench.book.type(unit, "C2", "改了名的局");
    },
    run: write(one, [unit]),
  },
  { name: "consolidate", before: write(two), run: write(city) },
  { name: "undo", before: async (bench) => [await write(one)(bench), await write(two)(bench)], run: ({ host }) => host.undo().catch(() => false) },
];
