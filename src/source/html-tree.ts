import { parse, type DefaultTreeAdapterTypes as Tree } from "parse5";

/** An element or a piece of text: all that reading needs of HTML. */
export type HtmlNode = { readonly text: string } | HtmlElement;

export interface HtmlElement {
  readonly tag: string;
  readonly attribute: (name: string) => string | undefined;
  readonly children: readonly HtmlNode[];
}

const LEFT_OUT = new Set(["script", "style", "head", "template", "noscript", "svg", "math", "object", "iframe", "select", "textarea", "button"]);

const HIDDEN = /display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all/i;

/** A field of a form shows its value. */
const isTextField = (type: string | undefined) => type === undefined || ["", "text", "number", "tel"].includes(type.toLowerCase());

function convert(node: Tree.ChildNode): HtmlNode | undefined {
  if ("value" in node) return { text: node.value };
  if (!("tagName" in node) || LEFT_OUT.has(node.tagName)) return undefined;
  const attributes = node.attrs;
  const attribute = (name: string) => attributes.find((entry) => entry.name === name)?.value;
  if (HIDDEN.test(attribute("style") ?? "") || attribute("hidden") !== undefined) return undefined;
  if (node.tagName === "input") return isTextField(attribute("type")) ? { text: attribute("value") ?? "" } : undefined;
  // A raised mark is no digit of the figure before it.
  if (node.tagName === "sup") return { tag: "sup", attribute, children: [{ text: "(" }, ...node.childNodes.map(convert).filter((child) => child !== undefined), { text: ")" }] };
  return { tag: node.tagName, attribute, children: node.childNodes.map(convert).filter((child) => child !== undefined) };
}

/**
 * The visible tree of a page, a fragment or a clipboard's text/html. Never throws: HTML repairs itself.
 *
 * The only file that knows parse5.
 */
export function parseHtml(html: string): HtmlElement {
  const document = parse(html);
  return { tag: "#document", attribute: () => undefined, children: document.childNodes.map(convert).filter((child) => child !== undefined) };
}
