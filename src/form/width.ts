const WIDE: Readonly<Record<string, string>> = { "(": "（", ")": "）", ",": "，", ":": "：", ";": "；" };

/** Official print uses full-width brackets, commas and colons; definitions are kept half-width (NFKC). */
export function toOfficialWidth(label: string): string {
  return label.replace(/[(),:;]/g, (mark) => WIDE[mark] ?? mark);
}
