/** Excel's limit, in UTF-16 units. */
const LONGEST = 31;

/**
 * A sheet name that Excel takes for any unit's name, unlike (case-insensitively) any of `taken`.
 *
 * `[]:*?/\` and quotes at the ends are replaced, long names are cut, clashes numbered. The full name is kept elsewhere
 * (on the sheet, in the metadata).
 */
export function sheetNameFor(name: string, taken: ReadonlySet<string>, fallback: string): string {
  const lower = new Set([...taken].map((one) => one.toLowerCase()));
  // eslint-disable-next-line no-control-regex
  const cleaned = name.replace(/[[\]:*?/\\]/g, "_").replace(/[\u0000-\u001f\u007f\ufffe\uffff]/g, "").trim().replace(/^'+|'+$/g, "_");
  const base = cleaned === "" || cleaned.toLowerCase() === "history" ? fallback : cleaned;
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? "" : `(${number})`;
    const candidate = cutTo(base, LONGEST - suffix.length).replace(/'+$/, "_") + suffix;
    if (!lower.has(candidate.toLowerCase())) return candidate;
  }
}

/** Cuts without halving a character outside the basic plane. */
function cutTo(text: string, length: number): string {
  const cut = text.slice(0, length);
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
}
