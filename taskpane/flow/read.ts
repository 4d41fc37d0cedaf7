import { unreadableFile, type FileProblem } from "../../src/finding/file-problems.ts";
import { countLevels, findingsOf } from "../state/findings.ts";
import type { StepName } from "../texts/texts.ts";
import { isPartNotLoaded } from "../worker/part-not-loaded.ts";
import type { FileReading } from "../worker/take-file.ts";
import { guarded, isAbort, textsAt, type Desk } from "./desk.ts";

const LARGEST_MB = 50;
const LARGEST_FILE = LARGEST_MB * 1024 * 1024;

/** Takes readings in and says what came of them; what could not be read is a problem with advice. */
function finish(desk: Desk, readings: readonly FileReading[], step: StepName, left: readonly File[] = []): void {
  const texts = textsAt(desk);
  const before = new Set(desk.getState().work.documents.map(({ id }) => id));
  desk.dispatch({ type: "read", readings, step, left });
  const reports = readings.flatMap((reading) => reading.documents).length;
  const findings = readings.flatMap((reading) => reading.findings);
  // Of several files each has its own line; one alone has nothing else to say.
  if (readings.length === 1 && findings.length > 0) desk.dispatch({ type: "problem", problem: { code: reports === 0 && findings.every(({ code }) => code === "no-report") ? "no-report" : "file-problem" } });
  const errors = desk.getState().work.documents.filter(({ id }) => !before.has(id)).reduce((sum, document) => sum + countLevels(findingsOf(document)).error, 0);
  const unread = readings.filter((reading) => reading.documents.length === 0 && !reading.roster && !reading.policy).length;
  if (left.length > 0) desk.dispatch({ type: "say", text: texts.status.stopped(readings.length, left.length) });
  else if (readings.length > 1) desk.dispatch({ type: "say", text: texts.status.readFiles(readings.length, reports, unread) });
  else if (reports > 0) desk.dispatch({ type: "say", text: texts.status.read(reports, errors) });
}

const unread = (name: string, problem: FileProblem, detail?: string): readonly FileReading[] => [{ name, documents: [], findings: [unreadableFile(name, problem, detail)] }];

/** What came of one file. Rejects only where the user cancels: whatever else goes wrong is the file's own outcome. */
export async function readOne(desk: Desk, file: File, signal: AbortSignal): Promise<readonly FileReading[]> {
  if (file.size > LARGEST_FILE) return unread(file.name, "too-large", `${LARGEST_MB} MB`);
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    // Moved, deleted or locked since it was chosen.
    return unread(file.name, error instanceof DOMException && error.name === "NotFoundError" ? "missing" : "read-failed", error instanceof Error ? error.name : "");
  }
  try {
    return await desk.engine.run("takeFile", { name: file.webkitRelativePath || file.name, bytes }, signal);
  } catch (error) {
    if (isAbort(error)) throw error;
    if (isPartNotLoaded(error)) return unread(file.name, "part-not-loaded");
    console.error(error);
    return unread(file.name, "program-fault");
  }
}

/** Reads what was pasted and the files that were chosen, one after the other. What was read before a cancel is kept. */
export const readInput = (desk: Desk): Promise<void> =>
  guarded(desk, async (signal) => {
    const { files, work } = desk.getState();
    const { input } = work;
    const hasText = input.text.trim() !== "" || input.html !== undefined;
    if (!hasText && files.length === 0) return desk.dispatch({ type: "problem", problem: { code: "empty-paste" } });
    const readings: FileReading[] = [];
    const of = files.length + Number(hasText);
    const progress = (name: string, done: number) => desk.dispatch({ type: "progress", progress: { kind: "reading", name, done, of } });
    if (hasText) {
      progress(textsAt(desk).intake.pasted, 0);
      readings.push(await desk.engine.run("readPasted", input, signal));
    }
    for (const [at, file] of files.entries()) {
      progress(file.name, at + Number(hasText));
      try {
        readings.push(...(await readOne(desk, file, signal)));
      } catch (error) {
        if (!isAbort(error) || readings.length === 0) throw error;
        return finish(desk, readings, "read", files.slice(at));
      }
    }
    finish(desk, readings, "read");
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
