import type { BandDefinition, ColumnDefinition, RowDefinition, RuleDefinition, TableForm } from "../definition.ts";
import { measures } from "../measures.ts";

/** Printed above the five kinds of legal persons. */
const ORGANISATIONS = "法人或其他组织";

const applicant = (id: string, label: string, ...aliases: string[]): ColumnDefinition => ({ id, label, aliases, measure: measures.cases });

/** Who asked: the six kinds of applicants and their total (件). */
const applicants: readonly ColumnDefinition[] = [
  applicant("natural-persons", "自然人"),
  { ...applicant("firms", "商业企业", "企业"), group: ORGANISATIONS },
  { ...applicant("research-bodies", "科研机构"), group: ORGANISATIONS },
  { ...applicant("public-welfare-bodies", "社会公益组织", "公益组织"), group: ORGANISATIONS },
  { ...applicant("legal-service-bodies", "法律服务机构", "法律服务"), group: ORGANISATIONS },
  { ...applicant("other-bodies", "其他"), group: ORGANISATIONS },
  applicant("total", "总计", "合计"),
];

const refused: RowDefinition = {
  id: "refused",
  label: "(三)不予公开",
  heading: true,
  rows: [
    { id: "refused-state-secret", label: "1.属于国家秘密" },
    { id: "refused-forbidden-by-law", label: "2.其他法律行政法规禁止公开", aliases: ["法律法规禁止公开", "其他法律法规禁止公开"] },
    { id: "refused-security-and-stability", label: "3.危及“三安全一稳定”" },
    { id: "refused-third-party-rights", label: "4.保护第三方合法权益" },
    { id: "refused-internal-affairs", label: "5.属于三类内部事务信息", aliases: ["内部事务信息"] },
    { id: "refused-deliberative", label: "6.属于四类过程性信息", aliases: ["过程性信息"] },
    { id: "refused-enforcement-file", label: "7.属于行政执法案卷", aliases: ["行政执法案卷信息"] },
    { id: "refused-administrative-query", label: "8.属于行政查询事项" },
  ],
};

const unavailable: RowDefinition = {
  id: "unavailable",
  label: "(四)无法提供",
  heading: true,
  rows: [
    { id: "unavailable-not-held", label: "1.本机关不掌握相关政府信息", aliases: ["本机关不掌握"] },
    { id: "unavailable-must-be-created", label: "2.没有现成信息需要另行制作" },
    { id: "unavailable-still-unclear", label: "3.补正后申请内容仍不明确" },
  ],
};

const notHandled: RowDefinition = {
  id: "not-handled",
  label: "(五)不予处理",
  heading: true,
  rows: [
    { id: "not-handled-complaint", label: "1.信访举报投诉类申请" },
    { id: "not-handled-repeated", label: "2.重复申请" },
    { id: "not-handled-publication", label: "3.要求提供公开出版物" },
    { id: "not-handled-massive", label: "4.无正当理由大量反复申请", aliases: ["大量反复申请"] },
    { id: "not-handled-confirmation", label: "5.要求行政机关确认或重新出具已获取信息" },
  ],
};

/** Edition 2019: one row. */
const otherHandling2019: RowDefinition = { id: "other-handling", label: "(六)其他处理" };

/** Edition 2021: three rows. */
const otherHandling2021: RowDefinition = {
  id: "other-handling",
  label: "(六)其他处理",
  heading: true,
  rows: [
    {
      id: "other-handling-not-corrected",
      label: "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
      aliases: ["申请人无正当理由逾期不补正", "逾期不补正"],
    },
    {
      id: "other-handling-fee-not-paid",
      label: "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
      aliases: ["申请人逾期未按收费通知要求缴纳费用", "逾期未缴费"],
    },
    { id: "other-handling-rest", label: "3.其他" },
  ],
};

const band = (otherHandling: RowDefinition): BandDefinition => ({
  id: "requests",
  columnsHeading: "申请人情况",
  columns: applicants,
  rows: [
    { id: "newly-received", label: "一、本年新收政府信息公开申请数量", aliases: ["本年新收"] },
    { id: "carried-in", label: "二、上年结转政府信息公开申请数量", aliases: ["上年结转"] },
    {
      id: "outcomes",
      label: "三、本年度办理结果",
      heading: true,
      rows: [
        { id: "granted", label: "(一)予以公开" },
        { id: "partly-granted", label: "(二)部分公开", note: "(区分处理的,只计这一情形,不计其他情形)" },
        refused,
        unavailable,
        notHandled,
        otherHandling,
        { id: "outcome-total", label: "(七)总计", aliases: ["总计", "(七)合计"] },
      ],
    },
    { id: "carried-out", label: "四、结转下年度继续办理", aliases: ["结转下年度", "结转下年继续办理"] },
  ],
});

const rules: readonly RuleDefinition[] = [
  { kind: "balance", id: "flow", level: "error", per: "column", left: ["newly-received", "carried-in"], right: ["outcome-total", "carried-out"] },
  {
    kind: "balance",
    id: "outcome-total",
    level: "error",
    per: "column",
    left: ["granted", "partly-granted", "refused", "unavailable", "not-handled", "other-handling"],
    right: ["outcome-total"],
  },
  {
    kind: "balance",
    id: "applicant-total",
    level: "error",
    per: "row",
    left: ["natural-persons", "firms", "research-bodies", "public-welfare-bodies", "legal-service-bodies", "other-bodies"],
    right: ["total"],
  },
];

const table = {
  id: "requests",
  number: "三",
  title: "三、收到和处理政府信息公开申请情况",
  layout: "grid",
  corner: "(本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和)",
  rules,
} as const;

/** Table 三 with 23 data rows (国办公开办函〔2019〕60号). */
export const requests2019: TableForm = { ...table, edition: "2019", bands: [band(otherHandling2019)] };

/** Table 三 with 25 data rows (国办公开办函〔2021〕30号). */
export const requests2021: TableForm = { ...table, edition: "2021", bands: [band(otherHandling2021)] };
