import { findForm } from "../../../src/form/forms.ts";
import type { Report, ReportTable } from "../../../src/report/model.ts";
import { seededRandom, type Random } from "../random.ts";
import { drawDisclosure } from "./draw-disclosure.ts";
import { drawRequests } from "./draw-requests.ts";
import { drawReviews } from "./draw-reviews.ts";
import type { Drawing, Grid, Part, Prose, RenderOptions } from "./model.ts";
import { half, penFor } from "./pen.ts";
import { writeProse } from "./prose.ts";
import { wordingOf } from "./wording.ts";

function drawGrid(table: ReportTable, options: RenderOptions, random: Random): Grid {
  const form = findForm(table.table, table.edition);
  if (!form) throw new Error(`no form ${table.table} ${table.edition}`);
  const pen = penFor(table, form, options, random);
  const drawers = { bands: drawDisclosure, grid: drawRequests, strip: drawReviews, list: undefined } as const;
  const draw = drawers[form.definition.layout];
  if (!draw) throw new Error(`no drawing of a ${form.definition.layout}`);
  return { table: table.table, edition: table.edition, ...draw(pen) };
}

/**
 * A report as the list of everything that will be printed: prose lines and table cells with their spans.
 *
 * Words are made up; figures are printed in the wanted number style. The layouts only arrange what this returns.
 */
export function drawReport(report: Report, options: RenderOptions = {}): Drawing {
  const random = seededRandom(options.seed ?? 1);
  const words: Prose = (options.prose ?? writeProse)(report, random);
  const spell = wordingOf(options.wording ?? "official").spell ?? ((text: string) => text);
  // Names of units have no official traditional spelling here: only headings and labels are converted.
  const spelled = (role: string) => role === "section" || options.wording !== "traditional";
  const fit = (text: string, role: string) => {
    const width = options.width === "half" ? half(text) : text;
    return spelled(role) ? spell(width) : width;
  };
  const glue = (text: string) => (options.gluedYear ? text.replace(/(\d{4})年(1月1日)/, "$1$2") : text);
  const lines = (role: "page" | "title" | "section" | "prose", ...texts: readonly string[]): Part[] =>
    texts.map((text) => ({ kind: "line", role, text: fit(glue(text), role) }));
  const shown = (table: ReportTable["table"]): Part[] => {
    const found = report.tables.find((entry) => entry.table === table);
    const without = options.variations?.includes("without-tables") || (options.variations?.includes("one-table") && table !== "requests");
    return found && !without ? [{ kind: "grid", grid: drawGrid(found, options, random) }] : [];
  };
  const place = options.title ?? "title";
  const around = options.surroundings ?? true;
  const parts: Part[] = [
    ...(around ? lines("page", ...words.header) : []),
    ...(place === "title" ? lines("title", words.title) : []),
    ...lines("prose", ...words.intro),
    ...lines("section", "一、总体情况"),
    ...lines("prose", ...words.overview),
    ...lines("section", "二、主动公开政府信息情况"),
    ...shown("disclosure"),
    ...lines("section", "三、收到和处理政府信息公开申请情况"),
    ...shown("requests"),
    ...lines("section", random.pick(["四、政府信息公开行政复议、行政诉讼情况", "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况"])),
    ...shown("reviews"),
    ...lines("section", random.pick(["五、存在的主要问题及改进情况", "五、政府信息公开工作存在的主要问题及改进措施"])),
    ...lines("prose", ...words.problems),
    ...lines("section", "六、其他需要报告的事项"),
    ...lines("prose", ...words.other),
    ...(place === "signature" ? lines("prose", report.unit, `${(report.year ?? 2020) + 1}年1月${random.int(5, 28)}日`) : []),
    ...(around ? lines("page", ...words.footer) : []),
  ];
  return { title: fit(words.title, "title"), parts };
}
