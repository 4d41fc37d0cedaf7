import { createContext, useCallback, useContext, useEffect, useMemo, useReducer, useRef, useState } from "react";
import type { Language } from "../../src/finding/catalogue.ts";
import type { Answer, Desk, Question } from "../flow/desk.ts";
import type { WorkbookHost } from "../host/workbook-host.ts";
import type { Action } from "../state/actions.ts";
import { initialState, type PaneState } from "../state/model.ts";
import { reduce } from "../state/reducer.ts";
import type { Engine } from "../worker/engine.ts";

/** What every part of the pane works with. */
export interface Pane {
  readonly state: PaneState;
  readonly dispatch: (action: Action) => void;
  readonly desk: Desk;
  readonly host: WorkbookHost | null;
  readonly question: Question | null;
  readonly answer: (answer: Answer) => void;
  /** Ends what is running. */
  readonly cancel: () => void;
}

export const PaneContext = createContext<Pane | null>(null);

export function usePane(): Pane {
  const pane = useContext(PaneContext);
  if (!pane) throw new Error("usePane outside of the pane");
  return pane;
}

export interface PaneParts {
  readonly engine: Engine;
  readonly host: WorkbookHost | null;
  readonly language: Language;
  readonly download: Desk["download"];
}

/** State, host and engine of the one pane, tied together. */
export function usePaneState({ engine, host, language, download }: PaneParts): Pane {
  const [state, dispatchReact] = useReducer(reduce, language, initialState);
  // Flows run over many renders: they read the state as it is now, not as it was when they began.
  const current = useRef(state);
  const hostNow = useRef(host);
  useEffect(() => {
    hostNow.current = host;
  }, [host]);
  const dispatch = useCallback((action: Action) => {
    current.current = reduce(current.current, action);
    dispatchReact(action);
  }, []);
  const [question, setQuestion] = useState<Question | null>(null);
  const resolve = useRef<(answer: Answer) => void>(undefined);
  const running = useRef<AbortController>(undefined);
  const desk = useMemo((): Desk => ({
    getState: () => current.current,
    dispatch,
    engine,
    host: () => hostNow.current,
    ask: (asked) => new Promise((done) => { resolve.current = done; setQuestion(asked); }),
    download,
    begin: () => (running.current = new AbortController()).signal,
  }), [dispatch, engine, download]);
  const answer = useCallback((given: Answer) => {
    setQuestion(null);
    resolve.current?.(given);
  }, []);
  const cancel = useCallback(() => running.current?.abort(), []);
  return { state, dispatch, desk, host, question, answer, cancel };
}
