import { judgeProse, type Judgement } from "../../../src/checking/judge-prose.ts";
import { cellId } from "../../../src/form/compile.ts";
import type { Claim } from "../../../src/prose/claim.ts";
import type { Report } from "../../../src/report/model.ts";
import type { CellChoice, PaneDocument } from "../../state/model.ts";
import { placeOf, type ShownSource } from "../../worker/shown-source.ts";

type ToldState = "contradicts" | "scope" | "matches";

/** A number of the running text about a figure, and whether it agrees. */
export type Told = Judgement & { readonly state: ToldState };

const isTold = (judgement: Judgement): judgement is Told => judgement.state === "contradicts" || judgement.state === "scope" || judgement.state === "matches";
const order: readonly ToldState[] = ["contradicts", "scope", "matches"];

const judged = new WeakMap<Report, readonly Judgement[]>();

/** What the running text says of a figure; contradictions first. */
export function toldOf({ report, prose = [] }: Pick<PaneDocument, "report" | "prose">, { table, cell }: CellChoice): readonly Told[] {
  const all = judged.get(report) ?? judgeProse(report, prose);
  judged.set(report, all);
  return all.filter(isTold).filter(({ at }) => at?.table === table && at.row !== undefined && at.column !== undefined && cellId(at.row, at.column) === cell).sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
}

/** Where a number of the running text stands in the source: itself, else its sentence, else its paragraph. */
export function placeOfClaim(source: ShownSource, { origin, sentence, raw }: Claim): readonly [number, number] | undefined {
  const whole = placeOf(source, origin);
  if (!whole) return undefined;
  const within = (text: string, [start, end]: readonly [number, number]): readonly [number, number] | undefined => {
    const at = source.text.indexOf(text, start);
    return text !== "" && at >= 0 && at + text.length <= end ? [at, at + text.length] : undefined;
  };
  const said = within(sentence, whole) ?? whole;
  return within(raw, said) ?? said;
}
