import { basename, dirname, resolve } from "node:path";
import { isShell, order, placeInSource, rankOf, wayBack } from "./source-tree.mjs";

const TOO_VAGUE = /^(utils?|helpers?|managers?|common|data|misc|shared)(\.|$)/;

const onImports = (check) => (context) => {
  const visit = (node) => node.source && typeof node.source.value === "string" && check(context, node.source, node.source.value);
  return { ImportDeclaration: visit, ExportAllDeclaration: visit, ExportNamedDeclaration: visit, ImportExpression: visit };
};

/** A folder of src/ imports only from the folders before it, and never from outside of src/. */
const folderOrder = {
  meta: {
    type: "problem",
    schema: [],
    messages: {
      later: "{{from}}/ may not import from {{to}}/: the order is {{order}}.",
      unknown: "\"{{to}}\" is not in scripts/lint/folders.json.",
      outside: "src/ may not import from outside of src/: {{name}}.",
    },
  },
  create: onImports((context, node, name) => {
    const here = placeInSource(context.filename);
    if (!here || !name.startsWith(".") || /\.test\.tsx?$/.test(context.filename)) return;
    const target = resolve(dirname(context.filename), name);
    if (!target.startsWith(`${here.root}/`)) return context.report({ node, messageId: "outside", data: { name } });
    const there = placeInSource(target);
    if (rankOf(there.folder) < 0) return context.report({ node, messageId: "unknown", data: { to: there.folder } });
    if (rankOf(there.folder) > rankOf(here.folder)) {
      context.report({ node, messageId: "later", data: { from: here.folder, to: there.folder, order: order.join(", ") } });
    }
  }),
};

/** No file reaches itself along imports; `import type` counts, since a cycle of types is one room split in two. */
const noImportCycle = {
  meta: { type: "problem", schema: [], messages: { cycle: "Import cycle: {{way}}." } },
  create: onImports((context, node, name) => {
    if (!name.startsWith(".")) return;
    const way = wayBack(resolve(dirname(context.filename), name), context.filename);
    if (way) context.report({ node, messageId: "cycle", data: { way: [basename(context.filename), ...way.map((file) => basename(file))].join(" → ") } });
  }),
};

/** `index.ts` stands only at src/, folders of src/ are declared, and no name says nothing. */
const fileNames = {
  meta: {
    type: "problem",
    schema: [],
    messages: {
      index: "index.ts stands only at src/: name the file after what it holds.",
      vague: "\"{{name}}\" says nothing: name it after what it holds.",
      undeclared: "src/{{name}} is not in scripts/lint/folders.json.",
    },
  },
  create: (context) => ({
    Program(node) {
      const here = placeInSource(context.filename);
      if (!here) return;
      if (/(^|\/)index\.tsx?$/.test(here.inside) && here.inside !== "index.ts") context.report({ node, messageId: "index" });
      for (const name of here.inside.split("/")) if (TOO_VAGUE.test(name)) context.report({ node, messageId: "vague", data: { name } });
      if (rankOf(here.folder) < 0) context.report({ node, messageId: "undeclared", data: { name: here.folder } });
    },
  }),
};

const CLOCKS = { Date: ["now"], Math: ["random"], performance: ["now"], crypto: ["randomUUID", "getRandomValues"] };
const HOST_NAMES = new Set(["document", "window", "navigator", "localStorage", "sessionStorage", "location", "fetch", "XMLHttpRequest", "DOMParser", "process", "console", "Office", "Excel", "Word", "require", "__dirname"]);
const HOST_MODULES = /^(node:|fs$|path$|os$|child_process$|crypto$|react|office|@types\/office)/;

/** Core folders know no host: no node, no DOM, no Office, no clock, no chance. What they need of it is a parameter. */
const pureCore = {
  meta: {
    type: "problem",
    schema: [],
    messages: { host: "The core may not use {{name}}: take what it gives as a parameter.", clock: "The core has no clock and no chance: {{name}}; take it as a parameter." },
  },
  create(context) {
    const here = placeInSource(context.filename);
    const inCore = here && (!isShell(here.folder) || here.folder === "index.ts") && !/\.test\.tsx?$/.test(here.inside);
    if (!inCore) return {};
    const say = (node, messageId, name) => context.report({ node, messageId, data: { name } });
    // Names that the file does not declare: some unknown to eslint, some (Date, Math) known as globals of the language.
    const globalsOf = (scope) => [...scope.through, ...scope.variables.filter((variable) => variable.defs.length === 0).flatMap((variable) => variable.references)];
    return {
      ...onImports((_, node, name) => HOST_MODULES.test(name) && say(node, "host", name))(context),
      "Program:exit"(node) {
        for (const { identifier, isTypeReference } of globalsOf(context.sourceCode.getScope(node))) {
          if (isTypeReference) continue;
          const { name, parent } = identifier;
          if (HOST_NAMES.has(name)) say(identifier, "host", name);
          const called = parent.type === "MemberExpression" && parent.object === identifier && !parent.computed ? parent.property.name : undefined;
          if (called && CLOCKS[name]?.includes(called)) say(parent, "clock", `${name}.${called}`);
          const makesNow = name === "Date" && ((parent.type === "NewExpression" && parent.arguments.length === 0) || parent.type === "CallExpression") && parent.callee === identifier;
          if (makesNow) say(parent, "clock", "the current date");
        }
      },
    };
  },
};

export default { rules: { "folder-order": folderOrder, "no-import-cycle": noImportCycle, "file-names": fileNames, "pure-core": pureCore } };
