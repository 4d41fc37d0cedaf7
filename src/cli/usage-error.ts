/** Wrong usage, or nothing to work on: one line that says what to do; the program ends with exit code 2. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "UsageError";
  }
}
