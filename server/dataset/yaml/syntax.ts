/**
 * Syntax errors of one YAML document, each told once and where it was made. A slip such as an unclosed quote makes the
 * library lose the rest of the text; here the slip is painted over with harmless characters of the same length and the
 * text read again, so that everything else keeps its place and its meaning.
 */
import * as l10n from '@vscode/l10n';
import { type Document, isCollection, isMap, isScalar, parseDocument, Scalar, type YAMLError } from 'yaml';
import { lineAt, type Span } from '../text.ts';
import { beforeLone, closes, indentOf, keyWithin, nextLine, withoutComment, wordLength } from './lines.ts';
import { findNode, isDeep, mayBeDeep } from './nodes.ts';
import {
  cannotBeRead,
  forbiddenCharacter,
  inCode,
  listEntry,
  loneDirective,
  lookalike,
  lowerFirst,
  mergeConflicts,
  misplaced,
  nestedTooDeep,
  strangeBlank,
  tooLong,
  unclosedQuoteMessage,
} from './slips.ts';

export interface YamlSyntaxError {
  readonly span: Span;
  readonly message: string;
}

/** A document as far as it can be read, what is wrong with it, and which passages were painted over. */
export interface ReadDocument {
  readonly document: Document.Parsed | undefined;
  readonly errors: readonly YamlSyntaxError[];
  readonly masked: readonly Span[];
  /** The text as it was read in the end, as long as what was given. */
  readonly painted: string;
}

interface Mask {
  readonly span: Span;
  readonly text: string;
}

interface Diagnosis {
  readonly error: YamlSyntaxError;
  readonly masks: readonly Mask[];
  /** True for a line in the wrong column: those below in the same column follow from it. */
  readonly isColumn?: boolean;
}

const MOST_ERRORS = 20;
/** How much is read again in all to find further errors, in code units: a long text gets fewer rounds. */
const MOST_READ = 500_000;
/** The longest text that the library gets, in code units: for each it takes some fifty bytes. Plain YAML never gets here. */
const LONGEST = 5_000_000;
/** How many of the library's errors are looked into in one round; more than these follow from one another. */
const MOST_LOOKED_AT = 100;

/** Reads one document. Never throws: what the library cannot take at all is one error at the beginning. */
export function readDocument(text: string): ReadDocument {
  if (text.length > LONGEST) return unreadable(text, tooLong());
  const slips = slipsOf(text);
  const errors = slips.map(({ error }) => error);
  const masked: Span[] = [];
  let current = paint(
    text,
    slips.flatMap(({ masks }) => masks),
    masked,
  );
  let document: Document.Parsed | undefined;
  const rounds = Math.max(2, Math.min(MOST_ERRORS, Math.floor(MOST_READ / text.length)));
  for (let round = 0; round < rounds; round++) {
    try {
      document = parseDocument(current, {
        prettyErrors: false,
        uniqueKeys: false,
        keepSourceTokens: false,
        merge: false,
        // Dates, sets and the like of YAML 1.1 stay the texts, maps and lists that they are written as.
        resolveKnownTags: false,
        logLevel: 'silent',
      });
    } catch (reason) {
      // No text is known to end up here: of nesting that is too deep for its stack the library tells itself.
      return unreadable(text, cannotBeRead(String(reason)));
    }
    if (mayBeDeep(text) && isDeep(document.contents)) return unreadable(text, nestedTooDeep());
    const next = nextDiagnosis(document, current, text, errors);
    if (!next) break;
    errors.push(next.error);
    current = paint(current, next.masks, masked);
  }
  return { document, errors, masked, painted: current };
}

function unreadable(text: string, message: string): ReadDocument {
  const error = {
    span: { start: 0, end: lineAt(text, 0).end },
    message,
  };
  return { document: undefined, errors: [error], masked: [], painted: text };
}

/** What the text alone tells, before the library has a look at it. */
function slipsOf(text: string): Diagnosis[] {
  const slips: Diagnosis[] = [];
  const forbidden = forbiddenCharacter(text);
  if (forbidden) slips.push({ error: forbidden, masks: [] });
  for (const { slip, lines } of mergeConflicts(text)) {
    slips.push({ error: slip, masks: lines.map(({ start }) => ({ span: { start, end: start + 1 }, text: '#' })) });
  }
  return slips;
}

/** Paints over passages that stand in order, each by a text of its length, and takes note of them. */
function paint(text: string, masks: readonly Mask[], masked: Span[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const { span, text: fill } of masks) {
    masked.push(span);
    parts.push(text.slice(done, span.start), fill);
    done = span.end;
  }
  return parts.join('') + text.slice(done);
}

