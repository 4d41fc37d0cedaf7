import type { CellId } from "../form/compile.ts";
import type { Language } from "../finding/catalogue.ts";
import { isTableRef, type Finding } from "../finding/model.ts";
import { sayFinding, wordsOf } from "../finding/say.ts";
import type { Cell, ReportTable } from "../report/model.ts";
import { area, type PlanInputMessage } from "./plan.ts";
import { say } from "./texts.ts";

/** Excel refuses longer prompts. */
const LONGEST = 255;

export interface CellMessage {
  readonly title: string;
  readonly text: string;
}

/** Findings about this very cell or its row, as far as they explain a figure. */
export function findingsAt(findings: readonly Finding[], table: ReportTable, rowId: string, columnId: string): Finding[] {
  return findings.filter(({ at }) => isTableRef(at) && at.table === table.table && at.edition === table.edition && at.row === rowId && (at.column === undefined || at.column === columnId));
}

/** Findings that stand at one cell and are worth a fill of their own: a printed number that found no place. */
export const isDoubtful = (finding: Finding): boolean => finding.code === "not-placed" || finding.code === "measure-unknown";

/** Why a figure is derived, blank, edited, converted or doubtful; undefined where it is simply as printed. */
export function messageOf(cell: Cell, findings: readonly Finding[], language: Language): CellMessage | undefined {
  const raw = cell.raw ? say("rawPart", language, { raw: cell.raw }) : "";
  const recovered = findings.find((finding) => finding.code === "recovered");
  const rules = recovered && wordsOf(recovered, language)?.rules;
  const found = findings.filter(isDoubtful).map((finding) => sayFinding(finding, language));
  const make = (title: Parameters<typeof say>[0], text: Parameters<typeof say>[0], words = {}) => ({
    title: say(title, language),
    text: cut([...found, say(text, language, { raw, ...words })].join("\n")),
  });
  if (cell.status === "derived") return make("derived", "derivedMessage", { rules: rules ? say("derivedRules", language, { rules }) : "" });
  if (cell.status === "blank") return make("blank", "blankMessage");
  if (cell.status === "edited") return make("edited", "editedMessage");
  if (cell.measureUnknown) return make("doubtful", "measureUnknownMessage");
  if (cell.conversion) return make("converted", "convertedMessage", { conversion: cell.conversion });
  return found.length > 0 ? { title: say("doubtful", language), text: cut(found.join("\n")) } : undefined;
}

export const cut = (text: string): string => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`);

/** The id of the row and column that a cell id is made of. */
export const rowAndColumn = (id: CellId): [string, string] => [id.slice(0, id.indexOf("/")), id.slice(id.indexOf("/") + 1)];

/** Neighbours of one row with the same message become one area: fewer validations, fewer writes. */
export function joinMessages(messages: readonly PlanInputMessage[]): PlanInputMessage[] {
  const joined: PlanInputMessage[] = [];
  for (const message of messages) {
    const last = joined[joined.length - 1];
    const adjacent = last && last.area.top === message.area.top && last.area.bottom === message.area.bottom && last.area.right + 1 === message.area.left && last.title === message.title && last.text === message.text && last.accepts === message.accepts;
    if (adjacent) joined[joined.length - 1] = { ...last, area: area(last.area.top, last.area.left, last.area.bottom, message.area.right) };
    else joined.push(message);
  }
  return joined;
}

