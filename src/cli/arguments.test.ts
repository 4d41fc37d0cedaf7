import { parseArguments, parseYear, type Flag } from "./arguments.ts";

const flags: Record<string, Flag> = { out: { takes: "file" }, json: { takes: "nothing" }, html: { takes: "file", later: true } };
const parse = (...words: string[]) => parseArguments(words, flags);

describe("parseArguments", () => {
  it("takes --flag value and --flag=value alike, and paths anywhere", () => {
    expect(parse("a.txt", "--out", "x.xlsx", "b", "--json")).toEqual({ paths: ["a.txt", "b"], values: { out: "x.xlsx", json: "true" } });
    expect(parse("--out=a=b.xlsx", "--", "--json")).toEqual({ paths: ["--json"], values: { out: "a=b.xlsx" } });
  });

  it.each([
    [["--nope"], "没有 --nope"],
    [["--toString"], "没有 --toString"],
    [["--nope=3"], "没有 --nope 这个"],
    [["-o", "x"], "没有 -o"],
    [["--out"], "--out 后面要有"],
    [["--out", "--json"], "--out 后面要有"],
    [["--json=1"], "--json 后面不带值"],
    [["--out", "a", "--out", "b"], "写了两次"],
    [["--html", "a"], "尚未实现"],
  ])("refuses %j in one line", (words, said) => {
    expect(() => parse(...words)).toThrow(said);
  });

  it("asks for a flag that the command cannot do without", () => {
    expect(() => parseArguments([], { unit: { takes: "text", required: true } })).toThrow("缺少 --unit");
  });

  it("takes only years of four digits", () => {
    expect(parseYear("2020")).toBe(2020);
    for (const wrong of ["20", "2020年", "0000", "1e3"]) expect(() => parseYear(wrong)).toThrow("不是年度");
  });
});
