import type { FigureChange } from "../../../src/consolidation/hand-in-change.ts";
import { sayPlace } from "../../../src/finding/say.ts";
import { formOf } from "../../../src/form/forms.ts";
import { formatFigure } from "../../../src/report/figure.ts";
import { useCityTexts } from "../../texts/city/city-texts.ts";
import { useLanguage } from "../../texts/texts.ts";
import type { WeighedHandIn } from "../../worker/review-city.ts";

const MOST_SHOWN = 12;

/** Totals first: what a person looks at. */
const inOrder = (changes: readonly FigureChange[]) => [...changes].sort((a, b) => Number(b.isTotal) - Number(a.isTotal));

function ChangeTable({ changes, label }: { readonly changes: readonly FigureChange[]; readonly label: string }) {
  const words = useCityTexts().twice;
  const language = useLanguage();
  const figure = (value: number | null, { at }: FigureChange) => (value === null ? words.blank : formatFigure(value, formOf(at).cell(`${at.row}/${at.column}`)!.measure));
  const step = (change: FigureChange) => (change.before === null || change.after === null ? "" : `${change.after > change.before ? "+" : ""}${figure(change.after - change.before, change)}`);
  return (
    <>
      <table className="plain-table change-table" aria-label={label}>
        <thead>
          <tr><th scope="col">{words.place}</th><th scope="col">{words.before}</th><th scope="col">{words.after}</th><th scope="col">{words.change}</th></tr>
        </thead>
        <tbody>
          {inOrder(changes).slice(0, MOST_SHOWN).map((change) => (
            <tr key={`${change.at.table}/${change.at.row}/${change.at.column}`} className={change.isTotal ? "change-total" : undefined}>
              <th scope="row">{sayPlace({ code: "unit-duplicate", at: change.at }, language)}</th>
              <td>{figure(change.before, change)}</td>
              <td>{figure(change.after, change)}</td>
              <td>{step(change)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {changes.length > MOST_SHOWN && <p className="hint">{words.more(changes.length - MOST_SHOWN)}</p>}
    </>
  );
}

/** What a second hand-in moves: figure by figure in the unit's report, then in the city's. */
export function WeighedTable({ weighed }: { readonly weighed: WeighedHandIn }) {
  const words = useCityTexts().twice;
  return (
    <div data-testid="weighed">
      <p className="block-note">{words.figures(weighed.unit.length)}</p>
      <ChangeTable changes={weighed.unit} label={words.figures(weighed.unit.length)} />
      <p className="block-note">{weighed.city.length === 0 ? words.cityNone : words.city}</p>
      {weighed.city.length > 0 && <ChangeTable changes={weighed.city} label={words.city} />}
    </div>
  );
}

/** The same as a question before anything is written. */
export function SecondQuestion({ unit, year, weighed }: { readonly unit: string; readonly year: string; readonly weighed: WeighedHandIn }) {
  const words = useCityTexts().twice;
  return (
    <>
      <p>{words.question(unit, year)}</p>
      <WeighedTable weighed={weighed} />
      <p className="hint">{words.replaceHint}{words.keepHint}</p>
    </>
  );
}
