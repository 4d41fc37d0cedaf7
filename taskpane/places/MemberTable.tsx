import type { Acceptance } from "../../src/finding/acceptance.ts";
import { checksOf, countLevels } from "../state/findings.ts";
import { isCounted, memberKeys } from "../state/members.ts";
import { partFindings } from "../state/remarks.ts";
import { useTexts } from "../texts/texts.ts";
import type { OutgoingReport } from "../worker/jobs.ts";

export interface MemberParts {
  readonly members: readonly OutgoingReport[];
  readonly inWorkbook: readonly OutgoingReport[];
  readonly year: string;
  /** Findings that a person lets stand: they are no faults any more. */
  readonly accepted: readonly Acceptance[];
  readonly onCount: (key: string, counted: boolean) => void;
}

/** The reports there are, which of them are added up (the user may choose), and whether the workbook has them already. */
export function MemberTable({ members, inWorkbook, year, accepted, onCount }: MemberParts) {
  const texts = useTexts();
  const words = texts.consolidate;
  if (members.length === 0) {
    return (
      <div className="empty">
        <p className="empty-title">{words.noMembers}</p>
        <p className="hint">{words.noMembersAdvice}</p>
      </div>
    );
  }
  const keys = memberKeys(members);
  const isWritten = ({ report }: OutgoingReport) => inWorkbook.some((one) => one.report.unit === report.unit && one.report.year === report.year);
  return (
    <section className="block" aria-labelledby="members-title">
      <h2 className="block-title" id="members-title">
        {words.members}
        <span className="count" data-testid="counted">{words.countedOf(members.filter(isCounted).length, members.length)}</span>
      </h2>
      <table className="plain-table" data-testid="members">
        <thead>
          <tr><th scope="col">{words.counted}</th><th scope="col">{words.unit}</th><th scope="col">{words.year}</th><th scope="col">{words.where}</th></tr>
        </thead>
        <tbody>
          {members.map((member, index) => {
            const { error } = countLevels(partFindings(member.report, [...member.findings, ...checksOf(member)], accepted).open);
            const name = member.report.unit || texts.home.noUnit;
            const key = keys[index]!;
            return (
              <tr key={key}>
                <td className="member-count"><input type="checkbox" data-testid="member-counted" checked={isCounted(member)} aria-label={words.countUnit(name)} onChange={(event) => onCount(key, event.target.checked)} /></td>
                <th scope="row">{name}{error > 0 && <span className="count count-error">{texts.check.errors(error)}</span>}</th>
                <td className="member-fact">{member.report.year ?? "—"}{year !== "" && String(member.report.year) !== year && <span className="count count-warning">{words.otherYear}</span>}</td>
                <td className="member-fact">{isWritten(member) ? words.inWorkbook : words.inPane}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
