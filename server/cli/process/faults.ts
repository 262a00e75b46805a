/** What is said when something goes wrong that no command expects: faults of ours, and streams that cannot be written to. */

import { say } from '../terminal/messages.ts';
import { unwritten } from '../writing/output.ts';
import { ExitCode } from './exit-code.ts';
import { version } from './version.ts';

/** Set to anything, it has faults shown with where they are. */
const DEBUG = 'SECURITY_INITIATIVES_DEBUG';

let areResultsLost = false;

/** Ends the process with a sentence instead of a stack trace at whatever nobody catches, rejected promises included. */
export function tellFaults(): void {
  process.on('uncaughtException', (error: unknown) => {
    const what = error instanceof Error ? error.message : String(error);
    say(`security-initiatives ${version()} has a fault and cannot go on: ${what}`);
    if (process.env[DEBUG]) say(error instanceof Error && error.stack ? error.stack : what);
    else say(`Please report it, together with what the same command says when ${DEBUG}=1 is set.`);
    process.exit(ExitCode.problems);
  });
}

/** Bears that nobody reads what is written, and says why results could not be written. */
export function tellLostResults(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // Whoever reads has seen enough (`| head`); the exit code still tells.
    if (error.code === 'EPIPE' || areResultsLost) return;
    areResultsLost = true;
    say(unwritten('The results', error).message);
    process.exitCode = ExitCode.problems;
  });
  // Nobody reads the messages: nothing to be done about it.
  process.stderr.on('error', () => {});
}

/** Sets how the process ends; results that were lost are an error whatever they were. */
export function endWith(code: ExitCode): void {
  process.exitCode = areResultsLost ? ExitCode.problems : code;
}
