/** The smallest parts of YAML lines: blanks, comments, quotes, colons. All functions take `[at, end)` of one text. */

/** The offset of the first character that is neither a blank nor a tab. */
export function skipBlanks(text: string, at: number, end: number): number {
  let offset = at;
  while (offset < end && (text[offset] === ' ' || text[offset] === '\t')) offset++;
  return offset;
}

/** The offset before the blanks and tabs that end a passage. */
export function trimEnd(text: string, at: number, end: number): number {
  let offset = end;
  while (offset > at && isBlank(text[offset - 1])) offset--;
  return offset;
}

/** True for a blank, a tab, a line end, and the end of the text. */
export function isBlank(character: string | undefined): boolean {
  return character === undefined || character === ' ' || character === '\t' || character === '\n' || character === '\r';
}

/** Where a comment begins (`#` after a blank), else `end`. */
export function commentStart(text: string, at: number, end: number): number {
  // A look no further than `end`: a text without any `#` would else be searched to its end for each of its lines.
  const part = text.slice(at, end);
  for (let hash = part.indexOf('#'); hash >= 0; hash = part.indexOf('#', hash + 1)) {
    if (at + hash === 0 || isBlank(text[at + hash - 1])) return at + hash;
  }
  return end;
}

/** The offset after anchors and tags (`&name`, `!tag`) and the blanks behind them. */
export function skipProperties(text: string, at: number, end: number): number {
  let offset = skipBlanks(text, at, end);
  while (offset < end && (text[offset] === '&' || text[offset] === '!')) {
    while (offset < end && !isBlank(text[offset])) offset++;
    offset = skipBlanks(text, offset, end);
  }
  return offset;
}

/** Whether an offset lies before or in the anchors and tags between `from` and a value: what is put there takes their place. */
export function isBeforeProperties(text: string, from: number, value: number, offset: number): boolean {
  const first = text[skipBlanks(text, from, value)];
  if (offset >= value || (first !== '&' && first !== '!')) return false;
  return !isBlank(text[offset - 1]) || text.slice(offset, value).trim() !== '';
}

/** The end of the line that `at` stands in, its line break left out. */
export function lineEnd(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  if (newline < 0) return text.length;
  return newline > at && text[newline - 1] === '\r' ? newline - 1 : newline;
}

/** The beginning of the line after the one `at` stands in; beyond the text's length for the last line. */
export function nextLine(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  return newline < 0 ? text.length + 1 : newline + 1;
}

/** The offset of the closing quotation mark of the scalar that opens at `at`, or -1. */
export function closingQuote(text: string, at: number, end: number): number {
  const mark = text[at];
  for (let offset = at + 1; offset < end; offset++) {
    if (text[offset] === '\\' && mark === '"') offset++;
    else if (text[offset] === mark) {
      if (mark === "'" && text[offset + 1] === "'") offset++;
      else return offset;
    }
  }
  return -1;
}

/** Whether what seems to close the quotation mark at `at` stands in a comment behind the cursor, as in `'K # it's`. */
export function closesInComment(text: string, at: number, close: number, cursor: number): boolean {
  const comment = commentStart(text, at + 1, close);
  return cursor < comment && comment < close && !isBlank(text[close + 1]);
}

/** Where a text that begins at `at` and that someone is typing ends before a comment: the blanks between them stay. */
export function endBeforeComment(text: string, at: number, comment: number, cursor: number): number {
  const end = trimEnd(text, at, comment);
  return cursor < comment ? Math.max(end, cursor) : end;
}

/** The offset of the colon that ends a key in a block map, or -1. */
export function blockColon(text: string, at: number, end: number): number {
  if (text[at] === '"' || text[at] === "'") {
    const close = closingQuote(text, at, end);
    if (close < 0) return -1;
    const colon = skipBlanks(text, close + 1, end);
    return text[colon] === ':' && isBlank(text[colon + 1]) ? colon : -1;
  }
  const part = text.slice(at, commentStart(text, at, end));
  for (let colon = part.indexOf(':'); colon >= 0; colon = part.indexOf(':', colon + 1)) {
    if (at + colon + 1 >= end || isBlank(text[at + colon + 1])) return at + colon;
  }
  return -1;
}

const GLUED = /^[A-Za-z_][\w-]*:(?!\/\/)/;

/** The offset of a colon that someone wrote with no blank behind it (`host:KAZ`), or -1. */
export function gluedColon(text: string, at: number, end: number): number {
  const match = GLUED.exec(text.slice(at, end));
  return match ? at + match[0].length - 1 : -1;
}

/** The text of a scalar between its quotation marks, or of a plain one. */
export function unquote(text: string): string {
  const mark = text[0];
  if (mark !== '"' && mark !== "'") return text;
  const inner = text.slice(1, text.length > 1 && text.endsWith(mark) ? -1 : undefined);
  return mark === "'" ? inner.replaceAll("''", "'") : inner.replace(/\\(["\\/])/g, '$1');
}
