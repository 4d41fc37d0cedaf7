/** How sentences name a row of the statistics form: the words right before its number. */
export interface RowWording {
  readonly row: string;
  /** Matches the end of the label, fillers (数, 共, 为 …) taken off. Anchored; no nested repetition. */
  readonly says: RegExp;
  readonly units: readonly string[];
  /** Only behind a number of one of these rows: 维持 is said of a review or of a suit. */
  readonly under?: readonly string[];
}

const ENTRIES = ["条", "件", "篇", "项", ""];
const CASES = ["件", "份", "宗", "起", "例", "条", "个", "次", ""];
const TIMES = ["次", "场", "期", "件", ""];
const PERSONS = ["人", "名", "人次", ""];
const MONEY = ["元", "万元", "亿元", "千元"];

const wording = (row: string, says: RegExp, units: readonly string[], under?: readonly string[]): RowWording => ({ row, says, units, ...(under && { under }) });

const REFUSED = ["answered-refused", "refused-"];

/**
 * Rows in the order in which they are tried: the more telling wording first (不同意公开 before 同意公开).
 *
 * Source: wordings of the form's own labels (国办发〔2014〕32号) as reports turn them into sentences.
 */
export const statisticsWordings: readonly RowWording[] = [
  wording("normative-made", /(?:制发|制定|印发|出台)(?:的)?(?:行政)?规范性文件$/, ENTRIES),
  wording("normative-disclosed", /(?:主动公开|公开|发布)(?:的)?(?:行政)?规范性文件$/, ENTRIES),
  wording("briefings-by-leaders", /(?:主要)?(?:负责同志|负责人|领导)(?:参加|出席|主持)(?:的)?(?:政府)?(?:新闻)?发布会$/, TIMES),
  wording("interviews-by-leaders", /(?:主要)?(?:负责同志|负责人|领导)(?:参加|参与|做客)(?:的)?(?:政府网站)?(?:在线)?访谈$/, TIMES),
  wording("briefings", /(?:参加或举办|参加和举办|举办|召开|参加|组织)(?:的)?(?:政府)?新闻发布会$/, TIMES),
  wording("interviews", /(?:政府网站|网站|开展|举办|组织)?(?:在线访谈|网上访谈|在线访谈活动)$/, TIMES),
  wording("responded", /回应(?:了)?(?:公众|社会|群众)?(?:关注)?(?:的)?(?:热点|关切)?(?:问题)?(?:或|和|及|、)?(?:重大|重要)?(?:政务)?舆情(?:事件)?$/, TIMES),
  wording("answers-in-media", /(?:微博、?微信|微信、?微博|两微)(?:平台)?回应(?:的)?(?:事件|问题|关切)?$/, TIMES),
  wording("answers-otherwise", /(?:其他|其它)(?:方式|渠道|途径|形式)回应(?:的)?(?:事件|问题|关切)?$/, TIMES),
  wording("explanations", /(?:政策解读(?:稿件|材料|文章|稿)?(?:发布)?|发布(?:政策)?解读(?:稿件|材料|文章|稿))$/, ["篇", "条", "件", "份", "期", ""]),
  wording("channel-gazette", /政府公报(?:(?:主动)?(?:公开|发布|刊登|刊发)(?:的)?)?(?:政府)?(?:信息)?$/, ENTRIES),
  wording("channel-weibo", /(?:政务)?微博(?:平台)?(?:(?:主动)?(?:公开|发布|推送)(?:的)?)?(?:政府|政务)?(?:信息)?$/, ENTRIES),
  wording("channel-wechat", /(?:政务)?微信(?:公众号|平台)?(?:(?:主动)?(?:公开|发布|推送)(?:的)?)?(?:政府|政务)?(?:信息)?$/, ENTRIES),
  wording("channel-website", /(?:政府)?(?:门户)?网站(?:(?:主动)?(?:公开|发布)(?:的)?)?(?:政府|政务)?(?:信息)?$/, ENTRIES),
  wording("channel-other", /(?:其他|其它)(?:方式|渠道|途径|形式)(?:(?:主动)?(?:公开|发布)(?:的)?)?(?:政府|政务)?(?:信息)?$/, ["条", "篇", "项", ""]),
  wording("disclosed", /主动公开(?:的)?(?:各类)?(?:政府|政务)信息$/, ENTRIES),
  wording("received-in-person", /(?:当面|现场|窗口)(?:提交|递交|提出|收到)?(?:的)?申请$/, CASES),
  wording("received-by-fax", /传真(?:方式)?(?:提交|递交|提出|收到)?(?:的)?申请$/, CASES),
  wording("received-online", /(?:网络|网上|网站|互联网|在线|电子邮件|邮件)(?:平台|方式)?(?:提交|递交|提出|收到)?(?:的)?申请$/, CASES),
  wording("received-by-letter", /(?:信函|书信|来信|邮寄|寄信|信件)(?:方式)?(?:提交|递交|提出|收到)?(?:的)?申请$/, CASES),
  wording("received-other", /(?:其他|其它)(?:方式|渠道|途径|形式)?(?:提交|递交|提出|收到)?(?:的)?申请(?:受理)?$/, CASES),
  wording("closed-in-time", /(?:按时|按期|如期)(?:办结|办理|答复)(?:的)?$/, CASES),
  wording("closed-late", /(?:延期|延长期限)(?:后)?(?:办结|办理|答复)(?:的)?$/, CASES),
  wording("answered-partly", /(?:同意)?部分公开(?:答复)?(?:的)?$/, CASES),
  wording("answered-refused", /(?:不同意公开|不予公开)(?:答复)?(?:的)?$/, CASES),
  wording("answered-not-ours", /不属于本(?:行政)?机关(?:职责|掌握|公开)?(?:权限)?(?:范围)?(?:公开)?(?:的)?$/, CASES),
  wording("answered-public-already", /(?:属于)?已(?:经)?主动公开(?:的)?(?:范围)?(?:的)?$/, CASES),
  wording("answered-granted", /(?:同意公开|予以公开)(?:答复)?(?:的)?$/, CASES),
  wording("answered-not-existing", /(?:申请)?(?:的)?信息不存在(?:的)?$/, CASES),
  wording("answered-to-correct", /(?:告知|要求)?(?:申请人)?(?:作出)?更改(?:、|或)?补充(?:的|申请)?$/, CASES),
  wording("answered-other-way", /(?:告知)?(?:申请人)?通过其他途径办理(?:的)?$/, CASES),
  wording("refused-state-secret", /(?:涉及|属于)国家秘密(?:的)?$/, CASES, REFUSED),
  wording("refused-trade-secret", /(?:涉及|属于)商业秘密(?:的)?$/, CASES, REFUSED),
  wording("refused-privacy", /(?:涉及|属于)个人隐私(?:的)?$/, CASES, REFUSED),
  wording("refused-security", /(?:危及国家安全|危及)[^,]{0,20}社会稳定(?:的)?$/, CASES, REFUSED),
  wording("refused-no-information", /不是《?条例》?所指(?:的)?政府信息(?:的)?$/, CASES, REFUSED),
  wording("refused-by-law", /法律(?:、)?法规规定的其他情形(?:的)?$/, CASES, REFUSED),
  wording("closed", /(?:申请)?(?:全部|均已|已)?办结(?:的)?(?:政府信息公开)?(?:申请)?$/, CASES),
  wording("answered", /(?:申请|已|作出|全部)?答复(?:的)?(?:政府信息公开)?(?:申请)?$/, CASES),
  wording("received", /(?:(?:收到|受理|接收|接到|收悉|新收|登记)(?:的)?(?:各类|公民|各种)?(?:政府|政务)?(?:信息公开|依申请公开|公开)?(?:政府信息)?(?:的)?申请|(?:收到|受理|接收|接到)依申请公开)$/, CASES),
  wording("reconsiderations", /(?:行政复议)(?:申请|案件|案)?$/, CASES),
  wording("suits", /(?:行政诉讼|行政应诉)(?:案件|案)?$/, CASES),
  ...(["reconsiderations", "suits"] as const).flatMap((group) => [
    wording(`${group}-upheld`, /(?:维持(?:原)?(?:具体)?(?:行政行为)?(?:决定)?|驳回(?:原告)?(?:诉讼请求)?)(?:的)?$/, CASES, [group, `${group}-`]),
    wording(`${group}-corrected`, /(?:被?依法)?(?:纠错|纠正)(?:的)?$/, CASES, [group, `${group}-`]),
    wording(`${group}-other`, /(?:其他|其它)(?:情形|结果|情况)(?:的)?$/, CASES, [group, `${group}-`]),
  ]),
  wording("complaints", /(?:举报投诉|投诉举报|举报)(?:案件)?$/, CASES),
  wording("request-fees", /(?:依申请公开)?(?:信息)?(?:共)?(?:收取|收费)(?:的)?(?:信息公开)?(?:检索|复制|邮寄|等|、)*(?:费用|费|金额)?$/, MONEY),
  wording("offices", /(?:信息公开)?(?:工作)?专门(?:工作)?机构$/, ["个", "家", ""]),
  wording("reading-points", /(?:信息公开)?(?:信息)?查阅(?:点|场所|中心)$/, ["个", "处", "家", ""]),
  wording("staff-full-time", /专职(?:工作)?人员$/, PERSONS),
  wording("staff-part-time", /兼职(?:工作)?人员$/, PERSONS),
  wording("staff", /(?:从事)?(?:政府|政务)?信息公开(?:的)?工作(?:的)?人员$/, PERSONS),
  wording("budget", /专项(?:工作)?经费$/, MONEY),
  wording("meetings", /(?:召开|组织)(?:政府信息公开|政务公开|信息公开)?(?:专题|工作)?(?:会议|会)?(?:或|和|、)?(?:专题|工作)?会议?$/, TIMES),
  wording("courses", /(?:举办|组织|开展)(?:政府信息公开|政务公开|信息公开)?(?:各类)?(?:业务)?培训班?$/, ["次", "期", "场", "个", ""]),
  wording("trained", /(?:接受)?培训(?:各类)?(?:工作)?(?:人员)?$/, PERSONS),
];

/** Words between what is counted and its number. */
const FILLERS = ["总次数", "总数量", "总数", "数量", "次数", "件数", "人数", "总量", "数", "共计", "总计", "合计", "共有", "共", "计", "为", "是", "达到", "达", "有", "约", "近", ":", "“", "”", "\"", "(", "的"];

/** A label without fillers at its end: `收到申请总数为` is `收到申请`. */
export function trimLabel(label: string): string {
  let text = label;
  for (let found: string | undefined = ""; found !== undefined; ) {
    found = FILLERS.find((filler) => text.endsWith(filler));
    if (found) text = text.slice(0, -found.length);
  }
  return text;
}

/** The counties' share beside a figure: `(含县区24件)`, `其中县(市、区)9次`. */
export const COUNTY_SHARE = /(?:含|其中|包括|其中包括|包含|[(,;])[:,]?(?:各|全市各|所属|所辖)?(?:县区|区县|县市区|县\(市、?区\)|市县区|县、市、区|县级|区\(市、?县\)|县\(市\)区|县\(区、?市\)|县市、区|市\(县、区\))(?:级)?(?:政府|部门)?(?:受理|收到|公开|办结|答复|参加|举办)?$/;
