/** A page as pdf.js parses it. `transform` leads to points from the page's top left corner. */
export interface PageOperators {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly transform: readonly number[];
  readonly operators: readonly number[];
  readonly operands: readonly unknown[];
  readonly fontOf: (id: string) => { readonly fontMatrix?: readonly number[]; readonly vertical?: boolean } | undefined;
}

/** A printed character: left and right edge and baseline, in points from the page's top left corner. */
export interface Glyph {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  /** A space is printed before it. */
  readonly spaced?: true;
}

/** A straight line, upright or level: `at` is its x or y, from `from` to `to` along the other axis. */
export interface Rule {
  readonly upright: boolean;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface PagePrint {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  readonly rules: readonly Rule[];
}

type Matrix = readonly [number, number, number, number, number, number];
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

const multiply = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1], m[1] * n[0] + m[3] * n[1], m[0] * n[2] + m[2] * n[3], m[1] * n[2] + m[3] * n[3], m[0] * n[4] + m[2] * n[5] + m[4], m[1] * n[4] + m[3] * n[5] + m[5],
];

/** Numbers of pdf.js's operators. */
const OPS = { save: 10, restore: 11, transform: 12, charSpacing: 33, wordSpacing: 34, hScale: 35, leading: 36, font: 37, rise: 39, beginText: 31, move: 40, leadingMove: 41, matrix: 42, nextLine: 43, show: 44, formBegin: 74, formEnd: 75, groupBegin: 76, groupEnd: 77, path: 91 } as const;

interface State {
  matrix: Matrix;
  charSpacing: number;
  wordSpacing: number;
  hScale: number;
  leading: number;
  rise: number;
  size: number;
  /** Glyph units per text unit. */
  unit: number;
  vertical: boolean;
}

interface FontGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
}

/** Follows a page's operators and notes where every character and every straight line is printed. */
export function readPrint(page: PageOperators): PagePrint {
  const reader = new PrintReader(page);
  page.operators.forEach((operator, at) => reader.take(operator, page.operands[at]));
  return { number: page.number, width: page.width, height: page.height, glyphs: reader.glyphs, rules: reader.rules };
}

class PrintReader {
  readonly glyphs: Glyph[] = [];
  readonly rules: Rule[] = [];
  private state: State;
  private readonly saved: State[] = [];
  private text: Matrix = IDENTITY;
  private line: Matrix = IDENTITY;
  private spaced = false;

  constructor(private readonly page: PageOperators) {
    this.state = { matrix: page.transform as unknown as Matrix, charSpacing: 0, wordSpacing: 0, hScale: 1, leading: 0, rise: 0, size: 1, unit: 0.001, vertical: false };
  }

  take(operator: number, operands: unknown): void {
    const { state } = this;
    const args = (operands ?? []) as readonly number[];
    switch (operator) {
      case OPS.save:
        return void this.saved.push({ ...state });
      case OPS.restore:
      case OPS.formEnd:
      case OPS.groupEnd:
        this.state = this.saved.pop() ?? state;
        return;
      case OPS.transform:
        state.matrix = multiply(state.matrix, args as unknown as Matrix);
        return;
      case OPS.formBegin:
        this.saved.push({ ...state });
        if (Array.isArray(args[0])) state.matrix = multiply(state.matrix, args[0] as unknown as Matrix);
        return;
      case OPS.groupBegin:
        this.saved.push({ ...state });
        return;
      case OPS.charSpacing:
        state.charSpacing = args[0]!;
        return;
      case OPS.wordSpacing:
        state.wordSpacing = args[0]!;
        return;
      case OPS.hScale:
        state.hScale = args[0]! / 100;
        return;
      case OPS.leading:
        state.leading = args[0]!;
        return;
      case OPS.rise:
        state.rise = args[0]!;
        return;
      case OPS.font:
        return this.setFont(args as unknown as readonly [string, number]);
      case OPS.beginText:
        this.text = this.line = IDENTITY;
        return;
      case OPS.matrix:
        this.text = this.line = (Array.isArray(args[0]) || ArrayBuffer.isView(args[0]) ? args[0] : args) as unknown as Matrix;
        return;
      case OPS.move:
        return this.move(args[0]!, args[1]!);
      case OPS.leadingMove:
        state.leading = -args[1]!;
        return this.move(args[0]!, args[1]!);
      case OPS.nextLine:
        return this.move(0, -state.leading);
      case OPS.show:
        return this.show(args[0] as unknown as readonly (FontGlyph | number)[]);
      case OPS.path:
        return this.draw(args as unknown as readonly [number, readonly [Float32Array | null]]);
    }
  }

