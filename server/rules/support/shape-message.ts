/** What the `schema` rule says: one or two plain sentences for each way in which a value does not fit its schema. */

import * as l10n from '@vscode/l10n';
import { listed as inRow } from '../../../l10n/language.ts';
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

const TYPE_WORDS: Readonly<Record<string, () => string>> = {
  string: () => l10n.t('text'),
  integer: () => l10n.t('a whole number'),
  number: () => l10n.t('a number'),
  boolean: () => l10n.t('`true` or `false`'),
  object: () => l10n.t('a map of properties'),
  array: () => l10n.t('a list'),
};

/** The message for one mistake; `value` is what stands at its path. */
export function shapeMessage(document: SourceDocument, error: ShapeError, value: YamlValue | undefined): string {
  const schema = document.schema ?? '';
  switch (error.type) {
    case 'unknown':
      return unknownMessage(schema, error);
    case 'missing':
      return l10n.t('{0} needs {1}.', sentence(ownerOf(schema, error.path)), listed(error.keys, 'and'));
    case 'choice':
      return l10n.t('{0} needs {1}.', sentence(ownerOf(schema, error.path)), listed(error.keys, 'or'));
    case 'exclusive':
      return l10n.t('`{0}` cannot stand beside `{1}`: keep one of them.', error.key, error.other);
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
  if (value === undefined)
    return l10n.t('This is no record yet: it needs a `kind`, which is {0}.', listed(kinds, 'or'));
  if (value === null) return l10n.t('`kind` needs a value: {0}.', listed(kinds, 'or'));
  if (typeof value === 'object') return l10n.t('`kind` must be {0}.', listed(kinds, 'or'));
  const text = shortened(String(value));
  const padded = paddedMessage(String(value), kinds);
  if (padded) return padded;
  return l10n.t('`{0}` is no kind of record. Use {1}.', text, listed(nearestFirst(text, kinds), 'or'));
}

function unknownMessage(kind: string, { path, key, suggestion }: ShapeError & { type: 'unknown' }): string {
  if (key === '') return l10n.t('This key is empty: write the name of a property before the colon.');
  const owner = path.slice(0, -1);
  const start = l10n.t('{0} has no property `{1}`.', sentence(ownerOf(kind, owner)), shortened(key));
  const joined = joinedEntry(key, [...(schemaAt(kind, owner)?.properties.keys() ?? [])]);
  if (joined)
    return l10n.t('A blank is missing after the colon: write `{0}: {1}`.', joined.key, shortened(joined.value));
  const strange = suggestion && strangeLetters(key);
  if (strange) return `${strange} ${l10n.t('Write `{0}`.', suggestion)}`;
  if (suggestion) return `${start} ${l10n.t('Did you mean {0}?', `\`${suggestion}\``)}`;
  const names = nearestFirst(key, [...(schemaAt(kind, owner)?.properties.keys() ?? [])]);
  if (names.length <= MOST_NAMES) return `${start} ${l10n.t('It can have {0}.', listed(names, 'and'))}`;
  const more = names.length - MOST_NAMES;
  return `${start} ${l10n.t('It can have {0}, and {1} more.', listed(names.slice(0, MOST_NAMES), 'and'), more)}`;
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
  return l10n.t('`{0}` has the character {1} in it, which no property has.', shortened(key), shown);
}

function valueMessage(path: Path, allowed: readonly string[], value: YamlValue | undefined): string {
  const subject = subjectOf(path);
  if (value === null || value === undefined)
    return l10n.t('{0} needs a value: {1}.', sentence(subject), listed(allowed, 'or'));
  if (typeof value === 'object') return l10n.t('{0} must be {1}.', sentence(subject), listed(allowed, 'or'));
  const text = shortened(String(value));
  const padded = paddedMessage(String(value), allowed);
  if (padded) return padded;
  const mended = mendText(text);
  if (mended !== text && allowed.includes(mended)) return strangeWords(text).map(strangeMessage).join(' ');
  return l10n.t('`{0}` is no value of {1}. Use {2}.', text, subject, listed(nearestFirst(text, allowed), 'or'));
}

/** What to say of a wrong text that is right but for blanks around it, which quotes and blocks keep and no message shows. */
export function paddedMessage(text: string, allowed: readonly string[]): string | undefined {
  const bare = text.trim();
  return allowed.includes(bare)
    ? l10n.t('Blanks or line ends stand around `{0}`: write it without them.', bare)
    : undefined;
}

function typeMessage(kind: string, path: Path, expected: readonly string[], value: YamlValue | undefined): string {
  const schema = schemaAt(kind, path);
  const subject = sentence(path.length > 0 ? subjectOf(path) : ownerOf(kind, path));
  const isDate = schema?.format?.startsWith('edtf');
  const wanted = wantedAs(schema, expected);
  if (value === null || value === undefined) return l10n.t('{0} needs a value: {1}.', subject, wanted);
  if (expected.includes('string') && !isDate && typeof value !== 'object') {
    const read = typeof value === 'number' ? l10n.t('a number') : l10n.t('true or false');
    return l10n.t('{0} must be {1}, and YAML reads `{2}` as {3}: put it in quotes.', subject, wanted, value, read);
  }
  if (expected.includes('array') && typeof value === 'string' && value.startsWith('-')) {
    return l10n.t('{0} must be a list: write a blank after each `-`.', subject);
  }
  return l10n.t('{0} must be {1}.', subject, wanted);
}

/** What belongs in a field, in words. */
function wantedAs(schema: Schema | undefined, expected: readonly string[]): string {
  if (schema?.format?.startsWith('edtf')) return l10n.t('a date such as `2025-10-07`');
  if (schema?.reference) return l10n.t('the id of {0}', withArticle(schema.reference));
  const example = exampleOf(schema);
  if (example) return l10n.t('a map such as `{0}`', example);
  return inRow(
    expected.map((type) => TYPE_WORDS[type]?.() ?? type),
    'disjunction',
  );
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
  return typeof last === 'number' ? l10n.t('this entry of `{0}`', nameOf(path)) : `\`${last ?? ''}\``;
}

/** The map at a path as a sentence names it. */
function ownerOf(kind: string, path: Path): string {
  if (path.length > 0) return subjectOf(path);
  return kind === MANIFEST ? l10n.t('the manifest') : withArticle(kind);
}

function nameOf(path: Path): string {
  return String(path.findLast((step) => typeof step === 'string') ?? '');
}
