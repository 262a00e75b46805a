/** The command `format`: bring the layout of files into order. */
import type { Command } from 'commander';
import type { ExitCode } from './exit-code.ts';

/** Adds the command; `done` is told the exit code. */
export function formatCommand(_program: Command, _done: (code: ExitCode) => void): void {}
