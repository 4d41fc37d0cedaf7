import type { EditionId } from "../../src/form/definition.ts";
import type { RenderOptions } from "../../test/support/layouts/model.ts";

export interface Look {
  readonly layout: string;
  readonly options: RenderOptions;
}

const look = (layout: string, options: RenderOptions = {}): Look => ({ layout, options });

/** How the units of a sample city hand in, in turn: the layouts of real reports, every figure printed. */
const looks: readonly Look[] = [
  look("lines-spaced", { numbers: "signed-word" }),
  look("pipes-trailing", { numbers: "plus-minus", width: "half" }),
  look("html", { surroundings: false }),
  look("lines-nbsp"),
  look("markdown"),
  look("pipes-trailing-fillers-apart", { title: "signature" }),
  look("tabs-excel", { numbers: "thousands" }),
  look("lines", { wording: "truncated" }),
  look("tabs-word", { numbers: "amount-wan", width: "half" }),
  look("lines-wide-padding", { numbers: "full-width-digits" }),
  look("html-without-tbody", { surroundings: false, numbers: "signed-long-word" }),
  look("pdf-rows"),
  look("markdown-without-separator", { numbers: "amount-wan" }),
  look("lines-spaced", { wording: "articles-worded", numbers: "amount-wan" }),
  look("pipe-rows", { wording: "annotated" }),
  look("pdf-first", { surroundings: false }),
  look("tabs-wps", { width: "half" }),
  look("lines-spaced-letters"),
  look("html-without-tbody", { surroundings: false, wording: "drifted" }),
  look("lines", { wording: "abbreviated", width: "half" }),
  look("lines-items-apart"),
  look("pipes-apart", { title: "none" }),
];

/** Articles have no wording of their own in edition 2021; the look is then the plain one. */
export function chooseLook(edition: EditionId, index: number): Look {
  const chosen = looks[index % looks.length]!;
  return edition === "2021" && chosen.options.wording === "articles-worded" ? look(chosen.layout) : chosen;
}
