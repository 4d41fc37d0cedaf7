import { parse, type DefaultTreeAdapterTypes as Tree } from "parse5";
import { effectByRules, effectOf, NONE, NO_RULES, prints, readStyleRules, type Styled, type StyleRules } from "./html-style.ts";

/** An element or a piece of text: all that reading needs of HTML. */
export type HtmlNode = { readonly text: string } | HtmlElement;

export interface HtmlElement {
  readonly tag: string;
  attribute(name: string): string | undefined;
  readonly children: readonly HtmlNode[];
}

const valueOf = (attrs: Tree.Element["attrs"], name: string): string | undefined => {
  for (const entry of attrs) if (entry.name === name) return entry.value;
  return undefined;
};

class Shown implements HtmlElement {
  constructor(readonly tag: string, private readonly attrs: Tree.Element["attrs"], readonly children: readonly HtmlNode[]) {}

  attribute(name: string): string | undefined {
    return valueOf(this.attrs, name);
  }
}

const LEFT_OUT = new Set(["rp", "script", "style", "head", "template", "noscript", "svg", "math", "object", "iframe", "select", "button", "canvas", "video", "audio", "datalist", "progress", "meter"]);

/** Elements whose text is a mark beside a figure, and those whose text no longer holds. */
const SHIFTED = new Set(["sup", "sub", "rt"]);
const STRUCK = new Set(["del", "s", "strike"]);
/** The tag of what is struck out, however the page says so. */
export const STRUCK_OUT = "del";

/** Stands in a cell's tree where a style sheet prints something that the page's text does not have. */
export const PRINTED_BY_STYLE = "style-content";

/** Stands in a cell's tree where there is a picture, which may be of a digit or a sign. */
export const PICTURE = "picture-of-something";
const PICTURES = new Set(["img", "svg", "object", "canvas", "v:shape", "v:imagedata"]);

/** A field of a form shows its value. */
const isTextField = (type: string | undefined) => type === undefined || ["", "text", "number", "tel"].includes(type.toLowerCase());

