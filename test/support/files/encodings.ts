/** Two-byte characters of GB18030 by their Unicode character, from the platform's own decoder. */
const table = (() => {
  const decoder = new TextDecoder("gb18030");
  const found = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if (text.length === 1 && !found.has(text)) found.set(text, [lead, trail]);
    }
  }
  return found;
})();

/** Text in GB18030, as Chinese Windows saves it. Throws on characters beyond its two-byte part. */
export function gb18030(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.charCodeAt(0);
    const pair = table.get(character);
    if (code < 0x80) bytes.push(code);
    else if (pair) bytes.push(...pair);
    else throw new Error(`${character} has no two bytes in GB18030`);
  }
  return Uint8Array.from(bytes);
}

export function utf16(text: string, order: "little" | "big" = "little", mark = true): Uint8Array {
  const units = (mark ? `\uFEFF${text}` : text).split("").map((unit) => unit.charCodeAt(0));
  return Uint8Array.from(units.flatMap((unit) => (order === "little" ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])));
}
