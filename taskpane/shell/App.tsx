import { FluentProvider } from "@fluentui/react-components";
import { useEffect, useMemo, useState } from "react";
import type { Desk } from "../flow/desk.ts";
import { meetWorkbook } from "../flow/meet-workbook.ts";
import { noticeEdits } from "../flow/notice-edit.ts";
import type { DetectedHost } from "../host/detect.ts";
import { PageWorkbook } from "../host/page-workbook.ts";
import { LanguageContext, textsOf } from "../texts/texts.ts";
import type { Engine } from "../worker/engine.ts";
import { PaneContext, usePaneState } from "./pane.ts";
import { PaneBody } from "./PaneBody.tsx";
import { later } from "./later.tsx";
import { rememberedLanguage } from "./remembered-language.ts";
import { themeOf } from "./theme.ts";
import { useDraft } from "./use-draft.ts";
import { useDark } from "./use-dark.ts";
import { useHost } from "./use-host.ts";
import { useTrace } from "./use-trace.ts";

const Workbook = later(() => import("../sheet/Workbook.tsx").then(({ Workbook }) => Workbook), <div className="workbook" />);
const QuestionDialog = later(() => import("./QuestionDialog.tsx").then(({ QuestionDialog }) => QuestionDialog));

export interface AppParts {
  readonly engine: Engine;
  readonly download: Desk["download"];
  /** Tests say what is found. */
  readonly detect?: () => Promise<DetectedHost>;
}

/** The whole page: the pane, and beside it the in-page workbook where there is no Excel. */
export function App({ engine, download, detect }: AppParts) {
  const [first] = useState(rememberedLanguage);
  const found = useHost(textsOf[first ?? "zh-CN"].home.page, detect);
  const host = found?.host ?? null;
  const pane = usePaneState({ engine, download, host, language: first ?? "zh-CN" });
  const { state, dispatch, desk } = pane;
  useDraft(state.work);
  useTrace(pane.desk, host);
  const dark = useDark(found?.detected.kind === "excel" ? found.detected.dark : undefined);
  const theme = useMemo(() => themeOf(dark), [dark]);

  useEffect(() => {
    if (!found) return;
    const { detected } = found;
    const english = detected.kind === "excel" && detected.language !== undefined && !detected.language.toLowerCase().startsWith("zh");
    if (first === undefined && english) dispatch({ type: "language", language: "en-US" });
    void meetWorkbook(desk, found.host);
    if (found.host.kind === "excel") return noticeEdits(desk, found.host);
    return found.host.onEdit(() => dispatch({ type: "workbook-changed", step: "sheet" }));
  }, [found, first, dispatch, desk]);

  useEffect(() => {
    document.documentElement.lang = state.language;
    document.title = textsOf[state.language].appName;
  }, [state.language]);

  return (
    <LanguageContext.Provider value={state.language}>
      <FluentProvider theme={theme} className={`page ${host instanceof PageWorkbook ? "page-with-workbook" : "page-alone"} ${dark ? "page-dark" : "page-light"}`}>
        <PaneContext.Provider value={pane}>
          <PaneBody />
          {host instanceof PageWorkbook && <Workbook workbook={host} />}
          {pane.question && <QuestionDialog question={pane.question} onAnswer={pane.answer} />}
        </PaneContext.Provider>
      </FluentProvider>
    </LanguageContext.Provider>
  );
}
