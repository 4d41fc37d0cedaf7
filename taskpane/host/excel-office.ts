/// <reference types="office-js" />

/** What the Excel host needs of Office: it arrives as a parameter, so that tests can hand over the real library too. */
export interface OfficeParts {
  readonly excel: typeof Excel;
  /** `Office.context.requirements.isSetSupported`. */
  readonly supports: (set: string, version: string) => boolean;
  /** Rejects a request that Excel does not answer within so many milliseconds. */
  readonly patience?: number;
  /** Calls back after so many milliseconds: `setTimeout` of the page. Returns the way to stop. */
  readonly wait?: (milliseconds: number, then: () => void) => () => void;
}

/** Excel did not answer in time; what was asked may still happen. */
export class NoAnswer extends Error {}

const PATIENCE = 120_000;

const waitWithTimer = (milliseconds: number, then: () => void): (() => void) => {
  const timer = setTimeout(then, milliseconds);
  return () => clearTimeout(timer);
};

/**
 * One request to Excel: `ask` queues what is to be done and returns how to read the answer.
 *
 * Waits while the user is editing a cell, where Excel can (`delayForCellEdit`). Rejects with Office's own error, or with
 * `NoAnswer`.
 */
export async function request<T>(office: OfficeParts, ask: (context: Excel.RequestContext) => () => T): Promise<T> {
  let stop = () => {};
  let giveUp: (error: NoAnswer) => void = () => {};
  const silence = new Promise<never>((_, reject) => {
    giveUp = reject;
  });
  const answer = office.excel.run({ delayForCellEdit: true }, async (context) => {
    const read = ask(context);
    // Patience begins once Excel has been asked: a large request takes time to be put into words.
    stop = waitFor(office)(office.patience ?? PATIENCE, () => giveUp(new NoAnswer("Excel did not answer")));
    await context.sync();
    return read();
  });
  try {
    return await Promise.race([answer, silence]);
  } finally {
    stop();
    answer.catch(() => undefined);
  }
}

/** Waits for this Office's page, or as the tests' does. */
export const waitFor = (office: OfficeParts) => office.wait ?? waitWithTimer;

export const supportsExcel = (office: OfficeParts, version: string): boolean => office.supports("ExcelApi", version);
