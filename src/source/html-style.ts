/** What a page's styles do to a piece of text that decides how its figures read. */
export interface Effect {
  readonly hidden: boolean;
  /** Struck out: no longer valid. */
  readonly struck: boolean;
  /** Raised or lowered: a mark, no digit of the figure beside it. */
  readonly shifted: boolean;
}

const HIDDEN = /display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all|opacity\s*:\s*0(?![.\d])/i;
/** Of no size: white space between blocks, or text that nobody is to see. */
const NO_SIZE = /font-size\s*:\s*0(?![.\d])/i;
/** Out of the window, cut to nothing, or in a box of a dot's size: words for those who listen to a page. */
const OUT_OF_SIGHT = /(?:^|[;{\s])(?:left|top|text-indent)\s*:\s*-(?:\d{4,6}|999)|clip\s*:\s*rect\(\s*[01]\D|clip-path\s*:\s*inset\(\s*(?:50|100)%/i;
const PINHOLE = /(?:^|[;{\s])(?:width|height)\s*:\s*[01](?:px)?\s*(?:[;}!]|$)/i;
const TAKEN_OUT = /position\s*:\s*(?:absolute|fixed)|display\s*:\s*inline-block/i;
const CUT_OFF = /overflow\s*:\s*(?:hidden|clip)/i;
const isOutOfSight = (declarations: string) => OUT_OF_SIGHT.test(declarations) || (CUT_OFF.test(declarations) && TAKEN_OUT.test(declarations) && PINHOLE.test(declarations));
/** Classes of the kind in common use, where the sheet that describes them is not at hand. */
const LISTENED = /(?:^|\s)(?:sr-only|visually-hidden|visuallyhidden|screen-reader-text)(?:\s|$)/;

/** Shows what another rule may hide. */
const SHOWN = /display\s*:\s*(?!none)[a-z]|visibility\s*:\s*visible|opacity\s*:\s*(?:1|0?\.\d)/i;
const STRUCK = /text-decoration[a-z-]*\s*:[^;]*line-through/i;
const SHIFTED = /vertical-align\s*:\s*(?:super|sub)\b/i;

/** What declarations (of a `style` attribute or a rule) do to an element; `isLeaf`: to one that holds text alone. */
export const effectOf = (declarations: string, isLeaf: boolean): Effect => ({
  hidden: declarations !== "" && (HIDDEN.test(declarations) || (isLeaf && (NO_SIZE.test(declarations) || isOutOfSight(declarations)))),
  struck: STRUCK.test(declarations),
  shifted: SHIFTED.test(declarations),
});

const NONE: Effect = { hidden: false, struck: false, shifted: false };
const isNone = ({ hidden, struck, shifted }: Effect) => !hidden && !struck && !shifted;

/** A class or an id alone, with or without its tag's name: what hides single figures. Others depend on more than the element. */
const SIMPLE = /^[a-z0-9]*([.#][\w-]+)$/i;
const NAMES = /[.#][\w-]+/g;

/** The rules of style sheets that do something to text, by their selector (`.note`, `#old`). */
export type StyleRules = ReadonlyMap<string, Effect>;

/**
 * Finds the rules of style sheets' text. What stands within @media and the like holds only somewhere, and is passed
 * over; what some rule shows again is not hidden. Linear.
 */
export function readStyleRules(css: string): StyleRules {
  const rules = new Map<string, Effect>();
  const shown = new Set<string>();
  const text = css.replaceAll("<!--", " ").replaceAll("-->", " ").replace(/\/\*[^]*?\*\//g, " ");
  for (let at = 0; at < text.length; ) {
    const open = text.indexOf("{", at);
    if (open < 0) break;
    const selectors = text.slice(at, open).trim();
    const close = selectors.startsWith("@") ? closing(text, open) : text.indexOf("}", open);
    at = close < 0 ? text.length : close + 1;
    if (selectors.startsWith("@")) continue;
    const declarations = text.slice(open + 1, at);
    if (SHOWN.test(declarations)) for (const [name] of selectors.matchAll(NAMES)) shown.add(name);
    const effect = effectOf(declarations, true);
    if (isNone(effect)) continue;
    for (const selector of selectors.split(",")) {
      const name = SIMPLE.exec(selector.trim())?.[1];
      if (name) rules.set(name, effect);
    }
  }
  for (const name of shown) if (rules.get(name)?.hidden) rules.delete(name);
  return rules;
}

/** Where a block with blocks inside ends. */
function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === "{") depth++;
    else if (text[at] === "}" && --depth === 0) return at;
  }
  return text.length;
}

/** What a page's rules do to an element of these classes and this id that holds text alone. */
export function effectByRules(rules: StyleRules, classes: string | undefined, id: string | undefined): Effect {
  if (classes && LISTENED.test(classes)) return { ...NONE, hidden: true };
  if (rules.size === 0 || (!classes && !id)) return NONE;
  const names = [...(classes ?? "").split(/\s+/).map((name) => `.${name}`), `#${id ?? ""}`];
  const effects = names.map((name) => rules.get(name)).filter((effect) => effect !== undefined);
  return { hidden: effects.some(({ hidden }) => hidden), struck: effects.some(({ struck }) => struck), shifted: effects.some(({ shifted }) => shifted) };
}
