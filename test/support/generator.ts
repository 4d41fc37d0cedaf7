import fc from "fast-check";
import type { Form } from "../../src/form/compile.ts";
import { cellId } from "../../src/form/compile.ts";
import type { EditionId, TableId } from "../../src/form/definition.ts";
import { findForm } from "../../src/form/forms.ts";
import type { Report } from "../../src/report/model.ts";
import { tableOf, type Figures, type ReportSize } from "./figures.ts";
import { disclosureFigures } from "./generator-disclosure.ts";
import { seededRandom, type Random } from "./random.ts";

export interface ReportWishes {
  /** `hybrid`: each table of an edition of its own. */
  readonly edition: "2019" | "2021" | "hybrid";
  readonly seed: number;
  readonly unit?: string;
  readonly year?: number;
  readonly size?: ReportSize;
}

/** Made-up units: counties, zones, departments, townships. */
export const madeUpUnits = [
  "云岭县人民政府", "松河区人民政府", "青潭市人民政府", "柏川县人民政府", "示例市教育局", "示例市交通运输局", "云岭县水利局",
  "示例市发展和改革委员会", "松河区卫生健康委员会", "示例市人民政府办公室", "青禾经济开发区管理委员会", "石桥镇人民政府",
  "梅林街道办事处", "示例市医疗保障局", "竹岭县市场监督管理局",
] as const;

const applicants: readonly (readonly [string, number])[] = [
  ["natural-persons", 80], ["firms", 9], ["legal-service-bodies", 4], ["other-bodies", 3], ["public-welfare-bodies", 2], ["research-bodies", 2],
];

function requestFigures(form: Form, size: ReportSize, random: Random): Figures {
  const figures: Figures = Object.fromEntries(form.cells.map((cell) => [cell.id, 0]));
  const count = size === "zero" ? 0 : size === "small" ? random.int(0, 45) : random.int(200, 3000);
  const leaves = form.rows.filter((row) => !["newly-received", "carried-in", "outcome-total", "carried-out"].includes(row.id)).map((row) => row.id);
  const used = random.shuffle(leaves).slice(0, random.int(2, leaves.length));
  const fates: (readonly [string, number])[] = [["granted", 45], ["unavailable-not-held", 15], ["carried-out", 5], ...used.map((id) => [id, random.int(1, 6)] as const)];
  const add = (row: string, column: string) => {
    figures[cellId(row, column)]! += 1;
    figures[cellId(row, "total")]! += 1;
  };
  for (let i = 0; i < count; i++) {
    const column = random.weighted(applicants);
    const fate = random.weighted(fates);
    add(random.chance(0.06) ? "carried-in" : "newly-received", column);
    add(fate, column);
    if (fate !== "carried-out") add("outcome-total", column);
  }
  return figures;
}

function reviewFigures(form: Form, size: ReportSize, random: Random): Figures {
  const figures: Figures = {};
  for (const row of form.rows) {
    const high = size === "zero" || (size === "small" && random.chance(0.6)) ? 0 : size === "small" ? 4 : 60;
    const terms = ["upheld", "corrected", "other-result", "pending"].map((id) => [id, random.chance(0.4) ? 0 : random.int(0, high)] as const);
    for (const [id, value] of terms) figures[cellId(row.id, id)] = value;
    figures[cellId(row.id, "total")] = terms.reduce((sum, [, value]) => sum + value, 0);
  }
  return figures;
}

/**
 * A made-up report whose tables 二 三 四 obey every balance rule, warnings included.
 *
 * The same wishes give the same report. Nothing is lost or blank: every official cell is 原值.
 */
export function randomReport(wishes: ReportWishes): Report {
  const random = seededRandom(wishes.seed);
  const size = wishes.size ?? random.pick(["zero", "small", "small", "large"] as const);
  const editionOf = (): EditionId => (wishes.edition === "hybrid" ? random.pick(["2019", "2021"] as const) : wishes.edition);
  const second = editionOf();
  // Table 四 takes the edition of the report's table 三.
  const third = wishes.edition === "hybrid" ? (second === "2019" ? "2021" : "2019") : editionOf();
  const unit = wishes.unit ?? random.pick(madeUpUnits);
  const year = wishes.year ?? (wishes.edition === "2019" ? random.int(2019, 2020) : random.int(2021, 2025));
  const form = (table: TableId, edition: EditionId) => findForm(table, edition)!;
  return {
    unit,
    year,
    file: "",
    tables: [
      tableOf("disclosure", second, disclosureFigures(form("disclosure", second), size, random)),
      tableOf("requests", third, requestFigures(form("requests", third), size, random)),
      tableOf("reviews", third, reviewFigures(form("reviews", third), size, random)),
    ],
  };
}

/** fast-check arbitrary of `randomReport`, in every edition and size; shrinks towards small seeds. */
export const reportArbitrary = (wishes: Partial<ReportWishes> = {}): fc.Arbitrary<Report> =>
  fc
    .record({
      edition: fc.constantFrom("2019" as const, "2021" as const, "hybrid" as const),
      size: fc.constantFrom("zero" as const, "small" as const, "large" as const),
      seed: fc.nat({ max: 1_000_000 }),
    })
    .map((drawn) => randomReport({ ...drawn, ...wishes }));
