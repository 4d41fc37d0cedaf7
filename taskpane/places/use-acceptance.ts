import { levelOf } from "../../src/finding/say.ts";
import type { Finding } from "../../src/finding/model.ts";
import { acceptNamed, keyOfFinding } from "../state/remarks.ts";
import { acceptancesNow } from "../state/remarks-reducer.ts";
import { usePane } from "../shell/pane.ts";
import { today } from "../shell/today.ts";
import { useTexts } from "../texts/texts.ts";
import type { AcceptanceParts } from "./Acceptance.tsx";

/** For each finding of a report (or of a city): whether it was accepted, and how to accept it or take that back. 说明 need no word. */
export function useAcceptance(report: { readonly unit: string }): (finding: Finding) => AcceptanceParts | undefined {
  const texts = useTexts();
  const { state, dispatch } = usePane();
  const known = new Map(acceptancesNow(state).map((one) => [one.key, one]));
  return (finding) => {
    const key = keyOfFinding(report, finding);
    const acceptance = known.get(key);
    if (levelOf(finding) === "info" && !acceptance) return undefined;
    return {
      acceptance,
      onAccept: (reason) => {
        dispatch({ type: "accept", acceptance: acceptNamed(report, finding, { ...reason, when: today() }) });
        dispatch({ type: "say", text: texts.remarks.saidAccepted });
      },
      onWithdraw: () => {
        dispatch({ type: "withdraw", key });
        dispatch({ type: "say", text: texts.remarks.saidWithdrawn });
      },
    };
  };
}
