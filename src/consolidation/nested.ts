import { consolidate } from "./consolidate.ts";
import type { Member } from "./model.ts";
import type { SourcePolicy } from "./policy.ts";

/** A consolidated workbook as the level below made it. */
export interface LowerConsolidation {
  readonly unit: string;
  readonly year: number;
  readonly members: readonly Member[];
  readonly policy?: SourcePolicy;
}

/**
 * A consolidation as one unit of the next level (乡镇 → 县 → 市 → 省): its own figures, its contributors kept as parts.
 *
 * The figures are added up anew from the parts, so a figure changed in one of them is in the unit's too.
 */
export function toMember(lower: LowerConsolidation, member: Pick<Member, "id" | "kind"> & { readonly file?: string }): Member {
  const { report, members } = consolidate(lower);
  return { id: member.id, kind: member.kind, counted: true, report: { ...report, file: member.file ?? "" }, parts: members };
}

/** The members themselves or, for each that is a consolidation, everyone who stands behind it, counted ones only. */
export const flattenMembers = (members: readonly Member[]): readonly Member[] =>
  members.filter((member) => member.counted).flatMap((member) => (member.parts ? flattenMembers(member.parts) : [member]));
