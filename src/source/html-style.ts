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
const LISTENED = new Set(["sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text"]);

/** Shows what another rule may hide. */
const SHOWN = /display\s*:\s*(?!none)[a-z]|visibility\s*:\s*visible|opacity\s*:\s*(?:1|0?\.\d)/i;
const STRUCK = /text-decoration[a-z-]{0,12}\s*:[^;:]*line-through/i;
const SHIFTED = /vertical-align\s*:\s*(?:super|sub|text-top|text-bottom|-?[\d.]{0,6}[1-9][\d.]{0,6}(?:px|pt|em|ex|rem|%))|mso-text-raise\s*:\s*-?[\d.]{0,6}[1-9]/i;

/** What declarations (of a `style` attribute or a rule) do to an element; `isLeaf`: to one within which nothing has a style of its own. */
export const effectOf = (declarations: string, isLeaf: boolean): Effect => ({
  hidden: declarations !== "" && (HIDDEN.test(declarations) || (isLeaf && (NO_SIZE.test(declarations) || isOutOfSight(declarations)))),
  struck: STRUCK.test(declarations),
  shifted: SHIFTED.test(declarations),
});

export const NONE: Effect = { hidden: false, struck: false, shifted: false };
const isNone = ({ hidden, struck, shifted }: Effect) => !hidden && !struck && !shifted;

/** An element as selectors see it. */
export interface Styled {
  readonly tag: string;
  readonly classes: readonly string[];
  readonly id: string | undefined;
  readonly attribute: (name: string) => string | undefined;
  readonly parent: Styled | undefined;
}

/** One step of a selector: a tag's name, classes and ids (`td.note#old`), each of which has to be there. */
interface Compound {
  readonly tag: string;
  /** With their dots and crosses. */
  readonly names: readonly string[];
  /** Names of attributes that have to be there, whatever their values. */
  readonly attributes: readonly string[];
}

interface Rule {
  /** From the element outwards, each step anywhere above the one before. */
  readonly steps: readonly Compound[];
  readonly effect: Effect;
}

/** A rule that prints something before or behind an element: `td.x::after { content: "万" }`. White space and quotation marks say nothing. */
const CONTENT = /content\s*:\s*(?:["']([^"']{1,60})["']|attr|counter)/i;
const SAYS = /[\p{L}\p{N}.%+-]/u;
const printsText = (declarations: string): boolean => {
  const found = CONTENT.exec(declarations);
  return found !== null && (found[1] === undefined || SAYS.test(found[1]));
};
const BESIDE = /::?(?:before|after)\s*$/i;
/** Parts of a selector that depend on more than names: what it hides or shows, nobody can tell here. */
const UNSEEN = /:(?:first|last|nth|only|not|empty)[a-z-]{0,20}(?:\([^)]{0,40}\))?/gi;
const ATTRIBUTES = /\[\s*([\w-]{1,40})[^\]]{0,80}\]/g;

