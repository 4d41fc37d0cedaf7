/** Wrong on purpose, every line of it: proves that the lint rules bite. See test/lint/rules.test.ts. */
import { readFileSync } from "node:fs";
import { expected } from "../../../rules.expected.ts";
import type { Sheet } from "../writer/sheet.ts";

export interface Form {
  readonly sheet: Sheet;
}

export const madeAt = [Date.now(), new Date(), Math.random(), expected.length];
export const title = document.title + window.name + process.cwd() + readFileSync("x").toString();

/** Right: a date that is data, and locals that merely share a name. */
export const fine = (document: string) => [new Date(0).getTime(), document.length];
