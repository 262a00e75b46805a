/** YAML files as documents with spans: one chunk of text per `---` document, re-read only when its own text changes. */
import * as l10n from '@vscode/l10n';
import { lineAt, ownCopy, type Span } from '../text.ts';
import { readDocument, type YamlSyntaxError } from './syntax.ts';
import {
  mostBrought,
  nodesOf,
  type Path,
  type Place,
  placeAt,
  plainValue,
  repeatsKeys,
  toTree,
  type YamlNode,
  type YamlValue,
} from './tree.ts';
import { readPlainTree, readPlainValue } from './values/plain-yaml.ts';

interface Content {
  readonly root: YamlNode | undefined;
  readonly errors: readonly YamlSyntaxError[];
  readonly painted: string;
}

/** What most documents have, told once for all. */
const NO_ERRORS: readonly YamlSyntaxError[] = [];

/**
 * One YAML document; every span in it counts from its own beginning, so that it stays true wherever the document moves.
 * Nothing is read before someone asks. Of plain YAML just the value is read then. The tree is read when someone asks for
 * a place, let go when memory is short, and read again: most documents are never looked at closely.
 */
export class YamlDocument {
  #value: YamlValue | undefined;
  /** Absent until the value has been read. */
  #errors: readonly YamlSyntaxError[] | undefined;
  #repeatsKeys = false;
  #text: string | (() => string);
  #content: WeakRef<Content> | undefined;

  /** Takes the value on trust where it is known already, because someone read it before and found no error. */
  constructor(text: string, known?: YamlValue);
  constructor(text: () => string, known: YamlValue);
  constructor(text: string | (() => string), known?: YamlValue) {
    this.#text = text;
    this.#value = known;
    if (known !== undefined) this.#errors = NO_ERRORS;
  }

