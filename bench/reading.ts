/**
 * How long reading takes, as ratios within one run: reading a report against normalising and splitting the same text
 * (the least that any reader must do), the numbers of its running text apart; reading n times as much against reading
 * it once; and a megabyte of print made to be slow. `npm run bench`.
 *
 * Least CPU time of many short rounds: a machine with other work makes every average worse, not the least.
 */
import { readFileSync } from "node:fs";
import { readSource } from "../src/reading/read.ts";
import { withProse } from "../src/reading/running.ts";
import { readText } from "../src/source/text.ts";

const fixture = (name: string) => readFileSync(new URL(`../test/fixtures/real-layouts/${name}`, import.meta.url), "utf8");

const ROUND = 20;

/** Milliseconds of one call: the least of `rounds` rounds, each the mean of `calls`, after a warm-up. */
function least(work: () => unknown, rounds: number, calls = ROUND): number {
  for (let call = 0; call < calls * 10; call++) work();
  let best = Infinity;
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    for (let call = 0; call < calls; call++) work();
    best = Math.min(best, (performance.now() - start) / calls);
  }
  return best;
}

const once = (work: () => unknown): number => {
  const start = process.cpuUsage();
  work();
  return process.cpuUsage(start).user / 1000;
};

const normaliseAndSplit = (text: string) => text.normalize("NFKC").split(/\s+/);
const read = (text: string) => readSource(readText(text));

const line = (at: number) => `本机关把第${at + 1}项任务分给各科室，按月核对进度，年底前完成${at % 9}项，群众可以在网站专栏查看全文。\n`;

/** Running text of a length in bytes as real reports have it, without any figure of the tables. */
function narrative(bytes: number): string {
  let text = "";
  for (let at = 0, left = bytes; left > 0; at++) {
    text += line(at);
    left -= Buffer.byteLength(line(at));
  }
  return text;
}

for (const name of ["district-2019.full.txt", "city-2020.full.txt", "county-2021.half.txt", "department-2020.full.txt"]) {
  const table = fixture(name);
  for (const text of [table, table.replace("二、", `${narrative(20_000 - Buffer.byteLength(table))}二、`)]) {
    const base = least(() => normaliseAndSplit(text), 60);
    const ours = least(() => read(text), 60);
    const prose = least(() => read(text).reports.map(withProse), 60) - ours;
    console.log(`${name.padEnd(26)} ${(Buffer.byteLength(text) / 1000).toFixed(1).padStart(5)} kB  ${ours.toFixed(3)} ms  ${(ours / base).toFixed(1)} x normalising and splitting, its prose ${(prose / base).toFixed(1)} x`);
  }
}

const noise = Array.from({ length: 4000 }, (_, at) => `第${at}段 本年新收 ${at} 其他 总计 规章 ${at * 7} 行政许可、行政处罚 ${at % 3}件`).join("\n");
for (const [label, text] of [["many reports", fixture("city-2020.full.txt")], ["noise", noise]] as const) {
  let before = 0;
  for (const times of [1, 4, 16]) {
    const long = `${text}\n`.repeat(times * Math.max(1, Math.round(100_000 / text.length)));
    const took = Math.min(...[1, 2, 3].map(() => once(() => read(long))));
    console.log(`${label.padEnd(14)} ${(long.length / 1e6).toFixed(2)} M characters  ${took.toFixed(0)} ms${before ? `  ${(took / before).toFixed(1)} x for 4 x the text` : ""}`);
    before = took;
  }
}

/** Print that comes close to a report's for ever. */
const NASTY: Readonly<Record<string, string>> = {
  "labels and figures": "行政许可 3 行政处罚 4 行政强制 5\n",
  "rows on one line": "本年新收 1 2 3 4 5 6 7 上年结转 1 2 3 4 5 6 7 予以公开 1 2 3 其他 总计 4\n",
  "labels without end": "行政许可",
  "items without end": "1.属于2.其他3.总计",
  "headings alone": "法人或其他组织 自然人 总计\n",
  "table 四": "结果维持结果纠正其他结果尚未审结总计 1 2 3 4 5\n",
  "csv": "a,1,2,3,4,5\n",
  "tabs": "\t1",
  "titles": "某某局2020年政府信息公开工作年度报告\n",
  "sentences": "本年收到申请3件，其中予以公开1件，不予公开2件。",
  "one clause": "收到申请3件其中",
  "brackets": "(((",
};
for (const [label, text] of Object.entries(NASTY)) {
  const long = text.repeat(Math.ceil(1_000_000 / Buffer.byteLength(text)));
  const base = once(() => normaliseAndSplit(long));
  const took = once(() => read(long).reports.map(withProse));
  console.log(`1 MB of ${label.padEnd(18)} ${took.toFixed(0)} ms  ${(took / base).toFixed(0)} x normalising and splitting`);
}
