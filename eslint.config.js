import regexp from "eslint-plugin-regexp";
import tseslint from "typescript-eslint";
import project from "./scripts/lint/rules.mjs";

/** Deliberately wrong files that prove the rules bite; test/lint/rules.test.ts lints them on purpose. */
const wrongOnPurpose = "test/lint/wrong/**";

export default tseslint.config(
  { ignores: ["**/dist/**", "out/**", "coverage/**", "node_modules/**", wrongOnPurpose] },
  ...tseslint.configs.recommended,
  {
    plugins: { project, regexp },
    linterOptions: { reportUnusedDisableDirectives: "off" },
    rules: {
      // Give the reason with the directive: /* eslint-disable max-lines -- why */
      "max-lines": ["error", { max: 400 }],
      "no-console": ["error", { allow: ["error"] }],
      eqeqeq: ["error", "always", { null: "ignore" }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_", destructuredArrayIgnorePattern: "^_" }],
      // A pattern that backtracks for minutes on 5 MB of noise is a hang.
      "regexp/no-super-linear-backtracking": "error",
      "project/file-names": "error",
      "project/no-import-cycle": "error",
    },
  },
  { files: ["**/src/**/*.ts"], rules: { "project/folder-order": "error", "project/pure-core": "error" } },
  { files: ["scripts/**", "bench/**", "samples/**", "**/*.test.ts"], rules: { "no-console": "off" } },
  { files: ["**/*.cjs"], rules: { "@typescript-eslint/no-require-imports": "off" } },
  // A promise that nobody awaits is a fault that nobody sees; this one rule needs types.
  {
    files: ["src/**/*.ts", "taskpane/**/*.ts", "taskpane/**/*.tsx"],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: { "@typescript-eslint/no-floating-promises": "error" },
  },
);