  get value(): YamlValue {
    if (!this.#errors) this.#readValue();
    return this.#value!;
  }

  get errors(): readonly YamlSyntaxError[] {
    if (!this.#errors) this.#readValue();
    return this.#errors!;
  }

  /** Whether a key stands twice in one of its maps; known with the value, so that few trees need a second look. */
  get repeatsKeys(): boolean {
    if (!this.#errors) this.#readValue();
    return this.#repeatsKeys;
  }

  get text(): string {
    if (typeof this.#text !== 'string') this.#text = this.#text();
    return this.#text;
  }

  /** The root node; `undefined` in an empty document. */
  get root(): YamlNode | undefined {
    return this.#read().root;
  }

  /** The text as it was read: each slip painted over with as many harmless characters, all else where it stands. */
  get painted(): string {
    return this.errors.length === 0 ? this.text : this.#read().painted;
  }

  /** What stands at a path. */
  place(path: Path): Place | undefined {
    return placeAt(this.root, path);
  }

  #readValue(): void {
    const plain = readPlainValue(this.text);
    if (plain !== undefined) {
      this.#value = plain;
      this.#errors = NO_ERRORS;
      return;
    }
    const content = read(this.text);
    this.#content = new WeakRef(content);
    this.#value = plainValue(content.root);
    this.#errors = content.errors;
    this.#repeatsKeys = repeatsKeys(content.root);
  }

  #read(): Content {
    let content = this.#content?.deref();
    if (!content) {
      content = readPlain(this.text) ?? read(this.text);
      this.#content = new WeakRef(content);
    }
    return content;
  }
}

/** A document and where it begins in its file. */
export interface PlacedDocument {
  readonly start: number;
  readonly document: YamlDocument;
}

const MARKER = /---|\.\.\./;
/** A line with anything but a comment or a directive. */
const CONTENT_LINE = /(?:^|\n)[ \t\r]*[^\s#%]/;

/** Parses a file's text, taking over every document of `previous` whose text is unchanged. */
export function parseYaml(text: string, previous: readonly PlacedDocument[] = []): PlacedDocument[] {
  const starts = documentStarts(text);
  const chunks = starts.map((start, index) => text.slice(start, starts[index + 1] ?? text.length));
  const head = commonLength(chunks.length, previous.length, (i) => chunks[i] === previous[i]!.document.text);
  const tail = commonLength(
    chunks.length - head,
    previous.length - head,
    (i) => chunks[chunks.length - 1 - i] === previous[previous.length - 1 - i]!.document.text,
  );
  return chunks.map((chunk, index) => {
    const start = starts[index]!;
    if (index < head) return { start, document: previous[index]!.document };
    const fromEnd = chunks.length - index;
    if (fromEnd <= tail) return { start, document: previous[previous.length - fromEnd]!.document };
    return { start, document: new YamlDocument(previous.length > 0 ? ownCopy(chunk) : chunk) };
  });
}

function commonLength(a: number, b: number, same: (index: number) => boolean): number {
  let length = 0;
  while (length < a && length < b && same(length)) length++;
  return length;
}

/**
 * Offsets at which documents begin. `---` and `...` at the beginning of a line part documents wherever they stand (YAML
 * 1.2.2, 9.1.4: they are forbidden inside scalars). Comments and directives before the first `---` belong to the document after it.
 */
export function documentStarts(text: string): number[] {
  const starts = [0];
  // Most files hold one document.
  if (!MARKER.test(text)) return starts;
  for (const line of markerLines(text)) {
    const open = starts.at(-1)!;
    if (text[line] === '.') {
      const newline = text.indexOf('\n', line);
      if (newline >= 0 && newline + 1 < text.length) starts.push(newline + 1);
    } else if (line > open && !isPreamble(text.slice(open, line))) starts.push(line);
  }
  return starts;
}

/** Offsets of the lines that are `---` or `...`, in order; native search keeps long texts cheap. */
function markerLines(text: string): number[] {
  const lines: number[] = [];
  for (const marker of ['---', '...']) {
    if (isMarker(text, 0, marker)) lines.push(0);
    for (let at = text.indexOf(`\n${marker}`); at >= 0; at = text.indexOf(`\n${marker}`, at + 1)) {
      if (isMarker(text, at + 1, marker)) lines.push(at + 1);
    }
  }
  return lines.sort((a, b) => a - b);
}

function isMarker(text: string, at: number, marker: string): boolean {
  if (!text.startsWith(marker, at)) return false;
  const after = text[at + 3];
  return after === undefined || after === ' ' || after === '\t' || after === '\n' || after === '\r';
}

/** Whether a text has nothing but comments, directives and blank lines. */
function isPreamble(text: string): boolean {
  return !CONTENT_LINE.test(text);
}

/** The same as `read` and much faster, where a text is plain YAML. */
function readPlain(text: string): Content | undefined {
  const root = readPlainTree(text);
  return root && { root, errors: [], painted: text };
}

function read(text: string): Content {
  const { document, errors, masked, painted } = readDocument(text);
  const root = document && toTree(document, text, masked);
  if (!text.includes('*')) return { root, errors, painted };
  const lines = new Set(errors.map(({ span }) => lineAt(text, span.start).start));
  const aliases = badAliases(root, text).filter(({ span }) => !lines.has(lineAt(text, span.start).start));
  return { root, errors: [...errors, ...aliases], painted };
}

/** Aliases that stand for nothing, and the first of those that would stand for too much. */
function badAliases(root: YamlNode | undefined, text: string): YamlSyntaxError[] {
  const errors: YamlSyntaxError[] = [];
  let isTooMuch = false;
  for (const node of nodesOf(root)) {
    if (node.type !== 'alias' || node.target || (node.isTooMuch && isTooMuch)) continue;
    isTooMuch ||= node.isTooMuch === true;
    const span: Span = { start: node.start, end: node.end };
    const message = node.isTooMuch
      ? l10n.t(
          'The aliases up to here stand for more than {0} characters, which is too much: this one counts as empty. Use fewer of them.',
          mostBrought(text),
        )
      : l10n.t('No anchor `&{0}` stands before this alias: quote the text if it is no alias.', node.name);
    errors.push({ span, message });
  }
  return errors;
}
