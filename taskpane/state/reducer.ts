import type { Report } from "../../src/report/model.ts";
import type { OutgoingReport } from "../worker/jobs.ts";
import type { Action } from "./actions.ts";
import { changeCity, knownCity } from "./city.ts";
import { addReadings, changeDocument, currentDocument, withEdit } from "./documents.ts";
import { pushStep } from "./history.ts";
import type { PaneState, Work } from "./model.ts";
import { reduceRemarks } from "./remarks-reducer.ts";
import { reduceTrace } from "./trace-reducer.ts";

/** The city of a workbook of ours is the one that is consolidated, unless the user has named another. */
const withCity = (work: Work, city: { readonly unit: string; readonly year: number } | undefined): Work => (city && work.city.unit === "" ? { ...work, city: { unit: city.unit, year: String(city.year) } } : work);

const withWork = (state: PaneState, work: Work): PaneState => ({ ...state, work });

const markWritten = (work: Work, reports: Extract<Action, { type: "written" }>["reports"]): Work => ({ ...work, documents: work.documents.map((document) => (reports[document.id] ? { ...document, written: reports[document.id]! } : document)) });

const isSame = (a: Report, b: Report): boolean => a.unit === b.unit && a.year === b.year;

/** A document that the workbook has as it is follows the workbook; one that was changed here meanwhile is the user's to write. */
const adopt = (work: Work, { report }: OutgoingReport): Work => ({
  ...work,
  documents: work.documents.map((document) => (document.written === document.report && isSame(document.report, report) ? { ...document, report, written: report } : document)),
});

/** What the user's own steps change: all of it can be undone. Undefined for anything else. */
function changeWork(state: PaneState, action: Action): PaneState | undefined {
  const { work } = state;
  switch (action.type) {
    case "input": {
      const next = withWork(state, { ...work, input: { text: action.text, html: action.html } });
      return action.step ? pushStep(next, work, action.step) : next;
    }
    case "read": {
      const next = addReadings(work, knownCity(state), action.readings);
      return { ...pushStep(withWork(state, next), work, action.step), place: placeAfter(state, action), files: action.left ?? [], selectedFinding: null, selectedCell: null, placing: null };
    }
    case "remove-document": {
      const documents = work.documents.filter(({ id }) => id !== action.id);
      const currentId = work.currentId === action.id ? (documents[0]?.id ?? null) : work.currentId;
      return { ...pushStep(withWork(state, { ...work, documents, currentId }), work, "remove"), selectedFinding: null, selectedCell: null, placing: null };
    }
    case "identity": {
      const changed = changeDocument(work, action.id, (document) => ({ ...document, report: { ...document.report, ...(action.unit !== undefined && { unit: action.unit }), ...(action.year !== undefined && { year: action.year }) } }));
      return pushStep(withWork(state, changed), work, "identity", { key: `${action.id}:${action.unit === undefined ? "year" : "unit"}` });
    }
    case "edit-cell": {
      const cell = work.documents.find(({ id }) => id === action.id)?.report.tables.find(({ table }) => table === action.choice.table)?.cells[action.choice.cell];
      // A field says its edit again when it loses the focus: the same figure twice is one edit.
      if ((cell?.value ?? null) === action.value) return state;
      const changed = changeDocument(work, action.id, (document) => ({ ...document, report: withEdit(document.report, action.choice, action.value) }));
      return pushStep(withWork(state, changed), work, "edit");
    }
    case "put": {
      const changed = changeDocument(work, action.id, (document) => ({
        ...document,
        report: withEdit(document.report, action.choice, action.value, action.finding.words?.raw),
        readFindings: document.readFindings.filter((finding) => finding !== action.finding),
      }));
      return { ...pushStep(withWork(state, changed), work, "place"), placing: null, selectedFinding: null, selectedCell: action.choice };
    }
    case "written":
      return pushStep(withWork(state, { ...markWritten(work, action.reports), replaces: [], ...(action.consolidated && { counted: {}, settled: {} }) }), work, action.step, { external: true });
    case "consolidated":
      return pushStep(withWork(state, { ...markWritten(work, action.reports), counted: {}, settled: {}, replaces: [], consolidation: { units: action.units, findings: action.findings } }), work, "consolidate", { external: true });
    case "count-member":
      return pushStep(withWork(state, { ...work, counted: { ...work.counted, [action.key]: action.counted }, consolidation: null }), work, "count");
    case "workbook-changed":
      return { ...pushStep(state, work, action.step, { external: true }), workbookName: action.name ?? state.workbookName };
    case "restore":
      return { ...pushStep(withWork(state, action.work), work, "restore"), place: currentDocument(action.work) ? "check" : "intake" };
    default:
      return changeCity(state, action);
  }
}

/** Several inputs are looked at together; one is checked by itself; a roster or policy alone where it belongs. */
function placeAfter(state: PaneState, { readings, left = [] }: Extract<Action, { type: "read" }>): PaneState["place"] {
  // Reading was stopped: what is left stands where it was chosen, with the button that reads on.
  if (left.length > 0) return state.place;
  if (readings.length > 1 || readings.some(({ roster }) => roster)) return "roster";
  if (readings.some((reading) => reading.documents.length > 0)) return "check";
  return readings.some(({ policy }) => policy) ? "consolidate" : state.place;
}

/** Every change of the pane. Pure: hosts, workers and clocks live in `taskpane/flow/`. */
export const reduce = (state: PaneState, action: Action): PaneState => reduceTrace(reduceRemarks(reducePane(state, action), action), action);

function reducePane(state: PaneState, action: Action): PaneState {
  const changed = changeWork(state, action);
  if (changed) return action.type === "input" ? changed : { ...changed, problem: null };
  switch (action.type) {
    case "host-found":
      return { ...state, host: action.host, workbookName: action.name };
    case "language":
      return { ...state, language: action.language };
    case "place":
      return { ...state, place: action.place, placing: null };
    case "files":
      return { ...state, files: action.files, problem: null };
    case "progress":
      return { ...state, progress: action.progress, ...(action.progress && { problem: null }) };
    case "choose-document":
      return { ...withWork(state, { ...state.work, currentId: action.id }), selectedFinding: null, selectedCell: null, placing: null };
    case "select-finding":
      return { ...state, selectedFinding: action.key };
    case "select-cell":
      return { ...state, selectedCell: action.choice };
    case "place-finding":
      return { ...state, placing: action.key };
    case "held":
      return { ...withWork(state, withCity(state.work, action.workbook?.city)), held: action.held, heldWorkbook: action.workbook ?? null };
    case "edited-there":
      return { ...withWork(state, adopt(state.work, action.report)), held: state.held.map((one) => (isSame(one.report, action.report.report) ? { ...one, ...action.report } : one)) };
    case "reviewed":
      return { ...state, review: action.review };
    case "city":
      return withWork(state, { ...state.work, city: { unit: action.unit ?? state.work.city.unit, year: action.year ?? state.work.city.year } });
    case "undo": {
      const step = state.past[state.past.length - 1];
      return step ? { ...withWork(state, step.work), past: state.past.slice(0, -1), placing: null, problem: null } : state;
    }
    case "problem":
      return { ...state, problem: action.problem };
    case "say":
      return { ...state, status: { text: action.text, turn: state.status.turn + 1 } };
    default:
      return state;
  }
}
