/** Formats YAML: brings lines into their columns, two blanks a level, and changes nothing else unless asked to. */
import type { SourceDocument } from '../document.ts';
import { EditedText } from '../editing/edited-text.ts';
import { sortKeys } from '../editing/key-order.ts';
import { applyEdits, type Span, shift, type TextEdit } from '../text.ts';
import { YamlDocument } from '../yaml/yaml.ts';
import { layOut } from './layout.ts';
import { widening } from './parts.ts';
import { saysTheSame } from './sameness.ts';
import { finalNewline, type Tidying, trailingBlanks } from './tidy.ts';

/** What is done beside the indentation; nothing by default. */
export interface FormatOptions extends Tidying {
  /** Whether keys are put into the order of their schemas. */
  readonly sortKeys?: boolean | undefined;
}

/**
 * Edits that format a file, given as its documents in order; spans count from the file's beginning. Documents that are no
 * records and no manifest, or have an error, stay as they are.
 */
export function formatFile(documents: readonly SourceDocument[], options: FormatOptions = {}): TextEdit[] {
  return documents.flatMap((document, index) => {
    if (!isFormattable(document)) return [];
    const isLast = index === documents.length - 1;
    const { insertFinalNewline, trimFinalNewlines, ...ofAny } = options;
    return moved(formatDocument(document, isLast ? options : ofAny), document);
  });
}

/** Edits as {@link formatFile} has them, but only what parts of the file need. */
export function formatRanges(documents: readonly SourceDocument[], ranges: readonly Span[]): TextEdit[] {
  return documents.flatMap((document) => {
    const own = ranges.flatMap((range) => within(range, document));
    return own.length > 0 && isFormattable(document) ? moved(formatParts(document.yaml, own), document) : [];
  });
}

/** Edits that format one document, spans counted from its beginning; none where it has an error. */
export function formatDocument(document: SourceDocument, options: FormatOptions = {}): TextEdit[] {
  const ordered = options.sortKeys ? sortKeys(document) : [];
  if (ordered.length === 0) return formatYaml(document.yaml, options);
  const edited = new EditedText(document.yaml.text);
  edited.apply(ordered);
  edited.apply(formatYaml(new YamlDocument(edited.text), options));
  return edited.edits();
}

/** Edits that format a YAML document without a look at its schema. The value never changes: rather nothing is done. */
export function formatYaml(yaml: YamlDocument, options: Tidying = {}): TextEdit[] {
  if (yaml.errors.length > 0) return [];
  const { text } = yaml;
  const { edits, texts } = layOut(text);
  const ending = finalNewline(text, options);
  const blanks = options.trimTrailingWhitespace ? trailingBlanks(text, texts) : [];
  const tidied = [...beside(edits, blanks), ...blanks];
  const ended = ending ? [...tidied.filter(({ span }) => span.end <= ending.span.start), ending] : tidied;
  const choices = [ended, tidied, edits];
  return firstHarmless(yaml, isSettled(text, edits) ? choices : []);
}

/** Edits without those of blanks that go altogether: a blank line below a block moves with it, unless it is emptied. */
function beside(edits: readonly TextEdit[], blanks: readonly TextEdit[]): TextEdit[] {
  const starts = new Map(blanks.map(({ span }) => [span.end, span.start]));
  return edits.filter(({ span }) => span.start < (starts.get(span.end) ?? Number.POSITIVE_INFINITY));
}

/** Whether formatting again would change nothing; a few strange uses of `?` would wander to the right for ever. */
function isSettled(text: string, edits: readonly TextEdit[]): boolean {
  return edits.length === 0 || layOut(applyEdits(text, edits)).edits.length === 0;
}

/** Of the edits that format a document those on the lines of some passages, and as few more as its meaning demands. */
function formatParts(yaml: YamlDocument, passages: readonly Span[]): TextEdit[] {
  if (yaml.errors.length > 0) return [];
  const { edits } = layOut(yaml.text);
  const wider = passages.map((passage) => widening(yaml.text, yaml.root, passage));
  const most = Math.max(...wider.map(({ length }) => length));
  const choices = Array.from({ length: most }, (_, step) => {
    const parts = wider.map((spans) => spans[Math.min(step, spans.length - 1)]!);
    return edits.filter(({ span }) => parts.some(({ start, end }) => start <= span.start && span.start <= end));
  });
  return firstHarmless(yaml, choices);
}

/** The first choice of edits after which a document still says what it says; each is tried once. */
function firstHarmless(yaml: YamlDocument, choices: readonly (readonly TextEdit[])[]): TextEdit[] {
  let tried: readonly TextEdit[] | undefined;
  for (const edits of choices) {
    if (edits.length === tried?.length && edits.every((edit, index) => edit === tried?.[index])) continue;
    if (edits.length === 0 || saysTheSame(applyEdits(yaml.text, edits), yaml)) return [...edits];
    tried = edits;
  }
  return [];
}

function isFormattable({ role }: SourceDocument): boolean {
  return role !== 'foreign';
}

function moved(edits: readonly TextEdit[], { start }: SourceDocument): TextEdit[] {
  return edits.map(({ span, text }) => ({ span: shift(span, start), text }));
}

/** The part of a range that lies in a document, counted from the document's beginning. */
function within(range: Span, { start, yaml }: SourceDocument): Span[] {
  const own = { start: Math.max(0, range.start - start), end: Math.min(yaml.text.length, range.end - start) };
  return own.start < own.end || (range.start === range.end && own.start === own.end) ? [own] : [];
}
