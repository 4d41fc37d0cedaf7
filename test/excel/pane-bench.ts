import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { WorkbookHost } from "../../taskpane/host/workbook-host.ts";
import type { Answer, Desk, Question } from "../../taskpane/flow/desk.ts";
import { readInput } from "../../taskpane/flow/read.ts";
import { initialState, type PaneState } from "../../taskpane/state/model.ts";
import { reduce } from "../../taskpane/state/reducer.ts";
import { textsOf } from "../../taskpane/texts/texts.ts";
import { directEngine } from "../../taskpane/worker/engine.ts";
import { openBench, type Bench } from "./support.ts";

export const texts = textsOf["zh-CN"];
const sample = (name: string) => readFileSync(join(__dirname, "../../samples/示例市2024", name), "utf8");

export interface PaneBench extends Bench {
  readonly desk: Desk;
  readonly asked: Question[];
  /** To the pane's questions, in turn; then it is cancelled. */
  readonly answers: Answer[];
  /** Pastes a sample report and reads it. */
  readonly read: (name: string) => Promise<void>;
  readonly problem: () => string | null;
  readonly sheets: () => string[];
  readonly state: () => PaneState;
  readonly become: (state: PaneState) => void;
}

/** Formulas have the results that the plan says: workbook.test.ts holds those to another engine's. */
const calculating = ({ host, book }: Bench): WorkbookHost => ({
  ...host,
  write: async (plan, options) => {
    const outcome = await host.write(plan, options);
    for (const sheet of plan.sheets) {
      for (const { row, column, formula, value } of sheet.cells) {
        const cell = book.find(sheet.name)?.cells.get(`${row},${column}`);
        if (formula !== undefined && cell?.formula !== undefined) cell.result = value ?? "";
      }
    }
    return outcome;
  },
});

/** A pane over a pretend Excel: its flows, without the buttons. */
export function openPane(given: Bench = openBench()): PaneBench {
  const bench = { ...given, host: calculating(given) };
  let state = initialState("zh-CN");
  const answers: Answer[] = [];
  const asked: Question[] = [];
  const desk: Desk = {
    getState: () => state,
    dispatch: (action) => void (state = reduce(state, action)),
    engine: directEngine,
    host: () => bench.host,
    ask: async (question) => {
      asked.push(question);
      return answers.shift() ?? "cancel";
    },
    download: () => undefined,
    begin: () => new AbortController().signal,
  };
  const read = async (name: string) => {
    desk.dispatch({ type: "input", text: sample(`${name}.txt`) });
    await readInput(desk);
  };
  const problem = () => (state.problem ? texts.problems[state.problem.code].text : null);
  const sheets = () => bench.book.sheets.filter(({ visibility }) => visibility === "Visible").map(({ name }) => name);
  return { ...bench, desk, asked, answers, read, problem, sheets, state: () => state, become: (next) => void (state = next) };
}
