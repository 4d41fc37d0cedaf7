import { createExcelHost } from "../../taskpane/host/excel-host.ts";
import { ExcelTestHost } from "../excel-host/excel-host.ts";
import { WorkbookState } from "../excel-host/workbook-state.ts";
import { planUnits, readSampleCity } from "../support/sample-city.ts";

describe("writing a unit through the real office.js", () => {
  it("tries", async () => {
    const units = await readSampleCity("示例市2020", 2);
    const excel = new ExcelTestHost(new WorkbookState("Sheet1"));
    const host = createExcelHost(excel.office);
    const outcome = await host.write(planUnits([units[0]!]), {});
    console.log(outcome, excel.unknown, excel.takeCounts(), excel.book.sheets.map((s) => [s.name, s.cells.size, s.merges.length, s.names.size]));
    const again = await host.write(planUnits([units[0]!]), {});
    console.log(again, excel.unknown, excel.takeCounts());
    console.log((await host.preview(planUnits(units))).map((p) => [p.sheet, p.state, p.differences.length]), excel.takeCounts());
    const two = await host.write(planUnits(units), {});
    console.log(two, excel.unknown, excel.takeCounts());
    console.log(await host.undo(), excel.takeCounts(), await host.canUndo());
  });
});
