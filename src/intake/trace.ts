import { consolidate } from "../consolidation/consolidate.ts";
import { rankContributors, rankParts, type Contributor } from "../consolidation/drill-down.ts";
import { footnotesOf, type Footnotes } from "../consolidation/footnotes.ts";
import type { Consolidation } from "../consolidation/model.ts";
import { ruleFor, type SourceRule } from "../consolidation/policy.ts";
import { isTableRef, type Finding } from "../finding/model.ts";
import { cellId, type CellId, type Form } from "../form/compile.ts";
import { findForm, formOf } from "../form/forms.ts";
import type { Cell, CellRef, Report } from "../report/model.ts";
import { cellOf } from "../report/table.ts";
import { parseAddress, toAddress } from "../sheet/address.ts";
import { sheetValue } from "../sheet/figure-cells.ts";
import { createProvenanceLookup, type ProvenancePlace } from "../sheet/find-provenance.ts";
import { LEDGER_COLUMNS, mapLedger } from "../sheet/ledger.ts";
import { locateFigures, type LocatedTable } from "../sheet/locate-figures.ts";
import { readMetadata, type WorkbookMetadata } from "../sheet/metadata.ts";
import { readBack, type ReadBack } from "../sheet/read-back.ts";
import { findLedger } from "../sheet/read-ledger.ts";
import { inSheetOrder } from "../sheet/unit-sheet.ts";
import type { GridSheet, GridWorkbook } from "../source/xlsx.ts";
import { gatherMembers } from "./gather-members.ts";

/** A cell of the workbook. */
export interface SheetPlace {
  readonly sheet: string;
  readonly address: string;
}

/** A figure of one unit's report, with every place where it stands. */
export interface TracedCell {
  readonly at: Required<CellRef>;
  readonly cell: Cell;
  /** Its own cell in the unit's sheet, or in the ledger where the unit has no sheet; absent for parts of a unit. */
  readonly place?: SheetPlace;
  /** Its row in 来源. */
  readonly provenance?: ProvenancePlace;
  /** What was said of it when it was read: numbers of the running text that contradict it too. */
  readonly findings: readonly Finding[];
}

/** One who stands behind a figure. */
export interface TracedContributor {
  readonly id: string;
  readonly unit: string;
  readonly year: number | null;
  readonly file: string;
  /** In units of 10^-scale of the figure's measure. */
  readonly value: number;
  readonly share: number | null;
  readonly cells: readonly TracedCell[];
  /** Of a unit that is itself a consolidation: who stands behind its figure. */
  readonly parts?: readonly TracedContributor[];
}

/** A figure of the city, taken apart. */
export interface TracedFigure {
  readonly kind: "city";
  readonly city: string;
  readonly at: Required<CellRef>;
  /** By the units' reports, in units of 10^-scale; null where nobody has it. */
  readonly value: number | null;
  /** What the sheet shows instead, where it shows something else. */
  readonly shown?: string;
  readonly contributors: readonly TracedContributor[];
  /** Units asked for it, and names of those that count and have none. */
  readonly of: number;
  readonly blank: readonly string[];
  readonly provided?: {
    readonly provider: string;
    readonly from: "report" | "policy";
    readonly rule?: SourceRule;
    /** The sum that it stands in place of, and what it is more than that. */
    readonly summed: number | null;
    readonly difference: number | null;
    readonly contributors: readonly TracedContributor[];
    readonly blank: readonly string[];
    readonly of: number;
  };
}

/** A figure of one unit. */
export interface TracedUnit {
  readonly kind: "unit";
  readonly unit: string;
  readonly year: number | null;
  readonly file: string;
  readonly cell: TracedCell;
  readonly parts: readonly TracedContributor[];
}

export type Traced = TracedFigure | TracedUnit;

/** A workbook of ours, open for questions about single cells. */
export interface Trace {
  /** The figure that stands in a cell; undefined for every other cell. */
  readonly at: (sheet: string, address: string) => Traced | undefined;
  /** The first figure of a unit's report in the workbook, by place; for going from a pane's cell to the sheet's. */
  readonly placeOf: (report: Pick<Report, "unit" | "year">, at: { readonly table: string; readonly cell: CellId }) => SheetPlace | undefined;
  /** Of a consolidation: its sheet, and its footnotes as written by the policy and as they stand. */
  readonly city?: { readonly unit: string; readonly year: number; readonly sheet?: string; readonly footnotes: Footnotes };
}

