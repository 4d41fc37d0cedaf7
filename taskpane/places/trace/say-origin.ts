import type { Origin } from "../../../src/report/model.ts";
import type { Texts } from "../../texts/texts.ts";

/** Where something stood in its source, for people: line, page, sheet cell or table cell. */
export function sayOrigin(origin: Origin, { trace }: Texts): string {
  switch (origin.kind) {
    case "line":
      return trace.origin.line(origin.line);
    case "page":
      return trace.origin.page(origin.page, origin.line);
    case "sheet":
      return trace.origin.sheet(origin.sheet, origin.address);
    case "table":
      return trace.origin.table(origin.table, origin.row, origin.column);
    case "consolidated":
      return trace.origin.consolidated(origin.provider);
  }
}
