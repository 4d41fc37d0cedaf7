import { writeFileSync } from "node:fs";
import { measureLayouts, printLayouts } from "../../test/support/layouts/table.ts";

/** `npm run docs:layouts`: writes docs/layouts.md anew. */
writeFileSync(new URL("../../docs/layouts.md", import.meta.url), printLayouts(measureLayouts()));
