/** What the `schema` rule says: one or two plain sentences for each way in which a value does not fit its schema. */
import type { SourceDocument } from '../../dataset/document.ts';
import { nearestFirst } from '../../dataset/names/names.ts';
import { MANIFEST, type Schema, schemaAt } from '../../dataset/schema.ts';
import type { ShapeError } from '../../dataset/shape.ts';
import { codePoint } from '../../dataset/yaml/slips.ts';
import type { Path, YamlValue } from '../../dataset/yaml/tree.ts';
import { mendText, strangeMessage, strangeWords } from './strange-words.ts';
import { listed, sentence, shortened, withArticle } from './words.ts';

/** How many property names a message lists; the schema of a kind has more than anyone reads. */
const MOST_NAMES = 8;

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: '`true` or `false`',
  object: 'a map of properties',
  array: 'a list',
};

/** The message for one mistake; `value` is what stands at its path. */
export function shapeMessage(document: SourceDocument, error: ShapeError, value: YamlValue | undefined): string {
  const schema = document.schema ?? '';
  switch (error.type) {
    case 'unknown':
      return unknownMessage(schema, error);
    case 'missing':
      return `${sentence(ownerOf(schema, error.path))} needs ${listed(error.keys, 'and')}.`;
    case 'choice':
      return `${sentence(ownerOf(schema, error.path))} needs ${listed(error.keys, 'or')}.`;
    case 'exclusive':
      return `\`${error.key}\` cannot stand beside \`${error.other}\`: keep one of them.`;
    case 'value':
      return valueMessage(error.path, error.allowed, value);
    case 'type':
      return typeMessage(schema, error.path, error.expected, value);
    case 'other':
      return error.message;
  }
}

/** The message for a file that should hold a record and names no kind. */
export function kindMessage(value: YamlValue | undefined, kinds: readonly string[]): string {
  if (value === undefined) return `This is no record yet: it needs a \`kind\`, which is ${listed(kinds, 'or')}.`;
  if (value === null) return `\`kind\` needs a value: ${listed(kinds, 'or')}.`;
  if (typeof value === 'object') return `\`kind\` must be ${listed(kinds, 'or')}.`;
  const text = shortened(String(value));
  return `\`${text}\` is no kind of record. Use ${listed(nearestFirst(text, kinds), 'or')}.`;
}

function unknownMessage(kind: string, { path, key, suggestion }: ShapeError & { type: 'unknown' }): string {
  if (key === '') return 'This key is empty: write the name of a property before the colon.';
  const owner = path.slice(0, -1);
  const start = `${sentence(ownerOf(kind, owner))} has no property \`${shortened(key)}\`.`;
  const joined = joinedEntry(key, [...(schemaAt(kind, owner)?.properties.keys() ?? [])]);
  if (joined) return `A blank is missing after the colon: write \`${joined.key}: ${shortened(joined.value)}\`.`;
  const strange = suggestion && strangeLetters(key);
  if (strange) return `${strange} Write \`${suggestion}\`.`;
  if (suggestion) return `${start} Did you mean \`${suggestion}\`?`;
  const names = nearestFirst(key, [...(schemaAt(kind, owner)?.properties.keys() ?? [])]);
  if (names.length <= MOST_NAMES) return `${start} It can have ${listed(names, 'and')}.`;
  const more = names.length - MOST_NAMES;
  return `${start} It can have ${listed(names.slice(0, MOST_NAMES), 'and')}, and ${more} more.`;
}

/** A key that holds its value because no blank parts the two, as in `{ city:Gabala }`. */
export function joinedEntry(key: string, known: readonly string[]): { key: string; value: string } | undefined {
  const [, name = '', value = ''] = /^([\w-]+):(\S.*)$/.exec(key) ?? [];
  return known.includes(name) ? { key: name, value } : undefined;
}

/** What to say of a key with characters that look like others, or like nothing. */
function strangeLetters(key: string): string | undefined {
  const letter = /[^\x21-\x7e]/u.exec(key)?.[0];
  if (letter === undefined) return undefined;
  const shown = /[\p{L}\p{N}]/u.test(letter) ? `\`${letter}\` (${codePoint(letter)})` : codePoint(letter);
  return `\`${shortened(key)}\` has the character ${shown} in it, which no property has.`;
}

function valueMessage(path: Path, allowed: readonly string[], value: YamlValue | undefined): string {
  const subject = subjectOf(path);
  if (value === null || value === undefined) return `${sentence(subject)} needs a value: ${listed(allowed, 'or')}.`;
  if (typeof value === 'object') return `${sentence(subject)} must be ${listed(allowed, 'or')}.`;
  const text = shortened(String(value));
  const mended = mendText(text);
  if (mended !== text && allowed.includes(mended)) return strangeWords(text).map(strangeMessage).join(' ');
  return `\`${text}\` is no value of ${subject}. Use ${listed(nearestFirst(text, allowed), 'or')}.`;
}

function typeMessage(kind: string, path: Path, expected: readonly string[], value: YamlValue | undefined): string {
  const schema = schemaAt(kind, path);
  const subject = sentence(path.length > 0 ? subjectOf(path) : ownerOf(kind, path));
  const isDate = schema?.format?.startsWith('edtf');
  const wanted = wantedAs(schema, expected);
  if (value === null || value === undefined) return `${subject} needs a value: ${wanted}.`;
  if (expected.includes('string') && !isDate && typeof value !== 'object') {
    const read = typeof value === 'number' ? 'a number' : 'true or false';
    return `${subject} must be ${wanted}, and YAML reads \`${value}\` as ${read}: put it in quotes.`;
  }
  if (expected.includes('array') && typeof value === 'string' && value.startsWith('-')) {
    return `${subject} must be a list: write a blank after each \`-\`.`;
  }
  return `${subject} must be ${wanted}.`;
}

/** What belongs in a field, in words. */
function wantedAs(schema: Schema | undefined, expected: readonly string[]): string {
  if (schema?.format?.startsWith('edtf')) return 'a date such as `2025-10-07`';
  if (schema?.reference) return `the id of ${withArticle(schema.reference)}`;
  const example = exampleOf(schema);
  if (example) return `a map such as \`${example}\``;
  return expected.map((type) => TYPE_WORDS[type] ?? type).join(' or ');
}

/** The properties that make a map what it is, the likeliest first: those it needs, else the first. */
export function mainKeys(schema: Schema): string[] {
  const needed = [...schema.required, ...schema.choices.flat()];
  return needed.length > 0 ? needed : [...schema.properties.keys()].slice(0, 1);
}

/** A small map as it may stand in a field, made of the first of its main properties that has an example. */
function exampleOf(schema: Schema | undefined): string | undefined {
  if (!schema?.types.includes('object') || schema.types.length > 1) return undefined;
  for (const name of mainKeys(schema)) {
    const property = schema.properties.get(name);
    const example = property?.examples[0] ?? property?.values[0]?.value;
    if (typeof example === 'string') return `{ ${name}: ${example} }`;
  }
  return undefined;
}

/** The value at a path as a sentence names it. */
function subjectOf(path: Path): string {
  const last = path.at(-1);
  return typeof last === 'number' ? `this entry of \`${nameOf(path)}\`` : `\`${last ?? ''}\``;
}

/** The map at a path as a sentence names it. */
function ownerOf(kind: string, path: Path): string {
  if (path.length > 0) return subjectOf(path);
  return kind === MANIFEST ? 'the manifest' : withArticle(kind);
}

function nameOf(path: Path): string {
  return String(path.findLast((step) => typeof step === 'string') ?? '');
}
