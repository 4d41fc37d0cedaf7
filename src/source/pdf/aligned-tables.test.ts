import { alignTables } from "./aligned-tables.ts";
import type { LineBlock, PageBlock } from "./page-blocks.ts";
import { linesOf } from "./print-lines.ts";

const SIZE = 10;
type Print = readonly [left: number, text: string];

/** A line of print, each character as wide as it is high. */
function lineAt(baseline: number, ...prints: readonly Print[]): LineBlock {
  const glyphs = prints.flatMap(([left, text]) => [...text].map((mark, at) => ({ text: mark, left: left + at * SIZE, right: left + (at + 1) * SIZE, baseline, size: SIZE })));
  return { kind: "line", line: linesOf(glyphs)[0]!, fromTop: 0.5, fromBottom: 0.5 };
}

const shown = (blocks: readonly PageBlock[]) => blocks.flatMap((block) => (block.kind === "line" ? [block.line.text] : block.rows.map((row) => row.map((cell) => `${cell.column}:${cell.lines.join("/")}`).join(" "))));
const columns = [100, 150, 200];

describe("alignTables", () => {
  it("puts wrapped headings together, and a figure into its column beside an empty place", () => {
    const page = [
      lineAt(100, [100, "科研"], [150, "社会"], [200, "法律"]),
      lineAt(114, [105, "构"], [150, "组织"], [200, "机构"]),
      lineAt(130, [0, "（一）甲"], [110, "1"], [160, "2"], [210, "3"]),
      lineAt(150, [0, "（二）乙"], [110, "4"], [210, "6"]),
    ];
    expect(shown(alignTables([page])[0]!)).toEqual(["3:科研构 4:社会组织 5:法律机构", "2:（一）甲 3:1 4:2 5:3", "2:（二）乙 3:4 4: 5:6"]);
  });

  it("goes on over a page, and gives figures between two lines of a label to that label", () => {
    const first = [lineAt(100, ...columns.map((left): Print => [left, "数量"])), lineAt(130, [0, "（一）甲"], [110, "1"], [160, "2"], [210, "3"])];
    const next = [lineAt(20, [0, "（二）很长的"]), lineAt(27, [110, "4"], [160, "5"], [210, "6"]), lineAt(34, [0, "乙"]), lineAt(60, [0, "（三）丙"], [110, "7"], [160, "8"], [210, "9"])];
    const pages = alignTables([first, next]);
    expect(shown(pages[1]!)).toEqual(["2:（二）很长的乙 3:4 4:5 5:6", "2:（三）丙 3:7 4:8 5:9"]);
    expect(new Set(pages.flat().map((block) => block.kind === "grid" && block.table)).size).toBe(1);
  });

  it("leaves lines as they are, marked as unclear, where headings are fewer than columns", () => {
    const page = [lineAt(100, [100, "甲乙丙丁戊己庚辛"]), lineAt(130, [0, "（一）甲"], [110, "1"], [160, "2"], [210, "3"]), lineAt(150, [0, "（二）乙"], [110, "4"], [160, "5"], [210, "6"])];
    expect(alignTables([page])[0]!.map((block) => block.kind === "line" && block.unclear)).toEqual([true, true, true]);
  });

  it("leaves running text with figures alone", () => {
    const page = [lineAt(100, [0, "全年共收到申请"], [200, "12"]), lineAt(120, [0, "其中予以公开"], [200, "3"]), lineAt(140, [0, "我局办结了申请。"], [200, "9"])];
    expect(alignTables([page])).toEqual([page]);
  });
});
