/** What stands between the keys and values of a YAML text: punctuation, comments, anchors and tags. */
import type { Span } from '../text.ts';

/** A comment; `ownLine` tells whether a line begins between it and what stands before the gap. */
export interface GapComment {
  readonly text: string;
  readonly ownLine: boolean;
}

export interface Gap {
  /** The punctuation in order, without blanks: `:`, `,`, `-` and `?`. */
  readonly marks: string;
  readonly comments: readonly GapComment[];
  /** Anchors and tags, which belong to what comes next. */
  readonly properties: Span | undefined;
  /** Whether a line begins between the anchors and tags and what they belong to. */
  readonly breaksAfterProperties: boolean;
}

const TOKEN = /[ \t\uFEFF]+|\r?\n|#[^\r\n]*|[:,?-]|[&!][^\s,[\]{}]*/y;

/** Reads a gap; nothing where something else stands in it, or anchors and tags that belong to nothing that is seen. */
export function readGap(text: string, { start, end }: Span): Gap | undefined {
  let marks = '';
  const comments: GapComment[] = [];
  let properties: Span | undefined;
  let ownLine = false;
  let breaksAfterProperties = false;
  for (let at = start; at < end; ) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text)?.[0];
    if (token === undefined || at + token.length > end) return undefined;
    at += token.length;
    if (token.endsWith('\n')) {
      ownLine = true;
      breaksAfterProperties = properties !== undefined;
    } else if (token.startsWith('#')) comments.push({ text: token.trimEnd(), ownLine });
    else if (/^[&!]/.test(token)) properties = { start: properties?.start ?? at - token.length, end: at };
    else if (token.trim() !== '') {
      if (properties) return undefined;
      marks += token;
    }
  }
  return { marks, comments, properties, breaksAfterProperties };
}

/** Anchors and tags as they are written before a node, with a blank behind them. */
export function propertiesText(text: string, { properties }: Gap): string {
  return properties ? `${text.slice(properties.start, properties.end).replace(/\s+/g, ' ')} ` : '';
}
