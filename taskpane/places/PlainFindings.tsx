import type { Finding } from "../../src/finding/model.ts";
import { levelOf, sayAdvice, sayFinding, sayLevel, sayPlace, sortFindings } from "../../src/finding/say.ts";
import { useLanguage } from "../texts/texts.ts";

/** Findings that have no place in a source to show: level, place, sentence, advice. Nothing where there are none. */
export function PlainFindings({ title, findings, testId }: { readonly title: string; readonly findings: readonly Finding[]; readonly testId: string }) {
  const language = useLanguage();
  if (findings.length === 0) return null;
  return (
    <section className="block plain-findings" aria-label={title} data-testid={testId}>
      <h3 className="block-note">{title}<span className="count">{findings.length}</span></h3>
      <ol className="unit-findings">
        {sortFindings(findings).map((finding, index) => (
          <li key={index} className={`unit-finding unit-finding-${levelOf(finding)}`} data-code={finding.code}>
            <strong>{[sayLevel(finding, language), finding.file, sayPlace(finding, language)].filter(Boolean).join(" · ")}</strong>
            <span>{sayFinding(finding, language)}</span>
            <span className="hint">{sayAdvice(finding, language)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
