import type { Language } from "../finding/catalogue.ts";
import type { PlanCell } from "./plan.ts";
import type { StyleName } from "./styles.ts";
import { say, type SheetText } from "./texts.ts";

/** Column of the legend, right of the check block. */
export const LEGEND_COLUMN = 21;

const entries: readonly (readonly [StyleName, SheetText, SheetText])[] = [
  ["figureDerived", "derived", "derivedMeaning"],
  ["figureBlank", "blank", "blankMeaning"],
  ["figureEdited", "edited", "editedMeaning"],
  ["figureConverted", "converted", "convertedMeaning"],
  ["figureDoubtful", "doubtful", "doubtfulMeaning"],
  ["figureProvided", "provided", "providedMeaning"],
];

const inputEntry = ["figureInput", "input", "inputMeaning"] as const;

/** What the fills of figures mean; outside the print area. */
export function legendCells(language: Language, template = false): PlanCell[] {
  const shown = template ? [inputEntry] : entries;
  return [
    { row: 0, column: LEGEND_COLUMN, value: say("legend", language), style: "sideTitle" },
    ...shown.flatMap(([style, name, meaning], index): PlanCell[] => [
      { row: index + 1, column: LEGEND_COLUMN, value: say(name, language), style },
      { row: index + 1, column: LEGEND_COLUMN + 1, value: say(meaning, language), style: "note" },
    ]),
  ];
}
