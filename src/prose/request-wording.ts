import type { Subject } from "./claim.ts";

/** What a sentence says right before (or behind) a number of applications. Anchored at the end of the label. */
interface Wording {
  readonly subject: Subject;
  readonly says: RegExp;
  readonly vague?: true;
}

const wording = (subject: Subject, says: RegExp, vague?: true): Wording => ({ subject, says, ...(vague && { vague }) });

const APPLICATION = /(?:政府|政务)?信息(?:依申请)?公开(?:的)?(?:事项)?(?:的)?申请(?:事项)?|依申请(?:信息)?公开(?:政府信息)?(?:的)?(?:申请|事项|件)?|公开(?:政府)?信息(?:的)?申请|申请公开(?:的)?(?:政府)?信息/;

/** True where a text speaks of applications for information at all. */
export const speaksOfRequests = (text: string) => APPLICATION.test(text);

/** Other things that are applied for, and whatever else is received: no application for information. */
const OTHER_CASES = /许可|审批|援助|仲裁|工伤|救助|补贴|补助|诉求|来信|来电|投诉|举报|咨询|建议|提案|留言|登记(?!.*公开)|认定|评审|办件|事项清单/;

const RECEIVING = /(?:收到|接收|接到|收悉|收取|受理|接受|收件|收办|收)/;

/** 一、本年新收 and what comes close to it: from the whole label, since fields and senders stand between verb and noun. */
export function receivedIn(label: string): Subject | undefined {
  if (OTHER_CASES.test(label) || /复议|诉讼/.test(label)) return undefined;
  const noun = APPLICATION.exec(label);
  const bare = /申请$/.test(label) && !/(?:当面|现场|传真|网络|网上|信函|邮寄|邮件|其他|其它|自然人|企业|法人|组织|机构)(?:[^,]{0,6})申请$/.test(label);
  if (!noun && !bare) return undefined;
  if (/新收|本年(?:度)?(?:新)?(?:收到|受理)(?=.{0,4}新)|新增/.test(label)) return "newly-received";
  return RECEIVING.test(label) ? "received" : undefined;
}