/** Steps that depend on more than names (`:hover`, `[lang]`) are not looked at: nor is their rule. */
const COMPOUND = /^(?:\*|([a-z0-9]{0,20}))((?:[.#][\w-]{1,80})*)$/i;
const MOST_STEPS = 8;
/** Rules of one name that are looked at. */
const MOST_RULES = 64;
const NAMES = /[.#][\w-]+/g;
/** Rules within hold on every screen. */
const ON_SCREEN = /^@media\s+(?:only\s+)?(?:screen|all)$/i;

/** Rules within hold where a window is as wide as on a desk. */
const ON_DESK = /^@media\s+(?:(?:only\s+)?screen\s+and\s+)?\(\s*min-width\s*:\s*(?:\d{1,3}|1[0-2]\d\d)(?:\.\d+)?(?:px|em|rem)\s*\)$/i;

/** The rules of style sheets that do something to text, by a class or an id of the element itself (`.note`, `#old`). */
export interface StyleRules {
  readonly named: ReadonlyMap<string, readonly Rule[]>;
  /** Rules that print text of their own beside an element, or do something to some of the elements that they name. */
  readonly printing: readonly Rule[];
  /** Classes and ids that show on a desk what another class hides: `d-none d-md-table-cell`. */
  readonly onDesk: ReadonlySet<string>;
}

export const NO_RULES: StyleRules = { named: new Map(), printing: [], onDesk: new Set() };

/** Elements that are a piece of a text: of others a rule needs a class or an id. */
const PIECES = new Set(["span", "b", "i", "em", "strong", "small", "font", "u", "big", "ins", "var", "code", "kbd"]);

function stepsOf(selector: string, every = false): Compound[] | undefined {
  const steps = selector.trim().split(/\s*>\s*|\s+/);
  if (steps.length > MOST_STEPS) return undefined;
  const compounds: Compound[] = [];
  for (const step of steps.reverse()) {
    const attributes = every ? [...step.matchAll(ATTRIBUTES)].map(([, name]) => name!.toLowerCase()) : [];
    const found = COMPOUND.exec(attributes.length > 0 ? step.replace(ATTRIBUTES, "") : step);
    if (!found) return undefined;
    compounds.push({ tag: (found[1] ?? "").toLowerCase(), names: found[2]!.match(NAMES) ?? [], attributes });
  }
  const [own] = compounds;
  if (every) return own!.tag !== "" || own!.names.length > 0 || own!.attributes.length > 0 ? compounds : undefined;
  return compounds[0]!.names.length > 0 || PIECES.has(compounds[0]!.tag) ? compounds : undefined;
}

/**
 * Finds the rules of style sheets' text. What stands within @media of print and the like holds only somewhere, and is
 * passed over; what some rule shows again is not hidden. Linear.
 */
export function readStyleRules(css: string): StyleRules {
  const rules = new Map<string, Rule[]>();
  const printing: Rule[] = [];
  const shown = new Set<string>();
  const onDesk = new Set<string>();
  const text = css.replaceAll("<!--", " ").replaceAll("-->", " ").replace(/\/\*[^]*?\*\//g, " ");
  const read = (from: number, to: number, within: boolean) => {
    for (let at = from; at < to; ) {
      const open = text.indexOf("{", at);
      if (open < 0 || open >= to) break;
      const selectors = text.slice(at, open).trim();
      const close = selectors.startsWith("@") ? closing(text, open) : text.indexOf("}", open);
      at = close < 0 ? to : close + 1;
      if (!within && ON_SCREEN.test(selectors)) read(open + 1, Math.min(at, to) - 1, true);
      if (!within && ON_DESK.test(selectors)) for (const [, inner, declarations] of text.slice(open + 1, at).matchAll(/([^{}]{1,400})\{([^{}]{0,2000})\}/g)) if (SHOWN.test(declarations!)) for (const [name] of inner!.matchAll(NAMES)) onDesk.add(name);
      if (selectors.startsWith("@")) continue;
      const declarations = text.slice(open + 1, at);
      if (SHOWN.test(declarations)) for (const [name] of selectors.matchAll(NAMES)) shown.add(name);
      const effect = effectOf(declarations, true);
      const content = printsText(declarations);
      if (isNone(effect) && !content) continue;
      for (const selector of selectors.split(",")) {
        if (printing.length >= MOST_RULES) break;
        const told = content ? (BESIDE.test(selector) ? selector.replace(BESIDE, "") : undefined) : selector.replace(UNSEEN, "");
        const isSeen = told === selector && !selector.includes("[");
        const steps = told === undefined || isSeen ? undefined : stepsOf(told, true);
        if (steps) printing.push({ steps, effect });
      }
      if (isNone(effect)) continue;
      for (const selector of selectors.split(",")) {
        const steps = stepsOf(selector);
        const key = steps?.[0]?.names[0] ?? steps?.[0]?.tag;
        const known = key === undefined ? undefined : rules.get(key);
        if (known && known.length < MOST_RULES) known.push({ steps: steps!, effect });
        else if (steps && key && !known) rules.set(key, [{ steps, effect }]);
      }
    }
  };
  read(0, text.length, false);
  for (const name of shown) {
    const kept = rules.get(name)?.filter(({ effect }) => !effect.hidden);
    if (kept) rules.set(name, kept);
  }
  return { named: rules, printing, onDesk };
}

/** True where a style sheet prints text of its own at an element, or may hide it. */
export const prints = ({ printing }: StyleRules, element: Styled): boolean => printing.some((rule) => isMeant(element, rule));

/** Where a block with blocks inside ends. */
function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === "{") depth++;
    else if (text[at] === "}" && --depth === 0) return at;
  }
  return text.length;
}

const isStep = ({ tag, classes, id, attribute }: Styled, step: Compound) => step.attributes.every((name) => attribute(name) !== undefined) && (step.tag === "" || step.tag === tag) && step.names.every((name) => (name.startsWith("#") ? id === name.slice(1) : classes.includes(name.slice(1))));

function isMeant(element: Styled, { steps }: Rule): boolean {
  if (!isStep(element, steps[0]!)) return false;
  let step = 1;
  for (let above = element.parent; above && step < steps.length; above = above.parent) if (isStep(above, steps[step]!)) step++;
  return step === steps.length;
}

/** What a page's rules do to an element. */
export function effectByRules({ named: rules, onDesk }: StyleRules, element: Styled): Effect {
  const { classes, id } = element;
  if (classes.length === 0 && rules.size === 0) return NONE;
  if (classes.some((name) => LISTENED.has(name))) return { ...NONE, hidden: true };
  const names = [element.tag, ...classes.map((name) => `.${name}`), ...(id ? [`#${id}`] : [])];
  const effects = names.flatMap((name) => rules.get(name) ?? []).filter((rule) => isMeant(element, rule)).map(({ effect }) => effect);
  return { hidden: effects.some(({ hidden }) => hidden) && !names.some((name) => onDesk.has(name)), struck: effects.some(({ struck }) => struck), shifted: effects.some(({ shifted }) => shifted) };
}
