/** Findings as reports take them, made by hand. */
import { createColors } from 'picocolors';
import { Paths } from '../../../server/cli/reports/paths.ts';
import type { Findings, Surroundings, Unread } from '../../../server/cli/reports/report.ts';
import type { FileRows, Row } from '../../../server/cli/reports/results.ts';

export const SURROUNDINGS: Surroundings = {
  colors: createColors(false),
  quiet: false,
  version: '1.2.3',
  paths: new Paths('/data', '/data'),
};

/** A problem of `a.yaml`; `changes` says where it differs from the plainest. */
export function row(line: number, column: number, endLine: number, endColumn: number, changes: Partial<Row> = {}): Row {
  return {
    file: 'a.yaml',
    line,
    column,
    endLine,
    endColumn,
    rule: 'some-rule',
    severity: 'error',
    message: 'Wrong.',
    ...changes,
  };
}

/** One file with problems. */
export function inFile(file: string, text: string, rows: readonly Row[]): FileRows {
  return { file, text, rows: rows.map((each) => ({ ...each, file })) };
}

export function findings(files: readonly FileRows[], unread: readonly Unread[] = []): Findings {
  return { files, unread };
}
