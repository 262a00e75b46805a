/** Problems as rows for people and programs: files by their path from the current directory, ordered. */
import type { Severity } from '../../dataset/problem.ts';
import { failureMessage } from '../../sources/source.ts';
import type { CheckedFile } from '../reading/load.ts';
import { pathFromHere } from '../terminal/path-from-here.ts';
import type { Place, PlacedFix, PlacedProblem } from './placed.ts';

export { pathFromHere };

/** A place in a file, and what is to be said of it. */
export interface RelatedRow extends Place {
  /** Path from the current directory, with forward slashes. */
  readonly file: string;
  readonly message: string;
}

/** What stands in a place once a problem is put right. */
export interface Replacement extends Place {
  readonly file: string;
  readonly text: string;
}

/** One problem. */
export interface Row extends Place {
  /** Path from the current directory, with forward slashes. */
  readonly file: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** Kind and id of the record it is in, as `summit/ots-summit-2025-gabala`. */
  readonly record?: string;
  /** Other places that explain it. */
  readonly related?: readonly RelatedRow[];
  /** What `--fix` would do. */
  readonly fix?: () => RowFix | undefined;
}

export interface RowFix {
  readonly title: string;
  readonly edits: readonly Replacement[];
}

/** The rows of one file, in the order of its text, and the text that they point into. */
export interface FileRows {
  readonly file: string;
  readonly text: string;
  readonly rows: readonly Row[];
}

/** The rows of all files that could be read, ordered by file; a file in another encoding than UTF-8 has one that says so. */
export function rowsOf(files: readonly CheckedFile[], isShown: (severity: Severity) => boolean): FileRows[] {
  const results: FileRows[] = [];
  for (const checked of files) {
    const file = pathFromHere(checked.uri);
    if ('failure' in checked) {
      if (checked.failure.reason === 'not-utf8') results.push({ file, text: '', rows: [encodingRow(file)] });
    } else {
      const problems = checked.problems.filter(({ severity }) => isShown(severity));
      results.push({ file, text: checked.text, rows: problems.map((problem) => rowOf(file, problem)) });
    }
  }
  return results.sort((a, b) => (a.file < b.file ? -1 : 1));
}

function rowOf(file: string, { fix, related, ...problem }: PlacedProblem): Row {
  return {
    file,
    ...problem,
    ...(related.length > 0 && { related: related.map(atPath) }),
    fix: () => fixAtPath(fix()),
  };
}

function fixAtPath(fix: PlacedFix | undefined): RowFix | undefined {
  return fix && { title: fix.title, edits: fix.edits.map(atPath) };
}

/** The same by its file's path. */
function atPath<T extends { readonly uri: string }>({ uri, ...rest }: T): Omit<T, 'uri'> & { readonly file: string } {
  return { file: pathFromHere(uri), ...rest };
}

function encodingRow(file: string): Row {
  const start = { line: 1, column: 1, endLine: 1, endColumn: 1 };
  return { file, ...start, rule: 'yaml-syntax', severity: 'error', message: failureMessage('This file', 'not-utf8') };
}
