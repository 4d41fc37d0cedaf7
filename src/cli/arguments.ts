import { UsageError } from "./usage-error.ts";

/** A flag of a command. `later` is in the contract but not built yet; naming it ends the run with one line. */
export interface Flag {
  readonly takes: "nothing" | "file" | "text";
  readonly required?: true;
  readonly later?: true;
}

export interface Arguments {
  readonly paths: readonly string[];
  /** Values by flag name without dashes; a flag that takes nothing is `"true"`. */
  readonly values: Readonly<Record<string, string | undefined>>;
}

const seeHelp = "用 --help 看用法";

/**
 * Splits a command's words into paths and flags. `--flag value` and `--flag=value` are the same; all after `--` is a path.
 *
 * Throws UsageError on a flag that is unknown, not built yet, given twice, without its value, or missing.
 */
export function parseArguments(words: readonly string[], flags: Readonly<Record<string, Flag>>): Arguments {
  const paths: string[] = [];
  const values: Record<string, string> = {};
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === "--") {
      paths.push(...rest.splice(0));
    } else if (!word.startsWith("-") || word === "-") {
      paths.push(word);
    } else {
      const equals = word.indexOf("=");
      const name = (equals < 0 ? word : word.slice(0, equals)).replace(/^--/, "");
      const flag = Object.hasOwn(flags, name) ? flags[name] : undefined;
      if (!flag) throw new UsageError(`没有 ${equals < 0 ? word : word.slice(0, equals)} 这个选项（unknown flag），${seeHelp}。`);
      if (flag.later) throw new UsageError(`--${name} 尚未实现（not built yet）。`);
      if (name in values) throw new UsageError(`--${name} 写了两次，只能写一次。`);
      values[name] = flag.takes === "nothing" ? takeNothing(name, equals) : takeValue(name, equals < 0 ? rest.shift() : word.slice(equals + 1));
    }
  }
  for (const [name, flag] of Object.entries(flags)) {
    if (flag.required && values[name] === undefined) throw new UsageError(`缺少 --${name}（required flag missing），${seeHelp}。`);
  }
  return { paths, values };
}

function takeNothing(name: string, equals: number): string {
  if (equals >= 0) throw new UsageError(`--${name} 后面不带值。`);
  return "true";
}

function takeValue(name: string, value: string | undefined): string {
  if (value === undefined || value === "" || value.startsWith("--")) throw new UsageError(`--${name} 后面要有一个值（value missing），${seeHelp}。`);
  return value;
}

/** A report year of four digits. Throws UsageError on anything else. */
export function parseYear(text: string): number {
  const year = /^\d{4}$/.test(text) ? Number(text) : 0;
  if (year < 2008 || year > 2100) throw new UsageError(`--year ${text} 不是年度，应为四位数字，如 2020。`);
  return year;
}