/** The first error on a line that has none yet; further ones on the same line, or in the same wrong column, only follow from it. */
function nextDiagnosis(
  document: Document.Parsed,
  current: string,
  original: string,
  known: readonly YamlSyntaxError[],
): Diagnosis | undefined {
  const told = known.map((error) => lineAt(original, error.span.start).start);
  const mistakes = document.errors.filter((error) => !isCommentAtMargin(error, current));
  const sorted = mistakes.sort((a, b) => a.pos[0] - b.pos[0]).slice(0, MOST_LOOKED_AT);
  for (const error of sorted) {
    const diagnosis = diagnose(error, document, current);
    const line = lineAt(original, diagnosis.error.span.start).start;
    if (told.includes(line)) continue;
    if (!diagnosis.isColumn || !told.includes(lineBefore(original, line))) return diagnosis;
    told.push(line);
  }
  const atEnd = unclosedAtEnd(document, current);
  return atEnd && told.includes(lineAt(original, atEnd.error.span.start).start) ? undefined : atEnd;
}

/** The library takes an escaped quote that ends the whole text for the one that closes it. */
function unclosedAtEnd(document: Document.Parsed, text: string): Diagnosis | undefined {
  return text.endsWith('\\"') ? unclosedQuote(document, text, text.length) : undefined;
}

/** The library takes a comment at the margin, below a value in braces, for one that touches the value; the line end parts them. */
function isCommentAtMargin({ code, pos: [at] }: YAMLError, text: string): boolean {
  return code === 'MISSING_CHAR' && text[at] === '#' && (text[at - 1] === '\n' || text[at - 1] === '\r');
}

/** The beginning of the line above when it is indented as this one is, else -1. */
function lineBefore(text: string, line: number): number {
  if (line === 0) return -1;
  const above = lineAt(text, line - 1).start;
  return indentOf(text, above) === indentOf(text, line) ? above : -1;
}

function diagnose(error: YAMLError, document: Document.Parsed, text: string): Diagnosis {
  const [start, end] = error.pos;
  switch (error.code) {
    case 'MISSING_CHAR':
      if (error.message.startsWith('Missing directives-end')) return { error: loneDirective(text), masks: [] };
      return (
        unclosedQuote(document, text, start) ??
        unclosedFlow(document, text, start) ??
        commaBetween(error, text) ??
        entriesInOne(document, text, start) ??
        missingColon(text, start)
      );
    case 'BAD_INDENT':
      if (/^[ \t]*\t/.test(text.slice(lineAt(text, start).start, start + 1))) return tabs(text, start);
      return unclosedFlow(document, text, start) ?? unevenIndent(text, start);
    case 'MULTILINE_IMPLICIT_KEY': {
      const inFlow = document.errors.find(({ code, pos }) => code === 'BLOCK_IN_FLOW' && pos[0] === start);
      if (inFlow) return missingComma(text, start, inFlow.pos[1]);
      return unclosedQuote(document, text, end) ?? keyOverLines(text, start, end);
    }
    case 'BLOCK_AS_IMPLICIT_KEY':
      return nestedOnOneLine(text, start);
    case 'BLOCK_IN_FLOW':
      return missingComma(text, start, end);
    case 'BAD_ALIAS':
      return badStart(text, start);
    case 'TAB_AS_INDENT':
      return tabs(text, start);
    case 'UNEXPECTED_TOKEN':
      return unexpected(document, text, start);
    case 'BAD_SCALAR_START':
      return badStart(text, start);
    case 'BAD_DQ_ESCAPE':
      return plain(
        text,
        start,
        l10n.t('This escape is unknown in double quotes: write `\\\\` for a backslash, or use single quotes.'),
        2,
      );
    case 'TAG_RESOLVE_FAILED':
      return plain(text, start, l10n.t('This tag is unknown: remove it, or put the value in quotes.'), end - start);
    default:
      return plain(text, start, l10n.t('This is not YAML: {0}.', lowerFirst(error.message)), end - start);
  }
}

