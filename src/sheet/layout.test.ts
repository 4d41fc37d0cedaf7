import { forms } from "../form/forms.ts";
import { layoutTable } from "./layout.ts";

const form = (id: string, edition: string) => forms.find((one) => one.id === id && one.edition === edition)!;

describe("the printed layout", () => {
  it.each(forms.map((one) => [`${one.id} ${one.edition}`, one] as const))("tiles A:O without gap or overlap and places every cell: %s", (_, one) => {
    const layout = layoutTable(one, 7);
    expect([...layout.addressOf.keys()].sort()).toEqual(one.cells.map((cell) => cell.id).sort());
    const covered = new Map<string, number>();
    for (const box of layout.boxes) for (let row = box.row; row < box.row + box.rowSpan; row++) for (let column = box.column; column < box.column + box.columnSpan; column++) covered.set(`${row},${column}`, (covered.get(`${row},${column}`) ?? 0) + 1);
    expect([...covered.values()].every((times) => times === 1)).toBe(true);
    expect(covered.size).toBe((layout.end - layout.top) * 15);
  });

  it("puts table 三's numbers in I:O, unmerged, with the official wording", () => {
    const layout = layoutTable(form("requests", "2021"), 0);
    expect(layout.addressOf.get("newly-received/natural-persons")).toBe("I4");
    expect(layout.addressOf.get("carried-out/total")).toBe("O28");
    expect([...layout.boxOf.values()].every((box) => box.columnSpan === 1)).toBe(true);
    expect(layout.boxes.map((box) => box.text)).toEqual(expect.arrayContaining(["（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "法人或其他组织"]));
  });

  it("lets the only figure of a band span the three columns left", () => {
    const box = layoutTable(form("disclosure", "2021"), 0).boxOf.get("fees/fees-charged")!;
    expect([box.column, box.columnSpan]).toEqual([4, 11]);
  });
});
