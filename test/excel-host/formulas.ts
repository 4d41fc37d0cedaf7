/** A text, or a reference to a sheet before its `!`, quoted or not. */
const TOKEN = /"(?:[^"]|"")*"|'((?:[^']|'')+)'!|([A-Za-z_\u3400-\u9fff\uff00-\uffef（）][\w.\u3400-\u9fff\uff00-\uffef（）]*)!/g;
const PLAIN_NAME = /^[A-Za-z_\u3400-\u9fff\uff00-\uffef（）][\w.\u3400-\u9fff\uff00-\uffef（）]*$/;

/** Replaces the sheets that a formula names by `[[id]]`, so that renamed sheets are followed; null where one is not there. */
export function bindFormula(formula: string, idOf: (name: string) => string | undefined): string | null {
  let known = true;
  const bound = formula.replace(TOKEN, (token, quoted: string | undefined, plain: string | undefined) => {
    const name = quoted?.replaceAll("''", "'") ?? plain;
    if (name === undefined) return token;
    const id = idOf(name);
    if (id === undefined) known = false;
    return `[[${id}]]!`;
  });
  return known ? bound : null;
}

/** The formula as Excel shows it: quotes only where a name needs them, `#REF!` where the sheet is gone. */
export const showFormula = (bound: string, nameOf: (id: string) => string | undefined): string =>
  bound.replace(/\[\[([^\]]+)\]\]!/g, (_, id: string) => {
    const name = nameOf(id);
    if (name === undefined) return "#REF!";
    return PLAIN_NAME.test(name) ? `${name}!` : `'${name.replaceAll("'", "''")}'!`;
  });
