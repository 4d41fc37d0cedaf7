import type { CellStatus, UnitKind } from "./model.ts";

/** 状态 as the tidy csv and the sheets print it. */
export const statusLabels: Readonly<Record<CellStatus, string>> = {
  read: "原值",
  derived: "推算",
  blank: "空白",
  edited: "手改",
  summed: "汇总",
  provided: "提供",
};

/** 类别 of the roster. */
export const unitKindLabels: Readonly<Record<UnitKind, string>> = {
  "municipal-government": "市政府",
  "municipal-department": "市直部门",
  county: "县区",
  "development-zone": "开发区",
  township: "乡镇街道",
};
