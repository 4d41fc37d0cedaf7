import { parseFragment, type DefaultTreeAdapterMap } from "parse5";
import { damageDrawing } from "../damage.ts";
import { randomReport } from "../generator.ts";
import { chineseNumeral } from "./chinese-numerals.ts";
import { figuresOf } from "./layout.ts";
import { layoutOf, layouts, stylesFor } from "./registry.ts";

type Node = DefaultTreeAdapterMap["node"];
const textOf = (node: Node): string => ("value" in node ? node.value : "childNodes" in node ? node.childNodes.map(textOf).join("") : "");

const reports = [
  randomReport({ edition: "2019", seed: 11, size: "small" }),
  randomReport({ edition: "2021", seed: 12, size: "large" }),
  randomReport({ edition: "hybrid", seed: 13, size: "small" }),
];

describe("layouts", () => {
  it("have ids of their own", () => {
    expect(new Set(layouts.map((layout) => layout.id)).size).toBe(layouts.length);
  });

  it.each(layouts.map((layout) => [layout.id, layout] as const))("%s prints the figures that its drawing holds, in order", (_id, layout) => {
    for (const report of reports) {
      const drawing = layout.draw(report);
      const written = layout.write(drawing);
      const text = layout.kind === "html" ? textOf(parseFragment(written)) : written;
      let from = 0;
      for (const cell of figuresOf(drawing)) {
        if (cell.text === "") continue;
        from = text.indexOf(cell.text, from);
        if (from < 0) throw new Error(`${layout.id}: ${cell.figure} ${cell.text} is not in the text`);
        from += cell.text.length;
      }
      expect(layout.render(report)).toBe(written);
    }
  });

  it.each(layouts.filter((layout) => layout.lossless).map((layout) => [layout.id, layout] as const))("%s loses nothing", (_id, layout) => {
    for (const report of reports) expect(layout.truth(report)[0]).toEqual(report);
  });

  it("bears every number style", () => {
    for (const layout of [layoutOf("lines"), layoutOf("tabs-excel"), layoutOf("pdf-first"), layoutOf("html")]) {
      for (const numbers of stylesFor(layout)) expect(layout.render(reports[0]!, { numbers })).toContain("三、收到和处理政府信息公开申请情况");
    }
  });

  it("prints zeros as blanks where the style says so, and tells it in the truth", () => {
    const report = randomReport({ edition: "2021", seed: 1, size: "zero" });
    const cells = layoutOf("lines").truth(report, { numbers: "zero-hyphen" })[0]!.tables.flatMap((table) => Object.values(table.cells));
    expect(cells.every((cell) => cell.value === null && cell.status === "blank")).toBe(true);
  });
});

describe("damage", () => {
  it("tells what it did, and is the same for the same seed", () => {
    const drawing = layoutOf("lines").draw(reports[0]!);
    const damaged = damageDrawing(drawing, 4, 3, ["drop", "duplicate", "alter"]);
    expect(damaged).toEqual(damageDrawing(drawing, 4, 3, ["drop", "duplicate", "alter"]));
    expect(damaged.damages).toHaveLength(3);
    const lost = damaged.damages.filter((damage) => damage.kind === "drop").length;
    expect(figuresOf(damaged.drawing)).toHaveLength(figuresOf(drawing).length - lost);
  });
});

it("writes Chinese numerals", () => {
  expect([0, 7, 10, 12, 20, 103, 110, 1005, 2120471].map(chineseNumeral)).toEqual(["零", "七", "十", "十二", "二十", "一百零三", "一百一十", "一千零五", "二百一十二万零四百七十一"]);
});
