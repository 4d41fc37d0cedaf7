import type { Subject } from "./claim.ts";
import type { Passage, Stretch } from "./passage.ts";
import { speaksOfRequests } from "./request-wording.ts";

/** A clause that says that there was none of something: its place and what there was none of. */
export interface NoneTold {
  readonly at: Stretch;
  readonly subject: Subject;
}

/** From 未, 没有 or 无 to the end of the clause; 无法提供 and its like say something else. */
const NONE = /(?:尚未|未|没有|无)(?!经|法|正当|故|偿|关|障碍|需|论|效|现成|按)[^,。;!?\d]{1,60}/g;

/** None of this kind, which says nothing of the rest. */
const PARTIAL = /自然人|企业|法人[^、或和]|当面|传真|信函|邮寄|网络|网上|超期|逾期|超时|延期|投诉|举报|不当|答复|办理|办结|处理费|收费|收取|败诉|纠错|不予|国家秘密|重复|被纠/;

function subjectsOf(clause: string): Subject[] {
  const [review, suit] = [/复议/.test(clause), /诉讼|应诉/.test(clause)];
  if (/败诉|纠正|纠错|撤销/.test(clause)) return [];
  if (review || suit) return [...(review ? ["review:reconsideration" as const] : []), ...(suit ? ["review:litigation" as const] : [])];
  if (/结转(?:至|到)?(?:下|次)/.test(clause)) return ["carried-out"];
  if (/(?:上|去)(?:一)?年(?:度)?(?:结转|转入)/.test(clause)) return ["carried-in"];
  const received = speaksOfRequests(clause) && /^(?:尚)?(?:未|没有|无)(?:新)?(?:收到|接到|接收|受理|发生|产生|有|公民|政府|政务|信息|依申请|申请|任何|群众|人)/.test(clause);
  return received && !PARTIAL.test(clause) ? ["received"] : [];
}

/**
 * Clauses that say "none": 未收到政府信息公开申请 is zero, never the number that stands further on.
 *
 * A clause that runs into a number (未办结3件) says that number instead.
 */
export function noneIn(passage: Passage, sentence: Stretch, numbers: readonly Stretch[] = []): NoneTold[] {
  const said = passage.text.slice(sentence.start, sentence.end);
  const found: NoneTold[] = [];
  for (const match of said.matchAll(NONE)) {
    const at = { start: sentence.start + match.index, end: sentence.start + match.index + match[0].length };
    if (/\d/.test(passage.text[at.end] ?? "") || numbers.some(({ start }) => start >= at.start && start <= at.end)) continue;
    for (const subject of subjectsOf(match[0])) found.push({ at, subject });
  }
  return found;
}
