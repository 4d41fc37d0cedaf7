import { mkdir, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, extname, join, relative, resolve } from "node:path";
import { UsageError } from "./usage-error.ts";

export interface OutputFile {
  readonly path: string;
  readonly bytes: Uint8Array | string;
}

const realPathOf = (path: string) => realpath(path).catch(() => path);

/**
 * Makes a flag's file path absolute and checks it before any work is done. Undefined stays undefined.
 *
 * Throws UsageError when the path is a folder or has another extension than the file will be.
 */
export async function planOutput(flag: string, value: string | undefined, from: string): Promise<string | undefined> {
  if (value === undefined) return undefined;
  const path = resolve(from, value);
  const wanted = flag === "out" ? ".xlsx" : ".csv";
  if (extname(path).toLowerCase() !== wanted) throw new UsageError(`--${flag} ${value}：文件名应以 ${wanted} 结尾。`);
  if ((await stat(path).catch(() => undefined))?.isDirectory()) throw new UsageError(`--${flag} ${value} 是文件夹，请写文件名。`);
  return path;
}

/** Throws UsageError when two outputs are one file, or an output would overwrite a file that is read. */
export async function refuseOverwriting(outputs: readonly (string | undefined)[], inputs: readonly string[]): Promise<void> {
  const read = new Set(await Promise.all(inputs.map(realPathOf)));
  const seen = new Set<string>();
  for (const output of outputs) {
    if (output === undefined) continue;
    const real = await realPathOf(output);
    if (read.has(real)) throw new UsageError(`${basename(output)} 是要读的文件，不能覆盖，请换一个文件名。`);
    if (seen.has(real)) throw new UsageError(`${basename(output)} 不能同时写两种内容，请分别写文件名。`);
    seen.add(real);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "不能建立所在的文件夹",
  EACCES: "没有写权限",
  EPERM: "没有写权限",
  EROFS: "磁盘是只读的",
  ENOSPC: "磁盘已满",
  ENOTDIR: "路径中有一段不是文件夹",
  EEXIST: "路径中有一段不是文件夹",
  EBUSY: "文件正在被其他程序使用",
};

/** As `mkdir -p`. (Node's own recursive mkdir never ends where the system denies a folder with ENOENT, as in /proc.) */
async function makeFolder(path: string): Promise<void> {
  const isFolder = async () => (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
  if (await isFolder()) return;
  if (dirname(path) !== path) await makeFolder(dirname(path));
  await mkdir(path).catch(async (error: unknown) => {
    if (!(await isFolder())) throw error;
  });
}

/**
 * Writes every file whole or not at all: first all of them beside their places under other names, then all renamed.
 * Folders are made as needed. Throws UsageError naming the file that could not be written.
 */
export async function writeOutputs(outputs: readonly OutputFile[]): Promise<void> {
  const written: { path: string; draft: string }[] = [];
  try {
    for (const { path, bytes } of outputs) {
      // A draft of another run never stands in the way: its name carries the process.
      const draft = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
      await explain(path, async () => {
        await makeFolder(dirname(path));
        written.push({ path, draft });
        await writeFile(draft, bytes);
      });
    }
    for (const { path, draft } of written) await explain(path, () => rename(draft, path));
  } finally {
    await Promise.all(written.map(({ draft }) => rm(draft, { force: true }).catch(() => undefined)));
  }
}

async function explain(path: string, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "";
    throw new UsageError(`不能写 ${basename(path)}：${REASONS[code] ?? code}。`);
  }
}

/** The file as the caller would write it: by its relative path where it lies below the caller's folder. */
export function sayWritten(path: string, from: string): string {
  const near = relative(from, path);
  return `已写入 ${near.startsWith("..") ? path : near}`;
}
