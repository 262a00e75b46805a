/** What somebody who looked at a surviving mutant said of it: `survivors.tsv`, a row each, in the order of the sources. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const LIST = join(import.meta.dirname, 'survivors.tsv');

/** The words that a verdict is given in; `survivors.md` says what they mean. */
export const VERDICTS: readonly string[] = ['same', 'speed', 'once', 'long', 'open'];

export interface Survivor {
  /** What finds it again, see `survivorOf`. */
  readonly key: string;
  /** Its source, below the root. */
  readonly path: string;
  /** What stood there and what the mutant has instead, cut to what a person reads. */
  readonly change: string;
}

export interface Verdict extends Survivor {
  /** One of `VERDICTS`. */
  readonly verdict: string;
  readonly why: string;
}

/** A mutant as it stands in Stryker's report; lines and columns from 1. */
export interface Mutant {
  readonly location: { readonly start: Place; readonly end: Place };
  readonly replacement?: string;
}

interface Place {
  readonly line: number;
  readonly column: number;
}

/** All verdicts by the keys of their mutants. */
export function readVerdicts(): ReadonlyMap<string, Verdict> {
  const rows = readFileSync(LIST, 'utf8').split('\n').slice(1, -1);
  return new Map(
    rows.map((row) => {
      const [key, path, change, verdict, why] = row.split('\t') as [string, string, string, string, string];
      return [key, { key, path, change, verdict, why }];
    }),
  );
}

/**
 * A mutant of a source. Its key outlasts changes elsewhere in the source: it is made of the line that the mutant begins in,
 * its place there, what stood there and what stands there instead.
 */
export function survivorOf(path: string, source: string, { location, replacement = '' }: Mutant): Survivor {
  const lines = source.split('\n');
  const { start, end } = location;
  const first = lines[start.line - 1]!;
  const column = start.column - (first.length - first.trimStart().length);
  const was = source.slice(offsetOf(lines, start), offsetOf(lines, end));
  const key = createHash('sha1').update([path, first.trim(), column, was, replacement].join('\n')).digest('hex');
  return { key: key.slice(0, 10), path, change: `${inOneLine(was)} => ${inOneLine(replacement)}` };
}

function offsetOf(lines: readonly string[], { line, column }: Place): number {
  return lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, column - 1);
}

function inOneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 50)} … ${line.slice(-27)}` : line;
}
