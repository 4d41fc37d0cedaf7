import { cellId, type Form } from "../../src/form/compile.ts";
import type { Figures } from "../../test/support/figures.ts";
import type { Random } from "../../test/support/random.ts";
import type { SampleUnit } from "./units.ts";

/** Highest figure of each kind of unit: [normative documents, licences, other services, penalties, coercion]. */
const sizes: Readonly<Record<SampleUnit["scale"], readonly [number, number, number, number, number]>> = {
  place: [40, 24_000, 60_000, 900, 60],
  licensing: [6, 3_000, 9_000, 12, 0],
  enforcement: [8, 5_000, 12_000, 700, 25],
  service: [3, 0, 600, 0, 0],
};

/** A made-up table 二, plausible for the kind of unit, obeying its rules. Amounts in 10^-6 万元. */
export function makeDisclosure(form: Form, unit: SampleUnit, random: Random): Figures {
  const [documents, licences, services, penalties, coercion] = sizes[unit.scale];
  const upTo = (high: number) => (high === 0 ? 0 : random.int(Math.floor(high / 8), high));
  const made = random.int(0, documents);
  const standing = made + random.int(documents, documents * 4);
  const decisions: Figures = { licensing: upTo(licences), "other-services": upTo(services), penalties: upTo(penalties), coercion: upTo(coercion) };
  const figures: Figures = Object.fromEntries(form.cells.map((cell) => [cell.id, 0]));
  const set = (row: string, column: string, value: number) => {
    if (form.cell(cellId(row, column))) figures[cellId(row, column)] = value;
  };
  set("normative-documents", "newly-made", made);
  set("normative-documents", "newly-disclosed", made);
  set("normative-documents", "disclosed-total", standing);
  set("normative-documents", "issued", made);
  set("normative-documents", "repealed", random.int(0, Math.ceil(documents / 2)));
  set("normative-documents", "in-force", standing);
  for (const [row, value] of Object.entries(decisions)) {
    const items = value === 0 ? 0 : random.int(4, unit.scale === "place" ? 420 : 60);
    set(row, "items-before", items);
    set(row, "items-change", items === 0 || random.chance(0.4) ? 0 : random.int(-Math.min(items, 20), 24));
    set(row, "decisions", value);
  }
  const charges = unit.scale === "service" ? 0 : random.int(0, unit.scale === "place" ? 22 : 5);
  set("fees", "items-before", charges);
  set("fees", "items-change", charges > 3 && random.chance(0.4) ? random.int(-2, 1) : 0);
  set("fees", "fees-charged", charges === 0 ? 0 : random.int(1_000, unit.scale === "place" ? 52_000_000 : 9_000_000) * 100);
  set("procurement", "purchases", random.int(0, unit.scale === "place" ? 120 : 14));
  set("procurement", "purchase-amount", figures[cellId("procurement", "purchases")] === 0 ? 0 : random.int(50_000, unit.scale === "place" ? 150_000_000 : 12_000_000) * 100);
  return figures;
}
