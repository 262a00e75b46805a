/** Where a text of plain YAML is being read: character by character, and line by line between values. */
import type { GrowingTree } from './growing-tree.ts';

export const TAB = 0x09;
export const LF = 0x0a;
export const CR = 0x0d;
export const BLANK = 0x20;
export const DOUBLE = 0x22;
export const HASH = 0x23;
export const SINGLE = 0x27;
export const PLUS = 0x2b;
export const COMMA = 0x2c;
export const DASH = 0x2d;
export const DOT = 0x2e;
export const COLON = 0x3a;
export const LIST_OPEN = 0x5b;
export const BACKSLASH = 0x5c;
export const LIST_CLOSE = 0x5d;
export const PIPE = 0x7c;
export const FOLDED = 0x3e;
export const MAP_OPEN = 0x7b;
export const MAP_CLOSE = 0x7d;

/** Thrown where a text leaves plain YAML; made once, since it says nothing and a trace takes long. */
export const NOT_PLAIN = new Error('This is not plain YAML.');

/** Gives up: the text is wrong, or is more than plain YAML. */
export function decline(): never {
  throw NOT_PLAIN;
}

/** How deep lists and maps may stand in one another here; `nodes.ts` allows twice as many. */
export const DEEPEST = 100;

/** The longest that a key may be, in code units. YAML allows 1024; a little less leaves the counting to others. */
export const LONGEST_KEY = 1000;

/** Whether a value, a key or a marker may end before this character: a blank or the end of a line. */
export function isGap(code: number): boolean {
  return code === BLANK || code === LF || code === CR;
}

/** A place in a text that ends with a line end and has `\r` only before `\n`. */
export class Cursor {
  readonly text: string;
  /** Whether the last line had no end of its own. */
  readonly isOpen: boolean;
  /** What is told of each part that has been read, where someone asks for places. */
  readonly tree: GrowingTree | undefined;
  /** Where reading goes on. */
  at = 0;
  /** Where the line begins that `toContent` came to last. */
  line = 0;
  /** The column of what `toContent` came to; -1 at the end of the document. */
  column = -1;

  constructor(text: string, tree?: GrowingTree) {
    this.tree = tree;
    this.isOpen = text.charCodeAt(text.length - 1) !== LF;
    this.text = this.isOpen ? `${text}\n` : text;
  }

  /** Whether an entry of a list begins here. */
  isAtDash(): boolean {
    return this.text.charCodeAt(this.at) === DASH && isGap(this.text.charCodeAt(this.at + 1));
  }

  /** Goes over what may follow a value on its line, blanks and a comment, to the next line with content. */
  endLine(): void {
    const { text } = this;
    let { at } = this;
    let code = text.charCodeAt(at);
    while (code === BLANK) code = text.charCodeAt(++at);
    if (code === CR) code = text.charCodeAt(++at);
    else if (code === HASH && text.charCodeAt(at - 1) === BLANK) {
      at = text.indexOf('\n', at);
      code = LF;
    }
    if (code !== LF) decline();
    this.at = at + 1;
    this.toContent();
  }

  /** Goes from the beginning of a line to the first character that is neither blank nor part of a comment. */
  toContent(): void {
    const { text } = this;
    let { at } = this;
    while (at < text.length) {
      const line = at;
      let code = text.charCodeAt(at);
      while (code === BLANK) code = text.charCodeAt(++at);
      if (code === HASH) at = text.indexOf('\n', at) + 1;
      else if (code === LF) at++;
      else if (code === CR) at += 2;
      else {
        this.at = at;
        this.line = line;
        this.column = at - line;
        if (at === line && (code === DASH || code === DOT)) this.#marker();
        return;
      }
    }
    this.at = at;
    this.column = -1;
  }

  /** Ends the document at `...`, and declines a `---` that begins another one. */
  #marker(): void {
    const { text, at } = this;
    if (!isGap(text.charCodeAt(at + 3))) return;
    if (text.startsWith('---', at)) decline();
    if (!text.startsWith('...', at)) return;
    this.at = at + 3;
    this.endLine();
    if (this.column >= 0) decline();
  }
}
