import { readFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { parsePolicy, type SourcePolicy } from "../consolidation/policy.ts";
import type { Finding } from "../finding/model.ts";
import { decodeText } from "../source/decode.ts";
import { UsageError } from "./usage-error.ts";

function parseJson(bytes: Uint8Array): { readonly json: unknown } | undefined {
  const decoded = decodeText(bytes);
  if ("problem" in decoded) return undefined;
  try {
    return { json: JSON.parse(decoded.text) as unknown };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/**
 * Reads the file of `--policy`. What is wrong inside is a finding; a file that is no JSON at all throws UsageError, since
 * a consolidation without the wanted policy would look complete when it is not.
 */
export async function readPolicyFile(value: string, from: string): Promise<{ policy: SourcePolicy; findings: readonly Finding[] }> {
  const path = resolve(from, value);
  const bytes = await readFile(path).catch(() => undefined);
  if (!bytes) throw new UsageError(`--policy ${value}：没有这个文件，或没有读权限。`);
  const parsed = parseJson(bytes);
  if (!parsed) throw new UsageError(`--policy ${value} 不是 JSON 文件：格式见 docs/policy.md。`);
  const { policy, findings } = parsePolicy(parsed.json);
  return { policy, findings: findings.map((finding) => ({ file: basename(path), ...finding })) };
}

/** True for a policy that lies beside the reports. */
export function isPolicyFile(name: string, bytes: Uint8Array): boolean {
  if (!name.toLowerCase().endsWith(".json")) return false;
  const json = parseJson(bytes)?.json;
  return typeof json === "object" && json !== null && "sources" in json;
}
