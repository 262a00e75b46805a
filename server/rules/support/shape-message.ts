/** What the `schema` rule says: one or two plain sentences for each way in which a value does not fit its schema. */
import type { SourceDocument } from '../../dataset/document.ts';
import { nearestFirst } from '../../dataset/names.ts';
import { MANIFEST, type Schema, schemaAt } from '../../dataset/schema.ts';
import type { ShapeError } from '../../dataset/shape.ts';
import type { Path, YamlValue } from '../../dataset/yaml-tree.ts';
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
      return typeMessage(error.path, schemaAt(schema, error.path), error.expected, value);
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
  const owner = path.slice(0, -1);
  const start = `${sentence(ownerOf(kind, owner))} has no property \`${shortened(key)}\`.`;
  if (suggestion) return `${start} Did you mean \`${suggestion}\`?`;
  const names = nearestFirst(key, [...(schemaAt(kind, owner)?.properties.keys() ?? [])]);
  if (names.length <= MOST_NAMES) return `${start} It can have ${listed(names, 'and')}.`;
  const more = names.length - MOST_NAMES;
  return `${start} It can have ${listed(names.slice(0, MOST_NAMES), 'and')}, and ${more} more.`;
}

function valueMessage(path: Path, allowed: readonly string[], value: YamlValue | undefined): string {
  const subject = subjectOf(path);
  if (value === null || value === undefined) return `${sentence(subject)} needs a value: ${listed(allowed, 'or')}.`;
  if (typeof value === 'object') return `${sentence(subject)} must be ${listed(allowed, 'or')}.`;
  const text = shortened(String(value));
  return `\`${text}\` is no value of ${subject}. Use ${listed(nearestFirst(text, allowed), 'or')}.`;
}

function typeMessage(
  path: Path,
  schema: Schema | undefined,
  expected: readonly string[],
  value: YamlValue | undefined,
): string {
  const subject = sentence(subjectOf(path));
  const isDate = schema?.format === 'edtf' || schema?.format === 'edtf-date-time';
  const wanted = isDate ? 'a date such as `2025-10-07`' : expected.map((type) => TYPE_WORDS[type] ?? type).join(' or ');
  if (value === null || value === undefined) return `${subject} needs a value: ${wanted}.`;
  if (expected.includes('string') && !isDate && typeof value !== 'object') {
    const read = typeof value === 'number' ? 'a number' : 'true or false';
    return `${subject} must be text, and YAML reads \`${value}\` as ${read}: put it in quotes.`;
  }
  return `${subject} must be ${wanted}.`;
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
