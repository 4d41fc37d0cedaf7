import { findKind } from "../../../src/consolidation/policy-names.ts";
import type { RosterEntry } from "../../../src/consolidation/roster.ts";
import { unitKey } from "../../../src/consolidation/unit-name.ts";
import { findRoster, splitRows } from "../../../src/intake/roster-rows.ts";

/** Columns of the table, in the order of the roster's csv. */
export const fields = ["name", "kind", "parent", "aliases", "sheetName", "contact"] as const;
export type RosterField = (typeof fields)[number];

export const emptyEntry: RosterEntry = { name: "", aliases: [] };

export const fieldText = (entry: RosterEntry, field: RosterField): string => (field === "aliases" ? entry.aliases.join("；") : (entry[field] ?? ""));

/** The entry with one field as it was typed. A kind that is none is left out, an empty field too. */
export function changeField(entry: RosterEntry, field: RosterField, value: string): RosterEntry {
  if (field === "aliases") return { ...entry, aliases: value === "" ? [] : value.split(/[;；]/) };
  if (field === "kind") return { ...entry, kind: findKind(value) };
  return { ...entry, [field]: value === "" && field !== "name" ? undefined : value };
}

/**
 * Rows with a block pasted into them from one field on. With headings of a roster its columns are matched: units that
 * are there already are replaced, the others added. Undefined for a text that is one field: it is pasted as any text.
 */
export function pasteRows(rows: readonly RosterEntry[], row: number, field: RosterField, text: string): readonly RosterEntry[] | undefined {
  const block = splitRows(text.replace(/[\r\n]+$/, ""));
  if (block.length === 1 && block[0]!.length === 1) return undefined;
  // A name with a comma in it is no block.
  if (!text.includes("\t") && !text.includes("\n")) return undefined;
  const read = findRoster(block);
  if (read) {
    const pasted = new Map(read.entries.map((entry) => [unitKey(entry.name), entry]));
    const kept = rows.filter((entry) => unitKey(entry.name) !== "").map((entry) => {
      const newer = pasted.get(unitKey(entry.name));
      pasted.delete(unitKey(entry.name));
      return newer ?? entry;
    });
    return [...kept, ...pasted.values()];
  }
  const from = fields.indexOf(field);
  const filled = [...rows];
  block.forEach((values, down) => {
    filled[row + down] = values.reduce<RosterEntry>((entry, value, across) => (fields[from + across] ? changeField(entry, fields[from + across]!, value.trim()) : entry), filled[row + down] ?? emptyEntry);
  });
  return filled;
}
