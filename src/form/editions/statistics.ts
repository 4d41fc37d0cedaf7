import type { ColumnDefinition, Measure, RowDefinition, TableForm } from "../definition.ts";
import { measures } from "../measures.ts";

/** Every row has its own measure; the columns' is that of most rows. */
const columns: readonly ColumnDefinition[] = [
  { id: "total", label: "合计", aliases: ["统计数", "总数", "数量", "总计"], measure: measures.cases },
  { id: "counties", label: "其中县区", aliases: ["其中:县区", "其中县(市、区)", "含县区", "县区"], measure: measures.cases },
];

const row = (id: string, measure: Measure, label: string, aliases: readonly string[] = [], rows?: readonly RowDefinition[]): RowDefinition => ({ id, label, measure, aliases, ...(rows && { rows }) });

const disclosure: RowDefinition = {
  id: "disclosure",
  label: "一、主动公开情况",
  heading: true,
  rows: [
    row("disclosed", measures.entries, "(一)主动公开政府信息数", [], [
      row("normative-disclosed", measures.entries, "其中:主动公开规范性文件数", ["主动公开规范性文件数"]),
      row("normative-made", measures.documents, "制发规范性文件总数", ["制发规范性文件数"]),
    ]),
    {
      id: "disclosure-channels",
      label: "(二)通过不同渠道和方式公开政府信息的情况",
      heading: true,
      rows: [
        row("channel-gazette", measures.entries, "1.政府公报公开政府信息数"),
        row("channel-website", measures.entries, "2.政府网站公开政府信息数"),
        row("channel-weibo", measures.entries, "3.政务微博公开政府信息数"),
        row("channel-wechat", measures.entries, "4.政务微信公开政府信息数"),
        row("channel-other", measures.entries, "5.其他方式公开政府信息数"),
      ],
    },
  ],
};

const responses: RowDefinition = {
  id: "responses",
  label: "二、回应解读情况",
  heading: true,
  rows: [
    row("responded", measures.times, "(一)回应公众关注热点或重大舆情数", ["回应公众关注热点或重大舆情数(不同方式回应同一热点或舆情计1次)"]),
    {
      id: "response-channels",
      label: "(二)通过不同渠道和方式回应解读的情况",
      heading: true,
      rows: [
        row("briefings", measures.times, "1.参加或举办新闻发布会总次数", ["参加或举办新闻发布会次数"], [row("briefings-by-leaders", measures.times, "其中:主要负责同志参加新闻发布会次数", ["主要负责同志参加新闻发布会次数"])]),
        row("interviews", measures.times, "2.政府网站在线访谈次数", [], [row("interviews-by-leaders", measures.times, "其中:主要负责同志参加政府网站在线访谈次数", ["主要负责同志参加政府网站在线访谈次数"])]),
        row("explanations", measures.articles, "3.政策解读稿件发布数"),
        row("answers-in-media", measures.times, "4.微博微信回应事件数"),
        row("answers-otherwise", measures.times, "5.其他方式回应事件数"),
      ],
    },
  ],
};

const reason = (id: string, label: string): RowDefinition => row(`refused-${id}`, measures.cases, `其中:${label}`, [label]);

const requests: RowDefinition = {
  id: "requests",
  label: "三、依申请公开情况",
  heading: true,
  rows: [
    row("received", measures.cases, "(一)收到申请数", [], [
      row("received-in-person", measures.cases, "1.当面申请数"),
      row("received-by-fax", measures.cases, "2.传真申请数"),
      row("received-online", measures.cases, "3.网络申请数"),
      row("received-by-letter", measures.cases, "4.信函申请数"),
    ]),
    row("closed", measures.cases, "(二)申请办结数", [], [row("closed-in-time", measures.cases, "1.按时办结数"), row("closed-late", measures.cases, "2.延期办结数")]),
    row("answered", measures.cases, "(三)申请答复数", [], [
      row("answered-public-already", measures.cases, "1.属于已主动公开范围数"),
      row("answered-granted", measures.cases, "2.同意公开答复数"),
      row("answered-partly", measures.cases, "3.同意部分公开答复数"),
      row("answered-refused", measures.cases, "4.不同意公开答复数", [], [
        reason("state-secret", "涉及国家秘密"),
        reason("trade-secret", "涉及商业秘密"),
        reason("privacy", "涉及个人隐私"),
        reason("security", "危及国家安全、公共安全、经济安全和社会稳定"),
        reason("no-information", "不是《条例》所指政府信息"),
        reason("by-law", "法律法规规定的其他情形"),
      ]),
      row("answered-not-ours", measures.cases, "5.不属于本行政机关公开数"),
      row("answered-not-existing", measures.cases, "6.申请信息不存在数"),
      row("answered-to-correct", measures.cases, "7.告知作出更改补充数"),
      row("answered-other-way", measures.cases, "8.告知通过其他途径办理数"),
    ]),
  ],
};

