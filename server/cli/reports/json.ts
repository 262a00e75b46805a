/** Problems as JSON: one array of rows, empty when there are none. */
import type { Findings } from './report.ts';

/** The text of the array, with a line end. */
export function formatJson({ files }: Findings): string {
  return `${JSON.stringify(
    files.flatMap(({ rows }) => rows),
    null,
    2,
  )}\n`;
}
