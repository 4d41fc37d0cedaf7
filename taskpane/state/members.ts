import type { OutgoingReport } from "../worker/jobs.ts";

/** Names by which the user's choices know the members: unit and year, and which of several of the same. */
export function memberKeys(members: readonly OutgoingReport[]): readonly string[] {
  const seen = new Map<string, number>();
  return members.map(({ report }) => {
    const name = `${report.unit}|${report.year ?? ""}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return `${name}|${count}`;
  });
}

/** Without a word about it, a report counts. */
export const isCounted = ({ stored }: OutgoingReport): boolean => stored?.counted ?? true;

/** The members with 计入 as the user chose it. */
export function applyCounted(members: readonly OutgoingReport[], chosen: Readonly<Record<string, boolean>>): readonly OutgoingReport[] {
  const keys = memberKeys(members);
  return members.map((member, index) => {
    const counted = chosen[keys[index]!];
    return counted === undefined ? member : { ...member, stored: { ...member.stored, counted } };
  });
}
