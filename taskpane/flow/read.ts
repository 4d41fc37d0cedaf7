import { countLevels, findingsOf } from "../state/findings.ts";
import type { StepName } from "../texts/texts.ts";
import type { InputReading } from "../worker/jobs.ts";
import { guarded, textsAt, type Desk } from "./desk.ts";

const LARGEST_FILE = 50 * 1024 * 1024;

/** Takes readings in and says what came of them; what could not be read is a problem with advice. */
function finish(desk: Desk, readings: readonly InputReading[], step: StepName): void {
  const texts = textsAt(desk);
  const before = new Set(desk.getState().work.documents.map(({ id }) => id));
  desk.dispatch({ type: "read", readings, step });
  const reports = readings.flatMap((reading) => reading.documents).length;
  const findings = readings.flatMap((reading) => reading.findings);
  if (findings.length > 0) desk.dispatch({ type: "problem", problem: { code: reports === 0 && findings.every(({ code }) => code === "no-report") ? "no-report" : "file-problem" } });
  if (reports === 0) return;
  const errors = desk.getState().work.documents.filter(({ id }) => !before.has(id)).reduce((sum, document) => sum + countLevels(findingsOf(document)).error, 0);
  desk.dispatch({ type: "say", text: texts.status.read(reports, errors) });
}

async function readOne(desk: Desk, file: File, signal: AbortSignal): Promise<InputReading> {
  return desk.engine.run("readFile", { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }, signal);
}

/** Reads what was pasted and the files that were chosen, one after the other. */
export const readInput = (desk: Desk): Promise<void> =>
  guarded(desk, async (signal) => {
    const { files, work } = desk.getState();
    const { input } = work;
    const hasText = input.text.trim() !== "" || input.html !== undefined;
    if (!hasText && files.length === 0) return desk.dispatch({ type: "problem", problem: { code: "empty-paste" } });
    const small = files.filter((file) => file.size <= LARGEST_FILE);
    const readings: InputReading[] = [];
    const of = small.length + Number(hasText);
    const progress = (name: string) => desk.dispatch({ type: "progress", progress: { kind: "reading", name, done: readings.length, of } });
    if (hasText) {
      progress(textsAt(desk).intake.pasted);
      readings.push(await desk.engine.run("readPasted", input, signal));
    }
    for (const file of small) {
      progress(file.name);
      readings.push(await readOne(desk, file, signal));
    }
    if (readings.length > 0) finish(desk, readings, "read");
    const large = files.find((file) => file.size > LARGEST_FILE);
    if (large) desk.dispatch({ type: "problem", problem: { code: "file-too-large", detail: large.name } });
  });

/** One figure of the sample is made wrong, so that there is something to find and to correct. */
const withSlip = (text: string): string => text.replace(/(一、本年新收政府信息公开申请数量\s+)6\b/, (_, label: string) => `${label}7`);

/** Reads the sample in one click. It is loaded only then. */
export const readSample = (desk: Desk): Promise<void> =>
  guarded(desk, async (signal) => {
    const { default: text } = await import("../../samples/示例市2024/市教育局.txt");
    desk.dispatch({ type: "progress", progress: { kind: "reading", name: "", done: 0, of: 1 } });
    finish(desk, [await desk.engine.run("readPasted", { text: withSlip(text) }, signal)], "sample");
  });
