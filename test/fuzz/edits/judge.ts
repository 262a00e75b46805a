/** Judges edits by the `yaml` package alone: what they do not touch must be there afterwards, and mean the same. */
import { type Document, isAlias, isMap, isScalar, isSeq, Lexer, type Node, parseAllDocuments } from 'yaml';
import type { TextEdit } from '../../../server/dataset/text.ts';
import { parseYaml } from '../../../server/dataset/yaml/yaml.ts';

/** A step from a document's root to a place: a key with where it is written, or a list. */
type Step = { readonly key: string; readonly start: number; readonly end: number } | 'item';

/** A key, a value or a comment as it is written. Offsets count from the file's beginning. */
interface Mark {
  readonly type: 'key' | 'value' | 'comment';
  readonly start: number;
  readonly end: number;
  /** What it stands for, an alias followed; with its tag. */
  readonly meaning: string;
  /** Whether it is the alias of a map or list, which may change within. */
  readonly isShared: boolean;
  readonly isAlias: boolean;
  readonly steps: readonly Step[];
}

/** Everything that a text says, mark by mark, and how many mistakes are in it. */
export interface Reading {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly mistakes: readonly string[];
}

/** Reads a file of YAML. */
export function read(text: string): Reading {
  const marks: Mark[] = comments(text);
  const mistakes: string[] = [];
  const documents = parseAllDocuments(text, { logLevel: 'silent' });
  for (const document of Array.isArray(documents) ? documents : []) {
    mistakes.push(...document.errors.map(({ code, message }) => `${code} ${message}`));
    if (document.contents) gather(text, document, document.contents as Node, [], 'value', marks, mistakes);
  }
  return { text, marks, mistakes };
}

function gather(
  text: string,
  document: Document.Parsed | Document,
  node: Node,
  steps: readonly Step[],
  type: 'key' | 'value',
  marks: Mark[],
  mistakes: string[],
): void {
  const [start = 0, end = 0] = node.range ?? [];
  if (isMap<Node, Node | null>(node)) {
    for (const { key, value } of node.items) {
      gather(text, document, key, steps, 'key', marks, mistakes);
      const [from = 0, to = 0] = key.range ?? [];
      const step = { key: isAlias(key) ? `*${key.source}` : meaningOf(document, key), start: from, end: to };
      if (value) gather(text, document, value, [...steps, step], 'value', marks, mistakes);
    }
  } else if (isSeq<Node>(node)) {
    for (const item of node.items) gather(text, document, item, [...steps, 'item'], 'value', marks, mistakes);
  } else if (isAlias(node) || isScalar(node)) {
    if (isAlias(node) && !node.resolve(document as Document.Parsed)) mistakes.push(`UNKNOWN_ALIAS ${node.source}`);
    // Line ends behind a block of lines are not part of what is written.
    const written = text.slice(start, end).trimEnd().length;
    if (end > start)
      marks.push({
        type,
        start,
        end: start + written,
        meaning: meaningOf(document, node),
        isAlias: isAlias(node),
        isShared: isAlias(node) && !isScalar(node.resolve(document as Document.Parsed)),
        steps,
      });
  }
}

function meaningOf(document: Document.Parsed | Document, node: Node): string {
  if (isAlias(node)) {
    const target = node.resolve(document as Document.Parsed);
    return target ? meaningOf(document, target) : `*${node.source}`;
  }
  if (isScalar(node)) return JSON.stringify([node.value, node.tag]) ?? 'undefined';
  if (isSeq<Node>(node)) return `[${node.items.map((item) => meaningOf(document, item)).join()}]`;
  if (isMap<Node, Node | null>(node)) {
    const pairs = node.items.map(
      ({ key, value }) => `${meaningOf(document, key)}:${value ? meaningOf(document, value) : ''}`,
    );
    return `{${pairs.join()}}`;
  }
  return '';
}

/** Comments by the lexer: the only tokens that begin with `#` and are no text. */
function comments(text: string): Mark[] {
  const marks: Mark[] = [];
  let at = 0;
  let isText = false;
  for (const token of new Lexer().lex(text)) {
    if (token === '\u0002' || token === '\u0018') continue;
    if (token === '\u001f') {
      isText = true;
      continue;
    }
    if (token.startsWith('#') && !isText) {
      const meaning = token.trimEnd();
      marks.push({
        type: 'comment',
        start: at,
        end: at + meaning.length,
        meaning,
        isShared: false,
        isAlias: false,
        steps: [],
      });
    }
    isText = false;
    at += token.length;
  }
  return marks;
}

/**
 * What edits have done to a text that nobody asked for.
 * @param aliasesFollow whether what an alias says may change with what it stands for
 */
export function harmOf(before: string, edits: readonly TextEdit[], after: string, aliasesFollow = false): string[] {
  const [old, now] = [read(before), read(after)];
  const found = new Map(now.marks.map((mark) => [`${mark.type} ${mark.start}`, mark]));
  const harm: string[] = [];
  // What a broken text says is a guess.
  for (const mark of old.mistakes.length > 0 ? [] : old.marks) {
    if (isTouched(mark, edits)) continue;
    const moved = movedBy(edits, mark.start);
    const same = found.get(`${mark.type} ${mark.start + moved}`);
    const shown = `${mark.type} ${mark.meaning}`;
    if (!same) harm.push(`${shown} is gone`);
    else if (same.meaning !== mark.meaning && !(mark.isAlias && (aliasesFollow || mark.isShared)))
      harm.push(`${shown} has become ${same.meaning}`);
    else if (!isSamePlace(mark, same, edits)) harm.push(`${shown} stands elsewhere`);
  }
  // The library counts what follows from a mistake, too: of broken texts the product's own count is the measure.
  if (old.mistakes.length === 0 && now.mistakes.length > 0) harm.push(`mistakes: ${now.mistakes.join('; ')}`);
  if (errorsIn(after) > errorsIn(before)) harm.push('more errors');
  if (!/(?<!\r)\n/.test(before) && before.includes('\n') && /(?<!\r)\n/.test(after)) harm.push('line ends are mixed');
  return harm;
}

/** How many errors the product finds in a file. */
function errorsIn(text: string): number {
  return parseYaml(text).reduce((sum, { document }) => sum + document.errors.length, 0);
}

function isTouched({ start, end }: { start: number; end: number }, edits: readonly TextEdit[]): boolean {
  return edits.some(({ span }) => span.start < end && start < span.end);
}

function movedBy(edits: readonly TextEdit[], offset: number): number {
  let by = 0;
  for (const { span, text } of edits) if (span.end <= offset) by += text.length - (span.end - span.start);
  return by;
}

/** Whether the keys above two marks are the same, those aside that have been touched themselves. */
function isSamePlace(old: Mark, now: Mark, edits: readonly TextEdit[]): boolean {
  return (
    old.steps.length === now.steps.length &&
    old.steps.every((step, index) => {
      const other = now.steps[index]!;
      if (step === 'item' || other === 'item') return step === other;
      return step.key === other.key || isTouched(step, edits);
    })
  );
}
