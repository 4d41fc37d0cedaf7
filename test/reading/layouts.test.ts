import { normalise } from "../../src/source/characters.ts";
import { damageDrawing } from "../support/damage.ts";
import { randomReport } from "../support/generator.ts";
import { layouts, stylesFor } from "../support/layouts/registry.ts";
import { readAny, scoreReading } from "../support/score.ts";

/** `SEEDS=20 npm test -- test/reading` looks further than the default run. */
const SEEDS = Number(process.env.SEEDS ?? 1);
const editions = ["2019", "2021", "hybrid"] as const;
const seeds = Array.from({ length: SEEDS }, (_, index) => index + 1);

describe("every layout", () => {
  it.each(layouts.map((layout) => [layout.id, layout] as const))("%s: what was printed is what is read, in every way to print numbers", (_id, layout) => {
    stylesFor(layout).forEach((numbers, index) => {
      for (const seed of seeds) {
        const edition = editions[(seed + index) % editions.length]!;
        const width = (seed + index) % 2 ? "half" : "full";
        const drawn = randomReport({ edition, seed: seed * 17 + index });
        // Without a title, 人民政府办公室 in the address line speaks for the government: no reader could tell.
        const report = drawn.unit.endsWith("人民政府办公室") ? { ...drawn, unit: "示例市医疗保障局" } : drawn;
        const options = { seed, numbers, width, second: randomReport({ edition: "2021", seed: seed + 999, unit: "青禾区人民政府" }) } as const;
        const score = scoreReading(readAny(layout.kind, layout.render(report, options)).reports, layout.truth(report, options));
        expect({ numbers, seed, silent: score.silent }).toEqual({ numbers, seed, silent: [] });
        expect({ numbers, seed, identity: score.identity }).toEqual({ numbers, seed, identity: true });
        // Where zeros are printed as nothing, or as signs for none, too little may be left to tell the cells apart.
        if (layout.lossless && !numbers.startsWith("zero-")) expect({ numbers, seed, share: score.exact / score.cells, wrong: score.wrong }).toEqual({ numbers, seed, share: 1, wrong: [] });
      }
    });
  });
});

describe("damaged print", () => {
  const damaged = layouts.filter((layout) => !/^(?:two-reports|doubled)|without-tables/.test(layout.id));

  it.each(damaged.map((layout) => [layout.id, layout] as const))("%s: no cell is silently wrong when cells are lost, doubled, swapped, glued or altered", (_id, layout) => {
    (["drop", "blank", "duplicate", "alter", "swap", "drop-row", "glue", "drop-label"] as const).forEach((kind, index) => {
      for (const seed of seeds) {
        const report = randomReport({ edition: editions[(seed + index) % editions.length]!, seed: seed * 31 + index });
        const { drawing, damages } = damageDrawing(layout.draw(report, { seed }), seed * 7 + layout.id.length, 1 + (seed % 3), [kind]);
        const touched = new Set(damages.flatMap((damage) => damage.cells.map((cell) => `${damage.table} ${cell}`)));
        const score = scoreReading(readAny(layout.kind, layout.write(drawing, { seed })).reports, layout.truth(report, { seed }), touched);
        expect({ kind, seed, silent: score.silent }).toEqual({ kind, seed, silent: [] });
      }
    });
  });
});

describe("printed numbers", () => {
  const drawn = layouts.filter((layout) => !/^(?:two-reports|doubled)|without-tables|empty-form/.test(layout.id));
  const squeezed = (text: string) => normalise(text).replace(/\s/g, "");

  it.each(drawn.map((layout) => [layout.id, layout] as const))("%s: none vanishes: each is in a cell or in a finding", (_id, layout) => {
    (["drop", "duplicate", "swap", "drop-row", "glue"] as const).forEach((kind, index) => {
      const report = randomReport({ edition: editions[index % 2]!, seed: 31 + index, size: "large" });
      const { drawing } = damageDrawing(layout.draw(report, { seed: 1 }), 7 + layout.id.length, 2, [kind]);
      const found = new Map<string, number>();
      for (const { report: read, findings } of readAny(layout.kind, layout.write(drawing, { seed: 1 })).reports) {
        const raws = read.tables.flatMap((table) => Object.values(table.cells).map((cell) => cell.raw ?? ""));
        const said = findings.flatMap((finding) => (finding.code === "not-placed" ? [finding.received!] : finding.code === "extra-column" ? finding.words!.figures!.split("、") : []));
        for (const raw of [...raws, ...said].map(squeezed)) found.set(raw, (found.get(raw) ?? 0) + 1);
      }
      const vanished = drawing.parts
        .flatMap((part) => (part.kind === "grid" ? part.grid.rows.flatMap((row) => row.cells) : []))
        .filter((cell) => (cell.figure || cell.role === "extra") && /\d/.test(cell.text) && !cell.blank)
        .map((cell) => squeezed(cell.text))
        .filter((text) => {
          const left = found.get(text) ?? 0;
          found.set(text, left - 1);
          return left <= 0;
        });
      expect({ kind, vanished }).toEqual({ kind, vanished: [] });
    });
  });
});
