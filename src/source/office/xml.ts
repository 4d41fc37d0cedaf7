/** An element of an XML part: `name` without its prefix, attributes likewise. */
export interface XmlElement {
  readonly name: string;
  /** The attribute's value, or undefined. Names without prefix: `val` is `w:val`. */
  readonly attribute: (name: string) => string | undefined;
  readonly children: readonly (XmlElement | string)[];
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

const decode = (text: string) =>
  text.includes("&")
    ? text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
        if (name) return ENTITIES[name] ?? whole;
        const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
        return code <= 0x10ffff ? String.fromCodePoint(code) : "";
      })
    : text;

class Node implements XmlElement {
  readonly children: (Node | string)[] = [];
  constructor(readonly name: string, private readonly source: string) {}

  attribute(name: string): string | undefined {
    const found = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(this.source);
    return found ? decode(found[1] ?? found[2] ?? "") : undefined;
  }
}

/** Deeper nesting than any document has; deeper elements are read as if they stood here. */
const DEEPEST = 500;

/**
 * The tree of an XML part. Never throws: tags that do not match are closed where their parent closes.
 *
 * Knows no document types and no entities but XML's own, so that nothing can be pulled in or blown up.
 */
export function parseXml(xml: string): XmlElement {
  const root = new Node("#document", "");
  const open: Node[] = [root];
  let at = 0;
  while (at < xml.length) {
    const tag = xml.indexOf("<", at);
    const top = open[open.length - 1]!;
    if (tag < 0 || tag > at) top.children.push(decode(xml.slice(at, tag < 0 ? xml.length : tag)));
    if (tag < 0) break;
    at = readTag(xml, tag, open);
  }
  return root;
}

/** Takes one tag, comment, CDATA or declaration and gives the place behind it. */
function readTag(xml: string, tag: number, open: Node[]): number {
  const behind = (mark: string, from: number) => {
    const found = xml.indexOf(mark, from);
    return found < 0 ? xml.length : found + mark.length;
  };
  const next = xml[tag + 1];
  if (next === "!") {
    if (xml.startsWith("<!--", tag)) return behind("-->", tag);
    if (!xml.startsWith("<![CDATA[", tag)) return behind(">", tag);
    const end = behind("]]>", tag);
    open[open.length - 1]!.children.push(xml.slice(tag + 9, end - 3));
    return end;
  }
  if (next === "?") return behind("?>", tag);
  const end = behind(">", tag);
  if (next === "/") {
    const name = localName(xml.slice(tag + 2, end - 1).trim());
    for (let depth = open.length - 1; depth > 0; depth--) {
      if (open[depth]!.name !== name) continue;
      open.length = depth;
      break;
    }
    return end;
  }
  const closed = xml[end - 2] === "/";
  const inner = xml.slice(tag + 1, closed ? end - 2 : end - 1);
  const space = inner.search(/\s/);
  const node = new Node(localName(space < 0 ? inner : inner.slice(0, space)), space < 0 ? "" : inner.slice(space));
  open[open.length - 1]!.children.push(node);
  if (!closed && open.length < DEEPEST) open.push(node);
  return end;
}

const localName = (name: string) => name.slice(name.indexOf(":") + 1);

export const isElement = (child: XmlElement | string): child is XmlElement => typeof child !== "string";

/** The first child of a name, following a path of names. */
export function childOf(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  let found = element;
  for (const name of path) found = found?.children.find((child): child is XmlElement => isElement(child) && child.name === name);
  return found;
}

export const childrenOf = (element: XmlElement | undefined, name: string): XmlElement[] => element?.children.filter((child): child is XmlElement => isElement(child) && child.name === name) ?? [];

export const textOf = (element: XmlElement): string => element.children.map((child) => (isElement(child) ? textOf(child) : child)).join("");
