import type { PlanValue } from "../../sheet/plan.ts";
import { toAddress } from "../../sheet/address.ts";
import type { Meeting } from "./arrange.ts";
import type { CellChange } from "./cells.ts";
import { contentOf, guardText, holds } from "./content.ts";
import { eachPlace, lookOf, placeKey, type SheetLook } from "./look.ts";
import { changedPlaces, type WrittenSheet } from "./record.ts";

/** How a sheet of ours differs from what is planned for it. */
export interface Comparison {
  readonly look: SheetLook;
  readonly changes: readonly CellChange[];
  /** What brings the changed cells back to what they are now. */
  readonly restore: readonly CellChange[];
  readonly differences: readonly { readonly address: string; readonly now: string; readonly planned: string }[];
  /** A difference stands where the user changed what we had written, or wrote where nothing was. */
  readonly conflict: boolean;
}

/** Compares cell by cell; only planned cells and those that we wrote last time are looked at. */
export function compareSheet({ planned, existing, written }: Meeting): Comparison {
  const look = lookOf(planned);
  const content = contentOf(planned);
  const now = (row: number, column: number): PlanValue => existing?.cells[row]?.[column] ?? "";
  // Most sheets are as they were written: what the user did there is worked out once something differs.
  let done: ReturnType<typeof doneByUser> | undefined;
  const changes: CellChange[] = [];
  const restore: CellChange[] = [];
  const differences: Comparison["differences"][number][] = [];
  let conflict = false;
  const change = (row: number, column: number, input: CellChange["input"]) => {
    const was = now(row, column);
    changes.push({ row, column, input });
    restore.push({ row, column, input: restored(was, written?.guarded.some(([r, c]) => r === row && c === column) ?? false) });
    differences.push({ address: toAddress(row, column), now: String(was ?? ""), planned: String(input).replace(/^'/, "") });
    conflict ||= (done ??= doneByUser(written, now))(row, column, was);
  };
  content.forEach((cells, row) => cells.forEach((cell, column) => cell && !holds(cell, now(row, column)) && change(row, column, cell.input)));
  if (written) eachPlace(written.look, (row, column) => !content[row]?.[column] && now(row, column) !== "" && change(row, column, ""));
  return { look, changes, restore, differences, conflict };
}

/** Whether what stands somewhere is of the user's making: changed since we wrote it, or written where we had nothing. */
function doneByUser(written: WrittenSheet | undefined, now: (row: number, column: number) => PlanValue): (row: number, column: number, was: PlanValue) => boolean {
  if (!written) return (_row, _column, was) => was !== "";
  const ours = new Set<number>();
  eachPlace(written.look, (row, column) => ours.add(placeKey(row, column)));
  const isChanged = changedPlaces(written, now);
  return (row, column, was) => (ours.has(placeKey(row, column)) ? isChanged(row, column) : was !== "");
}

/** An old content, safe to be written again. */
export function restored(was: PlanValue, text: boolean): CellChange["input"] {
  if (was === null) return "";
  if (typeof was !== "string") return was;
  if (was.startsWith("=") && !text) return was;
  return was.startsWith("'") ? was : guardText(was);
}
