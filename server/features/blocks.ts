/** The blocks of a YAML text as its lines show them: entries, collections in brackets, comments. They are there in broken text, too. */
import type { Span } from '../dataset/text.ts';
import { blockColon, isBlank, lineEnd, nextLine, skipBlanks, skipProperties, trimEnd } from './line-lexer.ts';

/**
 * What belongs together over some lines, from its first character to its last. A `document` is all of a text but the
 * comments around it; an `entry` is that of a map or a list; a `flow` what stands in brackets; a `comment` a run of lines;
 * a `region` what stands between `#region` and `#endregion`.
 */
export interface Block extends Span {
  readonly type: 'document' | 'entry' | 'flow' | 'comment' | 'region';
  /** In how many others it lies. */
  readonly depth: number;
}

/** An entry whose end has not been seen yet. */
interface Open {
  readonly start: number;
  readonly column: number;
  readonly isItem: boolean;
}

interface CommentLine extends Span {
  readonly indent: number;
}

const MARKER = /^(?:---|\.\.\.)(?=\s|$)/;
const SCALAR_HEADER = /^[|>][-+0-9]*[ \t]*(?:#.*)?$/;
const REGION = /^#\s*(end)?region\b/;

/**
 * Every block of more than one line of one document's text, outer ones first. Blank lines at its end are no part of a
 * block, nor are comments there that are no deeper than it begins: they are about what comes next.
 */
export function blocksOf(text: string): Block[] {
  return new Scan(text).blocks();
}

class Scan {
  readonly #text: string;
  readonly #blocks: Block[] = [];
  readonly #open: Open[] = [];
  readonly #regions: number[] = [];
  /** Comments since the last line with anything else, and those of them that follow one another without a gap. */
  #comments: CommentLine[] = [];
  #run: CommentLine[] = [];
  /** Where all but comments and blanks begins. */
  #start: number | undefined;
  /** The end of what has been seen so far, comments and blanks aside. */
  #end = 0;
  /** The beginning of the line to look at next. */
  #next = 0;

  constructor(text: string) {
    this.#text = text;
  }

  blocks(): Block[] {
    while (this.#next <= this.#text.length) {
      const line = this.#takeLine();
      if (line.first === line.end) this.#endRun();
      else if (this.#text[line.first] === '#') this.#comment(line);
      else if (this.#text[line.start] !== '%') this.#content(line);
    }
    this.#endRun();
    this.#closeTo(-1, false);
    if (this.#start !== undefined) this.#add('document', this.#start, this.#end, -1);
    return this.#blocks.sort((a, b) => a.start - b.start || b.end - a.end || a.depth - b.depth);
  }

  /** The next line: where it starts, where its text does, and its end without blanks. */
  #takeLine(): { start: number; first: number; end: number } {
    const start = this.#next;
    const stop = lineEnd(this.#text, start);
    this.#next = nextLine(this.#text, start);
    return { start, first: skipBlanks(this.#text, start, stop), end: trimEnd(this.#text, start, stop) };
  }

  #content({ start, first, end }: { start: number; first: number; end: number }): void {
    this.#endRun();
    let at = first;
    if (first === start && MARKER.test(this.#text.slice(start, start + 4))) {
      this.#closeTo(-1, false);
      at = skipBlanks(this.#text, start + 3, end);
      if (at === end || this.#text[at] === '#') return;
    } else this.#closeTo(first - start, this.#isItem(first));
    this.#start ??= at;
    while (at < end && this.#isItem(at)) {
      this.#open.push({ start: at, column: at - start, isItem: true });
      at = skipBlanks(this.#text, at + 1, end);
    }
    const colon = blockColon(this.#text, skipProperties(this.#text, at, end), end);
    if (colon >= 0) this.#open.push({ start: at, column: at - start, isItem: false });
    this.#end = end;
    this.#value(skipProperties(this.#text, colon < 0 ? at : colon + 1, end), end);
  }

  /** Passes over the lines of a value in which dashes and colons mean nothing. */
  #value(at: number, end: number): void {
    const first = this.#text[at];
    if (first === '{' || first === '[') this.#flow(at);
    else if (first === '"' || first === "'") this.#quoted(at);
    else if ((first === '|' || first === '>') && SCALAR_HEADER.test(this.#text.slice(at, end))) {
      while (this.#takeIfDeeper());
    }
  }

  /** Whether a `-` or `?` stands here that begins an entry. */
  #isItem(at: number): boolean {
    return (this.#text[at] === '-' || this.#text[at] === '?') && isBlank(this.#text[at + 1]);
  }

  /** Takes the next line into the value at hand if it is blank, deeper than the entry it belongs to, or closes its brackets. */
  #takeIfDeeper(inBrackets = false): boolean {
    if (this.#next > this.#text.length) return false;
    const from = this.#next;
    const { start, first, end } = this.#takeLine();
    const column = this.#open.at(-1)?.column ?? -1;
    const isDeeper = first - start > column && !(first === start && MARKER.test(this.#text.slice(start, start + 4)));
    const isCloser = inBrackets && first - start === column && /[\]}]/.test(this.#text[first] ?? '');
    if (first === end || isDeeper || isCloser) {
      if (first < end) this.#end = end;
      return true;
    }
    this.#next = from;
    return false;
  }

  /** Goes on to the end of a text in quotes, which may be lines further down. @returns the offset after it */
  #quoted(at: number): number {
    const mark = this.#text[at];
    let offset = at + 1;
    for (;;) {
      for (const end = lineEnd(this.#text, offset); offset < end; offset++) {
        if (this.#text[offset] === '\\' && mark === '"') offset++;
        else if (this.#text[offset] !== mark) continue;
        else if (mark === "'" && this.#text[offset + 1] === "'") offset++;
        else return offset + 1;
      }
      offset = this.#next;
      if (!this.#takeIfDeeper()) return Math.min(offset, this.#text.length);
    }
  }

  /** Goes on to the bracket that closes the one at `at`, and notes every pair on its way. */
  #flow(at: number): void {
    const brackets: number[] = [];
    // Whether a value may begin here, so that a quotation mark is one and not a part of a text.
    let isFree = true;
    let offset = at;
    while (offset < this.#text.length) {
      const character = this.#text[offset]!;
      if (character === '\n' || (character === '#' && isBlank(this.#text[offset - 1]))) {
        offset = this.#next;
        if (!this.#takeIfDeeper(true)) return;
        continue;
      }
      if (isFree && (character === '"' || character === "'")) {
        offset = this.#quoted(offset);
        // A text that nothing closes ends before a line that has not been taken.
        if (offset === this.#next && !this.#takeIfDeeper(true)) return;
        // Behind a key in quotes the colon needs no blank.
        isFree = this.#text[offset] === ':';
        if (isFree) offset++;
        continue;
      }
      if (character === '{' || character === '[') brackets.push(offset);
      else if (character === '}' || character === ']') {
        const start = brackets.pop()!;
        this.#add('flow', start, offset + 1, brackets.length);
        if (brackets.length === 0) return;
      }
      if (isFree && (character === '&' || character === '!'))
        offset = skipProperties(this.#text, offset, lineEnd(this.#text, offset));
      else {
        const isSeparator = character === ':' && isBlank(this.#text[offset + 1]);
        isFree = '{[,'.includes(character) || isSeparator || (isFree && isBlank(character));
        offset++;
      }
    }
  }

  /** Ends the entries that a line in this column does not belong to; a list may stand in the column of its key. */
  #closeTo(column: number, isItem: boolean): void {
    for (let last = this.#open.at(-1); last; last = this.#open.at(-1)) {
      if (last.column < column || (last.column === column && isItem && !last.isItem)) break;
      this.#open.pop();
      this.#add('entry', last.start, this.#endOf(last));
    }
    this.#comments = [];
  }

  /** The end of an entry: that of its last line, or of a comment below it that stands deeper than the entry. */
  #endOf({ column }: Open): number {
    const beyond = this.#comments.findIndex(({ indent }) => indent <= column);
    const inside = beyond < 0 ? this.#comments : this.#comments.slice(0, beyond);
    return inside.at(-1)?.end ?? this.#end;
  }

  #comment({ start, first, end }: { start: number; first: number; end: number }): void {
    const region = REGION.exec(this.#text.slice(first, end));
    if (region) {
      this.#endRun();
      const opened = region[1] === undefined ? undefined : this.#regions.pop();
      if (region[1] === undefined) this.#regions.push(first);
      if (opened !== undefined) this.#add('region', opened, end);
    }
    const comment = { start: first, end, indent: first - start };
    this.#comments.push(comment);
    if (!region) this.#run.push(comment);
  }

  #endRun(): void {
    const [first, last] = [this.#run[0], this.#run.at(-1)];
    if (first && last && this.#run.length > 1) {
      const around = this.#open.filter(({ column }) => column < first.indent).length;
      this.#add('comment', first.start, last.end, around - this.#open.length);
    }
    this.#run = [];
  }

  #add(type: Block['type'], start: number, end: number, deeper = 0): void {
    const newline = this.#text.indexOf('\n', start);
    if (newline >= 0 && newline < end) this.#blocks.push({ type, start, end, depth: this.#open.length + deeper + 1 });
  }
}
