/** What the bytes of a text file say, or why they say nothing. */
export type Decoded = { readonly text: string; readonly encoding: string } | { readonly problem: "empty" | "binary" | "unknown-encoding" };

function decodeAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Share of zero bytes at even and odd places: UTF-16 of mostly Chinese text with ASCII digits has many on one side. */
function zeroShare(bytes: Uint8Array): { even: number; odd: number } {
  const length = Math.min(bytes.length, 4096);
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at++) {
    if (bytes[at] !== 0) continue;
    if (at % 2 === 0) even++;
    else odd++;
  }
  return { even: even / length, odd: odd / length };
}

/** Text has few control and private-use characters and no lone surrogates; bytes of something else are full of them. */
function isText(text: string): boolean {
  const sample = text.slice(0, 100_000);
  // eslint-disable-next-line no-control-regex -- counting control characters is the point.
  const odd = sample.match(/[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ue000-\uf8ff\ufffd\ufffe\uffff]/g)?.length ?? 0;
  return odd <= sample.length / 200;
}

/**
 * Decodes UTF-8 (with or without BOM), UTF-16 (either order, BOM or not) and GB18030 (GBK, GB2312). Never throws and
 * never puts replacement characters in: what cannot be decoded is a problem to be told.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return { problem: "empty" };
  const found = guess(bytes);
  if (!found) return { problem: zeroShare(bytes).even + zeroShare(bytes).odd > 0.01 ? "binary" : "unknown-encoding" };
  if (!isText(found.text)) return { problem: "binary" };
  return found.text.trim() === "" ? { problem: "empty" } : found;
}

function guess(bytes: Uint8Array): { text: string; encoding: string } | undefined {
  const attempt = (encoding: string) => {
    const text = decodeAs(encoding, bytes);
    return text === undefined ? undefined : { text, encoding };
  };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return attempt("utf-16le");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return attempt("utf-16be");
  const zeros = zeroShare(bytes);
  if (zeros.odd > 0.05 && zeros.even < zeros.odd / 4 && bytes.length % 2 === 0) return attempt("utf-16le");
  if (zeros.even > 0.05 && zeros.odd < zeros.even / 4 && bytes.length % 2 === 0) return attempt("utf-16be");
  return attempt("utf-8") ?? attempt("gb18030");
}
