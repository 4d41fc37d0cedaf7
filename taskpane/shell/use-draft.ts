import { useEffect } from "react";
import { dropDraft, keepDraft } from "../host/office-helpers.ts";
import { toDraft } from "../state/draft.ts";
import { isUnsettled } from "../state/city.ts";
import type { Work } from "../state/model.ts";
import { unwritten } from "../state/next-step.ts";

const PAUSE = 1_500;
const LARGEST = 2_000_000;

/** Keeps a draft of reports that the workbook does not have yet, a moment after the last change; drops it once it has them. */
export function useDraft(work: Work): void {
  const open = unwritten(work.documents).length > 0 || isUnsettled(work);
  const any = work.documents.length > 0 || isUnsettled(work);
  useEffect(() => {
    if (!any) return;
    const timer = setTimeout(() => {
      const draft = open ? toDraft(work) : "";
      void (open && draft.length <= LARGEST ? keepDraft(draft) : dropDraft());
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [work, open, any]);
}
