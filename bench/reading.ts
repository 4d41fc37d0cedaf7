/**
 * How long reading takes, as ratios within one run: reading a report against normalising and splitting the same text
 * (the least that any reader must do), and reading n times as much against reading it once. `npm run bench`.
 */
import { readFileSync } from "node:fs";
import { readSource } from "../src/reading/read.ts";
import { readText } from "../src/source/text.ts";

const fixture = (name: string) => readFileSync(new URL(`../test/fixtures/real-layouts/${name}`, import.meta.url), "utf8");

/** Median milliseconds of one call, after a warm-up. */
function median(work: () => unknown, runs: number): number {
  for (let run = 0; run < Math.min(runs, 100); run++) work();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[runs >> 1]!;
}

const least = (text: string) => text.normalize("NFKC").split(/\s+/);
const read = (text: string) => readSource(readText(text));

for (const name of ["district-2019.full.txt", "city-2020.full.txt", "county-2021.half.txt", "department-2020.full.txt"]) {
  const text = fixture(name);
  const base = median(() => least(text), 300);
  const ours = median(() => read(text), 300);
  console.log(`${name.padEnd(26)} ${(Buffer.byteLength(text) / 1000).toFixed(1)} kB  ${ours.toFixed(3)} ms  ${(ours / base).toFixed(1)} x normalising and splitting`);
}

const noise = Array.from({ length: 4000 }, (_, at) => `第${at}段 本年新收 ${at} 其他 总计 规章 ${at * 7} 行政许可、行政处罚 ${at % 3}件`).join("\n");
for (const [label, text] of [["many reports", fixture("city-2020.full.txt")], ["noise", noise]] as const) {
  let before = 0;
  for (const times of [1, 4, 16]) {
    const long = `${text}\n`.repeat(times * Math.max(1, Math.round(100_000 / text.length)));
    const took = median(() => read(long), 3);
    console.log(`${label.padEnd(14)} ${(long.length / 1e6).toFixed(2)} M characters  ${took.toFixed(0)} ms${before ? `  ${(took / before).toFixed(1)} x for 4 x the text` : ""}`);
    before = took;
  }
}
