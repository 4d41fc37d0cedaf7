import { compareTables, type YearChange } from "../../src/checking/year-table.ts";
import { findCloseNames } from "../../src/consolidation/close-names.ts";
import { countHandIns, listHandIns, type HandIn } from "../../src/consolidation/hand-in.ts";
import { givenStates, type HandInState } from "../../src/consolidation/hand-in-state.ts";
import { compareHandIns, type FigureChange } from "../../src/consolidation/hand-in-change.ts";
import { sayReminder, sayReturnNote } from "../../src/consolidation/notes.ts";
import { createPreviousLookup } from "../../src/consolidation/previous.ts";
import { createRosterLookup } from "../../src/consolidation/roster.ts";
import { unitKey } from "../../src/consolidation/unit-name.ts";
import type { Language } from "../../src/finding/catalogue.ts";
import { isTableRef, type Finding } from "../../src/finding/model.ts";
import { levelOf, sortFindings } from "../../src/finding/say.ts";
import type { Report } from "../../src/report/model.ts";
import { settleCity, type CityInput, type SettledCity } from "./settle-city.ts";

/** Findings of one unit that are shown; the note names as many as anybody reads. */
const MOST_FINDINGS = 30;

/** One unit, how far its report has come and why. */
export interface UnitReview {
  readonly unit: string;
  readonly kind?: HandIn["kind"];
  readonly contact?: string;
  readonly state: HandInState;
  /** The state is a person's word. */
  readonly given: boolean;
  /** Of its report; absent where nothing was handed in. */
  readonly report?: { readonly unit: string; readonly year: number | null; readonly file: string; readonly counted: boolean };
  /** Errors and warnings, most serious first: of the report, of the collection, of two years. */
  readonly findings: readonly Finding[];
  readonly more: number;
  /** To paste into a chat; empty where nothing is to be cleared up. */
  readonly note: string;
}

/** A report whose unit is not on the roster, and the units it may be. */
export interface UnknownUnit {
  readonly unit: string;
  readonly candidates: readonly string[];
}

/** What two years say of the city's own figures. */
export interface YearReview {
  readonly year: number;
  /** Units that handed in this year and were found among last year's reports. */
  readonly matched: number;
  readonly of: number;
  readonly changes: readonly Pick<YearChange, "before" | "now">[];
  readonly places: readonly FigureChange["at"][];
  readonly findings: readonly Finding[];
}

/** How a city's collection stands: hand-in states, what is to be asked, sources, two years. */
export interface CityReview {
  readonly units: readonly UnitReview[];
  readonly counts: ReturnType<typeof countHandIns>;
  readonly reminder: string;
  readonly unknown: readonly UnknownUnit[];
  readonly policyFindings: readonly Finding[];
  readonly years?: YearReview;
}

/** Findings about where the figures come from. */
const POLICY_CODES: readonly Finding["code"][] = ["provider-missing", "provided-differs", "policy-kind-missing"];

export interface ReviewRequest extends CityInput {
  readonly language: Language;
}

/** Reviews a city without planning its workbook. */
export function reviewCity({ language, ...input }: ReviewRequest): CityReview {
  const city = settleCity(input);
  const { consolidation, known } = city;
  const roster = known.roster ?? [];
  const handIns = listHandIns(consolidation, { ...known, roster, findingsOf: ({ id }) => city.findingsOf(id) });
  const aboutUnit = byUnit(consolidation.findings, input.city.unit);
  const lookup = createRosterLookup(roster);
  const isGiven = (unit: string) => known.given?.[unit] !== undefined || known.given?.[lookup(unit)?.name ?? ""] !== undefined || lookup(unit)?.state !== undefined;
  return {
    units: handIns.map((one) => reviewUnit(one, city, aboutUnit, givenStates.includes(one.state) && isGiven(one.unit), language)),
    counts: countHandIns(handIns),
    reminder: known.roster ? sayReminder(input.city, handIns, language) : "",
    unknown: known.roster ? findUnknown(city, input.city.unit) : [],
    policyFindings: consolidation.findings.filter(({ code }) => POLICY_CODES.includes(code)),
    ...(city.before && { years: reviewYears(city, city.before) }),
  };
}

const byUnit = (findings: readonly Finding[], city: string) => {
  const found = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = unitKey(finding.unit ?? "");
    if (key !== "" && key !== unitKey(city)) found.set(key, [...(found.get(key) ?? []), finding]);
  }
  return found;
};

function reviewUnit({ unit, kind, contact, state, member }: HandIn, city: SettledCity, aboutUnit: ReadonlyMap<string, readonly Finding[]>, given: boolean, language: Language): UnitReview {
  const own = (aboutUnit.get(unitKey(unit)) ?? []).filter((finding) => member && (finding.file ?? "") === member.report.file);
  const all = sortFindings([...own, ...(member ? city.findingsOf(member.id) : [])].filter((finding) => levelOf(finding) !== "info"));
  return {
    unit,
    kind,
    contact,
    state,
    given,
    ...(member && { report: { unit: member.report.unit, year: member.report.year, file: member.report.file, counted: member.counted } }),
    findings: all.slice(0, MOST_FINDINGS),
    more: Math.max(0, all.length - MOST_FINDINGS),
    note: member ? sayReturnNote(member.report, all, language) : "",
  };
}

/** Who is not on the roster, with the names that come close: to be asked, never guessed. */
function findUnknown({ consolidation, known }: SettledCity, city: string): UnknownUnit[] {
  const lookup = createRosterLookup(known.roster ?? []);
  const missing = consolidation.findings.flatMap((finding) => (finding.code === "unit-missing" ? (lookup(finding.unit ?? "") ?? []) : []));
  const strangers = consolidation.findings.flatMap(({ code, unit }) => (code === "unit-name-close" || code === "unit-not-on-roster" ? [unit ?? ""] : []));
  return [...new Set(strangers)].filter((unit) => unit !== "").map((unit) => ({ unit, candidates: findCloseNames(unit, missing, city).map((entry) => entry.name) }));
}

function reviewYears({ consolidation, known, yearFindings }: SettledCity, before: Report): YearReview {
  const find = createPreviousLookup(known.previous ?? [], known.roster);
  const counted = consolidation.members.filter((member) => member.counted);
  const changes = compareTables(consolidation.report, before);
  return {
    year: before.year ?? consolidation.year - 1,
    matched: counted.filter(({ report }) => find(report.unit)).length,
    of: counted.length,
    changes: changes.map((change) => ({ before: change.before, now: change.now })),
    places: changes.map(({ form, cell }) => ({ table: form.id, edition: form.edition, row: cell.row.id, column: cell.column.id })),
    findings: yearFindings.filter((finding) => isTableRef(finding.at) || levelOf(finding) !== "info"),
  };
}

/** What a second hand-in of a unit moves: in its own report, and in the city's figures. */
export interface WeighedHandIn {
  readonly unit: readonly FigureChange[];
  readonly city: readonly FigureChange[];
}

/** `members` with the first report; `later` takes the place of the one at `index`. */
export function weighHandIn({ index, later, ...input }: CityInput & { readonly index: number; readonly later: CityInput["members"][number] }): WeighedHandIn {
  const { members } = input;
  const earlier = members[index]!;
  const cityOf = (all: CityInput["members"]) => settleCity({ ...input, members: all }).consolidation.report;
  return { unit: compareHandIns(earlier.report, later.report), city: compareHandIns(cityOf(members), cityOf(members.map((one, at) => (at === index ? later : one)))) };
}
