/** The command `explain`: say what a rule is about. */
import type { Command } from 'commander';
import type { ExitCode } from './exit-code.ts';

/** Adds the command; `done` is told the exit code. */
export function explainCommand(_program: Command, _done: (code: ExitCode) => void): void {}
