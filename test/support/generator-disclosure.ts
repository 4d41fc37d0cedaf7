import { cellId, type Form, type FormRow } from "../../src/form/compile.ts";
import type { Figures, ReportSize } from "./figures.ts";
import type { Random } from "./random.ts";

/** A count as reports have them: often 0, mostly small, now and then in the millions. */
function count(size: ReportSize, random: Random): number {
  if (size === "zero" || random.chance(0.3)) return 0;
  if (size === "small") return random.int(1, random.pick([9, 60, 900]));
  return random.pick([random.int(1, 60), random.int(100, 9999), random.int(10_000, 120_000), 2120471]);
}

/** An amount in 10^-6 万元, whole to 1 分; with 0 to 6 places of 万元. */
function amount(size: ReportSize, random: Random): number {
  if (size === "zero" || random.chance(0.15)) return 0;
  const places = random.pick([0, 0, 1, 2, 2, 4, 4, 5, 6]);
  const whole = size === "small" ? random.int(0, 900) : random.int(900, 250_000);
  const unit = 10 ** (6 - places);
  return whole * 1_000_000 + random.int(0, 10 ** places - 1) * unit;
}

function rowFigures(row: FormRow, size: ReportSize, random: Random): Figures {
  const figures: Figures = {};
  const set = (column: string, value: number) => {
    if (row.band.columns.some((definition) => definition.id === column)) figures[cellId(row.id, column)] = value;
  };
  // 规章 are made by large cities only.
  const documents = row.id === "rules" && random.chance(0.8) ? 0 : Math.min(count(size, random), 900);
  const disclosed = random.chance(0.7) ? documents : random.int(0, documents);
  const standing = documents + (row.id === "rules" ? random.int(0, size === "zero" ? 0 : 2) : Math.min(count(size, random), 900));
  set("newly-made", documents);
  set("newly-disclosed", disclosed);
  set("disclosed-total", standing);
  set("issued", documents);
  set("repealed", random.chance(0.5) ? 0 : Math.min(count(size, random), 200));
  set("in-force", standing);
  const before = Math.min(count(size, random), 3000);
  set("items-before", before);
  set("items-change", random.chance(0.4) ? 0 : random.int(-Math.min(before, 60), size === "zero" ? 0 : 150));
  set("decisions", count(size, random));
  set("purchases", Math.min(count(size, random), 900));
  set("purchase-amount", amount(size, random));
  set("fees-charged", amount(size, random));
  return figures;
}

/** Figures of table 二 that obey its three rules (新公开 ≤ 总数, 上一年 + 增/减 ≥ 0, 制发 ≤ 现行有效). */
export function disclosureFigures(form: Form, size: ReportSize, random: Random): Figures {
  return Object.assign({}, ...form.rows.map((row) => rowFigures(row, size, random)));
}
