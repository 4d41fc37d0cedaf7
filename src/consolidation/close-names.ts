import type { RosterEntry } from "./roster.ts";
import { unitKey } from "./unit-name.ts";

/** How unlike two names may be, and how many are offered. */
const MOST_UNLIKE = 0.34;
const OFFERED = 3;
const ENDINGS = /(?:人民政府办公室|人民政府|管理委员会|委员会|管委会|办公室|办事处|中心|政府|局|委|办|处)$/;

/** What tells units of one city apart: without the city's own name and without the kind of office. */
function coreOf(name: string, city: string): string {
  const place = unitKey(city).replace(ENDINGS, "");
  const short = place.slice(-1);
  const own = unitKey(name);
  const bare = place !== "" && own.startsWith(place) ? own.slice(place.length) : short === "市" && own.startsWith("市") ? own.slice(1) : own;
  return bare.replace(ENDINGS, "") || bare;
}

/** Letters to change, add or drop between two words. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}

function unlike(a: string, b: string): number {
  if (a.length < 2 || b.length < 2) return a === b ? 0 : 1;
  const [longer, shorter] = a.length >= b.length ? [a, b] : [b, a];
  if (shorter.length * 2 < longer.length) return 1;
  return longer.includes(shorter) ? 0.1 : distance(a, b) / longer.length;
}

/**
 * Entries of a roster whose names come close to one that is not on it, closest first, at most three. They are to be
 * asked about: 教育局 and 体育局 differ by one letter too.
 */
export function findCloseNames(name: string, entries: readonly RosterEntry[], city: string): readonly RosterEntry[] {
  const core = coreOf(name, city);
  const scored = entries.map((entry) => ({ entry, score: Math.min(...[entry.name, ...entry.aliases].map((one) => unlike(core, coreOf(one, city)))) }));
  return scored.filter(({ score }) => score <= MOST_UNLIKE).sort((a, b) => a.score - b.score).slice(0, OFFERED).map(({ entry }) => entry);
}
