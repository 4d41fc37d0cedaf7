import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { HandInState } from "../../../src/consolidation/hand-in-state.ts";
import { handInLabels } from "../../../src/consolidation/hand-in-state.ts";
import { sayFinding, sayPlace } from "../../../src/finding/say.ts";
import { unitKindLabels } from "../../../src/report/status.ts";
import { useCityTexts } from "../../texts/city/city-texts.ts";
import { useLanguage } from "../../texts/texts.ts";
import type { UnitReview } from "../../worker/review-city.ts";
import { UnitDetails } from "./UnitDetails.tsx";

const STEP = 60;

/** What needs a person first. */
export const stateOrder: readonly HandInState[] = ["faulty", "returned", "missing", "handed-in", "verified", "not-required"];

/** Every unit with its state and the first thing wrong with it; opened, everything about it. */
export function UnitList({ units }: { readonly units: readonly UnitReview[] }) {
  const words = useCityTexts().roster;
  const language = useLanguage();
  const [open, setOpen] = useState<string | null>(null);
  const [shown, setShown] = useState(STEP);
  const ordered = [...units].sort((a, b) => stateOrder.indexOf(a.state) - stateOrder.indexOf(b.state));
  if (units.length === 0) return <p className="hint">{words.noneOfState}</p>;
  return (
    <>
      <ul className="units">
        {ordered.slice(0, shown).map((one) => {
          const { unit, kind, state, report, findings } = one;
          const key = `${unit}|${report?.file ?? ""}|${report?.year ?? ""}`;
          const [first] = findings;
          return (
            <li key={key} className="unit" data-testid="unit" data-unit={unit} data-state={state}>
              <button type="button" className="unit-button" aria-expanded={open === key} onClick={() => setOpen(open === key ? null : key)}>
                <span className="unit-words">
                  <span className="unit-name">{unit || report?.file}</span>
                  <span className="unit-kind">
                    {[kind && unitKindLabels[kind], report && !report.counted && words.notCounted].filter(Boolean).join(" · ")}
                  </span>
                  {first && <span className="unit-first">{[sayPlace(first, language), sayFinding(first, language)].filter(Boolean).join(language === "zh-CN" ? "：" : ": ")}</span>}
                </span>
                <span className={`badge badge-${state}`}>{handInLabels[state][language]}</span>
              </button>
              {open === key && <UnitDetails review={one} />}
            </li>
          );
        })}
      </ul>
      {ordered.length > shown && <Button size="small" onClick={() => setShown(shown + STEP)}>{words.rows(Math.min(STEP, ordered.length - shown))}</Button>}
    </>
  );
}
