import type { SheetPlan } from "../../sheet/plan.ts";
import { blockSteps, changesOver } from "./cells.ts";
import { contentOf } from "./content.ts";
import { lookOf, type SheetLook } from "./look.ts";
import { paintSteps } from "./paint.ts";
import { bytesOf, type Step } from "./step.ts";
import { linkSteps, structureSteps, unmergeSteps } from "./structure.ts";

/** A new sheet is made from nothing, or as a copy of one like it, which carries paint, merges and formats for free. */
interface Making {
  readonly sheet: SheetPlan;
  readonly look: SheetLook;
  readonly base?: Making;
}

/** Names come last: a copy would take its base's along. */
const nameless = (look: SheetLook): SheetLook => ({ ...look, names: [] });

/** Steps that change the look and contents of a sheet that stands, from those of another (or nothing) to its own. */
function fillSteps({ sheet, look, base }: Making): Step[] {
  const to = nameless(look);
  const from = base && nameless(base.look);
  return [
    ...unmergeSteps(sheet.name, from, to),
    ...linkSteps(sheet.name, from, to),
    ...paintSteps(sheet.name, from, to),
    ...blockSteps(sheet.name, changesOver(contentOf(sheet), base && contentOf(base.sheet))),
    ...structureSteps(sheet.name, from, to),
  ];
}

const weigh = (steps: readonly Step[]): number => steps.reduce((sum, step) => sum + bytesOf(step), 0);

function makeAll(sheets: readonly SheetPlan[]): Making[] {
  const bases: (Making & { readonly weight: number })[] = [];
  return sheets.map((sheet) => {
    const plain: Making = { sheet, look: lookOf(sheet) };
    if (sheet.kind !== "unit") return plain;
    const copies = bases.map((base): Making => ({ ...plain, base }));
    const weighed = copies.map((copy, index) => ({ copy, gain: bases[index]!.weight / 2 - weigh(fillSteps(copy)) }));
    const best = weighed.sort((a, b) => b.gain - a.gain)[0];
    if (best && best.gain > 0) return best.copy;
    bases.push({ ...plain, weight: weigh(fillSteps(plain)) });
    return plain;
  });
}

/**
 * Adds sheets in their order and fills them. All stand before any is filled whose formulas may look at another;
 * only sheets of units, which look at themselves alone, are filled before they are copied.
 */
export function freshSteps(sheets: readonly SheetPlan[]): Step[] {
  const makings = makeAll(sheets);
  const bases = new Set(makings.map((making) => making.base?.sheet.id));
  const filledFirst = (making: Making) => bases.has(making.sheet.id);
  const standing = makings.flatMap((making): Step[] => {
    if (making.base) return [{ do: "copy", sheet: making.sheet.name, from: making.base.sheet.name }];
    return [{ do: "add", sheet: making.sheet.name }, ...(filledFirst(making) ? fillSteps(making) : [])];
  });
  return [
    ...standing,
    ...makings.filter((making) => !filledFirst(making)).flatMap(fillSteps),
    ...sheets.flatMap((sheet) => sheet.names.map(({ name, refersTo }): Step => ({ do: "name", sheet: sheet.name, name, refersTo: `=${refersTo}` }))),
  ];
}
