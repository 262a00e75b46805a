/** The command `stats`: count what a dataset holds. */
import type { Command } from 'commander';
import type { ExitCode } from './exit-code.ts';

/** Adds the command; `done` is told the exit code. */
export function statsCommand(_program: Command, _done: (code: ExitCode) => void): void {}
