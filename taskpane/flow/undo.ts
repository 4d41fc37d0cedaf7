import { lastStep } from "../state/history.ts";
import { guarded, refreshHeld, textsAt, type Desk } from "./desk.ts";

/** Takes the last step back, in the workbook too where it took part. */
export const undoStep = (desk: Desk): Promise<void> =>
  guarded(desk, async () => {
    const texts = textsAt(desk);
    const step = lastStep(desk.getState());
    if (!step) return desk.dispatch({ type: "say", text: texts.nothingToUndo });
    const isBack = !step.external || (await desk.host()?.undo()) === true;
    desk.dispatch({ type: "undo" });
    desk.dispatch({ type: "say", text: (isBack ? texts.status.undone : texts.status.undoneHere)(texts.steps[step.name]) });
    if (step.external) await refreshHeld(desk);
  });
