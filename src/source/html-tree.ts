import { parse, type DefaultTreeAdapterTypes as Tree } from "parse5";
import { effectByRules, effectOf, NO_RULES, prints, readStyleRules, type Styled, type StyleRules } from "./html-style.ts";

/** An element or a piece of text: all that reading needs of HTML. */
export type HtmlNode = { readonly text: string } | HtmlElement;

export interface HtmlElement {
  readonly tag: string;
  readonly attribute: (name: string) => string | undefined;
  readonly children: readonly HtmlNode[];
}

const LEFT_OUT = new Set(["rp", "script", "style", "head", "template", "noscript", "svg", "math", "object", "iframe", "select", "button", "canvas", "video", "audio", "datalist", "progress", "meter"]);

/** Elements whose text is a mark beside a figure, and those whose text no longer holds. */
const SHIFTED = new Set(["sup", "sub", "rt"]);
const STRUCK = new Set(["del", "s", "strike"]);
/** The tag of what is struck out, however the page says so. */
export const STRUCK_OUT = "del";

/** Stands in a cell's tree where a style sheet prints something that the page's text does not have. */
export const PRINTED_BY_STYLE = "style-content";

/** A field of a form shows its value. */
const isTextField = (type: string | undefined) => type === undefined || ["", "text", "number", "tel"].includes(type.toLowerCase());

/** A link to a note on the same page: `<a href="#fn2">2</a>`, with the page's address perhaps; small print beside a figure. */
const isNoteLink = (node: Tree.Element, href: string | undefined) => node.tagName === "small" || (node.tagName === "a" && /^[^#]{0,2000}#./.test(href ?? ""));

/** Alone in its cell a linked figure may lead anywhere, this leads to a note. */
const FOOTNOTE = /#_?(?:ftn|fn|footnote|note|cite)/i;

const isMark = (text: string) => /^[\s[(]*(?:\d{1,2}|[*†‡#a-z])[\s\])]*$/.test(text);

/** The text of a node, however deep it is nested. */
function textOf(node: Tree.ChildNode): string {
  let text = "";
  const waiting: Tree.ChildNode[] = [node];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
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
  if (!("tagName" in node) || LEFT_OUT.has(node.tagName)) return undefined;
  if (place.depth > DEEPEST) return { text: textOf(node) };
  const { tagName: tag, attrs } = node;
  const attribute = (name: string) => attrs.find((entry) => entry.name === name)?.value;
  const isCell = tag === "td" || tag === "th";
  const declarations = attribute("style") ?? "";
  const style = effectOf(declarations, declarations !== "" && isPlain(node));
  const styled: Styled = { tag, classes: attribute("class")?.split(/\s+/) ?? [], id: attribute("id"), attribute, parent: place.parent };
  // Rules of the page hide a figure's pieces; whole tables that they hide (tabs, folded parts) are shown on demand.
  const ruled = place.cell !== undefined || (isCell && isPlain(node)) ? effectByRules(place.rules, styled) : undefined;
  const isClosed = tag === "dialog" && attribute("open") === undefined;
  if (style.hidden || ruled?.hidden || isClosed || attribute("hidden") !== undefined) return undefined;
  // A field beside a text, or a picture, is no digit of the figure there.
  if (tag === "input") {
    const value = attribute("value")?.trim() ?? "";
    return isTextField(attribute("type")) && place.cell?.trim() !== value ? { text: ` ${value} ` } : undefined;
  }
  if (tag === "img") return place.cell?.trim() === "" && /^[\d.,]{1,12}$/.test(attribute("alt") ?? "") ? { text: attribute("alt")! } : undefined;
  const inner: Place = { rules: place.rules, depth: place.depth + 1, cell: isCell ? textOf(node) : place.cell, parent: styled };
  // Within a cell what is folded away is no digit of the figure there.
  const shown = tag === "details" && place.cell !== undefined && attribute("open") === undefined ? node.childNodes.filter((child) => "tagName" in child && child.tagName === "summary") : node.childNodes;
  const children = shown.map((child) => convert(child, inner)).filter((child) => child !== undefined);
  if ((isCell || place.cell !== undefined) && prints(place.rules, styled)) children.push({ tag: PRINTED_BY_STYLE, attribute, children: [] });
  // A raised mark is no digit of the figure before it.
  const href = attribute("href");
  const isNote = place.cell !== undefined && isNoteLink(node, href) && isMark(textOf(node)) && (place.cell.trim() !== textOf(node).trim() || FOOTNOTE.test(href ?? ""));
  if (SHIFTED.has(tag) || (!isCell && (style.shifted || ruled?.shifted)) || isNote) return { tag, attribute, children: [{ text: "(" }, ...children, { text: ")" }] };
  if (!isCell && (STRUCK.has(tag) || style.struck || ruled?.struck)) return { tag: STRUCK_OUT, attribute, children };
  if (isCell && (style.struck || ruled?.struck)) return { tag, attribute, children: [{ tag: STRUCK_OUT, attribute, children }] };
  return { tag, attribute, children };
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
  return { tag: "#document", attribute: () => undefined, children: document.childNodes.map((child) => convert(child, { rules, depth: 0 })).filter((child) => child !== undefined) };
}
