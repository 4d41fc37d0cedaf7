/** What a command may use of the machine: handed in, so that tests and the real program run the same code. */
export interface Terminal {
  /** Folder that relative paths start from: the caller's, not npm's. */
  readonly folder: string;
  /** Results. */
  readonly print: (text: string) => void;
  /** Anything that is not a result: problems with the call, progress. */
  readonly warn: (text: string) => void;
  /** One line that the next one overwrites; nothing when stderr is no terminal. */
  readonly progress: (text: string) => void;
}

/** The real terminal. Progress shows only where a person watches. */
export function openTerminal(): Terminal {
  const watched = process.stderr.isTTY === true;
  let shown = false;
  const clear = () => {
    if (shown) process.stderr.write("\r\u001b[K");
    shown = false;
  };
  // A reader that has seen enough (`check … | head`) is no fault.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  return {
    folder: process.env.INIT_CWD ?? process.cwd(),
    print: (text) => {
      clear();
      process.stdout.write(`${text}\n`);
    },
    warn: (text) => {
      clear();
      process.stderr.write(`${text}\n`);
    },
    progress: (text) => {
      if (!watched) return;
      clear();
      process.stderr.write(text.slice(0, Math.max(20, (process.stderr.columns ?? 80) / 2 - 1)));
      shown = true;
    },
  };
}
