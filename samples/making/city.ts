import type { EditionId, TableId } from "../../src/form/definition.ts";
import { findForm } from "../../src/form/forms.ts";
import type { Report } from "../../src/report/model.ts";
import { unitKindLabels } from "../../src/report/status.ts";
import { tableOf, type Figures } from "../../test/support/figures.ts";
import type { Prose, RenderOptions } from "../../test/support/layouts/model.ts";
import { selfName, writeProse } from "../../test/support/layouts/prose.ts";
import { layoutOf } from "../../test/support/layouts/registry.ts";
import { seededRandom, type Random } from "../../test/support/random.ts";
import { makeDisclosure } from "./disclosure.ts";
import { chooseLook } from "./looks.ts";
import { policy2020 } from "./policy.ts";
import { splitRequests, splitReviews } from "./split.ts";
import { target2020, target2024, type Target } from "./targets.ts";
import { units2020, units2024, type SampleUnit } from "./units.ts";

export interface City {
  /** Folder below samples/. */
  readonly folder: string;
  readonly unit: string;
  readonly year: number;
  readonly edition: EditionId;
  readonly target: Target;
  readonly units: readonly SampleUnit[];
  readonly seed: number;
  /** Where its figures come from; without one everything is summed. */
  readonly policy?: object;
}

export const cities: readonly City[] = [
  { folder: "示例市2020", unit: "示例市人民政府", year: 2020, edition: "2019", target: target2020, units: units2020, seed: 2020, policy: policy2020 },
  { folder: "示例市2024", unit: "示例市人民政府", year: 2024, edition: "2021", target: target2024, units: units2024, seed: 2024 },
];

const ROSTER = "名册.csv";
const POLICY = "policy.json";

/** The true reports of a city's units, in roster order: what the files say before any layout. */
export function reportsOf(city: City): readonly Report[] {
  const random = seededRandom(city.seed);
  const requests = splitRequests(city.target, city.units, random);
  const reviews = splitReviews(city.target, city.units, random);
  const full = (table: TableId, figures: Figures) => {
    const form = findForm(table, city.edition)!;
    return tableOf(table, city.edition, Object.fromEntries(form.cells.map((cell) => [cell.id, figures[cell.id] ?? 0])));
  };
  return city.units.map((unit) => ({
    unit: unit.name,
    year: city.year,
    file: "",
    tables: [
      full("disclosure", makeDisclosure(findForm("disclosure", city.edition)!, unit, random)),
      full("requests", requests.get(unit)!),
      full("reviews", reviews.get(unit)!),
    ],
  }));
}

/** The made-up prose, with a sentence about what the unit deals with. */
const proseOf = (unit: SampleUnit) => (report: Report, random: Random): Prose => {
  const prose = writeProse(report, random);
  const count = random.int(20, 900);
  const own = `${selfName(unit.name)}全年主动公开${unit.field}方面的信息${count}条，其中网站${Math.floor(count * 0.6)}条、公众号${count - Math.floor(count * 0.6)}条。`;
  return { ...prose, overview: [...prose.overview, own] };
};

/** One line a unit: 单位,类别,上级,别名,简称. */
function writeRoster(city: City): string {
  const lines = city.units.map((unit) => [unit.name, unitKindLabels[unit.kind], city.unit, [...new Set([unit.alias, unit.short])].join(";"), unit.short].join(","));
  return `\ufeff${["单位,类别,上级,别名,简称", ...lines].join("\r\n")}\r\n`;
}

/** Every file of a city, by name: a report a unit, the roster and the policy. The same on every run. */
export function filesOf(city: City): ReadonlyMap<string, string> {
  const files = new Map([[ROSTER, writeRoster(city)]]);
  if (city.policy) files.set(POLICY, `${JSON.stringify(city.policy, null, 2)}\n`);
  reportsOf(city).forEach((report, i) => {
    const unit = city.units[i]!;
    const look = chooseLook(city.edition, i);
    const layout = layoutOf(look.layout);
    const options: RenderOptions = { ...look.options, seed: city.seed + i, prose: proseOf(unit) };
    const extension = layout.kind === "html" ? "html" : look.layout.startsWith("markdown") ? "md" : "txt";
    files.set(`${unit.short}.${extension}`, layout.render(report, options));
  });
  return files;
}
