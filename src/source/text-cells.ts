import { isPipe, isSpace, isTab, Mark, type Line } from "./text-lines.ts";

/** A quoted cell of a sheet runs on over no more lines. */
const LONGEST_CELL = 12;

/** Cells of a row of csv text; a mark within quotes parts nothing, the quotes are no print. */
export function splitMarked(raw: string, mark: string): { raw: string; from: number }[] {
  const cells: { raw: string; from: number }[] = [];
  let from = 0;
  let quoted = false;
  for (let at = 0; at <= raw.length; at++) {
    if (raw[at] === '"') quoted = !quoted;
    if (at < raw.length && (quoted || raw[at] !== mark)) continue;
    const cell = raw.slice(from, at);
    const bare = cell[0] === '"' ? /^"(.*)"$/.exec(cell)?.[1] : undefined;
    cells.push(bare === undefined ? { raw: cell, from } : { raw: bare, from: from + 1 });
    from = at + 1;
  }
  return cells;
}

/** True where a cell begins with a quotation mark that the line does not close. */
function opensCell(raw: string): boolean {
  const from = raw[0] === '"' ? 0 : Math.max(raw.indexOf('\t"'), raw.indexOf(',"')) + 1;
  if (from === 0 && raw[0] !== '"') return false;
  let marks = 0;
  for (let at = from; at < raw.length; at++) if (raw[at] === '"') marks++;
  return marks % 2 === 1;
}

/** Excel puts quotation marks around a cell of several lines: such lines are one, its breaks white space within the cell. */
export function joinQuoted(lines: readonly Line[], text: string): readonly Line[] {
  if (!text.includes('"')) return lines;
  const joined: Line[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    let end = at;
    if (opensCell(line.raw)) {
      let odd = true;
      for (let next = at + 1; next < lines.length && lines[next]!.number - line.number <= LONGEST_CELL * 2; next++) {
        const { raw } = lines[next]!;
        for (let mark = raw.indexOf('"'); mark >= 0; mark = raw.indexOf('"', mark + 1)) odd = !odd;
        if (!odd) {
          if (/"(?:\t|,|$)/.test(raw)) end = next;
          break;
        }
      }
    }
    const marks = end === at ? 0 : lines.slice(at, end + 1).reduce((all, other) => all | other.marks, 0);
    if (!(marks & (Mark.border | Mark.comma))) {
      joined.push(line);
      continue;
    }
    const last = lines[end]!;
    joined.push({ ...line, raw: text.slice(line.start, last.start + last.raw.length), marks: marks | Mark.space });
    at = end;
  }
  return joined;
}

/** A cell as a sheet's clipboard quotes it: marks around it are no print, doubled ones are single. */
function withoutMarks(cell: { raw: string; from: number }): { raw: string; from: number } {
  const { raw, from } = cell;
  if (raw.length < 2 || raw[0] !== '"' || raw[raw.length - 1] !== '"') return cell;
  return { raw: raw.slice(1, -1), from: from + 1 };
}

/** Cells of a line with tabs or pipes; borders at both ends are not cells. Empty where the line holds borders only. */
export function splitCells(raw: string, marks: number): { raw: string; from: number }[] {
  let pipes = false;
  let content = false;
  for (let at = 0; at < raw.length && !(pipes && content); at++) {
    const code = raw.charCodeAt(at);
    if (isPipe(code)) pipes = true;
    else if (!isSpace(code)) content = true;
  }
  if (pipes && !content) return [];
  const cells: { raw: string; from: number }[] = [];
  let from = 0;
  for (let at = 0; at <= raw.length; at++) {
    if (at < raw.length) {
      const code = raw.charCodeAt(at);
      if (pipes ? !isPipe(code) : !isTab(code)) continue;
    }
    const cell = { raw: raw.slice(from, at), from };
    cells.push(marks & Mark.space ? withoutMarks(cell) : cell);
    from = at + 1;
  }
  if (pipes) {
    if (cells[0]!.raw.trim() === "") cells.shift();
    if (cells.length && cells[cells.length - 1]!.raw.trim() === "") cells.pop();
  }
  return cells;
}
