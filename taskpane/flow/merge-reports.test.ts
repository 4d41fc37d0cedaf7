import fc from "fast-check";
import { consolidate } from "../../src/consolidation/consolidate.ts";
import type { Report } from "../../src/report/model.ts";
import { withCells } from "../../src/report/table.ts";
import { randomReport } from "../../test/support/generator.ts";
import { isCounted } from "../state/members.ts";
import { emptyWork, type PaneDocument, type Work } from "../state/model.ts";
import type { OutgoingReport } from "../worker/jobs.ts";
import { mergeHandIns } from "./merge-reports.ts";

const first = randomReport({ edition: "2021", seed: 7, unit: "甲市教育局", year: 2024, size: "small" });
const withFigure = (report: Report, value: number): Report => ({ ...report, tables: report.tables.map((table) => (table.table === "requests" ? withCells(table, { "newly-received/natural-persons": { value, status: "read" } }) : table)) });
const document = (id: string, report: Report, written: Report | null = null): PaneDocument => ({ id, report, readFindings: [], sourceId: null, written });
const work = (documents: readonly PaneDocument[], more: Partial<Work> = {}): Work => ({ ...emptyWork, documents, ...more });
const held = (report: Report, counted?: boolean): OutgoingReport => ({ report, findings: [], ...(counted !== undefined && { stored: { counted } }) });
const countedOf = (members: readonly OutgoingReport[]) => members.map(isCounted);

describe("a second hand-in", () => {
  const second = withFigure(first, 9_001);

  it("does not count until it is decided; replacing keeps the first without counting it", () => {
    const undecided = mergeHandIns([held(first)], work([document("d1", second)]), null);
    expect([countedOf(undecided.members), undecided.seconds]).toMatchObject([[true, false], [{ earlier: 0, later: 1, document: { id: "d1" } }]]);
    const decided = mergeHandIns([held(first)], work([document("d1", second)], { replaces: ["d1"] }), null);
    expect([countedOf(decided.members), decided.seconds]).toEqual([[false, true], []]);
  });

  it("is known under another name of the same unit, by the roster", () => {
    const renamed = { ...second, unit: "市教育局" };
    const roster = [{ name: "甲市教育局", aliases: ["市教育局"] }];
    expect(mergeHandIns([held(first)], work([document("d1", renamed)]), null).seconds).toHaveLength(0);
    expect(mergeHandIns([held(first)], work([document("d1", renamed)], { settled: { roster } }), null).seconds).toHaveLength(1);
  });

  it("asks again when the first version comes back, and not when the same report is read from another file", () => {
    const after = [held(first, false), held(second, true)];
    expect(mergeHandIns(after, work([document("d2", first)]), null).seconds).toHaveLength(1);
    expect(mergeHandIns(after, work([document("d2", second)]), null)).toMatchObject({ seconds: [], members: { length: 2 } });
    // Written from this pane before: it is edited where it stands.
    expect(countedOf(mergeHandIns(after, work([document("d1", withFigure(second, 5), second)]), null).members)).toEqual([false, true]);
  });

  it("never adds a unit's figures twice, whatever is decided, in whatever order", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.boolean()), { minLength: 1, maxLength: 5 }), fc.boolean(), (versions, isHeld) => {
        const documents = versions.map(([value], index) => document(`d${index}`, withFigure(first, value)));
        const replaces = versions.flatMap(([, replace], index) => (replace ? [`d${index}`] : []));
        const { members } = mergeHandIns(isHeld ? [held(first)] : [], work(documents, { replaces }), null);
        expect(members.filter(isCounted)).toHaveLength(1);
        const sum = consolidate({ unit: "甲市", year: 2024, members: members.map((one, index) => ({ id: `m${index}`, report: one.report, counted: isCounted(one) })) });
        const counted = members.find(isCounted)!.report.tables.find(({ table }) => table === "requests")!;
        expect(sum.tables.find(({ table }) => table === "requests")!.cells["newly-received/natural-persons"]!.value).toBe(counted.cells["newly-received/natural-persons"]!.value);
      }),
      { numRuns: 60 },
    );
  });
});
