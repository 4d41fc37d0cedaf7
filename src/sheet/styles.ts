/** One look of a cell. Sizes in points, colours RRGGBB. SimSun is 宋体, SimHei 黑体. */
export interface Style {
  readonly font: "SimSun" | "SimHei";
  readonly size: number;
  readonly bold?: boolean;
  readonly colour?: string;
  readonly fill?: string;
  readonly horizontal: "left" | "center" | "right";
  readonly vertical: "center" | "top";
  readonly wrap?: boolean;
  /** Smaller print rather than #### where a figure is too wide. */
  readonly shrink?: boolean;
  readonly border?: boolean;
  readonly underline?: boolean;
}

const base = { font: "SimSun", size: 9, horizontal: "left", vertical: "center" } as const satisfies Style;
const boxed = { ...base, border: true, wrap: true } as const;
const figure = { ...base, border: true, horizontal: "center", shrink: true } as const;
const HEAD_FILL = "EEF2F7";

/** Every look used in our workbooks. Fills of figures say how a figure came to be; the legend explains them. */
export const styles = {
  title: { ...base, font: "SimHei", size: 15, horizontal: "center" },
  caption: { ...base, size: 10 },
  captionRight: { ...base, size: 10, horizontal: "right" },
  captionInput: { ...base, size: 10, fill: "FFFBE6" },
  section: { ...base, font: "SimHei", size: 11 },
  band: { ...boxed, horizontal: "center", fill: HEAD_FILL },
  header: { ...boxed, horizontal: "center", fill: HEAD_FILL },
  /** Headings of one-column figures: four characters on a line. */
  headerNarrow: { ...boxed, size: 8, horizontal: "center", fill: HEAD_FILL },
  label: boxed,
  labelCentred: { ...boxed, horizontal: "center" },
  figure,
  figureTotal: { ...figure, bold: true },
  figureDerived: { ...figure, fill: "DDEBF7" },
  figureBlank: { ...figure, fill: "E4E4E4" },
  figureEdited: { ...figure, fill: "FFE699" },
  figureConverted: { ...figure, fill: "E4DFEC" },
  figureDoubtful: { ...figure, fill: "FCE4D6" },
  figureProvided: { ...figure, fill: "E2EFDA" },
  figureInput: { ...figure, fill: "FFFBE6" },
  sideTitle: { ...base, font: "SimHei", size: 10 },
  sideHeader: { ...boxed, bold: true, fill: HEAD_FILL },
  side: { ...base, border: true, shrink: true },
  sideNumber: { ...base, border: true, horizontal: "right" },
  sideCentred: { ...base, border: true, horizontal: "center" },
  note: { ...base, colour: "595959" },
  listHeader: { ...boxed, bold: true, horizontal: "center", fill: HEAD_FILL },
  list: boxed,
  listCentred: { ...boxed, horizontal: "center" },
  /** What the running text says otherwise, and what it says of some units only. */
  listDiffers: { ...boxed, horizontal: "center", fill: "FFC7CE", colour: "9C0006" },
  listDoubtful: { ...boxed, horizontal: "center", fill: "FFF2CC", colour: "7F6000" },
  listFigure: { ...base, border: true, horizontal: "right" },
  listLink: { ...boxed, colour: "0563C1", underline: true },
  plain: base,
} as const satisfies Record<string, Style>;

export type StyleName = keyof typeof styles;

/** What conditional formats paint. */
export const looks = {
  good: { fill: "E2F0D9", colour: "375623" },
  bad: { fill: "FFC7CE", colour: "9C0006" },
  doubtful: { fill: "FFF2CC", colour: "7F6000" },
} as const;
