import type { Rule } from "./print.ts";

/** A table by its ruled lines: borders of columns and rows, and for each place the place at which its cell begins. */
export interface RuledTable {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** By row and column: the top-left place of the cell that covers it, as `row * columns + column`. */
  readonly owner: readonly number[];
}

/** Lines within this many points of each other are one. */
const NEAR = 2.5;
/** More lines than any report's page has: a drawing. */
const MOST_RULES = 4000;

/** Sorted positions, those near each other joined to their mean. */
function positions(values: readonly number[]): number[] {
  const groups: number[][] = [];
  for (const value of [...values].sort((a, b) => a - b)) {
    const group = groups[groups.length - 1];
    if (group && value - group[group.length - 1]! <= NEAR) group.push(value);
    else groups.push([value]);
  }
  return groups.map((group) => group.reduce((sum, value) => sum + value, 0) / group.length);
}

const touches = (a: Rule, b: Rule): boolean => {
  if (a.upright === b.upright) return Math.abs(a.at - b.at) <= NEAR && a.from <= b.to + NEAR && b.from <= a.to + NEAR;
  return b.at >= a.from - NEAR && b.at <= a.to + NEAR && a.at >= b.from - NEAR && a.at <= b.to + NEAR;
};

/** Lines that touch each other, directly or along others. */
function connected(rules: readonly Rule[]): Rule[][] {
  const left = new Set(rules);
  const groups: Rule[][] = [];
  for (const first of rules) {
    if (!left.delete(first)) continue;
    const group = [first];
    for (let at = 0; at < group.length; at++) {
      for (const other of left) if (touches(group[at]!, other)) {
        left.delete(other);
        group.push(other);
      }
    }
    groups.push(group);
  }
  return groups;
}

/** True where lines of one direction cover the middle of `from` to `to` at a position. */
const covers = (rules: readonly Rule[], at: number, from: number, to: number) => rules.some((rule) => Math.abs(rule.at - at) <= NEAR && rule.from <= (from + to) / 2 && rule.to >= (from + to) / 2);

function tableOf(rules: readonly Rule[]): RuledTable | undefined {
  const upright = rules.filter((rule) => rule.upright);
  const level = rules.filter((rule) => !rule.upright);
  const xs = positions(upright.map((rule) => rule.at));
  const ys = positions(level.map((rule) => rule.at));
  if (xs.length < 1 || ys.length < 2) return undefined;
  // Tables open at their sides have no outer upright lines, but level ones that reach further.
  const [left, right] = [Math.min(...level.map((rule) => rule.from)), Math.max(...level.map((rule) => rule.to))];
  if (left < xs[0]! - 10) xs.unshift(left);
  if (right > xs[xs.length - 1]! + 10) xs.push(right);
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  if (columns < 2 || rows < 1 || columns * rows > 50_000) return undefined;

  const owner = Array.from({ length: rows * columns }, (_, at) => at);
  const find = (at: number): number => (owner[at] === at ? at : (owner[at] = find(owner[at]!)));
  const join = (a: number, b: number) => {
    const [first, second] = [find(a), find(b)];
    owner[Math.max(first, second)] = Math.min(first, second);
  };
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column;
      if (column + 1 < columns && !covers(upright, xs[column + 1]!, ys[row]!, ys[row + 1]!)) join(at, at + 1);
      if (row + 1 < rows && !covers(level, ys[row + 1]!, xs[column]!, xs[column + 1]!)) join(at, at + columns);
    }
  }
  return { xs, ys, owner: owner.map((_, at) => find(at)) };
}

/** The ruled tables of a page from top to bottom: two columns or more. Underlines, frames and drawings are none. */
export function findRuledTables(rules: readonly Rule[]): RuledTable[] {
  if (rules.length > MOST_RULES) return [];
  return connected(rules).flatMap((group) => tableOf(group) ?? []).sort((a, b) => a.ys[0]! - b.ys[0]!);
}

/** Row or column of a position between sorted borders, or -1 outside of them. */
export function stripeOf(borders: readonly number[], at: number): number {
  if (at < borders[0]! || at > borders[borders.length - 1]!) return -1;
  let low = 0;
  let high = borders.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (borders[middle]! <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
