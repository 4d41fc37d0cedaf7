import type { FormRow } from "../../../src/form/compile.ts";
import { gridRow, type Pen } from "./pen.ts";
import type { Grid, GridCell, GridRow } from "./model.ts";

const LABELS = 3;

/** Rows that "missing-rows" leaves out: seldom used, and only where all their figures are zero. */
const DROPPABLE = ["refused-state-secret", "unavailable-must-be-created", "not-handled-publication", "not-handled-confirmation"];

const isZero = (cell: GridCell) => cell.figure !== undefined && /^[0０零\s]*$/.test(cell.text);

/**
 * Table 三: three label columns and the seven figures, with a corner note and a three-row header.
 *
 * `subtotal-column` puts 小计 behind the five kinds of bodies, under 法人或其他组织.
 */
export function drawRequests(pen: Pen): Pick<Grid, "columns" | "rows"> {
  const { form } = pen;
  const [persons, ...rest] = form.definition.bands[0]!.columns;
  const bodies = rest.slice(0, -1);
  const total = rest[rest.length - 1]!;
  const subtotal = pen.options.variations?.includes("subtotal-column") ?? false;
  const width = bodies.length + (subtotal ? 1 : 0);
  const cell = (role: GridCell["role"], text: string, colSpan = 1, rowSpan = 1): GridCell => ({ role, text, colSpan, rowSpan });
  const column = (id: string, text: string, colSpan = 1, rowSpan = 1) => cell("column", pen.say({ kind: "column", id, text, aliases: [] }), colSpan, rowSpan);
  const header: GridRow[] = [
    gridRow("header", [cell("corner", pen.say({ kind: "corner", id: "corner", text: form.definition.corner ?? "", aliases: [] }), LABELS, 3), column("applicants", "申请人情况", width + 2)]),
    gridRow("header", [column(persons!.id, persons!.label, 1, 2), column("bodies", "法人或其他组织", width), column(total.id, total.label, 1, 2)]),
    gridRow("header", [...bodies.map((body) => column(body.id, body.label)), ...(subtotal ? [cell("extra", "法人或其他组织小计")] : [])]),
  ];
  const figures = (row: FormRow): GridCell[] => {
    const inner = bodies.map((body) => pen.figure(row.id, body.id));
    const sum = inner.reduce((all, entry) => all + (Number(entry.text) || 0), 0);
    return [pen.figure(row.id, persons!.id), ...inner, ...(subtotal ? [pen.extra(String(sum))] : []), pen.figure(row.id, total.id)];
  };
  const drawn = form.rows.map((row) => ({ row, figures: figures(row) }));
  const kept = drawn.filter(({ row, figures: cells }) => !(pen.options.variations?.includes("missing-rows") && DROPPABLE.includes(row.id) && cells.every(isZero)));
  const opened = new Set<string>();
  const data = kept.map(({ row, figures: cells }) => {
    const headings = row.headings.filter((heading) => !opened.has(heading.id)).map((heading) => {
      opened.add(heading.id);
      const span = kept.filter((entry) => entry.row.headings.some((other) => other.id === heading.id)).length;
      return cell("heading", pen.say({ kind: "heading", id: heading.id, text: heading.label, aliases: heading.aliases ?? [] }), 1, span);
    });
    const label = pen.say({ kind: "row", id: row.id, text: row.label + (row.note ?? ""), aliases: row.aliases });
    return gridRow("data", [...headings, cell("label", label, LABELS - row.headings.length), ...cells]);
  });
  return { columns: LABELS + width + 2, rows: [...header, ...data] };
}
