import type { Claim } from "../prose/claim.ts";
import type { CellRef, Report } from "../report/model.ts";
import { formatFigure } from "../report/figure.ts";
import { isAmountBelow, isSameAmount } from "./prose-amount.ts";
import { figuresOf, type FigureOption } from "./prose-figures.ts";

/**
 * What became of one claim of the prose: it `matches` a figure, `contradicts` one, is of some units only (`scope`), a
 * `part` or `share` of another claim that agrees, or counts what no table holds (`unmatched`).
 */
export interface Judgement {
  readonly claim: Claim;
  readonly state: "matches" | "contradicts" | "scope" | "part" | "share" | "unmatched";
  /** What it was compared with, figures included: `表三 一 35`. Official labels, the same in every language. */
  readonly compared: string;
  /** What it should be, where it contradicts. */
  readonly expected?: string;
  readonly at?: CellRef;
}

const unmatched = (claim: Claim): Judgement => ({ claim, state: "unmatched", compared: "" });

/** A count; amounts are compared where table 二 has them, in their unit. */
const isCount = ({ measure }: FigureOption) => measure.scale === 0;
const isAmount = ({ at, measure }: FigureOption) => measure.scale > 0 && at.table === "disclosure";

const isSame = (claim: Claim, option: FigureOption): boolean => {
  if (isAmount(option) && option.value !== null && !claim.approximate) return isSameAmount(claim, option.value) === true;
  if (!isCount(option) || option.value === null) return option.value === 0 && Number(claim.decimal) === 0;
  const difference = Math.abs(Number(claim.decimal) - option.value);
  if (claim.approximate) return option.value >= Number(claim.decimal) * 0.9 && option.value < Number(claim.decimal) * 1.2;
  // 8.22万 says no more than it prints.
  return claim.precision > 0 ? difference <= 0.5 * 10 ** claim.precision : difference === 0;
};

/** Another year's figure stands beside the report's own for comparison. */
const isOtherYear = (claim: Claim, report: Report) => {
  if (claim.year === undefined || report.year === null) return false;
  return claim.year !== report.year;
};

/**
 * Applicants are those of the applications that the sentence counts before them: of 一, of 一＋二 or of those closed,
 * in the order of `figuresOf`. All of them where the sentence counts none that agrees.
 */
function ofSameCount(options: readonly FigureOption[], claim: Claim, report: Report, claims: readonly Claim[]): readonly FigureOption[] {
  const lead = claims.find((other) => other.sentence === claim.sentence && /^(?:received|newly-received|closed)$/.test(other.subject ?? ""));
  if (!claim.subject?.startsWith("applicant:") || !lead?.subject) return options;
  const fitting = figuresOf(report, lead.subject).flatMap((option, at) => (isSame(lead, option) ? [lead.subject === "closed" ? 2 : at] : []));
  const same = options.filter((_, at) => fitting.includes(at));
  return same.length > 0 ? same : options;
}

/** 全县 in a department's report: the whole county's number stands beside a table of its own. */
const isWider = ({ sentence }: Claim, { unit }: Report) => /全[省市州县区旗镇乡]/.test(sentence) && !/政府$/.test(unit);

function judgeSubject(claim: Claim, report: Report, claims: readonly Claim[]): Judgement {
  if (!claim.subject || isOtherYear(claim, report)) return unmatched(claim);
  const options = ofSameCount(figuresOf(report, claim.subject), claim, report, claims);
  const same = options.find((option) => isSame(claim, option));
  if (same) return { claim, state: "matches", compared: same.said, at: same.at };
  const [first] = options;
  if (claim.subject.startsWith("disclosure:") && isWider(claim, report)) return unmatched(claim);
  const judged = options.length > 0 && options.every((option) => option.value !== null && (isCount(option) || isAmount(option)));
  if (!first || !judged || claim.vague || claim.approximate) return unmatched(claim);
  const compared = options.map((option) => option.said).join("、");
  const below = options.every((option) => (isCount(option) ? Number(claim.decimal) < option.value! : isAmountBelow(claim, option.value!)));
  if (claim.own && below && !claim.subject.startsWith("statistics:")) return { claim, state: "scope", compared, at: first.at };
  return { claim, state: "contradicts", compared, expected: [...new Set(options.map((option) => formatFigure(option.value!, option.measure)))].join("或"), at: first.at };
}

