/** Text laid out on a terminal: wrapped to its width, and in columns that line up in any script. */
import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';

/** Lines longer than this are hard to read, however wide the terminal is. */
const WIDEST = 100;
const NARROWEST = 40;
/** Columns between two cells. */
const GAP = 2;

/** How many columns a stream shows in a line; where nobody looks, what people bear to read. */
export function columnsOf(stream: { readonly isTTY?: boolean; readonly columns?: number }): number {
  const columns = stream.isTTY && stream.columns ? stream.columns : WIDEST;
  return Math.max(NARROWEST, Math.min(columns, WIDEST));
}

/** The same for lists; where nobody looks, an entry stays on one line, so that `grep` finds it whole. */
export function listColumnsOf(stream: { readonly isTTY?: boolean; readonly columns?: number }): number {
  return stream.isTTY ? columnsOf(stream) : Number.POSITIVE_INFINITY;
}

/** Wraps each line of a text at blanks, and indents all lines that come of it. Colours are kept. */
export function wrapped(text: string, columns: number, indent = 0, firstIndent = indent): string {
  const pad = ' '.repeat(indent);
  const whole = Number.isFinite(columns) ? wrapAnsi(text, Math.max(1, columns - indent), { trim: true }) : text;
  const lines = whole.split('\n');
  return lines
    .map((line, index) => (line === '' ? '' : (index === 0 ? ' '.repeat(firstIndent) : pad) + line))
    .join('\n');
}

/** A cell of a table; numbers stand at the right of their column. */
export type Cell = string | number;

/** Rows in columns, each as wide as its widest cell; nothing stands behind the last cell of a row. */
export function table(rows: readonly (readonly Cell[])[], indent = 2): string[] {
  const texts = rows.map((row) => row.map((cell) => (typeof cell === 'number' ? grouped(cell) : cell)));
  const widths: number[] = [];
  for (const row of texts) {
    for (const [index, text] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, stringWidth(text));
  }
  return rows.map((row, index) => {
    const cells = texts[index]!.map((text, column) => {
      const room = ' '.repeat(widths[column]! - stringWidth(text));
      return typeof row[column] === 'number' ? room + text : text + room;
    });
    return (' '.repeat(indent) + cells.join(' '.repeat(GAP))).trimEnd();
  });
}

/** A whole number as people read it: `10,000`. */
export function grouped(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** A text cut to so many columns, with an ellipsis where something is missing. */
export function clipped(text: string, columns: number): string {
  if (stringWidth(text) <= columns) return text;
  let shown = '';
  let width = 0;
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    width += stringWidth(segment);
    if (width > columns - 1) break;
    shown += segment;
  }
  return `${shown}…`;
}

const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** A bar whose length tells a share of the largest, to an eighth of a column; any share at all is seen. */
export function bar(share: number, columns: number): string {
  const eighths = share > 0 ? Math.max(1, Math.round(share * columns * 8)) : 0;
  return '█'.repeat(Math.floor(eighths / 8)) + EIGHTHS[eighths % 8]!;
}
