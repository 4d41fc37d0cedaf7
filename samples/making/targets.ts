/**
 * The figures that each sample city's units add up to, by row id.
 *
 * 2020: tables 三 and 四 as published by 驻马店市人民政府 for 2020, with the cells that the web page lost and the
 * balance rules force. 2024: made up.
 */

/** 自然人, 商业企业, 科研机构, 社会公益组织, 法律服务机构, 其他 (件). */
export type Applicants = readonly [number, number, number, number, number, number];

export const applicantColumns = ["natural-persons", "firms", "research-bodies", "public-welfare-bodies", "legal-service-bodies", "other-bodies"] as const;

/** 结果维持, 结果纠正, 其他结果, 尚未审结 (件). */
export type Results = readonly [number, number, number, number];

export const resultColumns = ["upheld", "corrected", "other-result", "pending"] as const;

export interface Target {
  readonly newlyReceived: Applicants;
  readonly carriedIn: Applicants;
  readonly carriedOut: Applicants;
  /** Leaf rows of (一) to (六); a row that is not named is all zero. */
  readonly outcomes: Readonly<Record<string, Applicants>>;
  readonly reviews: Readonly<Record<string, Results>>;
  /** Applications (一 + 二) of the counties and zones together; the departments have the rest. */
  readonly inCounties: number;
}

export const target2020: Target = {
  newlyReceived: [363, 6, 0, 1, 2, 0],
  carriedIn: [5, 1, 0, 0, 0, 0],
  carriedOut: [4, 0, 0, 0, 0, 0],
  outcomes: {
    granted: [179, 2, 0, 1, 0, 0],
    "partly-granted": [19, 0, 0, 0, 1, 0],
    "refused-state-secret": [0, 1, 0, 0, 0, 0],
    "refused-forbidden-by-law": [3, 0, 0, 0, 0, 0],
    "refused-third-party-rights": [9, 0, 0, 0, 0, 0],
    "refused-internal-affairs": [1, 0, 0, 0, 0, 0],
    "refused-deliberative": [5, 0, 0, 0, 0, 0],
    "refused-enforcement-file": [1, 0, 0, 0, 0, 0],
    "refused-administrative-query": [7, 1, 0, 0, 0, 0],
    "unavailable-not-held": [93, 1, 0, 0, 1, 0],
    "unavailable-must-be-created": [5, 1, 0, 0, 0, 0],
    "not-handled-complaint": [3, 0, 0, 0, 0, 0],
    "not-handled-repeated": [2, 0, 0, 0, 0, 0],
    "not-handled-publication": [1, 0, 0, 0, 0, 0],
    "not-handled-massive": [2, 0, 0, 0, 0, 0],
    "other-handling": [34, 1, 0, 0, 0, 0],
  },
  reviews: { reconsideration: [17, 8, 2, 0], "litigation-direct": [29, 0, 7, 0], "litigation-after-reconsideration": [6, 1, 0, 0] },
  inCounties: 204,
};

export const target2024: Target = {
  newlyReceived: [148, 12, 1, 2, 5, 3],
  carriedIn: [6, 1, 0, 0, 0, 0],
  carriedOut: [9, 0, 0, 0, 1, 0],
  outcomes: {
    granted: [61, 5, 1, 1, 1, 1],
    "partly-granted": [17, 2, 0, 0, 1, 0],
    "refused-forbidden-by-law": [2, 0, 0, 0, 0, 0],
    "refused-third-party-rights": [4, 1, 0, 0, 0, 0],
    "refused-internal-affairs": [3, 0, 0, 0, 0, 0],
    "refused-deliberative": [2, 0, 0, 0, 0, 0],
    "refused-administrative-query": [3, 0, 0, 0, 0, 0],
    "unavailable-not-held": [32, 3, 0, 1, 1, 1],
    "unavailable-must-be-created": [6, 1, 0, 0, 1, 0],
    "unavailable-still-unclear": [2, 0, 0, 0, 0, 0],
    "not-handled-complaint": [5, 0, 0, 0, 0, 1],
    "not-handled-repeated": [3, 0, 0, 0, 0, 0],
    "other-handling-not-corrected": [4, 1, 0, 0, 0, 0],
    "other-handling-rest": [1, 0, 0, 0, 0, 0],
  },
  reviews: { reconsideration: [8, 2, 1, 1], "litigation-direct": [5, 0, 1, 2], "litigation-after-reconsideration": [3, 0, 0, 1] },
  inCounties: 92,
};

/** Table 二 as 驻马店市人民政府 published it for 2020, by row: its three (or two) columns. Amounts in 万元. */
export const published2020 = {
  rules: [1, 1, 2],
  "normative-documents": [202, 202, 601],
  licensing: [294, 6, 98_537],
  "other-services": [1390, -58, 2_120_471],
  penalties: [1733, -24, 776],
  coercion: [77, 0, 16],
  fees: [22, 0],
  procurement: [708, "179092.2001"],
} as const;