/** Parts that are said to be all there are, against their whole. Undefined where the list proves nothing. */
function judgeParts(whole: Claim, parts: readonly Claim[]): Judgement | undefined {
  if (parts.length < 2) return undefined;
  const sum = parts.reduce((total, part) => total + Number(part.decimal), 0);
  // Rounded figures (3.06万) carry half a digit of doubt each.
  const doubt = [whole, ...parts].reduce((total, claim) => total + (claim.precision > 0 ? 0.5 * 10 ** claim.precision : 0), 0);
  if (Math.abs(sum - Number(whole.decimal)) <= doubt) return undefined;
  return { claim: whole, state: "contradicts", compared: `各部分之和 ${parts.map((part) => part.decimal).join("＋")}＝${sum}`, expected: String(sum) };
}

const agrees = (claim: Claim, part: number, base: number) => Math.abs(Number(claim.decimal) - (100 * part) / base) <= 0.5 * 10 ** claim.precision + 1e-9;

/** A percentage against the quotient, at the precision it is printed with. Its base is named, or one of the totals. */
function judgeShare(claims: readonly Claim[], claim: Claim, report: Report): Judgement {
  const { of, subject, base } = claim.share!;
  const part = of === undefined ? undefined : claims[of];
  const said = claims.filter((other) => other.sentence === claim.sentence && other !== part && /^(?:received|newly-received|closed|answered)$/.test(other.subject ?? ""));
  const told = said.filter((other) => !base || other.subject === base).map((other) => Number(other.decimal));
  if ((part ? part.approximate : !subject) || claim.approximate || isOtherYear(claim, report)) return unmatched(claim);
  const values = (found: readonly FigureOption[]) => found.flatMap((option) => (option.value === null || !isCount(option) ? [] : [option.value]));
  const parts = part ? [Number(part.decimal)] : values(figuresOf(report, subject!));
  const counts = part?.subject ?? subject;
  const named = base ? values(figuresOf(report, base)) : [];
  const whole = part?.part ? claims[part.part.of] : undefined;
  const totals = counts && !counts.startsWith("review:") ? [...values(figuresOf(report, "received")), ...values(figuresOf(report, "closed")), ...told] : [];
  const bases = [...new Set([...named, ...(whole && !whole.approximate && (!base || whole.subject === base) ? [Number(whole.decimal)] : []), ...(named.length > 0 ? [] : base ? told : totals)])].filter((value) => value > 0);
  const quotients = parts.flatMap((value) => bases.map((by) => ({ value, by, said: `${value}÷${by}＝${((100 * value) / by).toFixed(Math.max(0, -claim.precision))}%` })));
  const [first] = quotients;
  if (!first) return unmatched(claim);
  const fitting = quotients.find(({ value, by }) => agrees(claim, value, by));
  if (fitting) return { claim, state: "share", compared: fitting.said };
  return { claim, state: "contradicts", compared: quotients.map(({ said }) => said).join("、"), expected: first.said.replace(/^.*＝/, "") };
}

/**
 * Compares every claim of the prose with the tables and with each other. One judgement a claim, and one more for each
 * whole whose parts do not add up to it. Never throws on data.
 */
export function judgeProse(report: Report, claims: readonly Claim[]): Judgement[] {
  const partsOf = new Map<number, Claim[]>();
  for (const claim of claims) if (claim.part?.complete) partsOf.set(claim.part.of, [...(partsOf.get(claim.part.of) ?? []), claim]);
  const wrong = new Map([...partsOf].map(([at, parts]) => [at, claims[at] && judgeParts(claims[at], parts)] as const));
  return claims.flatMap((claim, at): Judgement[] => {
    const own = claim.share ? judgeShare(claims, claim, report) : judgeSubject(claim, report, claims);
    const whole = claim.part?.complete && !wrong.get(claim.part.of) ? claims[claim.part.of] : undefined;
    const said = own.state === "unmatched" && whole ? { ...own, state: "part" as const, compared: `${whole.counts} ${whole.decimal}` } : own;
    const parts = wrong.get(at);
    return parts ? [said, parts] : [said];
  });
}
