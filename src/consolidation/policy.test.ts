import fc from "fast-check";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { forms } from "../form/forms.ts";
import { sayFinding } from "../finding/say.ts";
import { unitKindLabels } from "../report/status.ts";
import { formatPolicy, parsePolicy, policySchema, ruleFor } from "./policy.ts";

const form = forms.find((one) => one.id === "disclosure" && one.edition === "2019")!;
const wrong = (json: unknown) => parsePolicy(json).findings.map((finding) => `${finding.code} ${finding.words?.key}`);

describe("parsePolicy", () => {
  it("reads official labels and figures, and lets the last rule hold", () => {
    const { policy, findings } = parsePolicy({
      sources: [
        { table: "二", from: "汇总", kinds: ["县区"] },
        { table: "表二", rows: ["规章", "行政规范性文件"], from: "提供", provider: "市司法局", scope: "市县两级" },
        { table: "二", rows: ["政府集中采购"], columns: ["采购总金额"], from: "提供", provider: "市财政局", values: { "政府集中采购/采购总金额(单位:万元)": 179092.2001 } },
      ],
    });
    expect(findings).toEqual([]);
    expect(policy.sources[2]).toEqual({ table: "disclosure", rows: ["procurement"], columns: ["purchase-amount"], from: "provided", provider: "市财政局", values: { "procurement/purchase-amount": 179092200100 } });
    expect(ruleFor(policy, form, "normative-documents/newly-made")?.provider).toBe("市司法局");
    expect(ruleFor(policy, form, "procurement/purchases")?.kinds).toEqual(["county"]);
  });

  it("names what it does not know and never makes a rule wider than it was meant", () => {
    expect(wrong({ sources: [{ table: "二", rows: ["规张"], from: "提供", provider: "市司法局" }], extra: 1 })).toEqual(["policy-unknown-key extra", "policy-unknown-key sources[0].rows：规张"]);
    expect(parsePolicy({ sources: [{ table: "二", rows: ["规张"], from: "汇总", kinds: ["县区"] }] }).policy.sources).toEqual([]);
    expect(wrong({ sources: [{ table: "五", from: "汇总" }, { table: "二", from: "提供" }, { table: "二", from: "另报" }, 7] })).toEqual(["policy-unknown-key sources[0].table：五", "policy-value sources[1].provider", "policy-value sources[2].from", "policy-value sources[3]."]);
    expect(wrong({ sources: [{ table: "二", from: "提供", provider: "市财政局", values: { "规章/本年新制作数量": -1, "规章/无": 2, 规章: 3 } }] })).toEqual(["policy-value sources[0].values.规章/本年新制作数量", "policy-unknown-key sources[0].values：规章/无", "policy-unknown-key sources[0].values：规章"]);
    expect(parsePolicy({ sources: [], note: "" }).findings.map((finding) => sayFinding(finding))).toEqual(["来源设置中有不认识的项：note"]);
  });

  it("takes any JSON without throwing, and reads back what it writes", () => {
    fc.assert(fc.property(fc.jsonValue(), (json) => void parsePolicy(json)));
    fc.assert(fc.property(fc.array(fc.jsonValue()), (sources) => void parsePolicy({ sources })));
    const rule = fc.record(
      {
        table: fc.constant("disclosure" as const),
        rows: fc.subarray(form.rows.map((row) => row.id), { minLength: 1 }),
        from: fc.constant("provided" as const),
        provider: fc.constantFrom("市司法局", "市财政局"),
        kinds: fc.subarray(Object.keys(unitKindLabels), { minLength: 1 }),
        values: fc.dictionary(fc.constantFrom(...form.cells.map((cell) => cell.id)), fc.nat()),
        note: fc.constant("按主项计算"),
      },
      { requiredKeys: ["table", "from", "provider"] },
    );
    fc.assert(
      fc.property(fc.array(rule), (sources) => {
        const { policy, findings } = parsePolicy({ sources });
        expect(findings.filter((finding) => finding.code !== "policy-value")).toEqual([]);
        expect(parsePolicy(JSON.parse(JSON.stringify(formatPolicy(policy))))).toEqual({ policy, findings: [] });
      }),
    );
  });

  it("has its schema in docs/ (else write JSON.stringify(policySchema(), null, 2) there)", () => {
    expect(JSON.parse(readFileSync(join(__dirname, "../../docs/policy.schema.json"), "utf8"))).toEqual(JSON.parse(JSON.stringify(policySchema())));
  });
});
