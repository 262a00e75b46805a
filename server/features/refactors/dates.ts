/** Writes a date as a map that has room for the source's wording, and such a map as a bare date again. */
import * as l10n from '@vscode/l10n';
import type { SourceDocument } from '../../dataset/document.ts';
import { readGap } from '../../dataset/editing/gaps.ts';
import { columnOf, indentationOf } from '../../dataset/editing/indentation.ts';
import type { Fix } from '../../dataset/problem.ts';
import { sameValue } from '../../dataset/record.ts';
import { isDateSchema, type Schema, schemaAt } from '../../dataset/schema.ts';
import { applyEdits, lineAt, lineEndOf, type TextEdit } from '../../dataset/text.ts';
import {
  keyText,
  type Path,
  plainValue,
  type YamlMap,
  type YamlNode,
  type YamlScalar,
  type YamlValue,
} from '../../dataset/yaml/tree.ts';
import { YamlDocument } from '../../dataset/yaml/yaml.ts';
import { inDocument } from '../../rules/support/fixes.ts';
import type { Refactoring } from './refactoring.ts';
import type { Level, Selection } from './selection.ts';

export const longDate: Refactoring = {
  kind: 'refactor.rewrite.longDate',
  offers: (selection) => {
    const { document, level, property } = dateAt(selection) ?? {};
    if (!document || !property || level?.value?.type !== 'scalar') return [];
    const edit = toLong(document, level, level.value, property);
    const value: YamlValue = Object.assign(Object.create(null), { [property]: level.value.value });
    return edit ? checked(document, [edit], level.path, value, l10n.t('Convert to the long form of a date')) : [];
  },
};

export const plainDate: Refactoring = {
  kind: 'refactor.rewrite.plainDate',
  offers: (selection) => {
    const { document, level, property } = dateAt(selection) ?? {};
    if (!document || !property || level?.value?.type !== 'map') return [];
    const date = onlyEntry(level.value, property);
    const edits = date ? toPlain(document, level, level.value, date) : [];
    return date ? checked(document, edits, level.path, date.value.value, l10n.t('Convert to a plain date')) : [];
  },
};

interface DateAt {
  readonly document: SourceDocument;
  readonly level: Level;
  /** The property of the long form that holds the date. */
  readonly property: string;
}

/** The innermost place around a selection where the schema welcomes a date in either form. */
function dateAt({ document, levels }: Selection): DateAt | undefined {
  const { schema: kind } = document;
  if (kind === undefined) return undefined;
  for (const level of levels) {
    if (level.value && document.isDoubtful(level.value)) return undefined;
    const schema = schemaAt(kind, level.path);
    const property = schema && dateProperty(schema);
    if (property !== undefined) return { document, level, property };
  }
  return undefined;
}

/** The property of a date's long form that is of the same format: the first that the schema has. */
function dateProperty(schema: Schema): string | undefined {
  if (!isDateSchema(schema)) return undefined;
  return [...schema.properties].find(([, property]) => property.format === schema.format)?.[0];
}

function toLong({ yaml }: SourceDocument, level: Level, node: YamlScalar, property: string): TextEdit | undefined {
  const { key, parent } = level;
  const { text, root } = yaml;
  const source = text.slice(node.start, node.end);
  // No schema has a list of dates: every date has a key.
  if (!key || node.value === null || node.broken || /[\r\n]/.test(source)) return undefined;
  const gap = readGap(text, { start: key.end, end: node.start });
  if (gap?.marks !== ':' || gap.comments.length > 0) return undefined;
  const start = gap.properties?.start ?? node.start;
  const value = text.slice(start, node.end);
  if (parent?.flow) return { span: { start, end: node.end }, text: `{ ${property}: ${value} }` };
  const column = columnOf(text, key.start) + indentationOf(text, root).map;
  const line = lineEndOf(text) + ' '.repeat(column);
  return { span: { start: text.indexOf(':', key.end) + 1, end: node.end }, text: `${line}${property}: ${value}` };
}

/** The entry of a long form that holds the date, where all others are empty. */
function onlyEntry({ pairs }: YamlMap, property: string): DateEntry | undefined {
  const [pair, ...others] = pairs.filter(({ value }) => plainValue(value) !== null);
  if (!pair || others.length > 0 || keyText(pair.key) !== property) return undefined;
  const { key, value } = pair;
  return value?.type === 'scalar' && !value.broken ? { key, value } : undefined;
}

interface DateEntry {
  readonly key: YamlNode;
  readonly value: YamlScalar;
}

/** Comments within the long form go above the key of the date; none where there is no line for them. */
function toPlain({ yaml: { text } }: SourceDocument, level: Level, map: YamlMap, date: DateEntry): TextEdit[] {
  const { key } = level;
  if (!key) return [];
  const source = text.slice(date.value.start, date.value.end);
  const end = map.start + text.slice(map.start, map.end).trimEnd().length;
  const rest = text.slice(map.start, date.key.start) + text.slice(date.value.end, end);
  const inner = readGap(text, { start: date.key.end, end: date.value.start });
  if (/[#&!]/.test(rest) || /[\r\n]/.test(source) || inner?.marks !== ':' || inner.properties) return [];
  const outer = readGap(text, { start: key.end, end: map.start });
  if (outer?.marks !== ':' || outer.properties) return [];
  const plain = { span: { start: text.indexOf(':', key.end) + 1, end }, text: ` ${source}` };
  const comments = [...outer.comments, ...inner.comments];
  if (comments.length === 0) return [plain];
  const indent = text.slice(lineAt(text, key.start).start, key.start);
  if (indent.trim() !== '') return [];
  const above = comments.map((comment) => comment.text + lineEndOf(text) + indent).join('');
  return [{ span: { start: key.start, end: key.start }, text: above }, plain];
}

/** The fix, if the document then has another value at this path and no other change. */
function checked(
  document: SourceDocument,
  edits: readonly TextEdit[],
  path: Path,
  value: YamlValue,
  title: string,
): Fix[] {
  const { yaml } = document;
  if (edits.length === 0) return [];
  const after = new YamlDocument(applyEdits(yaml.text, edits));
  const isAsMeant =
    after.errors.length <= yaml.errors.length && sameValue(after.value, withValue(yaml.value, path, value));
  return isAsMeant ? [{ title, edits: inDocument(document, edits) }] : [];
}

/** A value with another one at a path in it. */
function withValue(whole: YamlValue, [step, ...deeper]: Path, value: YamlValue): YamlValue {
  if (step === undefined) return value;
  if (Array.isArray(whole)) return whole.map((item, index) => (index === step ? withValue(item, deeper, value) : item));
  const map = Object.assign(Object.create(null), whole);
  map[step] = withValue(map[step] ?? null, deeper, value);
  return map;
}
