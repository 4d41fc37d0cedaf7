import { lazy, Suspense } from "react";
import { Intake } from "../places/Intake.tsx";
import { ActionBar } from "./ActionBar.tsx";
import { Header } from "./Header.tsx";
import { HomeLine } from "./HomeLine.tsx";
import { PlaceTabs } from "./PlaceTabs.tsx";
import { ProblemMessage } from "./ProblemMessage.tsx";
import { ProgressLine } from "./ProgressLine.tsx";
import { usePane } from "./pane.ts";

const Check = lazy(() => import("../places/Check.tsx").then(({ Check }) => ({ default: Check })));
const Roster = lazy(() => import("../places/roster/Roster.tsx").then(({ Roster }) => ({ default: Roster })));
const Consolidate = lazy(() => import("../places/Consolidate.tsx").then(({ Consolidate }) => ({ default: Consolidate })));

const TracePanel = lazy(() => import("../places/trace/TracePanel.tsx").then(({ TracePanel }) => ({ default: TracePanel })));

const places = { intake: Intake, check: Check, roster: Roster, consolidate: Consolidate };

/** Header, home line, the place that is open, and the actions below it. */
export function PaneBody() {
  const { state } = usePane();
  const Place = places[state.place];
  return (
    <main className="pane">
      <Header />
      <HomeLine />
      <PlaceTabs />
      <div className="pane-scroll">
        <ProblemMessage />
        <div role="tabpanel" id="place" aria-labelledby={`tab-${state.place}`} className="place">
          <Suspense fallback={null}>
            {state.trace.shown ? <TracePanel /> : <Place />}
          </Suspense>
        </div>
      </div>
      <ProgressLine />
      <ActionBar />
    </main>
  );
}
