import { toRange } from "../../src/sheet/address.ts";
import { bindFormula, showFormula } from "./formulas.ts";
import { OfficeFault } from "./remote.ts";
import { cellAt, emptyState, snapshotOf, type Scalar, type SheetState } from "./sheet-state.ts";

export type WorkbookEvent = "changed" | "selected" | "added";

/** The pretend workbook: what Excel would hold. Tests look at it and change it as a user would. */
export class WorkbookState {
  sheets: SheetState[] = [];
  name = "工作簿1.xlsx";
  readOnly = false;
  structureProtected = false;
  calculationMode = "Automatic";
  active = "";
  /** Something was entered since formulas were calculated. */
  stale = false;
  /** What the add-in has subscribed to: event and target. */
  readonly heard = new Set<string>();
  /** Called for what a host tells of: edits of the user, selections, sheets that were added. */
  onEvent: (event: WorkbookEvent, sheet: SheetState, address: string) => void = () => {};
  private next = 1;

  constructor(...names: string[]) {
    for (const name of names) this.add(name);
    this.active = names[0] ?? "";
  }

  find(key: string): SheetState | undefined {
    return this.sheets.find((sheet) => sheet.id === key || sheet.name.toLowerCase() === key.toLowerCase());
  }

  sheet(key: string): SheetState {
    const found = this.find(key);
    if (!found) throw new OfficeFault("ItemNotFound", `no sheet ${key}`);
    return found;
  }

  add(name: string): SheetState {
    this.checkName(name);
    const sheet = emptyState(`{00000000-0001-0000-${String(this.next++).padStart(4, "0")}-000000000000}`, name);
    this.sheets.push(sheet);
    this.onEvent("added", sheet, "");
    return sheet;
  }

  checkName(name: string): void {
    if (name === "" || name.length > 31 || /[[\]:*?/\\]|^'|'$/.test(name) || name.toLowerCase() === "history") throw new OfficeFault("InvalidArgument", `sheet name ${name}`);
    if (this.find(name)) throw new OfficeFault("ItemAlreadyExists", `sheet ${name}`);
    if (this.structureProtected) throw new OfficeFault("AccessDenied", "structure is protected");
  }

  remove(sheet: SheetState): void {
    if (this.structureProtected) throw new OfficeFault("AccessDenied", "structure is protected");
    if (sheet.visibility === "VeryHidden") throw new OfficeFault("InvalidOperation", "a very hidden sheet cannot be deleted");
    if (!this.sheets.some((one) => one !== sheet && one.visibility === "Visible")) throw new OfficeFault("InvalidOperation", "the last visible sheet");
    this.sheets = this.sheets.filter((one) => one !== sheet);
  }

  copy(sheet: SheetState): SheetState {
    const made = this.add(`${sheet.name.slice(0, 25)} (${this.next})`);
    const { id, name } = made;
    Object.assign(made, structuredClone(sheet), { id, name });
    for (const cell of made.cells.values()) if (cell.formula !== undefined) cell.formula = cell.formula.replaceAll(`[[${sheet.id}]]`, `[[${id}]]`);
    return made;
  }

  /** Puts an input into a cell as Excel understands it: an apostrophe makes text, much else becomes numbers and formulas. */
  enter(sheet: SheetState, row: number, column: number, input: Scalar | null): void {
    if (input === null) return;
    const covering = sheet.merges.find(([top, left, bottom, right]) => row >= top && row <= bottom && column >= left && column <= right && !(row === top && column === left));
    if (covering && input !== "") throw new Error(`${sheet.name}!${toRange(row, column, row, column)} is covered by the merged area ${toRange(...covering)}`);
    this.stale = true;
    const cell = cellAt(sheet, row, column);
    delete cell.value;
    delete cell.formula;
    delete cell.result;
    if (input === "") return;
    if (typeof input !== "string") cell.value = input;
    else if (input.startsWith("'")) cell.value = input.slice(1);
    else if (/^[=@]|^[+-](?![\d.]*$)/.test(input) && input.length > 1) {
      const bound = bindFormula(input.replace(/^[=+]/, ""), (name) => this.find(name)?.id);
      if (bound === null) throw new OfficeFault("InvalidArgument", `formula ${input}`);
      if (input.length > 8192) throw new OfficeFault("InvalidArgument", "formula too long");
      cell.formula = bound;
    } else if (/^[\s]*[+-]?[\d０-９.,]+%?$/.test(input)) cell.value = Number.parseFloat(input.normalize("NFKC").replaceAll(",", ""));
    else if (/^\d{1,4}[-/年]\d{1,2}|^\d+:\d\d/.test(input)) cell.value = 45_000;
    else if (/^(?:true|false)$/i.test(input)) cell.value = input.toLowerCase() === "true";
    else cell.value = input;
  }

  /** A user types into a cell. */
  type(name: string, address: string, input: Scalar): void {
    const [, letters = "A", digits = "1"] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    const sheet = this.sheet(name);
    this.enter(sheet, Number(digits) - 1, column, input);
    this.onEvent("changed", sheet, address);
  }

  /** A user goes to a cell, or selects an area. */
  select(name: string, address: string): void {
    const sheet = this.sheet(name);
    this.active = `${sheet.name}!${address}`;
    this.onEvent("selected", sheet, address);
  }

  formulaOf(bound: string): string {
    return showFormula(bound, (id) => this.sheets.find((sheet) => sheet.id === id)?.name);
  }

  /** What a reader of `Range.formulas` sees; the mark for text is not given back (office-js #6687). */
  read(sheet: SheetState, row: number, column: number): Scalar {
    const cell = sheet.cells.get(`${row},${column}`);
    return cell?.formula === undefined ? (cell?.value ?? "") : `=${this.formulaOf(cell.formula)}`;
  }

  /** Becomes what another workbook is. */
  become(other: WorkbookState): void {
    const { readOnly, structureProtected, calculationMode, active, next } = other;
    Object.assign(this, { sheets: structuredClone(other.sheets), readOnly, structureProtected, calculationMode, active, next });
  }

  /** The whole workbook as data that compares equal where nothing differs. */
  snapshot(): unknown {
    const { readOnly, structureProtected, calculationMode } = this;
    return JSON.parse(JSON.stringify({ readOnly, structureProtected, calculationMode, sheets: this.sheets.map((sheet) => snapshotOf(sheet, (bound) => this.formulaOf(bound))) })) as unknown;
  }
}