/** A link to a note on the same page: `<a href="#fn2">2</a>`, with the page's address perhaps; small print beside a figure. */
const isNoteLink = (node: Tree.Element, href: string | undefined) => node.tagName === "small" || (node.tagName === "a" && /^[^#]{0,2000}#./.test(href ?? ""));

/** Alone in its cell a linked figure may lead anywhere, this leads to a note. */
const FOOTNOTE = /#_?(?:ftn|fn|footnote|note|cite)/i;

const isMark = (text: string) => /^[\s[(]*(?:\d{1,2}|[*†‡#a-z])[\s\])]*$/.test(text);

/** Nodes of a mark beside a figure, at most. */
const FEW_MARKS = 12;
/** Parts of a cell that are looked at to compare its text with a mark, a field's value or a picture's name. */
const FEW_PARTS = 400;

/** The text of a node, however deep it is nested, or the beginning of it. */
function textOf(node: Tree.ChildNode, parts = Infinity): string {
  let text = "";
  const waiting: Tree.ChildNode[] = [node];
  let left = parts;
  for (let next = waiting.pop(); next && left > 0; next = waiting.pop()) {
    left--;
    if ("value" in next) text += next.value;
    else if ("childNodes" in next) for (let at = next.childNodes.length - 1; at >= 0; at--) waiting.push(next.childNodes[at]!);
  }
  return text;
}

/** Elements nested deeper are read for their text alone: no page of figures goes as deep, and no text may break the reader. */
const DEEPEST = 300;

/** Where in a page an element stands. */
interface Place {
  readonly rules: StyleRules;
  readonly depth: number;
  /** The text of the table cell that it stands in. */
  readonly cell?: string;
  readonly parent?: Styled;
}

/** Elements within one whose text is a figure's piece go no deeper. */
const PLAIN_DEPTH = 4;

/** True where nothing within an element has a style of its own: what is done to the element is done to its text. */
const isPlain = (node: Tree.Element, depth = 0): boolean =>
  node.childNodes.every((child) => !("tagName" in child) || (depth < PLAIN_DEPTH && child.tagName !== "table" && !child.attrs.some(({ name }) => name === "style" || name === "class") && isPlain(child, depth + 1)));

function convert(node: Tree.ChildNode, place: Place): HtmlNode | undefined {
  if ("value" in node) return { text: node.value };
  if (!("tagName" in node)) return undefined;
  if (LEFT_OUT.has(node.tagName)) return place.cell !== undefined && PICTURES.has(node.tagName) ? new Shown(PICTURE, [], []) : undefined;
  if (place.depth > DEEPEST) return { text: textOf(node) };
  const { tagName: tag, attrs } = node;
  const attribute = (name: string) => valueOf(attrs, name);
  const isCell = tag === "td" || tag === "th";
  const declarations = attribute("style") ?? "";
  const style = declarations === "" ? NONE : effectOf(declarations, isPlain(node));
  const classes = attribute("class");
  // Most pages have no rules, and most of their elements no class: nothing to compare.
  const styled: Styled | undefined = place.rules === NO_RULES && classes === undefined ? undefined : { tag, classes: classes?.split(/\s+/) ?? [], id: attribute("id"), attribute, parent: place.parent };
  // Rules of the page hide a figure's pieces; whole tables that they hide (tabs, folded parts) are shown on demand.
  const ruled = styled && (place.cell !== undefined || (isCell && isPlain(node))) ? effectByRules(place.rules, styled) : undefined;
  const isClosed = tag === "dialog" && attribute("open") === undefined;
  if (style.hidden || ruled?.hidden || isClosed || attribute("hidden") !== undefined) return undefined;
  // A field beside a text, or a picture, is no digit of the figure there.
  if (tag === "input") {
    const value = attribute("value")?.trim() ?? "";
    return isTextField(attribute("type")) && place.cell?.trim() !== value ? { text: ` ${value} ` } : undefined;
  }
  if (tag === "img" && place.cell?.trim() === "" && /^[\d.,]{1,12}$/.test(attribute("alt") ?? "")) return { text: attribute("alt")! };
  if (PICTURES.has(tag)) return place.cell === undefined ? undefined : new Shown(PICTURE, [], []);
  const inner: Place = { rules: place.rules, depth: place.depth + 1, cell: isCell ? textOf(node, FEW_PARTS) : place.cell, parent: styled };
  // Within a cell what is folded away is no digit of the figure there; alone it is the cell's own.
  const isSummary = (child: Tree.ChildNode) => "tagName" in child && child.tagName === "summary";
  const isFolded = tag === "details" && place.cell !== undefined && attribute("open") === undefined && (node.childNodes.some(isSummary) || place.cell.trim() !== textOf(node, FEW_PARTS).trim());
  const shown = isFolded ? node.childNodes.filter(isSummary) : node.childNodes;
  const children: HtmlNode[] = [];
  for (const child of shown) {
    const converted = convert(child, inner);
    if (converted) children.push(converted);
  }
  if (styled && (isCell || place.cell !== undefined) && prints(place.rules, styled)) children.push(new Shown(PRINTED_BY_STYLE, attrs, []));
  // A raised mark is no digit of the figure before it.
  const href = attribute("href");
  const mark = isNoteLink(node, href) ? textOf(node, FEW_MARKS) : "";
  const isNote = isMark(mark) && ((place.cell !== undefined && place.cell.trim() !== mark.trim()) || FOOTNOTE.test(href ?? ""));
  if (SHIFTED.has(tag) || (!isCell && (style.shifted || ruled?.shifted)) || isNote) return new Shown(tag, attrs, [{ text: "(" }, ...children, { text: ")" }]);
  if (!isCell && (STRUCK.has(tag) || style.struck || ruled?.struck)) return new Shown(STRUCK_OUT, attrs, children);
  if (isCell && (style.struck || ruled?.struck)) return new Shown(tag, attrs, [new Shown(STRUCK_OUT, attrs, children)]);
  return new Shown(tag, attrs, children);
}

/** A style sheet that does nothing on a screen. */
const isForPrint = (node: Tree.Element) => node.attrs.some(({ name, value }) => name === "media" && !/^\s*$|\b(?:all|screen)\b/i.test(value));

/** The text of a page's own style sheets, however deep they stand. */
function styleText(document: Tree.ParentNode): string {
  let text = "";
  const waiting: Tree.ChildNode[] = document.childNodes.slice().reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!("tagName" in node)) continue;
    if (node.tagName !== "style") for (let at = node.childNodes.length - 1; at >= 0; at--) waiting.push(node.childNodes[at]!);
    else if (!isForPrint(node)) for (const child of node.childNodes) if ("value" in child) text += `${child.value}\n`;
  }
  return text;
}

/**
 * The visible tree of a page, a fragment or a clipboard's text/html. Never throws: HTML repairs itself.
 *
 * The only file that knows parse5.
 */
export function parseHtml(html: string): HtmlElement {
  const document = parse(html);
  const rules = html.includes("<style") || html.includes("<STYLE") ? readStyleRules(styleText(document)) : NO_RULES;
  return new Shown("#document", [], document.childNodes.map((child) => convert(child, { rules, depth: 0 })).filter((child) => child !== undefined));
}