function unclosedQuote(document: Document.Parsed, text: string, end: number): Diagnosis | undefined {
  const found = findNode(document.contents, (node) => {
    if (!isScalar(node) || (node.type !== Scalar.QUOTE_DOUBLE && node.type !== Scalar.QUOTE_SINGLE)) return false;
    return node.range?.[1] === end && !closes(text, node.range[0], end);
  });
  if (!found?.node.range) return undefined;
  const start = found.node.range[0];
  const rest = text.slice(start, lineAt(text, start).end);
  const length = found.inFlow ? rest.search(/[,}\]]|$/) : rest.trimEnd().length;
  // Where a key would stand, the whole line is set aside: as text it would swallow the line below.
  const fill = lineAt(text, start).start + indentOf(text, lineAt(text, start).start) === start ? '#' : 'x';
  return {
    error: {
      span: { start, end: start + 1 },
      message: unclosedQuoteMessage(text[start]!),
    },
    masks: [{ span: { start, end: start + length }, text: fill.repeat(length) }],
  };
}

function unclosedFlow(document: Document.Parsed, text: string, at: number): Diagnosis | undefined {
  const found = findNode(document.contents, (node) => {
    if (!isCollection(node) || !node.flow || !node.range) return false;
    const [start, end] = node.range;
    const [bracket, closing] = isMap(node) ? '{}' : '[]';
    // A pair alone in a list is a map, too, but has no braces.
    const isOpen = text[start] === bracket && text[end - 1] !== closing;
    return isOpen && start < at && at <= lineAt(text, end).end + 1;
  });
  const start = found?.node.range?.[0];
  if (start === undefined) return undefined;
  return plain(
    text,
    start,
    l10n.t('This `{0}` is not closed: add `{1}`.', text[start]!, text[start] === '[' ? ']' : '}'),
  );
}

/** A further entry that no comma parts from the one before it; the library tells it from a key without a colon by words alone. */
function commaBetween({ message, pos: [start] }: YAMLError, text: string): Diagnosis | undefined {
  return message.startsWith('Missing , between') ? { ...missingComma(text, start, start + 1), masks: [] } : undefined;
}

/** Two entries of a list that no comma parts; the library takes them for a key and its value. */
function entriesInOne(document: Document.Parsed, text: string, at: number): Diagnosis | undefined {
  const found = findNode(document.contents, (node) => {
    const [start, end] = node.range ?? [at, at];
    return isMap(node) && start < at && at < end && text[start] !== '{' && node.flow === true;
  });
  return found && missingComma(text, at, at + 1);
}

function badStart(text: string, start: number): Diagnosis {
  return plain(text, start, l10n.t('A value cannot begin with {0}: put it in quotes.', inCode(text[start]!)));
}

function missingComma(text: string, start: number, end: number): Diagnosis {
  if (/^-\s/.test(text.slice(start, start + 2))) {
    const dash = plain(text, start, l10n.t('Entries of a list in brackets have no `-`: remove it.'));
    return { ...dash, masks: [{ span: dash.error.span, text: ' ' }] };
  }
  const found = keyWithin(text, start, end);
  if (!found) return plain(text, start, l10n.t('A comma is missing here.'), end - start);
  const name = text.slice(found.start, found.end);
  // With its colon gone the rest reads as one text.
  const masks = [{ span: { start: found.end, end: found.end + 1 }, text: 'x' }];
  return { ...plain(text, found.start, l10n.t('A comma is missing before `{0}`.', name), name.length), masks };
}