/** The more telling wording first. */
export const requestWordings: readonly Wording[] = [
  wording("carried-out", /(?:结转|转)(?:至|到|入|为)?(?:下|次|明)(?:一)?(?:年|年度)(?:继续)?(?:办理|处理)?(?:的)?$|结转(?:至|到)20\d\d年(?:度)?(?:继续)?(?:办理)?$|(?:尚未|未|待|正在)(?:办结|办理完毕|办理|答复|办)(?:的)?$/),
  wording("carried-in", /(?:上|去|前)(?:一)?(?:年|年度)(?:度)?(?:结转|转入|遗留|转结)(?:的)?(?:申请|办理)?$|20\d\d年(?:度)?(?:结转|转入)(?:的)?(?:申请)?$/),
  wording("newly-received", /(?:本年|年内|当年|本年度|全年)?新(?:收|增|受理)(?:到)?(?:的)?(?:申请)?$/),
  wording("outcome:refused-state-secret", /属于国家秘密(?:的)?$/),
  wording("outcome:refused-forbidden-by-law", /(?:其他)?法律、?(?:行政)?法规禁止公开(?:的)?$/),
  wording("outcome:refused-security-and-stability", /三安全一稳定[”"]?(?:的)?$/),
  wording("outcome:refused-third-party-rights", /第三方(?:合法)?权益(?:的)?$/),
  wording("outcome:refused-internal-affairs", /内部事务(?:性)?信息(?:的)?$/),
  wording("outcome:refused-deliberative", /过程性信息(?:的)?$/),
  wording("outcome:refused-enforcement-file", /行政执法案卷(?:信息)?(?:的)?$/),
  wording("outcome:refused-administrative-query", /行政查询(?:事项)?(?:的)?$/),
  wording("outcome:unavailable-not-held", /(?:本|非本)(?:行政)?机关(?:不)?(?:掌握|制作)(?:相关)?(?:政府)?(?:信息)?(?:的)?$/),
  wording("outcome:unavailable-must-be-created", /(?:没有|无)现成信息(?:需要?另行制作)?(?:的)?$/),
  wording("outcome:unavailable-still-unclear", /补正后(?:申请)?(?:内容)?仍不明确(?:的)?$/),
  wording("outcome:not-handled-complaint", /信访(?:、)?举报(?:、)?投诉(?:类)?(?:申请)?(?:的)?$/),
  wording("outcome:not-handled-repeated", /重复申请(?:的)?$/),
  wording("outcome:not-handled-publication", /公开出版物(?:的)?$/),
  wording("outcome:not-handled-massive", /大量反复申请(?:的)?$/),
  wording("outcome:not-handled-confirmation", /(?:确认或重新出具|重新出具)(?:已获取)?(?:信息)?(?:的)?$/),
  wording("outcome:other-handling-not-corrected", /逾期不补正(?:的)?$/),
  wording("outcome:other-handling-fee-not-paid", /逾期(?:未|不)(?:按[^,]{0,12})?(?:缴费|缴纳费用)(?:的)?$/),
  wording("outcome:partly-granted", /部分(?:予以)?公开(?:的)?$/),
  wording("outcome:refused", /(?:不予|不同意|未予|决定不予)公开(?:的)?$/),
  wording("outcome:unavailable", /(?:无法|不能)提供(?:的)?(?:政府)?(?:信息)?(?:的)?$/),
  wording("outcome:not-handled", /不予(?:受理|处理)(?:的)?$/),
  wording("outcome:other-handling", /(?:作)?其他(?:方式)?处理(?:的)?$/),
  wording("outcome:granted", /(?:予以|全部|同意|全文|完全|准予|决定)公开(?:的)?$/),
  wording("outcome:granted", /公开(?:的)?$/, true),
  wording("applicant:natural-persons", /(?:自然人|公民)(?:提出|提交|申请|递交)?(?:的)?(?:申请)?$/),
  wording("applicant:organisations", /法人(?:或|和|及|、)(?:者)?其他组织(?:提出|提交|申请|递交)?(?:的)?(?:申请)?$/),
  wording("applicant:firms", /(?:商业)?企业(?:提出|提交|申请|递交)?(?:的)?(?:申请)?$/),
  wording("applicant:research-bodies", /科研机构(?:提出|提交|申请|递交)?(?:的)?(?:申请)?$/),
  wording("applicant:public-welfare-bodies", /公益组织(?:提出|提交|申请|递交)?(?:的)?(?:申请)?$/),
  wording("applicant:legal-service-bodies", /法律服务(?:机构)?(?:提出|提交|申请|递交)?(?:的)?(?:申请)?$/),
  wording("closed", /(?:办结|办理完毕|处理完毕|办毕)(?:的)?(?:政府)?(?:信息公开)?(?:申请)?$/),
  wording("answered", /(?:答复|回复)(?:的)?(?:政府)?(?:信息公开)?(?:申请|申请人)?$/),
  wording("received", /(?:办理|处理)(?:的)?(?:依申请公开|政府信息公开申请|信息公开申请)$/, true),
];

/** Reviews and suits over disclosure: groups of table 四 first, then how they ended. */
export const reviewWordings: readonly Wording[] = [
  wording("review:all", /复议(?:和|与|及|、|或)(?:行政)?诉讼(?:案件|案)?$/),
  wording("review:litigation-after-reconsideration", /(?:经)?复议后(?:提起|起诉)?(?:的)?(?:行政)?(?:诉讼|起诉)?(?:案件)?$/),
  wording("review:litigation-direct", /(?:未经复议|直接)(?:直接)?(?:提起|起诉)(?:的)?(?:行政)?(?:诉讼)?(?:案件)?$/),
  wording("review:reconsideration", /(?:行政)?复议(?:的)?(?:申请|案件|案)?$/),
  wording("review:litigation", /(?:行政)?(?:诉讼|应诉)(?:的)?(?:案件|案)?$/),
  wording("review:upheld", /(?:结果)?维持(?:原[^,]{0,12})?(?:的)?$/),
  wording("review:corrected", /(?:结果|被|依法)?纠(?:正|错)(?:的)?$/),
  wording("review:other-result", /其他(?:结果|情形|处理)?(?:的)?$/),
  wording("review:pending", /(?:尚未|未|正在)(?:审结|审理|办结)(?:的|中)?$/),
];
