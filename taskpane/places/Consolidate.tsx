import { Field, Input } from "@fluentui/react-components";
import { lazy, Suspense, useState } from "react";
import { keyFindings } from "../state/findings.ts";
import { mergeReports } from "../flow/merge-reports.ts";
import { useTexts } from "../texts/texts.ts";
import { usePane } from "../shell/pane.ts";
import { FindingItem } from "./FindingItem.tsx";
import { MemberTable } from "./MemberTable.tsx";
import { useAcceptance } from "./use-acceptance.ts";

const Footnotes = lazy(() => import("./footnotes/Footnotes.tsx").then(({ Footnotes }) => ({ default: Footnotes })));

/** 汇总: whose figures are added up, for whom and for which year; afterwards what was found in the sum. */
export function Consolidate() {
  const texts = useTexts();
  const { state, dispatch } = usePane();
  const [open, setOpen] = useState<string | null>(null);
  const { work, held, problem, heldRemarks } = state;
  const acceptanceOf = useAcceptance(work.city);
  const members = mergeReports(held, work, new Set());
  return (
    <section aria-label={texts.consolidate.title}>
      <p className="lead">{texts.consolidate.lead}</p>
      <div className="identity">
        <Field className="identity-unit" label={texts.consolidate.city} validationMessage={problem?.code === "city-needed" ? texts.consolidate.cityMissing : undefined}>
          <Input data-testid="city-input" placeholder={texts.consolidate.cityHint} value={work.city.unit} onChange={(_, { value }) => dispatch({ type: "city", unit: value })} />
        </Field>
        <Field className="identity-year" label={texts.consolidate.year}>
          <Input data-testid="year-input" inputMode="numeric" maxLength={4} value={work.city.year} onChange={(_, { value }) => dispatch({ type: "city", year: value })} />
        </Field>
      </div>
      <MemberTable members={members} inWorkbook={held} year={work.city.year} onCount={(key, counted) => dispatch({ type: "count-member", key, counted })} />
      {(heldRemarks.footnotes || work.remarks.footnotes) && (
        <Suspense fallback={null}>
          <Footnotes />
        </Suspense>
      )}
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
