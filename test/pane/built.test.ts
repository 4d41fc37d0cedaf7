/** What is in dist/: how much must be loaded before the pane is there, what the page may do, and what must not be in it. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { buildIfStale, built } from "../../scripts/pane/build.mjs";

const MOST_BYTES = 185_000;
const read = (name: string) => readFileSync(join(built, name), "utf8");

beforeAll(() => buildIfStale(), 240_000);

describe("the built pane", () => {
  it(`loads at most ${MOST_BYTES / 1000} kB of script (gzip) before it is there`, () => {
    const scripts = [...read("taskpane.html").matchAll(/<script[^>]+src="?([^" >]+)/g)].map((match) => match[1]!);
    const bytes = scripts.reduce((sum, name) => sum + gzipSync(read(name), { level: 9 }).length, 0);
    console.log(`initial script: ${bytes} bytes gzip`);
    expect(scripts.length).toBeGreaterThan(0);
    expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
  });

  it("has a policy without inline and eval, and nothing inline", () => {
    const page = read("taskpane.html");
    const policy = /http-equiv="?Content-Security-Policy"? content="([^"]+)"/.exec(page)![1]!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(page).not.toMatch(/<script(?![^>]*src=)|<style|\son\w+=|\sstyle=/);
  });

  it("holds no copy of office.js", () => {
    for (const name of readdirSync(built).filter((file) => file.endsWith(".js"))) expect(read(name)).not.toMatch(/OSF\.DDA|Microsoft\.Office\.Common|RichApiMessageUtility/);
  });
});