function missingColon(text: string, from: number): Diagnosis {
  // Behind an anchor or a tag that stands alone there is nothing to mark.
  const start = beforeLone(text, from);
  const line = lineAt(text, start);
  const at = start + Math.max(0, text.slice(start, line.end).search(/\S/));
  const word = withoutComment(text.slice(at, line.end));
  if (word === '') return plain(text, at, l10n.t('Something is missing here.'));
  const slip = lookalike(text, { start: at, end: line.end });
  if (slip) return { error: slip, masks: [] };
  const entry = listEntry(text, at);
  if (entry) return { ...plain(text, at, entry), masks: [] };
  if (/^[^\s#"'{[&*!|>][^#]*:(?:\s|$)/.test(word)) return unevenIndent(text, at);
  return plain(
    text,
    at,
    l10n.t('`{0}` is neither a key nor a value here: a key needs a colon and a blank after it.', word),
    word.length,
  );
}

function unevenIndent(text: string, at: number): Diagnosis {
  const line = lineAt(text, at);
  const indent = text.slice(line.start, line.end).search(/\S/);
  const start = line.start + Math.max(0, indent);
  const column = l10n.t('This line begins in another column than its neighbours: indent it as they are.');
  const message = listEntry(text, start) ?? column;
  return { ...plain(text, start, message, wordLength(text, start)), isColumn: true };
}

function keyOverLines(text: string, start: number, end: number): Diagnosis {
  const lastLine = lineAt(text, Math.max(start, end - 1)).start;
  const masks: Mask[] = [];
  for (let at = start; at < lastLine; at = nextLine(text, at)) {
    const line = lineAt(text, at);
    const first = at + Math.max(0, text.slice(at, line.end).search(/\S/));
    if (first < line.end) masks.push({ span: { start: first, end: first + 1 }, text: '#' });
  }
  return { ...missingColon(text, start), masks };
}

function nestedOnOneLine(text: string, at: number): Diagnosis {
  const start = at + Math.max(0, text.slice(at).search(/\S/));
  const line = lineAt(text, start);
  const value = text.slice(start, line.end);
  const comment = [{ span: { start, end: start + 1 }, text: '#' }];
  const entry = listEntry(text, start);
  if (entry) return { ...plain(text, start, entry), masks: comment };
  if (/^[?](?:\s|$)/.test(value)) return { ...badStart(text, start), masks: comment };
  const content = withoutComment(value);
  const colons = Array.from(content.matchAll(/:(?=\s|$)/g), ({ index }) => index);
  if (colons.length > 0) {
    const message =
      colons[0] === content.length - 1
        ? l10n.t('A value that ends in a colon needs quotes around it.')
        : l10n.t('A value with a colon and a blank in it needs quotes around it.');
    const masks = colons.map((at) => ({ span: { start: start + at, end: start + at + 1 }, text: 'x' }));
    return { ...plain(text, start, message, content.length), masks };
  }
  return tooDeep(text, line);
}

/** Lines under `key: value` that are indented as if the key had none: they are read as comments. */
function tooDeep(text: string, above: Span): Diagnosis {
  const indent = indentOf(text, above.start);
  const masks: Mask[] = [];
  for (let at = nextLine(text, above.start); at < text.length; at = nextLine(text, at)) {
    const line = lineAt(text, at);
    const depth = indentOf(text, at);
    if (at + depth >= line.end) continue;
    if (depth <= indent) break;
    masks.push({ span: { start: at + depth, end: at + depth + 1 }, text: '#' });
  }
  const start = masks[0]?.span.start ?? above.start;
  const message = l10n.t(
    'This line is indented deeper than the one above, which already has a value: indent it as that one is.',
  );
  return { ...plain(text, start, message, wordLength(text, start)), masks };
}

function tabs(text: string, start: number): Diagnosis {
  const line = lineAt(text, start);
  const blanksAt = (at: number) => /^[ \t]*/.exec(text.slice(at, line.end))![0];
  // A tab may also stand behind the dash of what it indents.
  const from = blanksAt(line.start).includes('\t') ? line.start : start;
  const blanks = blanksAt(from);
  const span = { start: from, end: from + blanks.length };
  return {
    ...plain(text, from + Math.max(0, blanks.indexOf('\t')), l10n.t('A tab cannot indent in YAML: use blanks.')),
    masks: [{ span, text: ' '.repeat(blanks.length) }],
  };
}

function unexpected(document: Document.Parsed, text: string, start: number): Diagnosis {
  const blank = strangeBlank(text, start);
  if (blank) return { error: blank, masks: [{ span: blank.span, text: ' ' }] };
  const flow = unclosedFlow(document, text, start);
  const rest = withoutComment(text.slice(start, lineAt(text, start).end));
  if (rest.length === 0) return flow ?? plain(text, start, l10n.t('Something is missing here.'));
  if (rest.startsWith(',')) {
    const comma = plain(text, start, l10n.t('This comma has nothing before it: remove it.'));
    return { ...comma, masks: [{ span: comma.error.span, text: ' ' }] };
  }
  const span = { start, end: start + rest.length };
  const shown = rest.length > 20 ? `${rest.slice(0, 20)}…` : rest;
  const general = l10n.t('`{0}` does not belong here: put the whole value in quotes, or remove it.', shown);
  return {
    error: { span, message: misplaced(text, start, rest) ?? general },
    masks: [{ span, text: ' '.repeat(rest.length) }],
  };
}

function plain(text: string, start: number, message: string, length = 1): Diagnosis {
  const end = Math.min(text.length, start + Math.max(1, length));
  const lineEnd = lineAt(text, Math.min(start, text.length)).end;
  return {
    error: { span: { start, end: Math.max(start, Math.min(end, Math.max(lineEnd, start + 1))) }, message },
    masks: [],
  };
}
