/** What lint must say about test/lint/wrong: file, rule and message, in eslint's order. */
export const expected: readonly (readonly [file: string, rule: string, message: string])[] = [
  ["src/form/peeks-ahead.ts", "project/pure-core", "The core may not use node:fs: take what it gives as a parameter."],
  ["src/form/peeks-ahead.ts", "project/folder-order", "src/ may not import from outside of src/: ../../../rules.expected.ts."],
  ["src/form/peeks-ahead.ts", "project/no-import-cycle", "Import cycle: peeks-ahead.ts → sheet.ts → peeks-ahead.ts."],
  ["src/form/peeks-ahead.ts", "project/folder-order", "form/ may not import from writer/: the order is form, report, finding, balance, source, prose, reading, checking, consolidation, sheet, intake, writer."],
  ["src/form/peeks-ahead.ts", "project/pure-core", "The core has no clock and no chance: Date.now; take it as a parameter."],
  ["src/form/peeks-ahead.ts", "project/pure-core", "The core has no clock and no chance: the current date; take it as a parameter."],
  ["src/form/peeks-ahead.ts", "project/pure-core", "The core has no clock and no chance: Math.random; take it as a parameter."],
  ["src/form/peeks-ahead.ts", "project/pure-core", "The core may not use document: take what it gives as a parameter."],
  ["src/form/peeks-ahead.ts", "project/pure-core", "The core may not use window: take what it gives as a parameter."],
  ["src/form/peeks-ahead.ts", "project/pure-core", "The core may not use process: take what it gives as a parameter."],
  ["src/helpers/utils.ts", "project/file-names", "\"helpers\" says nothing: name it after what it holds."],
  ["src/helpers/utils.ts", "project/file-names", "\"utils.ts\" says nothing: name it after what it holds."],
  ["src/helpers/utils.ts", "project/file-names", "src/helpers is not in scripts/lint/folders.json."],
  ["src/report/index.ts", "project/file-names", "index.ts stands only at src/: name the file after what it holds."],
  ["src/writer/sheet.ts", "project/no-import-cycle", "Import cycle: sheet.ts → peeks-ahead.ts → sheet.ts."],
];
