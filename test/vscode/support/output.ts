// What tests print: told from what VS Code prints, where both share a console; with places in the sources.
import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { basename, dirname, resolve } from 'node:path';
import { FROM_TESTS } from '../../host/protocol.mjs';
import { drivesPage } from './page.ts';

/** Marks each console call so that the host prints it. On Desktop the console is the terminal, and nothing is marked. */
export function markOutput(): void {
  if (!drivesPage) return;
  for (const method of ['log', 'info', 'warn', 'error'] as const) {
    const print = console[method].bind(console);
    // defined, not assigned: the extension host's console ignores assignments
    Object.defineProperty(console, method, { value: (...args: unknown[]) => print(FROM_TESTS, ...args) });
  }
}

/** Turns places in the bundle, which this module is part of, into places in the test files. */
export function withSourcePlaces(stack: string): string {
  const map = new SourceMap(JSON.parse(readFileSync(`${__filename}.map`, 'utf8')));
  return stack.replace(/([^\s()]+):(\d+):(\d+)/g, (place, file, line, column) => {
    if (basename(file) !== basename(__filename)) return place;
    const origin = map.findOrigin(Number(line), Number(column));
    if (!('fileName' in origin)) return place;
    return `${resolve(dirname(__filename), origin.fileName)}:${origin.lineNumber}:${origin.columnNumber}`;
  });
}
