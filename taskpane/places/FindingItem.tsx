import { Button } from "@fluentui/react-components";
import { ErrorCircleFilled, InfoRegular, WarningFilled } from "@fluentui/react-icons";
import type { Finding } from "../../src/finding/model.ts";
import { levelOf, sayAdvice, sayFinding, sayLevel, sayPlace } from "../../src/finding/say.ts";
import { useLanguage, useTexts } from "../texts/texts.ts";
import type { Excerpt } from "../worker/shown-source.ts";
import { Acceptance, type AcceptanceParts } from "./Acceptance.tsx";
import { sayOrigin } from "./trace/say-origin.ts";

const icons = { error: ErrorCircleFilled, warning: WarningFilled, info: InfoRegular };

export interface FindingParts {
  readonly finding: Finding;
  readonly open: boolean;
  readonly onChoose: () => void;
  readonly excerpt?: Excerpt;
  readonly onPlace?: () => void;
  /** Lets it stand, with a reason; absent where there is nothing to accept. */
  readonly acceptance?: AcceptanceParts;
}

/** One finding: level, place, sentence, advice; open, with its sentence in the source marked. */
export function FindingItem({ finding, open, onChoose, excerpt, onPlace, acceptance }: FindingParts) {
  const texts = useTexts();
  const language = useLanguage();
  const level = levelOf(finding);
  const Icon = icons[level];
  const place = sayPlace(finding, language);
  return (
    <li className={`finding finding-${level} ${open ? "finding-open" : ""} ${acceptance?.acceptance ? "finding-accepted" : ""}`} data-testid="finding" data-code={finding.code} data-level={level}>
      <button type="button" className="finding-button" aria-expanded={open} onClick={onChoose}>
        <Icon className="finding-icon" aria-hidden="true" />
        <span className="finding-words">
          <span className="finding-head">
            <span className="finding-level">{sayLevel(finding, language)}</span>
            {place && <span className="finding-place">{place}</span>}
            {acceptance?.acceptance && <span className="count">{texts.remarks.accepted}</span>}
          </span>
          <span className="finding-text">{sayFinding(finding, language)}</span>
          <span className="finding-advice">{sayAdvice(finding, language)}</span>
        </span>
      </button>
      {onPlace && (
        <div className="finding-actions">
          <Button size="small" onClick={onPlace} data-testid="place-number">{texts.check.place}</Button>
        </div>
      )}
      {open && (
        <div className="finding-source">
          {excerpt ? (
            <>
              <p className="finding-line">{sayOrigin(excerpt.origin, texts)}</p>
              <pre className="excerpt" data-testid="excerpt">
                {excerpt.before}
                <mark>{excerpt.marked}</mark>
                {excerpt.after}
              </pre>
            </>
          ) : (
            <p className="finding-line">{texts.check.noSource}</p>
          )}
          {acceptance && <Acceptance {...acceptance} />}
        </div>
      )}
    </li>
  );
}
