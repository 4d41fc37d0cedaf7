import { deflateSync, inflateSync, strFromU8, strToU8 } from "fflate";

/** Characters of a cell: Excel takes no longer text through its API (8,192), the mark before it included. */
const CHUNK = 7_900;
/** Before every chunk, so that none can be taken for a formula or a number. */
const GUARD = "|";

/** JSON, compressed, in texts short enough for cells. */
export function packJson(value: unknown): string[] {
  const bytes = deflateSync(strToU8(JSON.stringify(value)), { level: 6 });
  const text = btoa(strFromU8(bytes, true));
  return Array.from({ length: Math.ceil(text.length / CHUNK) }, (_, index) => GUARD + text.slice(index * CHUNK, (index + 1) * CHUNK));
}

/** The value that was packed; undefined where the texts are damaged. */
export function unpackJson(chunks: readonly unknown[]): unknown {
  try {
    const text = chunks.map((chunk) => String(chunk ?? "").replace(/^'?\|/, "")).join("");
    return JSON.parse(strFromU8(inflateSync(strToU8(atob(text), true)))) as unknown;
  } catch {
    return undefined;
  }
}
