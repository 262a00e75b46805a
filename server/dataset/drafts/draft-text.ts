/** The text of a new record: block style, short maps on one line, and a comment wherever a person is to fill something in. */
import { writeScalar } from '../editing/edits.ts';
import { isDateSchema, type Schema, schemaOf } from '../schema.ts';
import { typeOf } from '../signature.ts';
import type { Path, YamlRecord, YamlValue } from '../yaml/tree.ts';
import type { Draft } from './draft.ts';

/** The word that people search for. */
export const GAP_MARK = 'TODO';

/** A map on one line is no longer than this. */
const WIDEST = 80;
/** More values than this are not listed in a comment. */
const MOST_VALUES = 8;
/** What no file in UTF-8 can hold, such as half of a pair of surrogates, or what nobody would see in one. */
const HIDDEN = /[\p{Cc}\p{Cs}\u2028\u2029\ufeff]/gu;

/**
 * One YAML document.
 * @param hasRemarks whether a comment says what is to be filled in
 */
export function draftText(
  { kind, value, gaps }: Draft,
  lineEnd: '\n' | '\r\n' = '\n',
  hasRemarks: boolean = true,
): string {
  return new Writer(gaps, hasRemarks)
    .map(schemaOf(kind), value, [], '')
    .map((line) => line + lineEnd)
    .join('');
}

class Writer {
  readonly #gaps: readonly string[];
  readonly #hasRemarks: boolean;

  constructor(gaps: readonly Path[], hasRemarks: boolean) {
    this.#gaps = gaps.map(keyOf);
    this.#hasRemarks = hasRemarks;
  }

  /** The lines of a map in block style. */
  map(schema: Schema | undefined, value: YamlRecord, path: Path, indent: string): string[] {
    return Object.entries(value).flatMap(([name, inner]) =>
      this.#entry(`${indent}${scalar(name)}:`, schema?.properties.get(name), inner, [...path, name], indent),
    );
  }

  /** What follows a key: on its line, or on lines of its own. */
  #entry(head: string, schema: Schema | undefined, value: YamlValue, path: Path, indent: string): string[] {
    const comment = this.#comment(schema, path);
    if (value === null || typeof value !== 'object') return [`${head} ${scalar(value)}${comment}`];
    const isList = Array.isArray(value);
    const line = this.#isPlainInside(value, path) ? onLine(value) : undefined;
    if (line !== undefined && (Object.keys(value).length === 0 || isShort(value, head, line)))
      return [`${head} ${line}${comment}`];
    if (isList) {
      const lines = value.flatMap((item, index) => this.#item(schema?.items, item, [...path, index], `${indent}  `));
      return [`${head}${comment}`, ...lines];
    }
    return [`${head}${comment}`, ...this.map(schema, value as YamlRecord, path, `${indent}  `)];
  }

  #item(schema: Schema | undefined, value: YamlValue, path: Path, indent: string): string[] {
    if (value === null || typeof value !== 'object') {
      return [`${indent}- ${scalar(value)}${this.#comment(schema, path)}`];
    }
    const line = this.#isPlainInside(value, path) ? onLine(value) : undefined;
    const hasKeys = !Array.isArray(value) && Object.keys(value).length > 0;
    if (!hasKeys || (line !== undefined && isShort(value, indent, line)))
      return [`${indent}- ${onLine(value)}${this.#comment(schema, path)}`];
    const [first = '', ...others] = this.map(schema, value as YamlRecord, path, `${indent}  `);
    return [`${indent}- ${first.trimStart()}`, ...others];
  }

  /** Whether nothing is to be filled in inside a value. */
  #isPlainInside(value: YamlValue, path: Path): boolean {
    return value === null || typeof value !== 'object' || !this.#gaps.some((gap) => gap.startsWith(`${keyOf(path)}\n`));
  }

  #comment(schema: Schema | undefined, path: Path): string {
    return this.#hasRemarks && this.#gaps.includes(keyOf(path)) ? `  # ${GAP_MARK}: ${hintFor(schema)}` : '';
  }
}

/** Lists stand on lines of their own unless they are empty; so do maps that are long or hold others. */
function isShort(value: YamlValue, head: string, line: string): boolean {
  if (Array.isArray(value)) return false;
  return head.length + 1 + line.length <= WIDEST && Object.values(value as YamlRecord).every(isScalar);
}

function isScalar(value: YamlValue): boolean {
  return value === null || typeof value !== 'object';
}

/** What belongs in a field, in a few words. */
function hintFor(schema: Schema | undefined): string {
  if (!schema) return 'fill in';
  if (isDateSchema(schema)) return 'a date such as 2025-10-07, 2025-10 or 2025';
  const { values } = schema.items ?? schema;
  if (values.length > 0 && values.length <= MOST_VALUES) return values.map(({ value }) => value).join(' | ');
  const isText = schema.types.includes('string') && !schema.reference;
  return (isText ? schema.description : typeOf(schema)).replace(/\s+/g, ' ');
}

function onLine(value: YamlValue): string {
  if (value === null || typeof value !== 'object') return scalar(value);
  if (Array.isArray(value)) return `[${value.map(onLine).join(', ')}]`;
  const entries = Object.entries(value).map(([name, inner]) => `${scalar(name)}: ${onLine(inner)}`);
  return entries.length > 0 ? `{ ${entries.join(', ')} }` : '{}';
}

function scalar(value: YamlValue): string {
  if (typeof value !== 'string') return String(value);
  if (value.search(HIDDEN) < 0) return writeScalar(value);
  return JSON.stringify(value).replace(
    HIDDEN,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A path as one word, which begins as that of each place around it; a step may hold anything. */
function keyOf(path: Path): string {
  return path.map((step) => JSON.stringify(step)).join('\n');
}
