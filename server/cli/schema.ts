/** The command `schema`: print the JSON Schema of a kind. */
import type { Command } from 'commander';
import type { ExitCode } from './exit-code.ts';

/** Adds the command; `done` is told the exit code. */
export function schemaCommand(_program: Command, _done: (code: ExitCode) => void): void {}