  private move(x: number, y: number): void {
    this.text = this.line = multiply(this.line, [1, 0, 0, 1, x, y]);
  }

  private setFont([id, size]: readonly [string, number]): void {
    const font = this.page.fontOf(id);
    this.state.size = size;
    this.state.unit = font?.fontMatrix?.[0] ?? 0.001;
    this.state.vertical = font?.vertical === true;
  }

  private show(glyphs: readonly (FontGlyph | number)[]): void {
    const { state } = this;
    const place = multiply(state.matrix, this.text);
    const height = Math.abs(state.size) * Math.hypot(place[2], place[3]);
    const isLevel = Math.abs(place[0]) >= Math.abs(place[1]);
    let x = 0;
    for (const glyph of glyphs) {
      if (typeof glyph === "number") {
        x -= (glyph / 1000) * state.size * state.hScale;
        continue;
      }
      const width = glyph.width * state.unit * state.size * state.hScale;
      const text = glyph.unicode;
      if (isLevel && !state.vertical && text.trim() !== "" && height > 1) {
        const start = place[0] * x + place[2] * state.rise + place[4];
        const end = place[0] * (x + width) + place[2] * state.rise + place[4];
        this.glyphs.push({ text, left: Math.min(start, end), right: Math.max(start, end), baseline: place[1] * x + place[3] * state.rise + place[5], size: height, ...(this.spaced ? { spaced: true } : {}) });
      }
      this.spaced = text.trim() === "";
      x += width + (state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0)) * state.hScale;
    }
    this.text = multiply(this.text, [1, 0, 0, 1, x, 0]);
  }

  private draw([paint, [path]]: readonly [number, readonly [Float32Array | null]]): void {
    const strokes = paint === 20 || paint === 21 || (paint >= 24 && paint <= 27);
    const fills = paint >= 22 && paint <= 27;
    if (!path || (!strokes && !fills)) return;
    for (const points of subpathsOf(path, this.state.matrix)) {
      if (strokes) for (let at = 1; at < points.length; at++) this.addRule(points[at - 1]!, points[at]!);
      if (!fills) continue;
      const xs = points.map(([x]) => x);
      const ys = points.map(([, y]) => y);
      const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
      // A line is often a thin filled rectangle.
      if (right - left <= THICKEST && bottom - top > THICKEST) this.addRule([(left + right) / 2, top], [(left + right) / 2, bottom]);
      else if (bottom - top <= THICKEST && right - left > THICKEST) this.addRule([left, (top + bottom) / 2], [right, (top + bottom) / 2]);
    }
  }

  private addRule([x0, y0]: Point, [x1, y1]: Point): void {
    if (Math.abs(x0 - x1) < 0.7 && Math.abs(y0 - y1) > THICKEST) this.rules.push({ upright: true, at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1) });
    else if (Math.abs(y0 - y1) < 0.7 && Math.abs(x0 - x1) > THICKEST) this.rules.push({ upright: false, at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) });
  }
}

type Point = readonly [number, number];
const THICKEST = 2.5;

/** Corners of a path's parts on the page; curves count as their chords. */
function subpathsOf(path: Float32Array, matrix: Matrix): Point[][] {
  const parts: Point[][] = [];
  let part: Point[] = [];
  const lengths = [2, 2, 6, 4, 0];
  for (let at = 0; at < path.length; ) {
    const step = path[at++]!;
    const length = lengths[step];
    if (length === undefined) break;
    if (step === 0 && part.length > 0) parts.push((part = []));
    else if (parts.length === 0) parts.push(part);
    if (step === 4) {
      if (part[0]) part.push(part[0]);
    } else {
      const [x, y] = [path[at + length - 2]!, path[at + length - 1]!];
      part.push([matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]]);
    }
    at += length;
  }
  return parts;
}
