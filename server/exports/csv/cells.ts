/** Cells as texts of CSV. */
import { dayToIso, parseEdtf } from '../../dataset/dates/edtf.ts';
import type { Cell } from '../tables/columns.ts';
import type { FlatTable } from '../tables/flat.ts';

/**
 * How a text begins that a spreadsheet takes for a formula and runs (OWASP, "CSV Injection"), apostrophes before that
 * included, so that what is done to it can be undone.
 */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

/**
 * A row as texts. Nothing stays null, which is an empty cell without quotes; an empty text has quotes. A text that a
 * spreadsheet would run gets an apostrophe before it, and `onQuoted` is called; one apostrophe less is the text again.
 */
export function csvRow(table: FlatTable, row: readonly Cell[], onQuoted: () => void): (string | null)[] {
  const keys = table.keys.length;
  return row.map((cell, index) => {
    if (cell === null) return null;
    const column = index < keys ? table.keys[index]! : table.columns[index - keys]!;
    if (column.type === 'day') return dayToIso(cell as number);
    const text = String(cell);
    if (column.type !== 'text' || !FORMULA.test(text)) return text;
    // A year before our era begins like a formula and is one that does no harm.
    if ('column' in column && column.column?.part && parseEdtf(text, true)) return text;
    onQuoted();
    return `'${text}`;
  });
}
