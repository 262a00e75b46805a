// What tests print: told from what VS Code prints, where both share a console; with places in the sources.
import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { dirname, resolve } from 'node:path';
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
  return stack.split(__filename).reduce((before, after) => {
    const place = /^:(\d+):(\d+)/.exec(after);
    const origin = place && map.findOrigin(Number(place[1]), Number(place[2]));
    if (!place || !origin || !('fileName' in origin)) return before + __filename + after;
    const file = resolve(dirname(__filename), origin.fileName);
    return `${before}${file}:${origin.lineNumber}:${origin.columnNumber}${after.slice(place[0].length)}`;
  });
}
