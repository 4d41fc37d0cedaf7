import { useState } from "react";
import { keyFindings } from "../state/findings.ts";
import { mergeReports } from "../flow/merge-reports.ts";
import { useTexts } from "../texts/texts.ts";
import { later } from "../shell/later.tsx";
import { usePane } from "../shell/pane.ts";
import { CityFields } from "./CityFields.tsx";
import { CitySettings } from "./CitySettings.tsx";
import { FindingItem } from "./FindingItem.tsx";
import { acceptancesNow } from "../state/remarks-reducer.ts";
import { MemberTable } from "./MemberTable.tsx";
import { useAcceptance } from "./use-acceptance.ts";

const Footnotes = later(() => import("./footnotes/Footnotes.tsx").then(({ Footnotes }) => Footnotes));

/** 汇总: whose figures are added up, for whom and for which year; afterwards what was found in the sum. */
export function Consolidate() {
  const texts = useTexts();
  const { state, dispatch } = usePane();
  const [open, setOpen] = useState<string | null>(null);
  const { work, held, heldRemarks } = state;
  const acceptanceOf = useAcceptance(work.city);
  const members = mergeReports(held, work, state.heldWorkbook);
  return (
    <section aria-label={texts.consolidate.title}>
      <p className="lead">{texts.consolidate.lead}</p>
      <CityFields />
      <CitySettings />
      <MemberTable members={members} inWorkbook={held} year={work.city.year} accepted={acceptancesNow(state)} onCount={(key, counted) => dispatch({ type: "count-member", key, counted })} />
      {(heldRemarks.footnotes || work.remarks.footnotes) && <Footnotes />}
      {work.consolidation && (
        <section className="block" aria-labelledby="result-title">
          <h2 className="block-title" id="result-title">{texts.consolidate.result}</h2>
          {work.consolidation.findings.length === 0 && <p className="all-good">{texts.check.none}</p>}
          <ul className="findings">
            {keyFindings(work.consolidation.findings).map(({ key, finding }) => (
              <FindingItem key={key} finding={finding} open={open === key} onChoose={() => setOpen(open === key ? null : key)} acceptance={acceptanceOf(finding)} />
            ))}
          </ul>
        </section>
      )}
    </section>
  );
}
