/** How a column is counted: UTF-16 code units as in JavaScript, UTF-8 bytes or code points, whichever the client counts in. */

/** As LSP names them (`PositionEncodingKind`). */
export type PositionEncoding = 'utf-8' | 'utf-16' | 'utf-32';

const KNOWN: readonly string[] = ['utf-8', 'utf-16', 'utf-32'];

/** The client's favourite among the encodings we know; UTF-16, which every client knows, where it names none. */
export function chooseEncoding(offered: readonly string[] | undefined): PositionEncoding {
  return (offered?.find((name) => KNOWN.includes(name)) as PositionEncoding | undefined) ?? 'utf-16';
}

/** How long a text is in an encoding; a lone surrogate counts as the replacement character that it becomes. */
export function lengthIn(text: string, encoding: PositionEncoding): number {
  if (encoding === 'utf-16') return text.length;
  let length = 0;
  for (const character of text) length += sizeOf(character, encoding);
  return length;
}

/** The UTF-16 column that lies `length` into a line; within a character its beginning, beyond the line its end. */
export function columnAt(line: string, length: number, encoding: PositionEncoding): number {
  if (encoding === 'utf-16') return Math.min(length, line.length);
  let column = 0;
  let left = length;
  for (const character of line) {
    left -= sizeOf(character, encoding);
    if (left < 0) break;
    column += character.length;
  }
  return column;
}

function sizeOf(character: string, encoding: PositionEncoding): number {
  if (encoding === 'utf-32') return 1;
  const point = character.codePointAt(0)!;
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}
