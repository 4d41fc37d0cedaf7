import type { Candidate } from "./candidates.ts";

/**
 * The rows a table really prints: of all candidates the heaviest sequence in which places and official order both
 * only go forward. A segment's values are given to one row at most.
 */
export function heaviestChain(candidates: readonly Candidate[]): Candidate[] {
  const sorted = [...candidates].sort((a, b) => a.segment.index - b.segment.index || a.end - b.end || Number(a.valued) - Number(b.valued));
  const best: { weight: number; before: number }[] = [];
  let top = -1;
  for (let at = 0; at < sorted.length; at++) {
    const candidate = sorted[at]!;
    let weight = 0;
    let before = -1;
    for (let earlier = 0; earlier < at; earlier++) {
      const other = sorted[earlier]!;
      if (other.row.order >= candidate.row.order || best[earlier]!.weight <= weight) continue;
      const forward = other.segment.index < candidate.segment.index || (other.end < candidate.end && !other.valued);
      if (forward) {
        weight = best[earlier]!.weight;
        before = earlier;
      }
    }
    best.push({ weight: weight + candidate.score, before });
    if (top < 0 || best[at]!.weight > best[top]!.weight) top = at;
  }
  const chain: Candidate[] = [];
  for (let at = top; at >= 0; at = best[at]!.before) chain.unshift(sorted[at]!);
  return chain;
}
