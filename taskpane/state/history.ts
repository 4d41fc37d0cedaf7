import type { StepName } from "../texts/texts.ts";
import type { PaneState, Step, Work } from "./model.ts";

const MOST_STEPS = 100;

/** Remembers the work as it was before a step. Letters typed into one field, one after the other, are one step. */
export function pushStep(state: PaneState, before: Work, name: StepName, options: { readonly external?: boolean; readonly key?: string } = {}): PaneState {
  const last = state.past[state.past.length - 1];
  if (options.key !== undefined && last?.key === options.key) return state;
  const step: Step = { work: before, name, external: options.external ?? false, ...(options.key !== undefined && { key: options.key }) };
  return { ...state, past: [...state.past, step].slice(-MOST_STEPS) };
}

export const lastStep = (state: PaneState): Step | undefined => state.past[state.past.length - 1];
