import { formatRoster, type RosterEntry } from "../../src/consolidation/roster.ts";
import { formatPolicy, type SourcePolicy } from "../../src/consolidation/policy.ts";
import type { Finding } from "../../src/finding/model.ts";
import { writeCsv } from "../../src/writer/csv.ts";
import { guarded, type Desk } from "./desk.ts";
import { readOne } from "./read.ts";

const bytesOf = async (file: File) => new Uint8Array(await file.arrayBuffer());

/** Opens a roster from a file; what is no roster is said. */
export const openRoster = (desk: Desk, file: File): Promise<void> =>
  guarded(desk, async (signal) => {
    desk.dispatch({ type: "progress", progress: { kind: "reading", name: file.name, done: 0, of: 1 } });
    const { roster, problem } = await desk.engine.run("readRoster", { name: file.name, bytes: await bytesOf(file) }, signal);
    if (roster && roster.entries.length > 0) desk.dispatch({ type: "roster-read", roster });
    else desk.dispatch({ type: "problem", problem: problem ? { code: "open-failed", detail: file.name } : { code: "no-roster", detail: file.name } });
  });

export const exportRoster = (desk: Desk, entries: readonly RosterEntry[], name: string): void => desk.download(name, new TextEncoder().encode(writeCsv(formatRoster(entries))));

/** Opens a source policy from a JSON file; what in it cannot be used is shown beside it. */
export const openPolicy = (desk: Desk, file: File): Promise<void> =>
  guarded(desk, async (signal) => {
    const read = await desk.engine.run("readPolicy", await bytesOf(file), signal);
    if (read) desk.dispatch({ type: "policy", policy: read.policy, findings: read.findings });
    else desk.dispatch({ type: "problem", problem: { code: "no-policy", detail: file.name } });
  });

export const exportPolicy = (desk: Desk, policy: SourcePolicy, name: string): void => desk.download(name, new TextEncoder().encode(`${JSON.stringify(formatPolicy(policy), null, 2)}\n`));

/** Reads last year's workbook or reports, in place of those there are. */
export const openPrevious = (desk: Desk, files: readonly File[]): Promise<void> =>
  guarded(desk, async (signal) => {
    const readings = [];
    for (const [done, file] of files.entries()) {
      desk.dispatch({ type: "progress", progress: { kind: "reading", name: file.name, done, of: files.length } });
      readings.push(...(await readOne(desk, file, signal)));
    }
    const reports = await desk.engine.run("previousReports", readings.flatMap((reading) => reading.documents), signal);
    const unread = readings.filter((reading) => reading.documents.length === 0 && !reading.roster && !reading.policy);
    const findings = unread.flatMap(({ name, findings: own }): Finding[] => own.map((finding) => ({ file: name, ...finding })));
    if (reports.length === 0) return desk.dispatch({ type: "problem", problem: { code: "no-previous", detail: files.length === 1 ? files[0]!.name : undefined } });
    desk.dispatch({ type: "previous", reports, findings });
  });
