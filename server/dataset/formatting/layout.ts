/** Where the lines of one YAML document belong: walks its tokens and says the column of each line that can be indented. */
import { type CST, Parser } from 'yaml';
import type { Span, TextEdit } from '../text.ts';
import { blockScalarEdits } from './block-scalar.ts';
import { commentTarget, type LineStart } from './comments.ts';
import { type Level, STEP } from './level.ts';

/** How a document is to be laid out. Spans count from its beginning. */
export interface Layout {
  /** Edits of the white space before and between tokens that bring each line into its column. */
  readonly edits: readonly TextEdit[];
  /** Texts over several lines, whose white space may be part of them. */
  readonly texts: readonly Span[];
}

/** Lays out a document that has no errors; the root's own column is 0. */
export function layOut(text: string): Layout {
  const walk = new Walk(text);
  for (const token of new Parser().parse(text)) walk.token(token);
  return walk.finish();
}

/** The flow collection around a token: the column that its brackets have where they begin a line. */
interface Flow {
  readonly base: number;
}

/** Where a token stands in the structure: the block collection around it, and the flow collection where there is one. */
interface Around {
  readonly level: Level | undefined;
  readonly flow?: Flow;
}

const ROOT: Around = { level: undefined };

class Walk {
  readonly #text: string;
  readonly #edits: TextEdit[] = [];
  readonly #texts: Span[] = [];
  /** Comments on lines of their own whose column depends on the next line. */
  #comments: LineStart[] = [];
  /** Where the line being read begins, and whether nothing but blanks of it has been read. */
  #line: number;
  #isFresh = true;
  /** The column that the line being read hangs on: that of its last key, or of what follows its last dash. */
  #base = 0;
  /** The end of the dash or question mark just read, and the column of what follows it on its line. */
  #indicator: { readonly end: number; readonly target: number } | undefined;
  /** The block collection of the last token, and whether that token calls for a value. */
  #last: { readonly level: Level | undefined; readonly isOpen: boolean } = { level: undefined, isOpen: false };

  constructor(text: string) {
    this.#text = text;
    this.#line = text.startsWith('\uFEFF') ? 1 : 0;
  }

  finish(): Layout {
    this.#settleComments(undefined);
    return { edits: this.#edits, texts: this.#texts };
  }

  /** Reads a token of the outermost level. */
  token(token: CST.Token): void {
    if (token.type === 'document') {
      this.#marks(token.start, ROOT, 0);
      if (token.value) this.#value(token.value, ROOT, 0);
      this.#marks(token.end, ROOT, 0);
    } else if ('source' in token && token.type !== 'error') {
      this.#mark(token as CST.SourceToken, ROOT, 0);
      if (token.type === 'doc-end') this.#marks(token.end, ROOT, 0);
    }
  }

  /** Reads a value; `target` is its column where it begins a line. */
  #value(token: CST.Token, around: Around, target: number): void {
    if (token.type === 'block-map') this.#map(token, around, target);
    else if (token.type === 'block-seq') this.#seq(token, around, target);
    else if (token.type === 'flow-collection') this.#flow(token, around, target);
    else if (token.type === 'block-scalar') this.#blockScalar(token, around, target);
    else if ('end' in token || 'indent' in token) this.#scalar(token as CST.FlowScalar, around, target);
  }

