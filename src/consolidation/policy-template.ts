import { formsOfEdition, editionOfYear } from "../form/forms.ts";
import type { SourcePolicy, SourceRule } from "./policy.ts";

/** Name of the place without the kind of office: 示例市人民政府 → 示例市. */
const placeOf = (city: string): string => city.replace(/人民政府(?:办公室)?$/, "");

/**
 * A policy to start from, in the manner of 驻马店市 2020 (section 六): tables 三 and 四 summed from everyone, table 二
 * provided by the bureaus that keep those figures. Bureaus are named after the city; rows and columns that the year's
 * edition does not have are left out. Nothing in it is a figure.
 */
export function policyTemplate(city: string, year: number): SourcePolicy {
  const place = placeOf(city);
  const forms = formsOfEdition(editionOfYear(year));
  const has = (table: SourceRule["table"], row: string, column: string) => forms.some((form) => form.id === table && form.cell(`${row}/${column}`) !== undefined);
  const provided = (rows: readonly string[], columns: readonly string[], provider: string, terms: Pick<SourceRule, "scope" | "since" | "note">): SourceRule[] => {
    const own = rows.filter((row) => columns.some((column) => has("disclosure", row, column)));
    const there = columns.filter((column) => rows.some((row) => has("disclosure", row, column)));
    return own.length === 0 ? [] : [{ table: "disclosure", rows: own, columns: there, from: "provided", provider: `${place}${provider}`, ...terms }];
  };
  const documents = ["rules", "normative-documents"];
  const actions = ["licensing", "other-services", "penalties", "coercion"];
  return {
    sources: [
      { table: "requests", from: "summed" },
      { table: "reviews", from: "summed" },
      ...provided(documents, ["newly-made", "newly-disclosed", "issued", "repealed"], "司法局", { scope: "市县两级" }),
      ...provided(documents, ["disclosed-total"], "司法局", { scope: "市县两级", since: "2018年" }),
      ...provided(documents, ["in-force"], "司法局", { scope: "市县两级" }),
      ...provided(actions, ["items-before", "items-change"], "政务服务局", { note: "按公布的事项清单，以主项计算" }),
      ...provided(actions, ["decisions"], "政务服务局", { note: "取自省政务服务平台和监管系统" }),
      ...provided(["fees", "procurement"], ["items-before", "items-change", "purchases", "purchase-amount", "fees-charged"], "财政局", {}),
    ],
  };
}
