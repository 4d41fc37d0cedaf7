import type { Language } from "../finding/catalogue.ts";
import { formOf } from "../form/forms.ts";
import { toOfficialWidth } from "../form/width.ts";
import { judgeProse, type Judgement } from "../checking/judge-prose.ts";
import type { Claim } from "../prose/claim.ts";
import { formatOrigin, type Cell, type ReportTable } from "../report/model.ts";
import { statusLabels } from "../report/status.ts";
import { cellOf } from "../report/table.ts";
import type { Entry } from "./entry.ts";
import { numberFormatOf, sheetValue } from "./figure-cells.ts";
import { planList, type ListCell } from "./list-sheet.ts";
import type { SheetPlan } from "./plan.ts";
import { LONGEST_RAW, shownPrint } from "./printed-lines.ts";
import type { StyleName } from "./styles.ts";
import { say, type SheetText } from "./texts.ts";

const LONGEST_LABEL = 60;
/** Characters of a sentence on either side of its number. */
const AROUND = 36;

export interface ProvenanceOptions {
  readonly name: string;
  readonly language: Language;
  /** List only figures that are not simply as printed: for very many units. */
  readonly remarkableOnly?: boolean;
}

/**
 * 来源: for every official cell of every unit its value as it was read, its status, what was printed and where; below
 * them every number of the unit's running text (表: 正文), whether it agrees and with what.
 */
export function planProvenance(entries: readonly Entry[], options: ProvenanceOptions): SheetPlan {
  const label = (key: SheetText) => say(key, options.language);
  const sheet = planList({
    id: "provenance",
    name: options.name,
    kind: "provenance",
    language: options.language,
    title: label(options.remarkableOnly ? "remarkableTitle" : "provenanceTitle"),
    headerRow: 1,
    orientation: "landscape",
    columns: [
      { label: label("name"), width: 24, style: "list" },
      { label: label("table"), width: 6, style: "listCentred" },
      { label: label("row"), width: 46, style: "list" },
      { label: label("column"), width: 20, style: "list" },
      { label: label("value"), width: 13, style: "listFigure" },
      { label: label("measureColumn"), width: 9, style: "listCentred" },
      { label: label("status"), width: 10, style: "listCentred" },
      { label: label("raw"), width: 28, style: "list" },
      { label: label("origin"), width: 18, style: "list" },
      { label: label("file"), width: 22, style: "list" },
    ],
    rows: entries.flatMap((entry) => [
      ...entry.report.tables.flatMap((table) => tableRows(entry, table, options.remarkableOnly === true)),
      ...proseRows(entry, options),
    ]),
  });
  return { ...sheet, tabColour: "7F7F7F" };
}

function tableRows(entry: Entry, table: ReportTable, remarkableOnly: boolean): ListCell[][] {
  const form = formOf(table);
  const shown = remarkableOnly ? form.cells.filter(({ id }) => isRemarkable(cellOf(table, id))) : form.cells;
  return shown.map((formCell) => {
    const cell = cellOf(table, formCell.id);
    return [
      { value: entry.report.unit },
      { value: form.number },
      { value: toOfficialWidth(formCell.row.path) },
      { value: toOfficialWidth(formCell.column.label) },
      { value: cell.value === null ? null : sheetValue(cell.value, formCell), numberFormat: numberFormatOf(cell, formCell) },
      { value: cell.measureUnknown ? "" : formCell.measure.label },
      { value: statusLabels[cell.status] },
      { value: shownPrint(cell, entry.sentenceOf) },
      { value: formatOrigin(cell.origin) },
      { value: entry.report.file },
    ];
  });
}

const LOOKS: Readonly<Partial<Record<Judgement["state"], StyleName>>> = { contradicts: "listDiffers", scope: "listDoubtful" };

/** The numbers of the running text: sentence, what it counts, number, verdict and what it was compared with. */
function proseRows(entry: Entry, options: ProvenanceOptions): ListCell[][] {
  const judged = judgeProse(entry.report, entry.prose ?? []);
  const shown = options.remarkableOnly ? judged.filter(({ state }) => state === "contradicts" || state === "scope") : judged;
  const passed = new Map<string, number>();
  /** The sentence around the number; of several equal numbers each its own place. */
  const excerpt = ({ sentence, raw }: Claim): string => {
    const at = Math.max(0, sentence.indexOf(raw, passed.get(sentence) ?? 0));
    passed.set(sentence, at + raw.length);
    const [from, to] = [Math.max(0, at - AROUND), at + raw.length + AROUND];
    return `${from > 0 ? "…" : ""}${sentence.slice(from, to)}${to < sentence.length ? "…" : ""}`;
  };
  return shown.map(({ claim, state, compared }) => [
    { value: entry.report.unit },
    { value: say("prose", options.language) },
    { value: excerpt(claim) },
    { value: claim.counts.slice(0, LONGEST_LABEL) },
    numberCell(claim),
    { value: claim.unit },
    { value: say(`prose-${state}`, options.language), ...(LOOKS[state] && { style: LOOKS[state] }) },
    { value: (compared === "" ? claim.raw : say("proseCompared", options.language, { compared })).slice(0, LONGEST_RAW) },
    { value: formatOrigin(claim.origin) },
    { value: entry.report.file },
  ]);
}

/** Exact as a number while a sheet can hold it; longer ones stay text. */
function numberCell({ decimal }: Claim): ListCell {
  const places = decimal.split(".")[1]?.length ?? 0;
  return decimal.replace(".", "").length > 15 ? { value: decimal } : { value: Number(decimal), numberFormat: places === 0 ? "0" : `0.${"0".repeat(places)}` };
}

/** Not simply as printed. */
export const isRemarkable = (cell: Cell) => cell.status !== "read" || cell.conversion !== undefined || cell.measureUnknown === true;
