import type { Numbering } from "./numbering.ts";
import { PATCH } from "../source-writer.ts";
import { struckOut } from "../struck-out.ts";
import { childOf, isElement, textOf, type XmlElement } from "./xml.ts";

/** What a document is made of, in reading order. */
export type Block = { readonly kind: "paragraph"; readonly lines: readonly string[] } | TableBlock;

export interface TableBlock {
  readonly kind: "table";
  readonly rows: readonly (readonly TableCell[])[];
}

export interface TableCell {
  readonly column: number;
  readonly blocks: readonly Block[];
  /** Only the rest of a cell merged with the one above. */
  readonly continued: "from-above" | "from-left" | undefined;
}

/** Elements that only wrap others, and those whose content is not in the document as it stands. */
const WRAPPERS = new Set(["body", "sdt", "sdtContent", "ins", "moveTo", "smartTag", "customXml", "hyperlink", "fldSimple", "dir", "bdo", "txbxContent", "ruby", "rubyBase", "oMath", "oMathPara"]);

/** Word writes drawings twice, for itself and for older versions: one of the two. */
function chosen(alternate: XmlElement): XmlElement["children"] {
  return (childOf(alternate, "Choice") ?? childOf(alternate, "Fallback"))?.children ?? [];
}

/**
 * The blocks of a document body or a table cell: text boxes behind the paragraph they are anchored in, deleted and
 * hidden text left out, numbers that Word adds put in.
 */
export function blocksOf(children: XmlElement["children"], numbering: Numbering): Block[] {
  const blocks: Block[] = [];
  for (const child of children) {
    if (!isElement(child)) continue;
    if (child.name === "p") blocks.push(...paragraphOf(child, numbering));
    else if (child.name === "tbl") blocks.push(tableOf(child, numbering));
    else if (WRAPPERS.has(child.name)) blocks.push(...blocksOf(child.children, numbering));
    else if (child.name === "AlternateContent") blocks.push(...blocksOf(chosen(child), numbering));
  }
  return blocks;
}

interface Writing {
  lines: string[];
  readonly boxes: XmlElement[];
  /** Struck-out text of the last line: it stands behind what holds instead. */
  struck: string;
  /** Colour and size of the last text. */
  look: string;
  /** A picture stands behind the last text. */
  pictured: boolean;
  /** The last line has text that is neither raised nor lowered: only beside such is raised text a mark. */
  hasPlain: boolean;
}

function paragraphOf(paragraph: XmlElement, numbering: Numbering): Block[] {
  const writing: Writing = { lines: [""], boxes: [], struck: "", look: "", pictured: false, hasPlain: false };
  writeRuns(paragraph.children, writing);
  endStruck(writing);
  const [first = "", ...rest] = writing.lines;
  const label = numbering.labelOf(childOf(paragraph, "pPr"));
  // An empty numbered paragraph is a running number beside a row: furniture, not a figure.
  const lines = [first.trim() === "" ? first : label + first, ...rest];
  return [{ kind: "paragraph", lines }, ...writing.boxes.flatMap((box) => blocksOf(box.children, numbering))];
}

function writeRuns(children: XmlElement["children"], writing: Writing): void {
  for (const child of children) {
    if (!isElement(child)) continue;
    switch (child.name) {
      case "r":
        if (!isOn(child, "vanish")) writeRun(child, writing);
        break;
      case "t":
        writing.lines[writing.lines.length - 1] += textOf(child);
        break;
      case "tab":
      case "ptab":
        writing.lines[writing.lines.length - 1] += "\t";
        break;
      case "br":
      case "cr":
        endStruck(writing);
        writing.lines.push("");
        break;
      case "sym":
        // A sign of a font of its own: what it shows, nobody can tell from the file.
        writing.lines[writing.lines.length - 1] += PATCH;
        break;
      case "noBreakHyphen":
        writing.lines[writing.lines.length - 1] += "-";
        break;
      case "AlternateContent":
        writeRuns(chosen(child), writing);
        break;
      case "drawing":
      case "pict":
      case "object":
        // A picture in the line that touches a figure may be one of its digits.
        if (childOf(child, "inline")) writing.pictured = true;
        findBoxes(child.children, writing.boxes);
        break;
      default:
        if (WRAPPERS.has(child.name)) writeRuns(child.children, writing);
    }
  }
}

