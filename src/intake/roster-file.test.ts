import { formatRoster } from "../consolidation/roster.ts";
import { writeCsv } from "../writer/csv.ts";
import { writeXlsx } from "../writer/xlsx.ts";
import { emptySheet } from "../sheet/plan.ts";
import { UnreadableFile } from "../source/unreadable.ts";
import { readRosterFile } from "./roster-file.ts";

const entries = [
  { name: "甲县人民政府", kind: "county", parent: "某市人民政府", aliases: ["甲县", "甲县政府"], sheetName: "甲县", contact: "王五 12" },
  { name: "某市“一网”中心, 筹备组", aliases: [] },
] as const;
const rows = formatRoster(entries);
const bytes = (text: string) => new TextEncoder().encode(text);
const names = (read: Awaited<ReturnType<typeof readRosterFile>>) => read?.entries.map(({ name }) => name);

describe("readRosterFile", () => {
  it("reads what was written, from csv and from a sheet with a title above", async () => {
    expect((await readRosterFile({ name: "名册.csv", bytes: bytes(writeCsv(rows)) }))!.entries).toMatchObject(entries);
    const cells = [["某市各单位名册"], [], ...rows].flatMap((row, at) => row.map((value, column) => ({ row: at, column, value })));
    const xlsx = await writeXlsx({ title: "", names: [], activeSheet: "a", sheets: [{ ...emptySheet("a", "说明", "directory"), cells: [{ row: 0, column: 0, value: "填表说明" }] }, { ...emptySheet("b", "名单", "directory"), cells }] });
    expect((await readRosterFile({ name: "名册.xlsx", bytes: xlsx }))!.entries).toMatchObject(entries);
  });

  it("takes other headings and tabs, and names the line of a bad row in the file itself", async () => {
    const read = await readRosterFile({ name: "a.txt", bytes: bytes("某市\n单位名称\t单位类别\t联系电话\n乙局\t市直部门\t123\n\t\t456\n乙局\t\t\n") });
    expect(names(read)).toEqual(["乙局"]);
    expect(read!.entries[0]).toMatchObject({ kind: "municipal-department", contact: "123" });
    expect(read!.findings.map(({ code, words }) => [code, words?.line])).toEqual([["roster-unit-empty", "4"], ["roster-unit-twice", "5"]]);
  });

  it("takes no list of figures or findings for a roster, and refuses what cannot be read", async () => {
    for (const heading of ["文件,单位,年度,版式,表,行,列,数值", "单位,数值", "名称,类别"]) expect(await readRosterFile({ name: "a.csv", bytes: bytes(`${heading}\n甲,乙,丙\n`) })).toBeUndefined();
    await expect(readRosterFile({ name: "a.png", bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2]) })).rejects.toBeInstanceOf(UnreadableFile);
  });
});
