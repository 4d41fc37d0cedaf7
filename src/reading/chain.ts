import type { Candidate } from "./candidates.ts";

/**
 * The rows a table really prints: of all candidates the heaviest sequence in which places and official order both
 * only go forward. A segment's values are given to one row at most.
 */
export function heaviestChain(candidates: readonly Candidate[]): Candidate[] {
  const sorted = [...candidates].sort((a, b) => a.segment.index - b.segment.index || a.end - b.end || Number(a.valued) - Number(b.valued));
  const best: { weight: number; before: number }[] = [];
  // Of all segments before the one at hand, the heaviest chain that ends with each row: there are few rows, any number of candidates.
  const ending: number[] = [];
  let top = -1;
  for (let from = 0, at = 0; from < sorted.length; from = at) {
    const { segment } = sorted[from]!;
    for (; at < sorted.length && sorted[at]!.segment === segment; at++) {
      const candidate = sorted[at]!;
      let weight = 0;
      let before = -1;
      const take = (earlier: number) => {
        const own = best[earlier]!.weight;
        if (own < weight || (own === weight && (before < 0 || earlier > before))) return;
        weight = own;
        before = earlier;
      };
      for (let order = 0; order < candidate.row.order; order++) if (ending[order] !== undefined) take(ending[order]!);
      for (let earlier = from; earlier < at; earlier++) {
        const other = sorted[earlier]!;
        if (other.row.order < candidate.row.order && other.end < candidate.end && !other.valued) take(earlier);
      }
      best.push({ weight: weight + candidate.score, before });
      if (top < 0 || best[at]!.weight > best[top]!.weight) top = at;
    }
    for (let ended = from; ended < at; ended++) {
      const { order } = sorted[ended]!.row;
      if (ending[order] === undefined || best[ended]!.weight > best[ending[order]!]!.weight) ending[order] = ended;
    }
  }
  const chain: Candidate[] = [];
  for (let at = top; at >= 0; at = best[at]!.before) chain.unshift(sorted[at]!);
  return chain;
}
