/**
 * The shape in which an official form is declared. Everything here is data: no function, no code.
 *
 * Sources: 《政府信息公开条例》第五十条; 国办公开办函〔2019〕60号 (edition 2019);
 * 国办公开办函〔2021〕30号 (edition 2021); 国办发〔2014〕32号 (edition 2014).
 */

/** Edition of one table, named by the year of the notice that prescribes it. */
export type EditionId = "2014" | "2019" | "2021";

/** Stable id of a table; its printed number (二, 三, 四, 统计表) is `TableForm.number`. */
export type TableId = "disclosure" | "requests" | "reviews" | "statistics";

/** 提示 warns, 错误 is a fault of the report, 说明 informs. */
export type FindingLevel = "error" | "warning" | "info";

/**
 * Unit of measure of a figure. `scale` is the number of decimal places kept: a figure is always held as a whole
 * number of 10^-scale measures, so amounts in 万元 (scale 6) are exact to 1 分 and no sum ever uses floats.
 */
export interface Measure {
  readonly id: string;
  readonly label: string;
  readonly scale: 0 | 6;
  /** True where the figure may be below zero (本年增/减). */
  readonly signed?: boolean;
}

export interface ColumnDefinition {
  readonly id: string;
  /** Official wording, half-width (NFKC). Sheets print `toOfficialWidth(label)`. */
  readonly label: string;
  /** Other wordings seen in print. */
  readonly aliases?: readonly string[];
  readonly measure: Measure;
  /** Heading printed above this column and its neighbours of the same group. */
  readonly group?: string;
}

export interface RowDefinition {
  readonly id: string;
  /** Official wording with its item number, half-width (NFKC). */
  readonly label: string;
  /** Official remark printed behind the label, not part of the row's name. */
  readonly note?: string;
  /** Other wordings seen in print, without the item number. */
  readonly aliases?: readonly string[];
  /** Overrides the columns' measure (the statistics form counts 条, 次, 人 … row by row). */
  readonly measure?: Measure;
  /** A heading carries no figures of its own; its leaves do. */
  readonly heading?: true;
  readonly rows?: readonly RowDefinition[];
}

/** Rows that share one set of columns: an article of table 二, or the whole of another table. */
export interface BandDefinition {
  readonly id: string;
  /** Printed band label, first step of its rows' paths; absent where the table has one band. */
  readonly label?: string;
  readonly aliases?: readonly string[];
  /** Wording of the column above the row labels (信息内容). */
  readonly stub?: string;
  /** Heading printed above all columns. */
  readonly columnsHeading?: string;
  readonly columns: readonly ColumnDefinition[];
  readonly rows: readonly RowDefinition[];
}

interface RuleBase {
  /** Id of FORMATS.md's table; also the finding's code. */
  readonly id: string;
  readonly level: FindingLevel;
}

/**
 * A linear rule of one table. `per: "column"`: terms are row ids, one equation a column; a heading stands for all its
 * data rows. `per: "row"`: terms are column ids, one equation for each row (or only for `rows`) that has all of them.
 * `parts`: each whole (row id) is at least the sum of its parts. `partsMayLack`: print may leave parts out, so the
 * rule is broken as soon as the known parts exceed the total.
 */
export type RuleDefinition = RuleBase &
  (
    | { readonly kind: "balance"; readonly per: "column" | "row"; readonly left: readonly string[]; readonly right: readonly string[]; readonly rows?: readonly string[]; readonly partsMayLack?: true }
    | { readonly kind: "parts"; readonly per: "column"; readonly parts: Readonly<Record<string, readonly string[]>> }
    | { readonly kind: "at-most"; readonly per: "column" | "row"; readonly left: readonly string[]; readonly right: readonly string[]; readonly rows?: readonly string[] }
    | { readonly kind: "non-negative"; readonly per: "row"; readonly left: readonly string[]; readonly rows?: readonly string[] }
  );

export interface TableForm {
  readonly id: TableId;
  readonly edition: EditionId;
  /** 表 as the tidy csv writes it. */
  readonly number: string;
  /** Section title the table stands under. */
  readonly title: string;
  /** bands: 二; grid: 三; strip: 四 (one printed row, the rows side by side); list: 统计表. */
  readonly layout: "bands" | "grid" | "strip" | "list";
  /** Remark printed in the table's corner. */
  readonly corner?: string;
  readonly bands: readonly BandDefinition[];
  readonly rules: readonly RuleDefinition[];
}

/** A wrong definition, named: thrown when the forms are compiled, never because of a user's data. */
export class FormError extends Error {
  constructor(table: string, problem: string) {
    super(`${table}: ${problem}`);
    this.name = "FormError";
  }
}
