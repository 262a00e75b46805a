/** Problems as rows for people and programs: files by their path from the current directory, places counted from 1. */
import { relative, sep } from 'node:path';
import type { Problem, Severity } from '../dataset/problem.ts';
import { LineIndex } from '../dataset/text.ts';
import { filePath } from '../sources/node-files.ts';
import { failureMessage } from '../sources/source.ts';
import type { CheckedFile } from './load.ts';

/** One problem; the shape of the JSON output. */
export interface Row {
  /** Path from the current directory, with forward slashes. */
  readonly file: string;
  /** Counted from 1, as are the columns; columns count UTF-16 code units, and the end is the place after the last one. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
}

/** The rows of one file, in the order of its text, and the text that they point into. */
export interface FileRows {
  readonly file: string;
  readonly text: string;
  readonly rows: readonly Row[];
}

/** The path of a file from the current directory, with forward slashes. */
export function pathFromHere(uri: string): string {
  return relative(process.cwd(), filePath(uri)).split(sep).join('/');
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
      results.push({ file, text: checked.text, rows: placed(file, checked.text, problems) });
    }
  }
  return results.sort((a, b) => (a.file < b.file ? -1 : 1));
}

function placed(file: string, text: string, problems: readonly Problem[]): Row[] {
  if (problems.length === 0) return [];
  const lines = new LineIndex(text);
  return problems.map(({ document, span, rule, severity, message }) => {
    const start = lines.at(document.start + span.start);
    const end = lines.at(document.start + span.end);
    return {
      file,
      line: start.line + 1,
      column: start.column + 1,
      endLine: end.line + 1,
      endColumn: end.column + 1,
      rule,
      severity,
      message,
    };
  });
}

function encodingRow(file: string): Row {
  const start = { line: 1, column: 1, endLine: 1, endColumn: 1 };
  return { file, ...start, rule: 'yaml-syntax', severity: 'error', message: failureMessage('This file', 'not-utf8') };
}
