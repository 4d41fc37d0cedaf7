import { toAddress } from "../../src/sheet/address.ts";
import type { PlanValue } from "../../src/sheet/plan.ts";
import { restored } from "../../src/writer/excel/compare.ts";
import { canonical } from "../../src/writer/excel/content.ts";
import { seenSheet } from "../../src/writer/excel/seen.ts";
import type { Step } from "../../src/writer/excel/step.ts";
import type { ReadBack } from "./excel-apply.ts";
import type { Look } from "./excel-look.ts";

/** Somebody else changed cells between the look and the write. */
export class Overtaken extends Error {}

/**
 * Watches one write for what others do meanwhile. Every request of it reads the cells that it is about to write over;
 * what is not as the look said it was is somebody's edit, and is kept for putting back.
 */
export class OvertakeWatch {
  private readonly written = new Set<string>();
  private readonly theirs = new Map<string, PlanValue>();

  constructor(private readonly seen: Look) {}

  /** Conditional formats as the look told them; of use once, before the write puts others there. */
  readonly formatsOf = (sheet: string) => this.seen.inspected.get(sheet.toLowerCase())?.formats;

  readonly isWatched = (sheet: string): boolean => seenSheet(this.seen, sheet) !== undefined;

  /** Compares what stood there with the look; the first place that differs, as `sheet!A1`. Cells written before in this write are ours. */
  compare(before: readonly ReadBack[], steps: readonly Step[]): string | undefined {
    let first: string | undefined;
    for (const { step, range } of before) {
      const sheet = seenSheet(this.seen, step.sheet);
      step.input.forEach((cells, row) =>
        cells.forEach((input, column) => {
          if (input === null) return;
          const place = [step.area[0] + row, step.area[1] + column] as const;
          const key = keyOf(step.sheet, ...place);
          if (this.written.has(key)) return;
          const now = (range.formulas as PlanValue[][])[row]?.[column] ?? "";
          if (canonical(now) === canonical(sheet?.cells[place[0]]?.[place[1]])) return;
          this.theirs.set(key, now);
          first ??= `${step.sheet}!${toAddress(...place)}`;
        }),
      );
    }
    for (const step of steps) for (const key of placesOf(step)) this.written.add(key);
    return first;
  }

  /** Steps that put back, with what others wrote meanwhile in place of what the look said. */
  correct(rollback: readonly Step[]): readonly Step[] {
    return this.theirs.size === 0 ? rollback : rollback.map((step) => this.withTheirs(step, (cell) => cell));
  }

  /** Of steps that were done, what gives others back what they had written there meanwhile, and nothing else. */
  giveBack(done: readonly Step[]): readonly Step[] {
    return this.theirs.size === 0 ? [] : done.map((step) => this.withTheirs(step, () => null)).filter((step) => step.do === "cells" && step.input.flat().some((cell) => cell !== null));
  }

  private withTheirs(step: Step, otherwise: (cell: PlanValue) => PlanValue): Step {
    if (step.do !== "cells") return step;
    const input = step.input.map((cells, row) =>
      cells.map((cell, column) => {
        const theirs = this.theirs.get(keyOf(step.sheet, step.area[0] + row, step.area[1] + column));
        return theirs === undefined || cell === null ? otherwise(cell) : restored(theirs, false);
      }),
    );
    return { ...step, input };
  }
}

const keyOf = (sheet: string, row: number, column: number): string => `${sheet.toLowerCase()}!${row},${column}`;

/** Places that a step writes; a link may bring text of its own. */
function placesOf(step: Step): string[] {
  if (step.do === "link") return [keyOf(step.sheet, step.row, step.column)];
  if (step.do !== "cells") return [];
  return step.input.flatMap((cells, row) => cells.flatMap((input, column) => (input === null ? [] : [keyOf(step.sheet, step.area[0] + row, step.area[1] + column)])));
}
