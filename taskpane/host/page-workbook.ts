import { parseAddress, toAddress } from "../../src/sheet/address.ts";
import type { WorkbookPlan } from "../../src/sheet/plan.ts";
import type { GridWorkbook } from "../../src/source/xlsx.ts";
import { editCell, emptyBook, keyOf, planOfBook, typedValue, type PageBook } from "../page-workbook/book.ts";
import { bookOfGrid, gridOfBook } from "../page-workbook/book-grid.ts";
import { mergePlan, previewPlan } from "../page-workbook/merge-plan.ts";
import type { SheetPreview, WorkbookHost, WorkbookInfo, WriteOutcome } from "./workbook-host.ts";

const MOST_STEPS = 100;

/** What the page shows besides the book: where the user was sent last. */
export interface ShownPlace {
  readonly sheet: string;
  readonly address?: string;
  /** Grows with every `show`, so that the same place can be shown twice. */
  readonly turn: number;
}

export interface PageView {
  readonly book: PageBook;
  readonly shown: ShownPlace | null;
}

/** The workbook in the page: what the pane writes to where there is no Excel. Edits and writes can be taken back. */
export class PageWorkbook implements WorkbookHost {
  readonly kind = "page";
  private view: PageView;
  private readonly past: PageBook[] = [];
  private readonly watchers = new Set<() => void>();
  private readonly editListeners = new Set<(sheet: string, address: string) => void>();
  private readonly selectionListeners = new Set<(sheet: string, cell: string) => void>();

  constructor(name: string) {
    this.view = { book: emptyBook(name), shown: null };
  }

  /** For React: stable functions, and a view that is another object after every change. */
  readonly subscribe = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };
  readonly getView = (): PageView => this.view;

  private set(view: Partial<PageView>): void {
    this.view = { ...this.view, ...view };
    for (const watcher of this.watchers) watcher();
  }

  private change(book: PageBook): void {
    this.past.push(this.view.book);
    if (this.past.length > MOST_STEPS) this.past.shift();
    this.set({ book });
  }

  async describe(): Promise<WorkbookInfo> {
    const { name, sheets } = this.view.book;
    return { name, sheets: sheets.map(({ plan }) => ({ name: plan.name, visible: plan.visibility === "visible" })) };
  }

  async preview(plan: WorkbookPlan): Promise<readonly SheetPreview[]> {
    return previewPlan(this.view.book, plan);
  }

  async write(plan: WorkbookPlan, options: Parameters<WorkbookHost["write"]>[1]): Promise<WriteOutcome> {
    if (options.signal?.aborted) return { ok: false, problem: "cancelled" };
    const { book, written, skipped } = mergePlan(this.view.book, plan, options.overwrite ?? []);
    this.change(book);
    return { ok: true, written, skipped };
  }

  async undo(): Promise<boolean> {
    const before = this.past.pop();
    if (before) this.set({ book: before });
    return before !== undefined;
  }

  async canUndo(): Promise<boolean> {
    return this.past.length > 0;
  }

  async readGrid(): Promise<GridWorkbook> {
    // All of it is at hand: `only` would save nothing.
    return gridOfBook(this.view.book);
  }

  async show(sheet: string, address?: string): Promise<void> {
    this.activate(sheet);
    this.set({ shown: { sheet, address, turn: (this.view.shown?.turn ?? 0) + 1 } });
  }

  onEdit(listener: (sheet: string, address: string) => void): () => void {
    this.editListeners.add(listener);
    return () => this.editListeners.delete(listener);
  }

  onSelection(listener: (sheet: string, cell: string) => void): () => void {
    this.selectionListeners.add(listener);
    return () => this.selectionListeners.delete(listener);
  }

  /** The user went to a cell of the grid. */
  readonly select = (sheet: string, cell: string): void => {
    for (const listener of this.selectionListeners) listener(sheet, cell);
  };

  /** Which sheet is shown is no step of its own to take back. */
  activate(sheet: string): void {
    if (this.view.book.sheets.some(({ plan }) => plan.name === sheet)) this.set({ book: { ...this.view.book, active: sheet } });
  }

  /** The user typed into a cell. Typing what stands there changes nothing and is no step. */
  edit(sheet: string, address: string, text: string): void {
    const place = parseAddress(address);
    if (!place) return;
    const value = typedValue(text);
    const before = this.view.book.sheets.find(({ plan }) => plan.name === sheet)?.cells.get(keyOf(place.row, place.column));
    if (before?.formula === undefined && (before?.value ?? null) === value) return;
    this.change(editCell(this.view.book, sheet, place.row, place.column, value));
    for (const listener of this.editListeners) listener(sheet, toAddress(place.row, place.column));
  }

  /** Opens a file in the page: as a plan where it is ours, otherwise as plain sheets. */
  open(name: string, content: { readonly plan: WorkbookPlan } | { readonly grid: GridWorkbook }): void {
    this.change("plan" in content ? mergePlan(emptyBook(name), content.plan, []).book : bookOfGrid(content.grid, name));
  }

  toPlan(): WorkbookPlan {
    return planOfBook(this.view.book);
  }
}
