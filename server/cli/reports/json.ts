/** Problems as JSON: one array of rows, empty when there are none. */

import type { Findings, Unread } from './report.ts';
import type { Row } from './results.ts';

/** The text of the array, with a line end. */
export function formatJson({ files, unread }: Findings): string {
  const rows = [...unread.map(unreadRow), ...files.flatMap((file) => file.rows)];
  return `${JSON.stringify(rows.map(shown), null, 2)}\n`;
}

/** What could not be read stands first, as a problem of its first place. */
function unreadRow({ file, message }: Unread): Row {
  return { file, line: 1, column: 1, endLine: 1, endColumn: 1, rule: 'unread', severity: 'error', message };
}

/** What other programs count on: these properties in this order, and no others. */
function shown({ file, line, column, endLine, endColumn, rule, severity, message }: Row) {
  return { file, line, column, endLine, endColumn, rule, severity, message };
}
