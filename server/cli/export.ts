/** The command `export`: write the records in another format. */
import type { Command } from 'commander';
import type { ExitCode } from './exit-code.ts';

/** Adds the command; `done` is told the exit code. */
export function exportCommand(_program: Command, _done: (code: ExitCode) => void): void {}
