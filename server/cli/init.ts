/** The command `init`: begin a dataset. */
import type { Command } from 'commander';
import type { ExitCode } from './exit-code.ts';

/** Adds the command; `done` is told the exit code. */
export function initCommand(_program: Command, _done: (code: ExitCode) => void): void {}
