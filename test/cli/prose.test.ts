import { Desk, reportText } from "./run-cli.ts";

const desk = new Desk();
afterAll(() => desk.clear());

/** A balanced report with one sentence more at the end of section 一. */
const withSentence = (sentence: string) => reportText("示例市教育局", 3).replace("二、主动公开政府信息情况", `${sentence}\n二、主动公开政府信息情况`);

it("says what the text tells otherwise than the tables, and lists its numbers in 来源", async () => {
  desk.put("wrong.txt", withSentence("经统计，全年共收到公民提交的政府信息公开申请987654件。"));
  const { code, out } = await desk.run("check", "wrong.txt", "--findings", "wrong.csv");
  expect(code).toBe(0);
  expect(out).toContain("正文“987654件”");
  const line = desk.lines("wrong.csv").find((one) => one.includes("prose-count"))!;
  expect(line.split(",").slice(1, 7)).toEqual(["示例市教育局", "2020", "提示", "prose-count", "三", "一、本年新收政府信息公开申请数量"]);
  const { code: extracted } = await desk.run("extract", "wrong.txt", "--out", "wrong.xlsx");
  expect(extracted).toBe(0);
  const again = await desk.run("check", "wrong.xlsx");
  expect(again.out).toContain("正文“987654件”");
});
