import { childOf, childrenOf, type XmlElement } from "./xml.ts";

interface Level {
  readonly format: string;
  readonly text: string;
  readonly start: number;
}

const DIGITS = "〇一二三四五六七八九";

/** 1 to 99 as Chinese numbering counts: 一, 十, 十一, 二十. */
function chinese(value: number): string {
  if (value >= 100 || value < 1) return String(value);
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  return (tens > 1 ? DIGITS[tens]! : "") + (tens > 0 ? "十" : "") + (ones > 0 ? DIGITS[ones]! : "");
}

function printNumber(value: number, format: string): string {
  if (/chinese|ideograph|japaneseCounting|taiwanese|koreanCounting/i.test(format)) return chinese(value);
  if (format === "decimalEnclosedCircle" && value <= 20) return String.fromCodePoint(0x245f + value);
  return String(value);
}

/** Numbers that Word prints before paragraphs and keeps out of their text: 一、 （二） 3. */
export interface Numbering {
  /** The label of the next paragraph with these properties; empty for bullets and for paragraphs without number. */
  readonly labelOf: (properties: XmlElement | undefined) => string;
}

/** Reads numbering.xml and the numbers that styles.xml gives to styles; both may be absent. */
export function readNumbering(numbering: XmlElement | undefined, styles: XmlElement | undefined): Numbering {
  const lists = new Map<string, string>();
  for (const list of childrenOf(childOf(numbering, "numbering"), "num")) lists.set(list.attribute("numId") ?? "", childOf(list, "abstractNumId")?.attribute("val") ?? "");
  const levels = new Map<string, Level>();
  for (const list of childrenOf(childOf(numbering, "numbering"), "abstractNum")) {
    for (const level of childrenOf(list, "lvl")) {
      const value = (name: string) => childOf(level, name)?.attribute("val");
      levels.set(`${list.attribute("abstractNumId")} ${level.attribute("ilvl")}`, { format: value("numFmt") ?? "decimal", text: value("lvlText") ?? "", start: Number(value("start") ?? 1) });
    }
  }
  const byStyle = new Map<string, XmlElement | undefined>();
  for (const style of childrenOf(childOf(styles, "styles"), "style")) byStyle.set(style.attribute("styleId") ?? "", childOf(style, "pPr", "numPr"));

  const counts = new Map<string, number>();
  return {
    labelOf: (properties) => {
      const numbered = childOf(properties, "numPr") ?? byStyle.get(childOf(properties, "pStyle")?.attribute("val") ?? "");
      const list = lists.get(childOf(numbered, "numId")?.attribute("val") ?? "");
      const depth = Number(childOf(numbered, "ilvl")?.attribute("val") ?? 0);
      const level = levels.get(`${list} ${depth}`);
      if (list === undefined || !level) return "";
      const key = (at: number) => `${list} ${at}`;
      counts.set(key(depth), (counts.get(key(depth)) ?? level.start - 1) + 1);
      for (let deeper = depth + 1; deeper < 9; deeper++) counts.delete(key(deeper));
      if (level.format === "bullet" || level.format === "none") return "";
      return level.text.replace(/%(\d)/g, (_, place: string) => {
        const at = Number(place) - 1;
        const other = levels.get(key(at));
        return printNumber(counts.get(key(at)) ?? other?.start ?? 1, other?.format ?? "decimal");
      });
    },
  };
}
