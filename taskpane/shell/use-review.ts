import { useEffect } from "react";
import { reviewHandIns } from "../flow/review.ts";
import { isPartNotLoaded } from "../worker/part-not-loaded.ts";
import type { CityReview } from "../worker/review-city.ts";
import { usePane } from "./pane.ts";

const PAUSE = 200;

/**
 * How the collection stands, looked at anew a moment after anything it rests on has changed. Null until it was looked at
 * for the first time; nothing is looked at while `wanted` is false.
 */
export function useReview(wanted = true): CityReview | null {
  const { state, desk, dispatch } = usePane();
  const { work, held, heldWorkbook, language } = state;
  const { documents, counted, replaces, settled, workbooks, city } = work;
  useEffect(() => {
    if (!wanted) return;
    let stale = false;
    const timer = setTimeout(() => {
      reviewHandIns(desk, () => stale).catch((error: unknown) => {
        const code = isPartNotLoaded(error) ? "part-not-loaded" : "fault";
        if (code === "fault") console.error(error);
        dispatch({ type: "problem", problem: { code } });
      });
    }, PAUSE);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [wanted, desk, dispatch, documents, counted, replaces, settled, workbooks, city, held, heldWorkbook, language]);
  return state.review;
}
