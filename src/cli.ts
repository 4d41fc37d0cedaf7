import { runCommandLine } from "./cli/run.ts";
import { openTerminal } from "./cli/terminal.ts";

/** The command line; see DESIGN's contract in README.md. The exit code is set, not forced, so that pipes are emptied. */
process.exitCode = await runCommandLine(process.argv.slice(2), openTerminal());
