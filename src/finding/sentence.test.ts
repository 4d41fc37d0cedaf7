import { forms, findForm } from "../form/forms.ts";
import { sayEquation } from "./sentence.ts";

const say = (table: "disclosure" | "requests" | "reviews", id: string, language: "zh-CN" | "en-US" = "zh-CN") => {
  const form = findForm(table, "2019")!;
  return sayEquation(form, form.equations.find((equation) => equation.id === id)!, language);
};

describe("sayEquation", () => {
  it("says the rule in the words of the form", () => {
    expect(say("requests", "flow:natural-persons")).toBe("自然人：一＋二＝（七）总计＋四");
    expect(say("requests", "flow:natural-persons", "en-US")).toBe("自然人: 一 + 二 = （七）总计 + 四");
    expect(say("requests", "applicant-total:granted")).toBe("（一）予以公开：自然人＋商业企业＋科研机构＋社会公益组织＋法律服务机构＋其他＝总计");
    expect(say("disclosure", "items-nonnegative:fees")).toBe("行政事业性收费：上一年项目数量＋本年增/减≥0");
  });

  it("says a sum of many rows as a span, and which lawsuits it means", () => {
    expect(say("requests", "outcome-total:total")).toBe("总计：（一）至（六）各项之和＝（七）总计");
    expect(say("reviews", "review-total:litigation-direct")).toBe("行政诉讼·未经复议直接起诉：结果维持＋结果纠正＋其他结果＋尚未审结＝总计");
  });

  it("says every equation of every form without a hole", () => {
    for (const form of forms) for (const equation of form.equations) expect(sayEquation(form, equation)).toMatch(/^[^：]+：[^＝≤≥]+[＝≤≥].+$/);
  });
});
