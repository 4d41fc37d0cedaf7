import { Intake } from "../places/Intake.tsx";
import { ActionBar } from "./ActionBar.tsx";
import { Header } from "./Header.tsx";
import { HomeLine } from "./HomeLine.tsx";
import { later } from "./later.tsx";
import { PlaceTabs } from "./PlaceTabs.tsx";
import { ProblemMessage } from "./ProblemMessage.tsx";
import { ProgressLine } from "./ProgressLine.tsx";
import { usePane } from "./pane.ts";

const Check = later(() => import("../places/Check.tsx").then(({ Check }) => Check));
const Roster = later(() => import("../places/roster/Roster.tsx").then(({ Roster }) => Roster));
const Consolidate = later(() => import("../places/Consolidate.tsx").then(({ Consolidate }) => Consolidate));
const TracePanel = later(() => import("../places/trace/TracePanel.tsx").then(({ TracePanel }) => TracePanel));

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
          {state.trace.shown ? <TracePanel /> : <Place />}
        </div>
      </div>
      <ProgressLine />
      <ActionBar />
    </main>
  );
}
