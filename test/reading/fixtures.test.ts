import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describeReport, fixturesFolder, layoutFixtures, printExpected, readFixture, silentCells } from "../support/fixture.ts";

/** `UPDATE_FIXTURES=1 npx jest test/reading/fixtures` rewrites expected.json from the reader: review every change. */
const UPDATE = process.env["UPDATE_FIXTURES"] === "1";

/** Fixture → what is not read there. Their expected.json says the truth, not what is read. */
const gaps: Readonly<Record<string, string>> = JSON.parse(readFileSync(join(fixturesFolder, "known-gaps.json"), "utf8"));

const fixtures = layoutFixtures();
const told = (fixture: (typeof fixtures)[number]) => readFixture(fixture).map(({ report, findings }) => describeReport(report, findings));

describe("a careful reading of each layout", () => {
  it.each(fixtures.filter(({ name }) => !(name in gaps)).map((fixture) => [fixture.name, fixture] as const))("%s", (_name, fixture) => {
    const reports = told(fixture);
    if (UPDATE) writeFileSync(join(fixture.folder, "expected.json"), printExpected({ ...fixture.expected, reports }));
    else expect(reports).toEqual(fixture.expected.reports);
  });
});

describe("known gaps are said, never silent", () => {
  it.each(Object.entries(gaps))("%s: %s", (name) => {
    const fixture = fixtures.find((one) => one.name === name)!;
    const read = readFixture(fixture);
    const silent = fixture.expected.reports.flatMap((report, at) => silentCells(report, read[at]));
    expect(silent).toEqual([]);
    // A gap that has closed leaves the list.
    const same = ({ unit, year, cells }: { unit: string; year: number | null; cells: object }) => ({ unit, year, cells });
    expect(told(fixture).map(same)).not.toEqual(fixture.expected.reports.map(same));
  });
});
