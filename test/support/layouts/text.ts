import { makeLayout, type LayoutRecipe } from "./layout.ts";
import type { Drawing, Grid, Layout } from "./model.ts";
import { seededRandom, type Random } from "../random.ts";

export interface TextRecipe extends Omit<LayoutRecipe, "kind" | "write"> {
  /** Lines of one table. */
  readonly grid: (grid: Grid, random: Random) => readonly string[];
  /** Empty lines between all lines, as web pages leave them. */
  readonly spaced?: boolean;
  /** Before each line of prose. */
  readonly indent?: string;
  /** Changes the whole, line by line (pages of a PDF). */
  readonly lines?: (lines: readonly string[], drawing: Drawing, random: Random) => readonly string[];
  readonly prose?: (text: string) => readonly string[];
}

/** A layout that writes plain text: prose one paragraph a line, tables by `grid`. */
export function textLayout(recipe: TextRecipe): Layout {
  const { grid, spaced, indent = "", lines, prose = (text) => [text], ...rest } = recipe;
  return makeLayout({
    ...rest,
    kind: "text",
    write: (drawing, options) => {
      const random = seededRandom((options.seed ?? 1) + 7919);
      const body = drawing.parts.flatMap((part) => (part.kind === "grid" ? grid(part.grid, random) : prose(part.text).map((text) => (part.role === "prose" ? indent : "") + text)));
      const all = lines ? lines(body, drawing, random) : body;
      return `${all.join(spaced ? "\n\n" : "\n")}\n`;
    },
  });
}
