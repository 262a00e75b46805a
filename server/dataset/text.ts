/** Text as offsets: spans, edits and the line index; everything in UTF-16 code units, as JavaScript and LSP count. */

/** Half-open range of offsets `[start, end)`. What it is relative to (a file or one YAML document) is said where it is used. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Replaces `span` by `text`. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/** Zero-based line and UTF-16 column. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

const LONE_CR = /\r(?!\n)/g;

/** A copy that does not keep alive the whole text it was cut from, as a slice does. */
export function ownCopy(part: string): string {
  return ` ${part}`.slice(1);
}

/**
 * A text whose lines end as the `yaml` package knows them. It takes a lone CR for any other character, though it ends a
 * line in YAML (1.2.2, 5.4), in LSP and in editors: an LF stands in its place, so that all offsets stay.
 */
export function withKnownLineEnds(text: string): string {
  return text.includes('\r') ? text.replace(LONE_CR, '\n') : text;
}

/** Moves a span by `by` code units. */
export function shift(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}

/** True when the two spans share a character or touch. */
export function touches(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** True when `offset` lies in the span or at its end. */
export function holds(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/**
 * Applies edits that do not overlap, given in any order.
 * @throws RangeError when two of them overlap: the caller has built a wrong fix.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let result = '';
  let done = 0;
  for (const { span, text: replacement } of ordered) {
    if (span.start < done) throw new RangeError(`Edits overlap at offset ${span.start}.`);
    result += text.slice(done, span.start) + replacement;
    done = span.end;
  }
  return result + text.slice(done);
}

/** The span of the line that holds `offset`, without its line end. */
export function lineAt(text: string, offset: number): Span {
  // From a place before the text, `lastIndexOf` looks at its first character.
  const start = offset > 0 ? text.lastIndexOf('\n', offset - 1) + 1 : 0;
  const newline = text.indexOf('\n', offset);
  let end = newline < 0 ? text.length : newline;
  if (end > start && text[end - 1] === '\r') end--;
  return { start, end };
}

/**
 * A text without what stands at its end of some characters. A pattern such as `/[.,]+$/` would look at a run of them that
 * does not end the text once for each of its characters.
 * @param character a pattern for one of them
 */
export function trimmedEnd(text: string, character: RegExp): string {
  let end = text.length;
  while (end > 0 && character.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** The line end that a text uses: that of its first line, LF when it has none. */
export function lineEndOf(text: string): '\n' | '\r\n' {
  const newline = text.indexOf('\n');
  return newline > 0 && text[newline - 1] === '\r' ? '\r\n' : '\n';
}

/** Offsets to lines and columns and back. Line ends are LF, CRLF and a lone CR, as LSP has them. */
export class LineIndex {
  /** Offset of the first character of each line. */
  readonly #starts: number[] = [0];
  readonly #length: number;

  constructor(text: string) {
    this.#length = text.length;
    const lineEnd = /\r\n|\n|\r/g;
    while (lineEnd.test(text)) this.#starts.push(lineEnd.lastIndex);
  }

  /** How many lines there are; an empty text has one. */
  get lineCount(): number {
    return this.#starts.length;
  }

  /** The place of an offset; offsets outside the text are clamped. */
  at(offset: number): LineColumn {
    const clamped = Math.max(0, Math.min(offset, this.#length));
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= clamped) low = middle;
      else high = middle - 1;
    }
    return { line: low, column: clamped - this.#starts[low]! };
  }

  /** The offset of a place; lines and columns outside the text are clamped. */
  offset(line: number, column: number): number {
    if (line < 0) return 0;
    if (line >= this.#starts.length) return this.#length;
    const start = this.#starts[line]!;
    const next = this.#starts[line + 1] ?? this.#length;
    return Math.min(start + Math.max(0, column), next);
  }
}
