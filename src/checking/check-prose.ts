import type { Finding } from "../finding/model.ts";
import type { Claim } from "../prose/claim.ts";
import type { Report } from "../report/model.ts";
import { judgeProse } from "./judge-prose.ts";

/**
 * What a report's running text says otherwise than its tables or than itself: 提示 `prose-count`, and 说明
 * `prose-scope` where a smaller figure is told of some of the units only.
 *
 * 信息处理费 of section 六 (元) is no figure of table 二 (万元) and never compared. Never throws on data.
 */
export function checkProse(report: Report, claims: readonly Claim[]): Finding[] {
  return judgeProse(report, claims).flatMap(({ claim, state, compared, expected, at }): Finding[] => {
    if (state !== "contradicts" && state !== "scope") return [];
    return [{ code: state === "scope" ? "prose-scope" : "prose-count", at: at ?? { part: "prose" }, origin: claim.origin, ...(expected !== undefined && { expected }), received: claim.raw, words: { number: claim.raw, counts: claim.counts, compared } }];
  });
}
