/** Problems as JSON: one array of rows, empty when there are none. */
import type { Row } from '../results.ts';
import type { Findings } from './report.ts';

/** The text of the array, with a line end. */
export function formatJson({ files }: Findings): string {
  return `${JSON.stringify(
    files.flatMap(({ rows }) => rows.map(shown)),
    null,
    2,
  )}\n`;
}

/** What other programs count on: these properties in this order, and no others. */
function shown({ file, line, column, endLine, endColumn, rule, severity, message }: Row) {
  return { file, line, column, endLine, endColumn, rule, severity, message };
}
