import type { FileProblem } from "../finding/file-problems.ts";

/** Thrown by readers of files within `source/` and caught by `intake/`, where it becomes a `file-unreadable` finding. */
export class UnreadableFile extends Error {
  constructor(readonly problem: FileProblem, readonly detail = "") {
    super(detail ? `${problem}: ${detail}` : problem);
    this.name = "UnreadableFile";
  }
}
