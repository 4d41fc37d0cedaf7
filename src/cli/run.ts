import { helpText } from "./help.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";

type Command = (words: readonly string[], terminal: Terminal) => Promise<number>;

/** Loaded when called, so that `--help` and a wrong flag answer at once. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  extract: async () => (await import("./extract.ts")).extract,
  check: async () => (await import("./check.ts")).check,
  consolidate: async () => (await import("./consolidate.ts")).consolidate,
  template: async () => (await import("./template.ts")).template,
};

/**
 * Runs one command and gives its exit code: 0 no 错误, 1 some, 2 wrong usage or nothing read.
 *
 * Never throws and never shows a stack trace: anything that goes wrong is one line on stderr and exit 2.
 * `GOV_DISCLOSURE_DEBUG=1` adds the stack, for developers.
 */
export async function runCommandLine(words: readonly string[], terminal: Terminal): Promise<number> {
  try {
    return await run(words, terminal);
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    terminal.warn(error instanceof UsageError ? message : `程序出错（internal error）：${message.split("\n")[0]}。设置环境变量 GOV_DISCLOSURE_DEBUG=1 可看详情。`);
    if (process.env.GOV_DISCLOSURE_DEBUG && stack) terminal.warn(stack);
    return 2;
  }
}

async function run([name, ...words]: readonly string[], terminal: Terminal): Promise<number> {
  const before = words.slice(0, words.includes("--") ? words.indexOf("--") : words.length);
  if (name === "help" || name === "--help" || name === "-h" || before.some((word) => word === "--help" || word === "-h")) {
    terminal.print(helpText);
    return 0;
  }
  const list = Object.keys(commands).join("、");
  if (name === undefined) throw new UsageError(`请写命令（no COMMAND given）：${list}；用 --help 看用法。`);
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) throw new UsageError(`没有“${name}”这个命令（unknown command），可用：${list}；用 --help 看用法。`);
  return (await load())(words, terminal);
}
