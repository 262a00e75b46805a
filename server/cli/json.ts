/** Problems as JSON: one array of rows, empty when there are none. */
import type { FileRows } from './results.ts';

/** The text of the array, with a line end. */
export function formatJson(results: readonly FileRows[]): string {
  return `${JSON.stringify(
    results.flatMap(({ rows }) => rows),
    null,
    2,
  )}\n`;
}
