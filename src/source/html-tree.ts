import { parse, type DefaultTreeAdapterTypes as Tree } from "parse5";

/** An element or a piece of text: all that reading needs of HTML. */
export type HtmlNode = { readonly text: string } | HtmlElement;

export interface HtmlElement {
  readonly tag: string;
  readonly attribute: (name: string) => string | undefined;
  readonly children: readonly HtmlNode[];
}

const LEFT_OUT = new Set(["script", "style", "head", "template", "noscript", "svg", "math", "object", "iframe", "select", "textarea", "button"]);

function convert(node: Tree.ChildNode): HtmlNode | undefined {
  if ("value" in node) return { text: node.value };
  if (!("tagName" in node) || LEFT_OUT.has(node.tagName)) return undefined;
  const attributes = node.attrs;
  const attribute = (name: string) => attributes.find((entry) => entry.name === name)?.value;
  if (/(?:display\s*:\s*none|mso-hide\s*:\s*all)/i.test(attribute("style") ?? "")) return undefined;
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
