import { FormError, type BandDefinition, type ColumnDefinition, type FindingLevel, type Measure, type RowDefinition, type RuleDefinition, type TableForm } from "./definition.ts";

/** `row id/column id`: stable name of one official cell within its table. */
export type CellId = string;

export const cellId = (rowId: string, columnId: string): CellId => `${rowId}/${columnId}`;

/** A data row of the official form. */
export interface FormRow {
  readonly id: string;
  readonly label: string;
  readonly note?: string;
  readonly aliases: readonly string[];
  /** Full label path as the tidy csv prints it (行). */
  readonly path: string;
  /** Headings above the row, outermost first. */
  readonly headings: readonly RowDefinition[];
  readonly band: BandDefinition;
  /** Position among the table's data rows, from 0. */
  readonly index: number;
  /** Position of its first cell among the table's cells; the others follow in the order of its band's columns. */
  readonly firstCell: number;
}

/** One official cell. */
export interface FormCell {
  readonly id: CellId;
  readonly row: FormRow;
  readonly column: ColumnDefinition;
  readonly measure: Measure;
  /** Position among the table's cells in official order, from 0. */
  readonly index: number;
}

/**
 * One balance rule applied to one row or column: the sum of `left` compared with the sum of `right`.
 * `non-negative` has no right side: the sum of `left` is at least 0.
 */
export interface Equation {
  /** `rule id:row id` or `rule id:column id`, unique within the table. */
  readonly id: string;
  readonly ruleId: string;
  readonly level: FindingLevel;
  readonly relation: "equal" | "at-most" | "non-negative";
  readonly left: readonly CellId[];
  readonly right: readonly CellId[];
  /** Cell under which the equation is reported: its total, or its last term. */
  readonly at: CellId;
  readonly per: "row" | "column";
  /** Id of the row or column the equation runs along. */
  readonly along: string;
  /** A part left blank may be any count, so known parts above the total break the rule by themselves. */
  readonly partsMayLack?: true;
}

/** A table form compiled once: rows, cells and equations in official order. */
export interface Form {
  readonly definition: TableForm;
  readonly id: TableForm["id"];
  readonly edition: TableForm["edition"];
  readonly number: string;
  readonly rows: readonly FormRow[];
  readonly cells: readonly FormCell[];
  readonly equations: readonly Equation[];
  readonly cell: (id: CellId) => FormCell | undefined;
  readonly row: (id: string) => FormRow | undefined;
  /** The cell where a row and a column meet. */
  readonly cellAt: (rowId: string, columnId: string) => FormCell | undefined;
  readonly equationsAt: (id: CellId) => readonly Equation[];
}

const NO_EQUATIONS: readonly Equation[] = [];

const nameOf = (form: TableForm) => `${form.id} ${form.edition}`;

function collectRows(form: TableForm): FormRow[] {
  const rows: FormRow[] = [];
  const seen = new Set<string>();
  let cells = 0;
  const walk = (definitions: readonly RowDefinition[], headings: readonly RowDefinition[], steps: readonly string[], band: BandDefinition) => {
    for (const definition of definitions) {
      if (seen.has(definition.id)) throw new FormError(nameOf(form), `row id "${definition.id}" stands twice`);
      seen.add(definition.id);
      const path = [...steps, definition.label];
      if (!definition.heading) {
        rows.push({ id: definition.id, label: definition.label, note: definition.note, aliases: definition.aliases ?? [], path: path.join("/"), headings, band, index: rows.length, firstCell: cells });
        cells += band.columns.length;
      } else if (!definition.rows?.length) {
        throw new FormError(nameOf(form), `heading "${definition.id}" has no rows`);
      }
      walk(definition.rows ?? [], [...headings, definition], path, band);
    }
  };
  for (const band of form.bands) walk(band.rows, [], band.label ? [band.label] : [], band);
  if (rows.length === 0) throw new FormError(nameOf(form), "has no data rows");
  return rows;
}

function collectCells(form: TableForm, rows: readonly FormRow[]): FormCell[] {
  const cells: FormCell[] = [];
  for (const row of rows) {
    const seen = new Set<string>();
    for (const column of row.band.columns) {
      if (seen.has(column.id)) throw new FormError(nameOf(form), `band "${row.band.id}" has column "${column.id}" twice`);
      seen.add(column.id);
      const measure = measureOf(row, column);
      cells.push({ id: cellId(row.id, column.id), row, column, measure, index: cells.length });
    }
  }
  return cells;
}

function measureOf(row: FormRow, column: ColumnDefinition): Measure {
  const own = [...row.headings].reverse().find((heading) => heading.measure)?.measure;
  const definition = row.band.rows && findRow(row.band.rows, row.id);
  return definition?.measure ?? own ?? column.measure;
}

function findRow(rows: readonly RowDefinition[], id: string): RowDefinition | undefined {
  for (const row of rows) {
    if (row.id === id) return row;
    const below = row.rows && findRow(row.rows, id);
    if (below) return below;
  }
  return undefined;
}

