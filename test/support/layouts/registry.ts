import { clipboardLayouts } from "./clipboard.ts";
import { htmlLayouts } from "./html.ts";
import { lineLayouts } from "./lines.ts";
import type { Layout, NumberStyleId } from "./model.ts";
import { numberStyles } from "./numbers.ts";
import { pdfLayouts } from "./pdf.ts";
import { pipeLayouts } from "./pipes.ts";
import { severalLayouts } from "./several.ts";
import { tabLayouts } from "./tabs.ts";
import { variantLayouts } from "./variants.ts";
import { wordLayouts } from "./word.ts";

/** Every layout in which a report is pasted (issue 4, "Layouts"), by family. */
export const layouts: readonly Layout[] = [
  ...lineLayouts,
  ...pipeLayouts,
  ...tabLayouts,
  ...pdfLayouts,
  ...htmlLayouts,
  ...wordLayouts,
  ...clipboardLayouts,
  ...variantLayouts,
  ...severalLayouts,
];

export function layoutOf(id: string): Layout {
  const layout = layouts.find((entry) => entry.id === id);
  if (!layout) throw new Error(`no layout ${id}`);
  return layout;
}

/** Number styles that a layout can bear. */
export const stylesFor = (layout: Layout): readonly NumberStyleId[] => numberStyles.map((style) => style.id).filter((id) => !layout.unfit.includes(id));
