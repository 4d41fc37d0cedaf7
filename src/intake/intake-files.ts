import { UnreadableFile } from "../source/unreadable.ts";
import { intakeFile, unreadable, type Intake, type IntakeTools } from "./intake.ts";

/** A file whose bytes are fetched when it is its turn. `load` may throw UnreadableFile. */
export interface WaitingFile {
  readonly name: string;
  readonly load: () => Promise<Uint8Array>;
}

/** What came of one file: of an archive, one outcome for each of its files. */
export interface FileOutcome {
  readonly name: string;
  readonly intake: Intake;
}

export interface FilesWishes extends IntakeTools {
  /** Before each file, and once at the end with `done` = `of`. */
  readonly onProgress?: (progress: { readonly done: number; readonly of: number; readonly name: string }) => void;
  /** Ends the reading between two files, with the signal's reason as error. */
  readonly signal?: AbortSignal;
  /** Told of faults of this program itself before they become findings; may throw them on. */
  readonly onFault?: (error: unknown, name: string) => void;
}

/**
 * Reads many files, one after the other, and gives the outcome of each as soon as it is there. One bad file never stops
 * the rest.
 */
export async function* intakeFiles(files: readonly WaitingFile[], wishes: FilesWishes = {}): AsyncGenerator<FileOutcome> {
  for (const [done, file] of files.entries()) {
    wishes.signal?.throwIfAborted();
    wishes.onProgress?.({ done, of: files.length, name: file.name });
    const intake = await intakeOne(file, wishes);
    if (intake.files) yield* intake.files;
    else yield { name: file.name, intake };
  }
  wishes.onProgress?.({ done: files.length, of: files.length, name: "" });
}

async function intakeOne({ name, load }: WaitingFile, wishes: FilesWishes): Promise<Intake> {
  try {
    return await intakeFile({ name, bytes: await load() }, wishes);
  } catch (error) {
    if (error instanceof UnreadableFile) return unreadable(name, error.problem, error.detail);
    wishes.onFault?.(error, name);
    return unreadable(name, "program-fault");
  }
}
