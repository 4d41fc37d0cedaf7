import { formOf } from "../../../src/form/forms.ts";
import { formatOrigin, type Report } from "../../../src/report/model.ts";
import { cellOf } from "../../../src/report/table.ts";
import type { CellChoice } from "../../state/model.ts";
import { findPrinted, placeOf, type ShownSource } from "../../worker/shown-source.ts";

/** Where a figure of a report is printed in its source, as offsets into the shown text. */
export interface CellPlace extends CellChoice {
  readonly start: number;
  readonly end: number;
}

/**
 * Finds the printed figures of a report in its source, in the order of the text. Of several figures that share a place
 * (a line of a PDF) each is the next one printed there; one that cannot be told apart is left out.
 */
export function placeCells(source: ShownSource, report: Report): readonly CellPlace[] {
  const places: CellPlace[] = [];
  const cursors = new Map<string, number>();
  for (const table of report.tables) {
    for (const { id } of formOf(table).cells) {
      const { origin, raw } = cellOf(table, id);
      const whole = origin && placeOf(source, origin);
      if (!origin || !whole || raw === undefined || raw === "") continue;
      if (origin.kind === "line") {
        places.push({ table: table.table, cell: id, start: whole[0], end: whole[1] });
        continue;
      }
      const key = formatOrigin(origin);
      const own = findPrinted(source.text, whole, raw, cursors.get(key) ?? whole[0]);
      if (!own) continue;
      cursors.set(key, own[1]);
      places.push({ table: table.table, cell: id, start: own[0], end: own[1] });
    }
  }
  places.sort((a, b) => a.start - b.start);
  // Two figures at one place: neither is certain to be the one that is meant.
  return places.filter(({ start }, index) => index === 0 || start >= places[index - 1]!.end);
}
