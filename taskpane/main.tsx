import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./shell/App.tsx";
import { workerEngine } from "./worker/engine.ts";
import { downloadFile } from "./shell/download.ts";
import "./styles/pane.css";

const engine = workerEngine(() => new Worker(new URL("./worker/reader.worker.ts", import.meta.url), { name: "reader" }));

createRoot(document.getElementById("pane")!).render(
  <StrictMode>
    <App engine={engine} download={downloadFile} />
  </StrictMode>,
);
