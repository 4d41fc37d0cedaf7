import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import HtmlWebpackPlugin from "html-webpack-plugin";
import MiniCssExtractPlugin from "mini-css-extract-plugin";
import webpack from "webpack";

const project = dirname(fileURLToPath(import.meta.url));

/** Where office.js is had from; OFFICE_JS="" builds a pane that looks for no Excel. */
const officeJs = process.env.OFFICE_JS ?? "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

/**
 * What the page may do: its own scripts and office.js, nothing inline, nothing evaluated. Fluent's styles (Griffel) are
 * rules inserted into <style> elements that begin empty; the one hash allowed for them is that of the empty text, so
 * no written style gets through.
 */
function policyOf() {
  const office = officeJs === "" ? "" : ` ${new URL(officeJs).origin}`;
  const emptyText = createHash("sha256").update("").digest("base64");
  return [
    "default-src 'none'",
    `script-src 'self'${office}`,
    `style-src 'self' 'sha256-${emptyText}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${office}`,
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/** The manifest names the icons by their plain names. */
const icons = {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap("icons", (compilation) => {
      compilation.hooks.processAssets.tap({ name: "icons", stage: webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL }, () => {
        const folder = join(project, "taskpane/icons");
        for (const name of readdirSync(folder)) compilation.emitAsset(`icons/${name}`, new webpack.sources.RawSource(readFileSync(join(folder, name))));
      });
    });
  },
};

/** Chinese character maps, for PDFs that name a font without bringing it (src/source/pdf/open.ts). */
const characterMaps = {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap("character-maps", (compilation) => {
      compilation.hooks.processAssets.tap({ name: "character-maps", stage: webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL }, () => {
        const folder = join(project, "node_modules/pdfjs-dist/cmaps");
        const isChinese = (name) => /^(?:Adobe-(?:GB1|CNS1)|GB|UniGB|UniCNS|B5|ETen|ETenms|Identity)/.test(name);
        for (const name of readdirSync(folder).filter(isChinese)) compilation.emitAsset(`maps/${name}`, new webpack.sources.RawSource(readFileSync(join(folder, name))));
      });
    });
  },
};

export default (_env, { mode = "production" }) => ({
  mode,
  context: project,
  target: ["web", "es2022"],
  entry: { taskpane: "./taskpane/main.tsx" },
  output: {
    path: join(project, "dist"),
    filename: "[name].[contenthash:8].js",
    chunkFilename: "[name].[contenthash:8].js",
    assetModuleFilename: "[name].[contenthash:8][ext]",
    clean: true,
  },
  // Source maps as files of their own: eval would break the page's policy.
  devtool: mode === "production" ? false : "source-map",
  resolve: { extensions: [".ts", ".tsx", ".mjs", ".js"] },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        exclude: /node_modules/,
        loader: "swc-loader",
        options: { jsc: { parser: { syntax: "typescript", tsx: true }, target: "es2022", transform: { react: { runtime: "automatic" } } } },
      },
      { test: /\.css$/, use: [MiniCssExtractPlugin.loader, "css-loader"] },
      { test: /\.txt$/, type: "asset/source" },
    ],
  },
  plugins: [
    icons,
    characterMaps,
    new webpack.DefinePlugin({ OFFICE_JS_ADDRESS: JSON.stringify(officeJs) }),
    new MiniCssExtractPlugin({ filename: "[name].[contenthash:8].css" }),
    new HtmlWebpackPlugin({ template: "taskpane/taskpane.html", filename: "taskpane.html", policy: policyOf(), scriptLoading: "defer", minify: false }),
  ],
  performance: { hints: false },
  stats: "errors-warnings",
  devServer: {
    port: 3000,
    static: false,
    hot: false,
    liveReload: false,
    client: false,
    open: false,
    allowedHosts: "all",
  },
});