type Owner = { readonly report: Report; readonly findings: readonly Finding[]; readonly placeOf: (form: Form, id: CellId) => SheetPlace | undefined; readonly nth: number };

/** Opens a workbook of ours, as its sheets stand now, for tracing figures; undefined where it is not ours. Never throws on data. */
export function openTrace(workbook: GridWorkbook): Trace | undefined {
  const metadata = readMetadata(workbook.sheets);
  const back = metadata && readBack(workbook);
  return metadata && back && new WorkbookTrace(workbook, metadata, back);
}

class WorkbookTrace implements Trace {
  private readonly located = new Map<string, readonly LocatedTable[]>();
  private readonly consolidation: Consolidation | undefined;
  private readonly sheets: ReadonlyMap<string, GridSheet>;
  private readonly provenanceOf: ReturnType<typeof createProvenanceLookup>;
  private readonly owners: ReadonlyMap<string, Owner>;
  readonly city: Trace["city"];

  constructor(private readonly workbook: GridWorkbook, private readonly metadata: WorkbookMetadata, private readonly back: ReadBack) {
    this.sheets = new Map(workbook.sheets.map((sheet) => [sheet.name, sheet]));
    this.provenanceOf = createProvenanceLookup(workbook.sheets, metadata.language);
    const { city, reports, policy, roster } = back;
    if (city) {
      const { members } = gatherMembers(reports.map(({ report, findings, counted, unitKind, parts }) => ({ report, findings, stored: { counted, unitKind, parts } })), city.unit, city.year);
      this.consolidation = consolidate({ unit: city.unit, year: city.year, members, policy, roster });
      this.city = { unit: city.unit, year: city.year, sheet: back.citySheet, footnotes: footnotesOf(this.consolidation) };
    }
    this.owners = this.findOwners();
  }

  at(sheet: string, address: string): Traced | undefined {
    if (sheet === this.back.citySheet) return this.atCity(sheet, address);
    const index = this.back.reports.findIndex((stored) => stored.sheet !== "" && stored.sheet === sheet);
    return index < 0 ? undefined : this.atUnit(index, sheet, address);
  }

  placeOf({ unit, year }: Pick<Report, "unit" | "year">, { table, cell }: { readonly table: string; readonly cell: CellId }): SheetPlace | undefined {
    const index = this.back.reports.findIndex(({ report }) => report.unit === unit && report.year === year);
    const own = this.back.reports[index]?.report.tables.find((one) => one.table === table);
    return own && this.owners.get(this.idAt(index))?.placeOf(formOf(own), cell);
  }

  private atCity(sheet: string, address: string): TracedFigure | undefined {
    const { consolidation } = this;
    const found = consolidation && this.figureAt(sheet, consolidation.report, address);
    if (!found) return undefined;
    const { form, id, grid } = found;
    const formCell = form.cell(id)!;
    const at = { table: form.id, edition: form.edition, row: formCell.row.id, column: formCell.column.id };
    const { figure, contributors, blank, summed } = rankContributors(consolidation, at);
    const { provided } = figure;
    const shown = grid?.value ?? null;
    const expected = figure.value === null ? null : sheetValue(figure.value, formCell);
    // A formula whose result was not saved shows nothing that could differ.
    const differs = !(grid?.formula !== undefined && shown === null) && (shown === "" ? null : shown) !== expected;
    const names = (members: typeof blank) => members.map((member) => member.report.unit);
    return {
      kind: "city",
      city: consolidation.unit,
      at,
      value: figure.value,
      ...(differs && { shown: String(shown ?? "") }),
      contributors: this.traceAll(contributors, form),
      of: figure.of,
      blank: names(blank),
      ...(provided && summed && {
        provided: {
          provider: provided.provider,
          from: provided.from,
          rule: ruleFor(consolidation.policy, form, id),
          summed: provided.summed.value,
          difference: figure.value === null || provided.summed.value === null ? null : figure.value - provided.summed.value,
          contributors: this.traceAll(summed.contributors, form),
          blank: names(summed.blank),
          of: provided.summed.of,
        },
      }),
    };
  }

