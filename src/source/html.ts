import { expandSpans } from "./grid.ts";
import { parseHtml, PICTURE, PRINTED_BY_STYLE, STRUCK_OUT, type HtmlElement, type HtmlNode } from "./html-tree.ts";
import { struckOut } from "./struck-out.ts";
import { PATCH, SourceWriter } from "./source-writer.ts";
import type { Source } from "./word.ts";

const BLOCKS = new Set("address article aside blockquote body center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section table tbody tfoot thead tr td th ul caption".split(" "));

/**
 * Reads HTML (a saved page or a clipboard's text/html) into words. Never throws.
 *
 * Merged cells are expanded: a cell stands once, at its top-left place; the places it covers are nobody's. A table
 * that only wraps other tables is read as a sequence of blocks. Origins of cells say table, row and column, counted
 * from 1 among the innermost tables.
 */
export function readHtml(html: string, name = ""): Source {
  const writer = new SourceWriter();
  writeBlock(parseHtml(html), writer);
  return writer.finish(name);
}

function writeGrid(table: HtmlElement, writer: SourceWriter): void {
  writer.beginGrid();
  const rows = rowsOf(table).map((row) => row.map((cell) => ({ cell, rowSpan: spanOf(cell, "rowspan"), colSpan: spanOf(cell, "colspan") })));
  for (const row of expandSpans(rows)) writer.writeRow(row.map(({ item, column }) => ({ column, lines: linesOf(item.cell), merged: item.rowSpan > 1 })));
}

const isElement = (node: HtmlNode): node is HtmlElement => "tag" in node;

const contains = (node: HtmlElement, tag: string): boolean => node.children.some((child) => isElement(child) && (child.tag === tag || contains(child, tag)));

/** Rows of cells that are no table: pages made for telephones lay out whole tables so. */
const PARTED = /display\s*:\s*(?:inline-)?(?:flex|grid|table-row)\b/i;
const CELL_ROLES = new Set(["cell", "gridcell", "columnheader", "rowheader"]);

function writeBlock(node: HtmlElement, writer: SourceWriter): void {
  const parted = PARTED.test(node.attribute("style") ?? "");
  for (const child of node.children) {
    if (isElement(child) && (parted || CELL_ROLES.has(child.attribute("role") ?? ""))) writer.add(" ");
    if (!isElement(child)) {
      writer.add(child.text);
    } else if (child.tag === "table" && !contains(child, "table")) {
      writeGrid(child, writer);
    } else if (child.tag === STRUCK_OUT) {
      writer.add(struckOut(textOf(child)));
    } else if (child.tag === "br") {
      writer.endLine();
    } else if (BLOCKS.has(child.tag)) {
      writer.endLine();
      writeBlock(child, writer);
      writer.endLine();
    } else {
      writeBlock(child, writer);
    }
  }
}

/** Rows of a table in document order, whatever sections they stand in. */
function rowsOf(table: HtmlElement): HtmlElement[][] {
  const rows: HtmlElement[][] = [];
  const walk = (node: HtmlElement) => {
    for (const child of node.children) {
      if (!isElement(child)) continue;
      if (child.tag === "tr") rows.push(child.children.filter((cell): cell is HtmlElement => isElement(cell) && (cell.tag === "td" || cell.tag === "th")));
      else walk(child);
    }
  };
  walk(table);
  return rows;
}

const spanOf = (cell: HtmlElement, name: string) => Math.min(200, Math.max(1, Number.parseInt(cell.attribute(name) ?? "1", 10) || 1));

const textOf = (node: HtmlNode): string => (isElement(node) ? node.children.map(textOf).join("") : node.text);

const isDigit = (text: string, at: number) => text.charCodeAt(at) >= 0x30 && text.charCodeAt(at) <= 0x39;

/** What makes a digit look unlike the one beside it. */
const LOOKS = /(?:^|[;\s])(order|direction|unicode-bidi|float|color|font-size|position|top|bottom|left|right|vertical-align|width|height|transform|opacity|filter|letter-spacing)\s*:[^;]{1,40}/gi;

