import type { Claim, Subject } from "./claim.ts";
import { disclosureIn, documentOf } from "./disclosure-wording.ts";
import { findParts, findShare, isShare, shareWords } from "./lists.ts";
import { noneIn } from "./none-told.ts";
import { numbersOf, plainDecimal, type ProseNumber } from "./numbers.ts";
import { originAt, printed, sentencesOf, type Passage, type Stretch } from "./passage.ts";
import { receivedIn, requestWordings, reviewWordings, speaksOfRequests } from "./request-wording.ts";
import { trimLabel } from "./statistics-wording.ts";
import { tellStatistics } from "./told-statistics.ts";

const CASES = new Set(["件", "份", "宗", "起", "例", "条", "个", "次", "人次", "人", "项", ""]);
/** Compared with another time, or of a part of the year: no figure of the report. */
const OTHER_TIME = /同比|环比|(?:较|比|与)(?:上|去|前)(?:一)?年|上半年|下半年|季度|累计|历年|以来|增加|减少|增长|下降|上升|(?<!截[至止](?:20\d\d年)?)\d{1,2}月份?(?!\d{0,2}日)|每(?:年|月|件)|平均/;
/** The government's own offices, not its whole district. */
const OWN = /本级|(?:省|市|州|县|区|旗)(?:人民)?政府(?:办公室|办公厅|办)?(?!各|及|和|系统|部门|信息|网|公报|工作)(?:本级|机关)?(?:共|收|受|办|接|新|全年|累计|答|本年)|(?:市|区|县|局)直(?!接)|政府办(?:公室)?(?:共|收|受|办|接|新)/;
/** What only the counties or townships below it received. */
const BELOW = /(?:县区|区县|县\(市|县市区|乡镇|街道)/;
const WHOLE = /全[省市州县区旗镇乡]|两级|三级|各级/;

const years = (text: string): number | undefined => {
  // A year that something is carried over from or to is not the year that the sentence speaks of.
  const found = [...text.matchAll(/(结转[至到入]?)?(20\d\d)年(?!度?结转)/g)].filter((match) => !match[1]);
  return found.length === 0 ? undefined : Number(found[found.length - 1]![2]);
};

interface Topic {
  /** The sentence, or the one before it, speaks of applications. */
  readonly requests: boolean;
  readonly reviews: boolean;
}

/** Groups of table 四 that outcomes behind them belong to. */
const GROUPS = new Set<Subject>(["review:reconsideration", "review:litigation", "review:litigation-direct", "review:litigation-after-reconsideration"]);

interface Told {
  readonly subject?: Subject;
  readonly vague?: true;
}

/** What a label names: an outcome of a review where reviews are spoken of, a figure of table 三 where applications are. */
function subjectIn(text: string, topic: Topic, group: Subject | undefined): Told {
  const label = trimLabel(text.replace(/[“”"「」『』]/g, ""));
  if (topic.reviews) {
    const found = reviewWordings.find(({ says }) => says.test(label));
    if (found && /^review:(?:upheld|corrected|other-result|pending)$/.test(found.subject)) {
      if (group) return { subject: `review:${group.slice(7)}/${found.subject.slice(7)}` };
    } else if (found) return { subject: found.subject };
  }
  if (!topic.requests) return {};
  const received = receivedIn(label);
  const found = requestWordings.find(({ says }) => says.test(label));
  // 本年新收 and 上年结转 are more telling than the verb in the same clause.
  if (found && /^(?:carried|newly|outcome|applicant)/.test(found.subject) && !found.vague) return { subject: found.subject };
  return received ? { subject: received } : found ? { subject: found.subject, ...(found.vague && { vague: true }) } : {};
}

/** The subject of one number, from the words before it, else (其中39件予以公开) from those behind it. */
function subjectOf(number: ProseNumber, topic: Topic, group: Subject | undefined): Told {
  if (!CASES.has(number.unit) || OTHER_TIME.test(number.label)) return {};
  const clause = number.label.slice(1 + Math.max(...[",", ";", ":", "(", "、"].map((mark) => number.label.lastIndexOf(mark))));
  const empty = !/\p{Script=Han}/u.test(clause.replace(/其中|包括|另有|另|有|的|分别/g, ""));
  const behind = number.behind.replace(/^(?:为|是|属于|属)/, "");
  const after = empty && behind !== "" && !/^占/.test(behind) ? subjectIn(behind, topic, group) : {};
  return after.subject ? after : subjectIn(number.label, topic, group);
}

const precisionOf = ({ digits, power }: ProseNumber) => power - (digits.split(".")[1]?.length ?? 0);

/** Everything one passage claims, numbers and statements of none, in order. */
function claimsIn(passage: Passage, offset: number): Claim[] {
  const sentences = sentencesOf(passage);
  const numbers = numbersOf(passage, sentences);
  const claims: Claim[] = [];
  let before = false;
  let group: Subject | undefined;
  const inReviews = /复议|诉讼/.test(passage.title);
  const inRequests = passage.section === "三" && /申请/.test(passage.title);
  for (const sentence of sentences) {
    const text = passage.text.slice(sentence.start, sentence.end);
    const speaks: boolean = speaksOfRequests(text) || (/其中|办结|结转/.test(text) && before) || inRequests;
    const topic: Topic = { requests: speaks, reviews: /复议|诉讼/.test(text) && (/信息公开|依申请公开/.test(text) || inReviews || before) };
    const own = numbers.filter((number) => number.sentence === sentence);
    let document: string | undefined;
    const subjects = own.map((number): Told => {
      const told = subjectOf(number, topic, group);
      const disclosed = told.subject || OTHER_TIME.test(number.label) ? undefined : disclosureIn(trimLabel(number.label), { said: passage.text.slice(sentence.start, number.start - number.label.length), behind: passage.text.slice(number.end, number.end + 8), unit: number.unit, row: document });
      document = documentOf(disclosed?.subject) ?? document;
      if (disclosed) return disclosed;
      if (told.subject && GROUPS.has(told.subject)) group = told.subject;
      return told;
    });
    const base = (number: ProseNumber): Told => subjectIn(number.label.replace(/^.*占/, "").replace(/(?:总数|总量|总|比例|比重)$/, ""), topic, undefined);
    own.forEach((number, at) => {
      const said = passage.text.slice(Math.max(sentence.start, number.start - FAR), number.start);
      const parts = number.unit === "%" ? undefined : findParts(passage, own, at, subjects.map(({ subject }) => (subject?.startsWith("disclosure:") ? undefined : subject)));
      const share = number.unit === "%" ? findShare(passage, own, at) : undefined;
      const named = isShare(number) ? subjectIn(shareWords(number.label), topic, undefined).subject : undefined;
      const shared = share === undefined && !named ? undefined : { ...(share !== undefined && { of: offset + claims.length - at + share }), ...(named && { subject: named }), ...(base(number).subject && { base: base(number).subject }) };
      claims.push({
        ...shown(passage, sentence, number),
        decimal: plainDecimal(number),
        precision: precisionOf(number),
        unit: number.unit,
        counts: wordsOf(number),
        ...subjects[at],
        ...(number.approximate && { approximate: true as const }),
        ...(isOwn(number.label, clauseBefore(said)) && { own: true as const }),
        ...(years(said) !== undefined && { year: years(said) }),
        ...(parts && { part: { of: offset + claims.length - at + parts.of, complete: parts.complete } }),
        ...(shared && { share: shared }),
      });
    });
    for (const { at, subject } of noneIn(passage, sentence, own)) {
      claims.push({ ...shown(passage, sentence, at), decimal: "0", precision: 0, unit: "", counts: printed(passage, at), subject, ...(years(passage.text.slice(sentence.start, at.start)) !== undefined && { year: years(passage.text.slice(sentence.start, at.start)) }) });
    }
    before = speaks;
  }
  return claims;
}

/** The words that say what a number counts: those before it, else those behind it. */
function wordsOf(number: ProseNumber): string {
  const words = trimLabel(number.label.replace(/[“”"「」]/g, "")).replace(/^[,;、()]+/, "");
  return words.replace(/其中|包括|另有|占|[,:]/g, "") === "" && number.unit !== "%" ? number.behind || words : words;
}

const isOwn = (label: string, clause: string) => [label, clause].some((text) => OWN.test(text) || BELOW.test(text)) && !WHOLE.test(clause);

const clauseBefore = (said: string) => said.slice(Math.max(said.lastIndexOf(","), said.lastIndexOf(";"), said.lastIndexOf(":")) + 1);

/** How far back a year may stand that speaks for a number. */
const FAR = 400;
/** Characters of a sentence that are kept. */
const LONGEST = 1000;

const shown = (passage: Passage, sentence: Stretch, at: Stretch) => ({ sentence: printed(passage, sentence).slice(0, LONGEST), raw: printed(passage, at), origin: originAt(passage, at) });

/**
 * The numbers that a report's running text tells, each with what it counts. Dates, documents and telephone numbers
 * are none. Never throws; linear in the text.
 *
 * A figure of the statistics form is named only in paragraphs that tell that form: 政策解读26篇 of a narrative is not
 * the year's.
 */
export function claimsOf(passages: readonly Passage[], withStatistics = false): Claim[] {
  const claims: Claim[] = [];
  for (const passage of passages) claims.push(...claimsIn(passage, claims.length));
  if (!withStatistics) return claims;
  const told = new Map(tellStatistics(passages).map((figure) => [JSON.stringify(originAt(figure.passage, figure.at)), `${figure.row}/${figure.column}`]));
  return claims.map((claim) => {
    const cell = told.get(JSON.stringify(claim.origin));
    return cell === undefined ? claim : { ...claim, subject: `statistics:${cell}` as const, vague: undefined };
  });
}
