import type { SheetPlan } from "../../sheet/plan.ts";
import { blocksInParts, changesOver } from "./cells.ts";
import { contentOf } from "./content.ts";
import type { InParts } from "./in-parts.ts";
import { lookOf, type SheetLook } from "./look.ts";
import { paintSteps } from "./paint.ts";
import { bytesOf, type Step } from "./step.ts";
import { linkSteps, structureSteps, unmergeSteps } from "./structure.ts";

/** A new sheet is made from nothing, or as a copy of one like it, which carries paint, merges and formats for free. */
interface Making {
  readonly sheet: SheetPlan;
  readonly look: SheetLook;
  readonly content: ReturnType<typeof contentOf>;
  readonly base?: Making;
}

/** A sheet with the steps that fill it. */
interface Filled extends Making {
  readonly steps: readonly Step[];
}

/** Names come last: a copy would take its base's along. */
const nameless = (look: SheetLook): SheetLook => ({ ...look, names: [] });

/** Steps that change the look and contents of a sheet that stands, from those of another (or nothing) to its own. */
function* fillSteps({ sheet, look, content, base }: Making): InParts<Step[]> {
  const to = nameless(look);
  const from = base && nameless(base.look);
  const before = [...unmergeSteps(sheet.name, from, to), ...linkSteps(sheet.name, from, to), ...paintSteps(sheet.name, from, to)];
  yield;
  const changes = changesOver(content, base?.content);
  yield;
  const blocks = yield* blocksInParts(sheet.name, changes);
  return [...before, ...blocks, ...structureSteps(sheet.name, from, to)];
}

const weigh = (steps: readonly Step[]): number => steps.reduce((sum, step) => sum + bytesOf(step), 0);

type Base = { readonly making: Making; readonly weight: number };

function* makeAll(sheets: readonly SheetPlan[]): InParts<Filled[]> {
  const bases: Base[] = [];
  const all: Filled[] = [];
  for (const sheet of sheets) {
    all.push(yield* makeOne({ sheet, look: lookOf(sheet), content: contentOf(sheet) }, bases));
    yield;
  }
  return all;
}

function* makeOne(plain: Making, bases: Base[]): InParts<Filled> {
  const isUnit = plain.sheet.kind === "unit";
  for (const { making, weight } of isUnit ? bases : []) {
    const copy: Making = { ...plain, base: making };
    const steps = yield* fillSteps(copy);
    if (weigh(steps) < weight / 2) return { ...copy, steps };
  }
  const filled = { ...plain, steps: yield* fillSteps(plain) };
  if (isUnit) bases.push({ making: plain, weight: weigh(filled.steps) });
  return filled;
}

/**
 * Adds sheets in their order and fills them. All stand before any is filled whose formulas may look at another;
 * only sheets of units, which look at themselves alone, are filled before they are copied.
 */
export function* freshSteps(sheets: readonly SheetPlan[]): InParts<Step[]> {
  const makings = yield* makeAll(sheets);
  const bases = new Set(makings.map((making) => making.base?.sheet.id));
  const filledFirst = (making: Filled) => bases.has(making.sheet.id);
  const standing = makings.flatMap((making): Step[] => {
    if (making.base) return [{ do: "copy", sheet: making.sheet.name, from: making.base.sheet.name }];
    return [{ do: "add", sheet: making.sheet.name }, ...(filledFirst(making) ? making.steps : [])];
  });
  return [
    ...standing,
    ...makings.filter((making) => !filledFirst(making)).flatMap((making) => making.steps),
    ...sheets.flatMap((sheet) => sheet.names.map(({ name, refersTo }): Step => ({ do: "name", sheet: sheet.name, name, refersTo: `=${refersTo}` }))),
  ];
}
