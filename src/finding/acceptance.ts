import type { Finding } from "./model.ts";

/** A finding that a person has looked into and lets stand. Bound to its values by `key`. */
export interface Acceptance {
  readonly key: string;
  readonly why: string;
  readonly who?: string;
  readonly when?: string;
  /** What it was about, for saying that it has lapsed. */
  readonly unit?: string;
  readonly code?: string;
}

/** 53 bits of a text (cyrb53), as eleven letters and digits. */
function hash(text: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36).toUpperCase().padStart(11, "0");
}

/** What a finding is bound to: its code, unit, place and every value it names. Changes when one of them does. */
export function findingKey({ code, unit, at, expected, received, words }: Finding): string {
  const place = "table" in at ? [at.table, at.edition, at.row ?? "", at.column ?? ""] : [at.part];
  const values = Object.entries(words ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return hash(JSON.stringify([code, unit ?? "", place, expected ?? "", received ?? "", values]));
}

/** Accepts a finding: who, when and why. */
export const acceptFinding = (finding: Finding, reason: Pick<Acceptance, "why" | "who" | "when">): Acceptance => ({ ...reason, key: findingKey(finding), unit: finding.unit, code: finding.code });

/** The reason as the 校验 sheet prints it: `已电话核实（张三，2021-01-20）`. */
export const sayAcceptance = ({ why, who, when }: Acceptance): string => {
  const by = [who, when].filter(Boolean).join("，");
  return by === "" ? why : `${why}（${by}）`;
};

/** What is said of an acceptance whose finding has changed or gone. */
export const lapsedFinding = (lapsed: Acceptance, about: Pick<Finding, "at" | "unit" | "year">): Finding => ({ ...about, code: "acceptance-lapsed", unit: lapsed.unit || about.unit, words: { why: sayAcceptance(lapsed) } });

/**
 * Parts findings into those still open and those accepted. An acceptance whose values have changed matches nothing any
 * more: it has lapsed.
 */
export function applyAcceptances<F extends Finding>(findings: readonly F[], acceptances: readonly Acceptance[]): { readonly open: F[]; readonly accepted: F[]; readonly lapsed: Acceptance[] } {
  const keys = new Set(acceptances.map((one) => one.key));
  const keyed = findings.map((finding) => ({ finding, key: findingKey(finding) }));
  const present = new Set(keyed.map(({ key }) => key));
  return {
    open: keyed.filter(({ key }) => !keys.has(key)).map(({ finding }) => finding),
    accepted: keyed.filter(({ key }) => keys.has(key)).map(({ finding }) => finding),
    lapsed: acceptances.filter((one) => !present.has(one.key)),
  };
}