const isOn = (run: XmlElement, property: string): boolean => {
  const mark = childOf(run, "rPr", property);
  return mark !== undefined && !/^(?:0|false|off|none)$/.test(mark.attribute("val") ?? "1");
};

/** Raised or lowered, by hand or by a style for notes: a mark, no digit of the figure beside it. */
function isShifted(run: XmlElement): boolean {
  const value = (property: string) => childOf(run, "rPr", property)?.attribute("val") ?? "";
  return /^(?:super|sub)script$/.test(value("vertAlign")) || /^-?0*[1-9]/.test(value("position")) || /(?:foot|end)note|脚注|尾注/i.test(value("rStyle"));
}

/** Colour and size, the plain ones left out: what tells digits of one figure from digits beside it. */
function lookOf(run: XmlElement): string {
  const value = (property: string) => childOf(run, "rPr", property)?.attribute("val") ?? "";
  return `${value("color").replace(/^(?:auto|0{6})$/i, "")}/${value("sz")}`;
}

function writeRun(run: XmlElement, writing: Writing): void {
  const own: Writing = { lines: [""], boxes: writing.boxes, struck: "", look: "", pictured: false, hasPlain: false };
  writeRuns(run.children, own);
  const [first = "", ...rest] = own.lines;
  if (isOn(run, "strike") || isOn(run, "dstrike")) {
    writing.struck += own.lines.join("");
    return;
  }
  const isMark = writing.hasPlain && isShifted(run);
  const marked = (text: string) => (text.trim() !== "" && isMark ? `(${text.trim()})` : text);
  const last = writing.lines.length - 1;
  const look = `${lookOf(run)}${isShifted(run) ? "/shifted" : ""}`;
  const endsInDigit = /\d$/.test(writing.lines[last]!);
  const goesOn = (writing.pictured || (look !== writing.look && endsInDigit)) && /^\d/.test(first) && !isMark;
  writing.lines[last] += (goesOn || (own.pictured && endsInDigit) ? PATCH : "") + marked(first);
  writing.pictured = own.pictured;
  if (rest.length > 0) {
    endStruck(writing);
    writing.lines.push(...rest.map(marked));
    writing.hasPlain = false;
  }
  if (!isShifted(run) && own.lines[own.lines.length - 1]!.trim() !== "") writing.hasPlain = true;
  if (own.lines.join("") !== "") writing.look = look;
}

function endStruck(writing: Writing): void {
  writing.lines[writing.lines.length - 1] += struckOut(writing.struck);
  writing.struck = "";
}

function findBoxes(children: XmlElement["children"], boxes: XmlElement[]): void {
  for (const child of children) {
    if (!isElement(child)) continue;
    if (child.name === "txbxContent") boxes.push(child);
    else findBoxes(child.name === "AlternateContent" ? chosen(child) : child.children, boxes);
  }
}

/** Rows or cells of a table, content controls and insertions unwrapped, deleted rows left out. */
function partsOf(element: XmlElement, name: "tr" | "tc"): XmlElement[] {
  return element.children.flatMap((child) => {
    if (!isElement(child)) return [];
    if (child.name === name) return name === "tr" && childOf(child, "trPr", "del") ? [] : [child];
    return WRAPPERS.has(child.name) ? partsOf(child, name) : [];
  });
}

const numberOf = (element: XmlElement | undefined, fallback: number) => Math.min(200, Math.max(0, Number.parseInt(element?.attribute("val") ?? "", 10) || fallback));

function tableOf(table: XmlElement, numbering: Numbering): TableBlock {
  const rows = partsOf(table, "tr").map((row) => {
    let column = numberOf(childOf(row, "trPr", "gridBefore"), 0);
    const cells: TableCell[] = [];
    for (const cell of partsOf(row, "tc")) {
      const properties = childOf(cell, "tcPr");
      const merged = (name: string) => {
        const mark = childOf(properties, name);
        return mark !== undefined && mark.attribute("val") !== "restart";
      };
      const continued = merged("vMerge") ? "from-above" : merged("hMerge") ? "from-left" : undefined;
      cells.push({ column, blocks: continued ? [] : blocksOf(cell.children, numbering), continued });
      column += numberOf(childOf(properties, "gridSpan"), 1);
    }
    return cells;
  });
  return { kind: "table", rows };
}
