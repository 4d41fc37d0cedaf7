import { readFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { parseRoster, type ParsedRoster } from "../consolidation/roster.ts";
import { parseCsv } from "../source/csv.ts";
import { decodeText } from "../source/decode.ts";
import { UsageError } from "./usage-error.ts";

/**
 * Reads the file of `--roster`. Bad rows are findings; a file that is no csv at all throws UsageError, since a
 * consolidation without the wanted roster would look complete when it is not.
 */
export async function readRoster(value: string, from: string): Promise<ParsedRoster> {
  const path = resolve(from, value);
  const bytes = await readFile(path).catch(() => undefined);
  if (!bytes) throw new UsageError(`--roster ${value}：没有这个文件，或没有读权限。`);
  const decoded = decodeText(bytes);
  if ("problem" in decoded) throw new UsageError(`--roster ${value} ${decoded.problem === "empty" ? "是空的" : "不是 csv 文件"}：名册应为 csv，第一行写 单位,类别,上级,别名,简称。`);
  const { entries, findings } = parseRoster(parseCsv(decoded.text));
  return { entries, findings: findings.map((finding) => ({ file: basename(path), ...finding })) };
}

/** True for a list that lies beside the reports and is none: a roster, or a csv that this program wrote. */
export function isUnitList(bytes: Uint8Array): boolean {
  const decoded = decodeText(bytes.subarray(0, 4096));
  if ("problem" in decoded) return false;
  const header = parseCsv(decoded.text)[0] ?? [];
  return header.length > 1 && header.some((field) => field.trim() === "单位");
}
