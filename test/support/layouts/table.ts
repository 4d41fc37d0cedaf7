import { damageDrawing, type DamageKind } from "../damage.ts";
import { randomReport } from "../generator.ts";
import { readAny, scoreReading } from "../score.ts";
import type { Layout } from "./model.ts";
import { layouts, stylesFor } from "./registry.ts";

const SEEDS = [1, 2, 3, 4, 5, 6];
const EDITIONS = ["2019", "2021", "hybrid"] as const;
const DAMAGES: readonly DamageKind[] = ["drop", "blank", "duplicate", "alter", "swap", "drop-row", "glue", "drop-label"];

/** How one layout is read. */
export interface LayoutMeasure {
  readonly id: string;
  readonly description: string;
  readonly cells: number;
  readonly exact: number;
  readonly silent: number;
  /** Cells of damaged prints, and those of them that are silently wrong. */
  readonly damaged: number;
  readonly damagedSilent: number;
}

function measure(layout: Layout): LayoutMeasure {
  const sum = { cells: 0, exact: 0, silent: 0, damaged: 0, damagedSilent: 0 };
  const styles = stylesFor(layout).filter((style) => !style.startsWith("zero-"));
  for (const seed of SEEDS) {
    const report = randomReport({ edition: EDITIONS[seed % EDITIONS.length]!, seed: seed * 101, unit: "示例市医疗保障局" });
    const options = { seed, numbers: styles[seed % styles.length]!, width: seed % 2 ? "half" : "full", second: randomReport({ edition: "2021", seed: seed + 900, unit: "青禾区人民政府" }) } as const;
    const whole = scoreReading(readAny(layout.kind, layout.render(report, options)).reports, layout.truth(report, options));
    sum.cells += whole.cells;
    sum.exact += whole.exact;
    sum.silent += whole.silent.length;
    if (/^(?:two-reports|doubled)|without-tables/.test(layout.id)) continue;
    const { drawing, damages } = damageDrawing(layout.draw(report, { seed }), seed, 2, [DAMAGES[seed % DAMAGES.length]!]);
    const touched = new Set(damages.flatMap((damage) => damage.cells.map((cell) => `${damage.table} ${cell}`)));
    const broken = scoreReading(readAny(layout.kind, layout.write(drawing, { seed })).reports, layout.truth(report, { seed }), touched);
    sum.damaged += broken.cells;
    sum.damagedSilent += broken.silent.length;
  }
  return { id: layout.id, description: layout.description, ...sum };
}

/** Reads random reports, whole and damaged, in every layout; the same seeds give the same figures. */
export const measureLayouts = (): LayoutMeasure[] => layouts.map(measure);

const share = ({ exact, cells }: Pick<LayoutMeasure, "exact" | "cells">) => (cells === 0 ? "–" : `${(Math.floor((exact / cells) * 10000) / 100).toFixed(2)} %`);

/** docs/layouts.md. */
export function printLayouts(measures: readonly LayoutMeasure[]): string {
  const total = measures.reduce((sum, one) => ({ exact: sum.exact + one.exact, cells: sum.cells + one.cells, silent: sum.silent + one.silent + one.damagedSilent }), { exact: 0, cells: 0, silent: 0 });
  return [
    "# Layouts",
    "",
    "Every layout that the tests print reports in, and how they are read. Written by `npm run docs:layouts`: do not edit.",
    "",
    `Each layout prints ${SEEDS.length} random reports in several number styles; *exact* is the share of official cells read with their true value,`,
    "*silently wrong* counts cells with a wrong value on a table without any finding. In *damaged* prints cells are lost, doubled, swapped, altered or run together.",
    "Figures that a layout does not print (`missing-rows`, `empty-form`) count as blank; zeros printed as signs for none are tested apart.",
    "",
    `All: ${total.exact} of ${total.cells} cells exact (${share(total)}), ${total.silent} silently wrong.`,
    "",
    "| layout | what it is | cells | exact | silently wrong | damaged: silently wrong |",
    "|---|---|---:|---:|---:|---:|",
    ...measures.map((one) => `| \`${one.id}\` | ${one.description.replaceAll("|", "\\|")} | ${one.cells} | ${share(one)} | ${one.silent} | ${one.damagedSilent} of ${one.damaged} |`),
    "",
  ].join("\n");
}
