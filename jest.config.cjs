/** Runs TypeScript as it stands; ESM-only packages are transformed with it. */
module.exports = {
  testEnvironment: "node",
  roots: ["<rootDir>/src", "<rootDir>/test", "<rootDir>/taskpane"],
  testMatch: ["**/*.test.ts", "**/*.test.tsx"],
  extensionsToTreatAsEsm: [],
  transform: {
    "^.+\\.(ts|tsx|js|mjs)$": ["@swc/jest", { jsc: { parser: { syntax: "typescript", tsx: true }, target: "es2022", transform: { react: { runtime: "automatic" } } }, module: { type: "commonjs" }, sourceMaps: "inline" }],
  },
  moduleFileExtensions: ["ts", "tsx", "js", "mjs", "cjs", "json"],
  transformIgnorePatterns: ["/node_modules/(?!(hucre|parse5|entities|pdfjs-dist)/)"],
  testTimeout: 30000,
};
