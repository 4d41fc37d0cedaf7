import { readFileSync } from "node:fs";
import type { Frame, Page } from "playwright-core";

const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

interface AxeResult {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[] }[];
}

/**
 * Colours that change softly (a button that becomes usable again) have arrived: in between no contrast can be judged.
 * Work that ends draws in the next frame, so two frames go by before the changes under way are looked for.
 */
const settled = `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
  .then(() => Promise.all(document.getAnimations().filter((one) => one instanceof CSSTransition).map((one) => one.finished.catch(() => undefined))))
  .then(() => undefined)`;

/** What axe finds wrong on the page as it stands: rule and place, one line each. */
export async function violations(page: Page | Frame): Promise<string[]> {
  await page.evaluate(axe);
  await page.evaluate(settled);
  const result = (await page.evaluate("axe.run(document, { resultTypes: ['violations'] })")) as AxeResult;
  return result.violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) => `${id}: ${node.html.slice(0, 160)} — ${node.failureSummary?.split("\n")[1]?.trim() ?? ""}`));
}