/** Elements that editors put around any piece of a text without anybody seeing it. */
const PLAIN = new Set(["span", "font", "o:p"]);

/** How text within an element looks: what decides whether anybody sees it as a digit of the figure beside it. */
function lookOf(element: HtmlElement, outer: string): string {
  const style = element.attribute("style");
  const named = `${PLAIN.has(element.tag) ? "" : element.tag}${element.attribute("class") ?? ""}${element.attribute("color") ?? ""}${element.attribute("size") ?? ""}`;
  return style === undefined && named === "" ? outer : `${outer}/${named} ${style?.match(LOOKS)?.join(";") ?? ""}`;
}

/** A plain number as a cell shows it, or a column too narrow for it. */
const SHOWN_NUMBER = /^[+-]?\d[\d,]{0,20}(?:\.\d{1,9})?$/;
const TOO_NARROW = /^#+$/;

/**
 * The number that Excel or LibreOffice puts beside a cell's print (`x:num`, `sdval`), where the print is only a look of
 * it: rounded, red instead of negative, ####. Undefined where the print says all, or is another quantity (a scaled look).
 */
function heldNumber(cell: HtmlElement, shown: string): string | undefined {
  const held = cell.attribute("x:num") ?? cell.attribute("sdval") ?? "";
  if (held.trim() === "" || !Number.isFinite(Number(held))) return undefined;
  const value = Number(Number(held).toPrecision(15));
  const plain = String(value);
  if (plain.includes("e")) return undefined;
  if (TOO_NARROW.test(shown)) return plain;
  if (!SHOWN_NUMBER.test(shown)) return undefined;
  const printed = Number(shown.replaceAll(",", ""));
  const places = shown.split(".")[1]?.length ?? 0;
  const isLook = Math.abs(Math.abs(value) - Math.abs(printed)) <= 0.5 * 10 ** -places + Number.EPSILON;
  return printed !== value && isLook && (printed >= 0 || value < 0) ? plain : undefined;
}

function linesOf(cell: HtmlElement): readonly string[] {
  const lines = paragraphsOf(cell);
  const held = lines.length === 1 ? heldNumber(cell, lines[0]!) : undefined;
  return held === undefined ? lines : [held];
}

/**
 * The cell's text, one entry a paragraph; white space folded, no-break spaces are white space. What is struck out
 * stands behind what holds instead.
 */
function paragraphsOf(cell: HtmlElement): string[] {
  const lines: string[] = [];
  let pending = "";
  let struck = "";
  /** The last text, and how it looked. Asked for instead of the end of `pending`, which would be put together each time. */
  let last = "";
  let before = "";
  let isPictured = false;
  const end = () => {
    const line = pending.replace(/\s+/g, " ").trim() + struckOut(struck);
    if (line) lines.push(line);
    pending = "";
    struck = "";
    last = "";
    isPictured = false;
  };
  const walk = (node: HtmlElement, look: string) => {
    for (const child of node.children) {
      if (!isElement(child)) {
        const text = child.text.replaceAll(PATCH, " ");
        if (text === "") continue;
        if ((isPictured || (look !== before && isDigit(last, last.length - 1))) && isDigit(text, 0)) pending += PATCH;
        isPictured = false;
        pending += text;
        [before, last] = [look, text];
      } else if (child.tag === PRINTED_BY_STYLE) pending += PATCH;
      else if (child.tag === PICTURE) {
        // Touching a figure it may be one of its digits, or its sign.
        if (isDigit(last, last.length - 1)) pending += PATCH;
        isPictured = true;
      }
      else if (child.tag === "bdo" && child.attribute("dir") === "rtl") {
        pending += PATCH;
        walk(child, look);
      } else if (child.tag === STRUCK_OUT) struck += textOf(child);
      else if (child.tag === "br") end();
      else if (BLOCKS.has(child.tag)) {
        end();
        walk(child, look);
        end();
      } else walk(child, lookOf(child, look));
    }
  };
  walk(cell, "");
  end();
  return lines;
}
