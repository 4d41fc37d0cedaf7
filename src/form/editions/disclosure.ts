import type { BandDefinition, ColumnDefinition, TableForm } from "../definition.ts";
import { measures } from "../measures.ts";

const TITLE = "二、主动公开政府信息情况";
const STUB = "信息内容";

const article1 = {
  id: "article-20-1",
  label: "第二十条第(一)项",
  aliases: ["行政法规、规章和规范性文件", "行政法规、规章和行政规范性文件"],
  stub: STUB,
} as const;
const article5 = {
  id: "article-20-5",
  label: "第二十条第(五)项",
  aliases: ["办理行政许可和其他对外管理服务事项的依据、条件、程序以及办理结果"],
  stub: STUB,
} as const;
const article6 = {
  id: "article-20-6",
  label: "第二十条第(六)项",
  aliases: ["实施行政处罚、行政强制的依据、条件、程序以及本行政机关认为具有一定社会影响的行政处罚决定"],
  stub: STUB,
} as const;
const article8 = {
  id: "article-20-8",
  label: "第二十条第(八)项",
  aliases: ["行政事业性收费项目及其依据、标准"],
  stub: STUB,
} as const;
const article9 = {
  id: "article-20-9",
  label: "第二十条第(九)项",
  aliases: ["政府集中采购项目的目录、标准及实施情况"],
  stub: STUB,
} as const;

const rulesRow = { id: "rules", label: "规章" } as const;
const licensing = { id: "licensing", label: "行政许可" } as const;
const otherServices = { id: "other-services", label: "其他对外管理服务事项", aliases: ["其他对外管理服务", "对外管理服务事项"] } as const;
const penalties = { id: "penalties", label: "行政处罚" } as const;
const coercion = { id: "coercion", label: "行政强制" } as const;
const fees = { id: "fees", label: "行政事业性收费" } as const;
const procurement = { id: "procurement", label: "政府集中采购", aliases: ["集中采购"] } as const;

const itemsBefore: ColumnDefinition = { id: "items-before", label: "上一年项目数量", aliases: ["上年项目数量", "上一年项目"], measure: measures.items };
const itemsChange: ColumnDefinition = { id: "items-change", label: "本年增/减", aliases: ["本年增/", "本年增减", "本年增"], measure: measures.itemsChange };
const decisions2019: ColumnDefinition = { id: "decisions", label: "处理决定数量", aliases: ["处理决定"], measure: measures.cases };
const decisions2021: ColumnDefinition = { id: "decisions", label: "本年处理决定数量", aliases: ["处理决定数量"], measure: measures.cases };

const documents2019: BandDefinition = {
  ...article1,
  columns: [
    { id: "newly-made", label: "本年新制作数量", aliases: ["本年制作数量", "本年新"], measure: measures.documents },
    { id: "newly-disclosed", label: "本年新公开数量", aliases: ["本年公开数量", "本年新"], measure: measures.documents },
    { id: "disclosed-total", label: "对外公开总数量", aliases: ["对外公开总数"], measure: measures.documents },
  ],
  rows: [rulesRow, { id: "normative-documents", label: "规范性文件", aliases: ["行政规范性文件"] }],
};

const documents2021: BandDefinition = {
  ...article1,
  columns: [
    { id: "issued", label: "本年制发件数", aliases: ["本年制发数"], measure: measures.documents },
    { id: "repealed", label: "本年废止件数", aliases: ["本年废止数"], measure: measures.documents },
    { id: "in-force", label: "现行有效件数", aliases: ["现行有效件", "现行有效数"], measure: measures.documents },
  ],
  rows: [rulesRow, { id: "normative-documents", label: "行政规范性文件", aliases: ["规范性文件"] }],
};

/** Table 二, reports of 2019 and 2020 (国办公开办函〔2019〕60号). */
export const disclosure2019 = {
  id: "disclosure",
  edition: "2019",
  number: "二",
  title: TITLE,
  layout: "bands",
  bands: [
    documents2019,
    { ...article5, columns: [itemsBefore, itemsChange, decisions2019], rows: [licensing, otherServices] },
    { ...article6, columns: [itemsBefore, itemsChange, decisions2019], rows: [penalties, coercion] },
    { ...article8, columns: [itemsBefore, itemsChange], rows: [fees] },
    {
      ...article9,
      columns: [
        { id: "purchases", label: "采购项目数量", aliases: ["采购项目"], measure: measures.items },
        { id: "purchase-amount", label: "采购总金额(单位:万元)", aliases: ["采购总金额", "采购金额"], measure: measures.amount },
      ],
      rows: [procurement],
    },
  ],
  rules: [
    { kind: "at-most", id: "disclosed-within-total", level: "warning", per: "row", left: ["newly-disclosed"], right: ["disclosed-total"] },
    { kind: "non-negative", id: "items-nonnegative", level: "warning", per: "row", left: ["items-before", "items-change"] },
  ],
} as const satisfies TableForm;

/** Table 二, reports of 2021 and later (国办公开办函〔2021〕30号). */
export const disclosure2021 = {
  id: "disclosure",
  edition: "2021",
  number: "二",
  title: TITLE,
  layout: "bands",
  bands: [
    documents2021,
    { ...article5, columns: [decisions2021], rows: [licensing] },
    { ...article6, columns: [decisions2021], rows: [penalties, coercion] },
    {
      ...article8,
      columns: [{ id: "fees-charged", label: "本年收费金额(单位:万元)", aliases: ["本年收费金额", "收费金额"], measure: measures.amount }],
      rows: [fees],
    },
  ],
  rules: [{ kind: "at-most", id: "issued-within-inforce", level: "warning", per: "row", left: ["issued"], right: ["in-force"] }],
} as const satisfies TableForm;