  private atUnit(index: number, sheet: string, address: string): TracedUnit | undefined {
    const { report, parts } = this.back.reports[index]!;
    const found = this.figureAt(sheet, report, address);
    const owner = this.owners.get(this.idAt(index));
    if (!found || !owner) return undefined;
    const { row, column } = found.form.cell(found.id)!;
    const at = { table: found.form.id, edition: found.form.edition, row: row.id, column: column.id };
    const member = this.consolidation?.members[index];
    const behind = parts && member ? rankParts(member, at) : [];
    return { kind: "unit", unit: report.unit, year: report.year, file: report.file, cell: this.traceCell(at, owner), parts: this.traceAll(behind, found.form) };
  }

  private figureAt(sheet: string, report: Report, address: string) {
    const place = parseAddress(address);
    const rows = this.sheets.get(sheet)?.rows;
    if (!place || !rows) return undefined;
    for (const { form, places } of this.placesOn(sheet, report)) {
      for (const [id, { row, column }] of places) if (row === place.row && column === place.column) return { form, id, grid: rows[row]?.[column] };
    }
    return undefined;
  }

  private placesOn(sheet: string, report: Report): readonly LocatedTable[] {
    const known = this.located.get(sheet);
    const grid = this.sheets.get(sheet);
    if (known || !grid) return known ?? [];
    const located = locateFigures(report, inSheetOrder(report.tables).map(formOf), grid, this.metadata.language);
    this.located.set(sheet, located);
    return located;
  }

  /** The consolidation's id of a member; of a workbook of reports alone its position. */
  private readonly idAt = (index: number): string => this.consolidation?.members[index]?.id ?? String(index);

  private findOwners(): ReadonlyMap<string, Owner> {
    const seen = new Map<string, number>();
    const ledger = findLedger(this.workbook.sheets, this.metadata.language);
    const forms = (this.metadata.ledger ?? []).flatMap(({ table, edition }) => findForm(table, edition) ?? []);
    const map = mapLedger({ name: "", forms }, 0);
    const rowsOf = new Map<string, number[]>();
    ledger?.sheet.rows.forEach((row, index) => {
      const unit = String(row[LEDGER_COLUMNS.unit]?.value ?? "");
      if (index >= ledger.first && unit !== "") rowsOf.set(unit, [...(rowsOf.get(unit) ?? []), index]);
    });
    return new Map(
      this.back.reports.map((stored, index): [string, Owner] => {
        const { report, findings, sheet } = stored;
        const nth = seen.get(report.unit) ?? 0;
        seen.set(report.unit, nth + 1);
        const onSheet = (form: Form, id: CellId) => {
          const place = this.placesOn(sheet, report).find((one) => one.form === form)?.places.get(id);
          return place && { sheet, address: toAddress(place.row, place.column) };
        };
        const inLedger = (form: Form, id: CellId) => {
          const row = forms.includes(form) ? rowsOf.get(report.unit)?.[nth] : undefined;
          return row === undefined ? undefined : { sheet: ledger!.sheet.name, address: toAddress(row, map.columnOf(form, id)) };
        };
        return [this.idAt(index), { report, findings, nth, placeOf: sheet === "" ? inLedger : onSheet }];
      }),
    );
  }

  private traceCell(at: Required<CellRef>, owner: Owner | undefined, cell?: Cell): TracedCell {
    const form = formOf(at);
    const id = cellId(at.row, at.column);
    const formCell = form.cell(id)!;
    const table = owner?.report.tables.find((one) => one.table === at.table);
    return {
      at,
      cell: cell ?? (table ? cellOf(table, id) : { value: null, status: "blank" }),
      ...(owner && { place: owner.placeOf(form, id), provenance: this.provenanceOf(owner.report.unit, owner.nth, form, formCell) }),
      findings: (owner?.findings ?? []).filter(({ at: about }) => isTableRef(about) && about.table === at.table && about.row === at.row && (about.column === undefined || about.column === at.column)),
    };
  }

  private traceAll(contributors: readonly Contributor[], form: Form): TracedContributor[] {
    return contributors.map(({ member, unit, value, share, cells, parts }) => {
      const owner = this.owners.get(member.id);
      return {
        id: member.id,
        unit,
        year: member.report.year,
        file: member.report.file,
        value,
        share,
        cells: cells.map(({ at, cell }) => this.traceCell(at as Required<CellRef>, owner, cell)),
        ...(parts && { parts: this.traceAll(parts, form) }),
      };
    });
  }
}