/** 四 and 五 count outcomes; a case that is still open is in the total alone. */
const reviewed = (id: string, label: string, upheld: string): RowDefinition =>
  row(id, measures.cases, label, [], [
    row(`${id}-upheld`, measures.cases, `(一)${upheld}`),
    row(`${id}-corrected`, measures.cases, "(二)被依法纠错数"),
    row(`${id}-other`, measures.cases, "(三)其他情形数"),
  ]);

const organisation: RowDefinition = {
  id: "organisation",
  label: "八、机构建设和保障经费情况",
  heading: true,
  rows: [
    row("offices", measures.offices, "(一)政府信息公开工作专门机构数"),
    row("reading-points", measures.offices, "(二)设置政府信息公开查阅点数"),
    row("staff", measures.persons, "(三)从事政府信息公开工作人员数", [], [row("staff-full-time", measures.persons, "1.专职人员数", ["专职人员数(不包括政府公报及政府网站工作人员数)"]), row("staff-part-time", measures.persons, "2.兼职人员数")]),
    row("budget", measures.amount, "(四)政府信息公开专项经费", ["政府信息公开专项经费(不包括用于政府公报编辑管理及政府网站建设维护等方面的经费)"]),
  ],
};

const training: RowDefinition = {
  id: "training",
  label: "九、政府信息公开会议和培训情况",
  heading: true,
  rows: [
    row("meetings", measures.times, "(一)召开政府信息公开工作会议或专题会议数"),
    row("courses", measures.times, "(二)举办各类培训班数"),
    row("trained", measures.attendances, "(三)接受培训人员数"),
  ],
};

/**
 * The statistics form of the years to 2018 (国办发〔2014〕32号), with the share of the counties beside each figure.
 *
 * Channels of disclosure may add up to more than what was disclosed: one item is published in several. A part that
 * print leaves out is unknown, but the parts that are known must not exceed their whole.
 */
export const statistics2014: TableForm = {
  id: "statistics",
  edition: "2014",
  number: "统计表",
  title: "政府信息公开情况统计表",
  layout: "list",
  bands: [
    {
      id: "statistics",
      stub: "统计指标",
      columns,
      rows: [
        disclosure,
        responses,
        requests,
        reviewed("reconsiderations", "四、行政复议数量", "维持具体行政行为数"),
        reviewed("suits", "五、行政诉讼数量", "维持具体行政行为或者驳回原告诉讼请求数"),
        row("complaints", measures.cases, "六、举报投诉数量"),
        row("request-fees", measures.amount, "七、依申请公开信息收取的费用"),
        organisation,
        training,
      ],
    },
  ],
  rules: [
    { kind: "balance", id: "received-total", level: "error", per: "column", partsMayLack: true, left: ["received-in-person", "received-by-fax", "received-online", "received-by-letter"], right: ["received"] },
    { kind: "balance", id: "closed-total", level: "error", per: "column", partsMayLack: true, left: ["closed-in-time", "closed-late"], right: ["closed"] },
    {
      kind: "balance",
      id: "answered-total",
      level: "error",
      per: "column",
      partsMayLack: true,
      left: ["public-already", "granted", "partly", "refused", "not-ours", "not-existing", "to-correct", "other-way"].map((kind) => `answered-${kind}`),
      right: ["answered"],
    },
    { kind: "balance", id: "staff-total", level: "error", per: "column", partsMayLack: true, left: ["staff-full-time", "staff-part-time"], right: ["staff"] },
    {
      kind: "parts",
      id: "part-within-whole",
      level: "error",
      per: "column",
      parts: {
        disclosed: ["normative-disclosed"],
        briefings: ["briefings-by-leaders"],
        interviews: ["interviews-by-leaders"],
        "answered-refused": ["state-secret", "trade-secret", "privacy", "security", "no-information", "by-law"].map((id) => `refused-${id}`),
        reconsiderations: ["upheld", "corrected", "other"].map((id) => `reconsiderations-${id}`),
        suits: ["upheld", "corrected", "other"].map((id) => `suits-${id}`),
      },
    },
    { kind: "at-most", id: "counties-within-total", level: "error", per: "row", left: ["counties"], right: ["total"] },
  ],
};
