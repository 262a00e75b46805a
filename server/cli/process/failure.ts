/** Why a command ends early: a sentence for the person, and the exit code. */

import { say } from '../terminal/messages.ts';
import type { ExitCode } from './exit-code.ts';

/** Something is as it should not be: what to say, and how the command ends. */
export class Failure extends Error {
  readonly code: ExitCode;

  constructor(code: ExitCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** Does the work of a command. What it fails with on purpose becomes a line on standard error and an exit code. */
export async function ended(work: () => Promise<ExitCode>): Promise<ExitCode> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    say(error.message);
    return error.code;
  }
}
