import type { Action } from "./actions.ts";
import { findingsOf } from "./findings.ts";
import { pushStep } from "./history.ts";
import type { PaneDocument, PaneState } from "./model.ts";
import { mergeAccepted, noRemarks, partFindings, type PartedFindings, type Remarks } from "./remarks.ts";
import type { Acceptance } from "../../src/finding/acceptance.ts";

const withRemarks = (state: PaneState, remarks: Remarks): PaneState => ({ ...state, work: { ...state.work, remarks } });

/** What a person says about findings and footnotes: steps that undo takes back, forgotten once the workbook has them. */
export function reduceRemarks(state: PaneState, action: Action): PaneState {
  const { work } = state;
  const { remarks } = work;
  switch (action.type) {
    case "accept":
      return pushStep(withRemarks(state, { ...remarks, accepted: { ...remarks.accepted, [action.acceptance.key]: action.acceptance } }), work, "accept");
    case "withdraw": {
      const { [action.key]: _, ...others } = remarks.accepted;
      const isHeld = baseAcceptances(state).some(({ key }) => key === action.key);
      return pushStep(withRemarks(state, { ...remarks, accepted: isHeld ? { ...others, [action.key]: null } : others }), work, "withdraw");
    }
    case "footnotes":
      return pushStep(withRemarks(state, { ...remarks, footnotes: action.footnotes }), work, "footnotes", action.key === undefined ? {} : { key: `footnote:${action.key}` });
    case "read": {
      const read = action.readings.flatMap(({ accepted = [] }) => accepted);
      const fresh = read.filter(({ key }) => remarks.accepted[key] === undefined);
      return fresh.length === 0 ? state : withRemarks(state, { ...remarks, accepted: { ...remarks.accepted, ...Object.fromEntries(fresh.map((one) => [one.key, one])) } });
    }
    case "written":
    case "consolidated":
      return withRemarks(state, noRemarks);
    case "held":
      return { ...state, heldRemarks: { accepted: action.accepted ?? [], footnotes: action.footnotes ?? null } };
    default:
      return state;
  }
}

/** What the open workbook and the workbooks that were read let stand. */
const baseAcceptances = ({ work, heldRemarks }: Pick<PaneState, "work" | "heldRemarks">): readonly Acceptance[] => [...heldRemarks.accepted, ...Object.values(work.workbooks).flatMap(({ accepted = [] }) => accepted)];

/** Everything that a person lets stand now. */
export const acceptancesNow = (state: Pick<PaneState, "work" | "heldRemarks">): readonly Acceptance[] => mergeAccepted(baseAcceptances(state), state.work.remarks.accepted);

/** Findings of a report in the pane, parted into open and accepted ones. */
export const partedFindings = (state: Pick<PaneState, "work" | "heldRemarks">, document: PaneDocument): PartedFindings => partFindings(document.report, findingsOf(document), acceptancesNow(state));