/** Data rows that a rule's row id stands for: the row itself, or the leaves of a heading. */
function expandRow(form: TableForm, rule: RuleDefinition, id: string, rows: readonly FormRow[]): string[] {
  const definition = form.bands.map((band) => findRow(band.rows, id)).find(Boolean);
  if (!definition) throw new FormError(nameOf(form), `rule "${rule.id}" names unknown row "${id}"`);
  if (!definition.heading) return [id];
  return rows.filter((row) => row.headings.some((heading) => heading.id === id)).map((row) => row.id);
}

/** A whole and its parts, one after the other, each as an `at-most` rule of its own. */
function applyParts(form: TableForm, rule: Extract<RuleDefinition, { kind: "parts" }>, rows: readonly FormRow[]): Equation[] {
  return Object.entries(rule.parts).flatMap(([whole, parts]) =>
    applyRule(form, { ...rule, kind: "at-most", left: parts, right: [whole] }, rows).map((equation) => ({ ...equation, id: `${rule.id}:${whole}:${equation.along}`, partsMayLack: true as const })),
  );
}

function applyRule(form: TableForm, rule: RuleDefinition, rows: readonly FormRow[]): Equation[] {
  if (rule.kind === "parts") return applyParts(form, rule, rows);
  const right = rule.kind === "non-negative" ? [] : rule.right;
  const relation = rule.kind === "balance" ? "equal" : rule.kind;
  if (rule.left.length === 0) throw new FormError(nameOf(form), `rule "${rule.id}" has no terms`);
  const along = (per: "row" | "column", id: string, left: readonly CellId[], rightCells: readonly CellId[]): Equation => ({
    id: `${rule.id}:${id}`,
    ruleId: rule.id,
    level: rule.level,
    relation,
    left,
    right: rightCells,
    at: rightCells[0] ?? left[left.length - 1] ?? "",
    per,
    along: id,
    ...(rule.kind === "balance" && rule.partsMayLack && { partsMayLack: true as const }),
  });
  if (rule.per === "column") {
    const expand = (ids: readonly string[]) => ids.flatMap((id) => expandRow(form, rule, id, rows));
    const [leftRows, rightRows] = [expand(rule.left), expand(right)];
    const first = rows.find((row) => row.id === leftRows[0]);
    return (first?.band.columns ?? []).map((column) =>
      along("column", column.id, leftRows.map((id) => cellId(id, column.id)), rightRows.map((id) => cellId(id, column.id))),
    );
  }
  const wanted = rule.rows?.flatMap((id) => expandRow(form, rule, id, rows));
  const names = [...rule.left, ...right];
  for (const name of names) {
    if (!form.bands.some((band) => band.columns.some((column) => column.id === name))) throw new FormError(nameOf(form), `rule "${rule.id}" names unknown column "${name}"`);
  }
  const carriers = rows.filter((row) => (wanted ? wanted.includes(row.id) : true) && names.every((name) => row.band.columns.some((column) => column.id === name)));
  if (carriers.length === 0) throw new FormError(nameOf(form), `rule "${rule.id}" applies to no row`);
  return carriers.map((row) => along("row", row.id, rule.left.map((id) => cellId(row.id, id)), right.map((id) => cellId(row.id, id))));
}

/**
 * Compiles a declared form into rows, cells and equations.
 *
 * Throws FormError (the table, the rule and the unknown name) on a wrong definition: that is a fault of this
 * program, found by the first test that loads it, never of a user's data.
 */
export function compileForm(form: TableForm): Form {
  const rows = collectRows(form);
  const cells = collectCells(form, rows);
  const equations: Equation[] = [];
  const ruleIds = new Set<string>();
  for (const rule of form.rules) {
    if (ruleIds.has(rule.id)) throw new FormError(nameOf(form), `rule "${rule.id}" stands twice`);
    ruleIds.add(rule.id);
    equations.push(...applyRule(form, rule, rows));
  }
  const cellById = new Map(cells.map((cell) => [cell.id, cell]));
  const rowById = new Map(rows.map((row) => [row.id, row]));
  const byPlace = new Map(rows.map((row) => [row.id, new Map<string, FormCell>()]));
  for (const cell of cells) byPlace.get(cell.row.id)!.set(cell.column.id, cell);
  const byCell = new Map<CellId, Equation[]>();
  for (const equation of equations) {
    for (const id of new Set([...equation.left, ...equation.right])) {
      if (!cellById.has(id)) throw new FormError(nameOf(form), `rule "${equation.ruleId}" names unknown cell "${id}"`);
      byCell.set(id, [...(byCell.get(id) ?? []), equation]);
    }
  }
  return {
    definition: form,
    id: form.id,
    edition: form.edition,
    number: form.number,
    rows,
    cells,
    equations,
    cell: (id) => cellById.get(id),
    row: (id) => rowById.get(id),
    cellAt: (rowId, columnId) => byPlace.get(rowId)?.get(columnId),
    equationsAt: (id) => byCell.get(id) ?? NO_EQUATIONS,
  };
}