  #map({ items }: CST.BlockMap, around: Around, target: number): void {
    const level = this.#levelOf(items[0], around, target);
    const inside = { level };
    for (const { start, key, sep, value } of items) {
      const afterStart = this.#marks(start, inside, target);
      if (key) this.#value(key, inside, afterStart);
      this.#marks(sep, inside, target);
      if (value) this.#value(value, inside, target + STEP);
    }
  }

  #seq({ items }: CST.BlockSequence, around: Around, target: number): void {
    const inside = { level: this.#levelOf(items[0], around, target) };
    for (const { start, value } of items) {
      this.#marks(start, inside, target);
      if (value) this.#value(value, inside, target + STEP);
    }
  }

  /** The level of a map or list; its own offset is not always that of its first token. */
  #levelOf(item: CST.CollectionItem | undefined, { level: parent }: Around, target: number): Level {
    const mark = item?.start.find(({ type }) => type !== 'space' && type !== 'newline' && type !== 'comment');
    const first = mark ?? item?.key ?? item?.sep?.[0];
    const offset = first && 'offset' in first ? first.offset : 0;
    // The tokens before it have been read up to the line that it stands on, unless comments come first.
    const line = Math.max(this.#line, this.#text.lastIndexOf('\n', offset - 1) + 1);
    return { column: offset - line, target, parent };
  }

  #flow(token: CST.FlowCollection, around: Around, target: number): void {
    this.#content(token.offset, target, around);
    // Only the bracket that closes the outermost collection may stand as far out as the key that it belongs to.
    const least = around.flow && around.level ? around.level.target + STEP : 0;
    const flow = { base: Math.max(this.#base, least) };
    const inside = { level: around.level, flow };
    const inner = flow.base + STEP;
    for (const { start, key, sep, value } of token.items) {
      this.#marks(start, inside, inner);
      if (key) this.#value(key, inside, inner);
      this.#marks(sep, inside, inner);
      if (value) this.#value(value, inside, inner);
    }
    const [end, ...rest] = token.end;
    if (end) this.#mark(end, inside, flow.base);
    this.#marks(rest, around, target);
  }

  #scalar(token: CST.FlowScalar, around: Around, target: number): void {
    this.#content(token.offset, target, around);
    const { level, flow } = around;
    const end = token.offset + token.source.length;
    if (token.source.includes('\n')) {
      if (token.type !== 'scalar') this.#texts.push({ start: token.offset, end });
      const below = flow ? flow.base + STEP : level ? level.target + STEP : undefined;
      this.#continuation(token.offset, end, below);
    }
    this.#marks(token.end, around, target);
  }

  /** Reads the further lines of a text, whose indentation says nothing; without a target they stay where they are. */
  #continuation(start: number, end: number, target: number | undefined): void {
    for (let newline = this.#text.indexOf('\n', start); newline >= 0 && newline < end; ) {
      this.#line = newline + 1;
      newline = this.#text.indexOf('\n', this.#line);
      const content = skipWhite(this.#text, this.#line);
      const isBlank = content >= end || this.#text[content] === '\n' || this.#text[content] === '\r';
      if (target === undefined || isBlank) continue;
      this.#indent(this.#line, content, target);
      this.#base = target;
    }
  }

  #blockScalar(token: CST.BlockScalar, around: Around, target: number): void {
    let header = '';
    for (const prop of token.props) {
      if (prop.type === 'block-scalar-header') header = prop.source;
      this.#mark(prop as CST.SourceToken, around, target);
    }
    const start = token.props.reduce((at, prop) => ('source' in prop ? prop.offset + prop.source.length : at), 0);
    const end = start + token.source.length;
    if (end > start) {
      this.#texts.push({ start, end });
      const { level } = around;
      const edits = level ? blockScalarEdits(this.#text, { start, end }, header, level) : [];
      for (const edit of edits) this.#edits.push(edit);
      this.#isFresh = this.#text[end - 1] === '\n';
      this.#line = this.#text.lastIndexOf('\n', end - 1) + 1;
    }
    this.#last = { level: around.level, isOpen: false };
  }

  /** Reads the small tokens around a key or a value; returns the column of what follows them. */
  #marks(tokens: readonly CST.SourceToken[] | undefined, around: Around, target: number): number {
    let following = target;
    for (const token of tokens ?? []) {
      this.#mark(token, around, following);
      if (!around.flow && INDICATORS.has(token.type)) following = target + STEP;
    }
    return following;
  }

  #mark(token: CST.SourceToken, around: Around, target: number): void {
    const { type, offset, source } = token;
    if (type === 'newline') {
      this.#line = offset + source.length;
      this.#isFresh = true;
      this.#indicator = undefined;
    } else if (type === 'comment') {
      if (this.#isFresh) this.#comment(offset, around, target);
      this.#isFresh = false;
    } else if (type !== 'space' && type !== 'byte-order-mark' && source !== '') {
      const isFirst = this.#isFresh;
      this.#content(offset, target, around);
      const isOpen = INDICATORS.has(type) || type === 'anchor' || type === 'tag';
      this.#last = { level: around.level, isOpen };
      const indents = type === 'seq-item-ind' || type === 'explicit-key-ind' || (type === 'map-value-ind' && isFirst);
      if (indents && !around.flow) this.#indicator = { end: offset + 1, target: target + STEP };
    }
  }

  /** Takes note of the beginning of a token that is more than white space or a comment. */
  #content(offset: number, target: number, { level }: Around): void {
    if (this.#isFresh) {
      this.#settleComments({ line: this.#line, column: offset - this.#line, target, level });
      this.#indent(this.#line, offset, target);
      this.#base = target;
    } else if (this.#indicator) {
      const span = { start: this.#indicator.end, end: offset };
      const gap = this.#text.slice(span.start, span.end);
      // The library passes over a dash here and there, which must not go with the blanks around it.
      if (gap !== ' ' && /^[ \t]*$/.test(gap)) this.#edits.push({ span, text: ' ' });
      this.#base = this.#indicator.target;
    }
    this.#isFresh = false;
    this.#indicator = undefined;
    this.#last = { level, isOpen: false };
  }

  #comment(offset: number, { flow, level }: Around, target: number): void {
    if (flow) this.#indent(this.#line, offset, target);
    else this.#comments.push({ line: this.#line, column: offset - this.#line, target, level });
  }

  #settleComments(next: LineStart | undefined): void {
    for (const comment of this.#comments) {
      this.#indent(comment.line, comment.line + comment.column, commentTarget(comment.column, this.#last, next));
    }
    this.#comments = [];
  }

  /** Replaces the white space from the beginning of a line to its text, as little of it as need be. */
  #indent(line: number, content: number, target: number): void {
    const now = this.#text.slice(line, content);
    const wanted = ' '.repeat(target);
    // The library swallows a blank line here and there, so that the line is not the one it seems.
    if (now === wanted || /[^ \t]/.test(now)) return;
    let same = 0;
    while (same < target && now[same] === ' ') same++;
    this.#edits.push({ span: { start: line + same, end: content }, text: wanted.slice(same) });
  }
}

/** What a value follows. */
const INDICATORS: ReadonlySet<string> = new Set(['seq-item-ind', 'explicit-key-ind', 'map-value-ind']);

function skipWhite(text: string, at: number): number {
  let offset = at;
  while (text[offset] === ' ' || text[offset] === '\t') offset++;
  return offset;
}
