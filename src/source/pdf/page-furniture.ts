import { normalise } from "../characters.ts";
import type { LineBlock, PageBlock } from "./page-blocks.ts";

const PAGE_NUMBER = /^(?:[-—–―·•~]{0,2} ?\d{1,4} ?[-—–―·•~]{0,2}|第 ?\d{1,4} ?页(?: ?[,，/]? ?共 ?\d{1,4} ?页)?|\d{1,4} ?\/ ?\d{1,4}|[Pp]age ?\d{1,4}(?: of \d{1,4})?)$/;
/** Share of the page's height in which headers and footers stand. */
const MARGIN = 0.13;

const isInMargin = (block: LineBlock) => block.fromTop < MARGIN || block.fromBottom < MARGIN;

/** What a running header prints on every page: its text without the page's number, and its height. */
const trait = (block: LineBlock) => `${normalise(block.line.text).replace(/\d+/g, "#")} ${block.fromTop < 0.5 ? "top" : "bottom"} ${Math.round((block.fromTop * 100) / 2)}`;

/**
 * The pages without page numbers and running headers: lines of the margin that are a page number, or that come again
 * on another page. A repeated line of the first page is kept once: it may be the report's title.
 */
export function dropFurniture(pages: readonly (readonly PageBlock[])[]): PageBlock[][] {
  const counts = new Map<string, number>();
  for (const page of pages) for (const block of page) if (block.kind === "line" && isInMargin(block)) counts.set(trait(block), (counts.get(trait(block)) ?? 0) + 1);
  return pages.map((page, at) =>
    page.filter((block, index) => {
      if (block.kind === "grid" || !isInMargin(block)) return true;
      const isOutermost = index === 0 || index === page.length - 1;
      if (isOutermost && PAGE_NUMBER.test(normalise(block.line.text).trim())) return false;
      return at === 0 || (counts.get(trait(block)) ?? 0) < 2;
    }),
  );
}
