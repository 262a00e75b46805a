/** Reports what does not fit the schema of its kind: unknown and missing properties, wrong types, values that are not in the list. */
import * as l10n from '@vscode/l10n';
import type { SourceDocument } from '../dataset/document.ts';
import { nearest } from '../dataset/names/names.ts';
import type { Finding, Fix } from '../dataset/problem.ts';
import type { Reader } from '../dataset/reader.ts';
import type { Rule } from '../dataset/rule.ts';
import { kinds, type Part, type Schema, schemaAt, schemaOf, walkFrom } from '../dataset/schema.ts';
import { fitsSchema, type ShapeError, shapeErrors } from '../dataset/shape.ts';
import { lineAt, type Span, touches } from '../dataset/text.ts';
import { follow, type Path, type YamlRecord, type YamlValue } from '../dataset/yaml/tree.ts';
import { nearestValues, shapeFixes } from './support/shape-fixes.ts';
import { kindMessage, paddedMessage, shapeMessage } from './support/shape-message.ts';
import { unquotedText } from './support/unquoted.ts';
import { listed, shortened } from './support/words.ts';

export const schema: Rule = {
  name: 'schema',
  severity: 'error',
  title: 'The record does not fit its kind.',
  docs: {
    what: 'A property that the kind does not have, a property that is missing, a value of the wrong type, or one that is not in the list of allowed values. Missing properties are one problem, shown on the `kind` line.',
    why: 'What stands under a misspelt name is lost to every reader of the dataset, and a record without its essentials cannot be placed, compared or shown.',
    fix: 'Rename the property, add the missing ones, or take one of the values that the message lists.',
  },
  examples: {
    wrong: [
      'kind: organization\nid: ots\nname: Organization of Turkic States\n⟦typ⟧: organization\n',
      'kind: organization\nid: ots\nname: Organization of Turkic States\ntype: ⟦organisation⟧\n',
      '⟦kind: organization⟧\nid: ots\nseat: { city: Istanbul }\n',
      'kind: person\nid: sadyr-japarov\n⟦name⟧:\n',
      'kind: person\nid: sadyr-japarov\nname: Sadyr Japarov\nnames:\n  - ⟦lang⟧: ky\n    type: official\n',
    ],
    right: [
      "kind: organization\nid: ots\nname: Organization of Turkic States\nabbreviation: 'OTS'\ntype: organization\nseat: { city: Istanbul }\nnames:\n  - { text: Türk Devletleri Teşkilatı, lang: tr, type: official }\n",
    ],
  },
  concerns: ({ role, schema: name, yaml: { value } }) =>
    role === 'claimed' || (name !== undefined && (!fitsSchema(name, value) || isAboutRules(name, value))),
  *check(document, reader) {
    const { yaml, schema: name } = document;
    if (document.role === 'claimed') yield* kindFindings(document);
    // The tree, which may have been let go, is asked only where the value does not tell whether there is anything.
    else if (name !== undefined && (yaml.value !== null || yaml.root !== undefined)) {
      for (const error of shapeErrors(name, yaml.value)) yield* shapeFindings(document, reader, name, error);
      yield* ruleNameFindings(document, reader, name);
    }
  },
};

function* shapeFindings(document: SourceDocument, reader: Reader, name: string, error: ShapeError): Generator<Finding> {
  const value = valueAt(document.yaml.value, error.path);
  // A number that is no date is told by `bad-date`, which knows what to write instead.
  const isNumber = error.type === 'type' && typeof value === 'number';
  const wanted = schemaAt(name, error.path);
  if (isNumber && wanted?.format?.startsWith('edtf')) return;
  // Text that only lacks its quotes is told by `unquoted-scalar`.
  if (error.type === 'type' && wanted && unquotedText(document, error.path, wanted) !== undefined) return;
  if (followsFromSyntaxError(document, error)) return;
  yield {
    span: spanOf(document, error),
    message: shapeMessage(document, error, value),
    fixes: () => shapeFixes(document, error, reader),
  };
}

/** Names of rules that there are not; milder than the rest, because a newer version may know them. */
function* ruleNameFindings(document: SourceDocument, { ruleNames }: Reader, schemaName: string): Generator<Finding> {
  for (const { path, value, schema } of partsAboutRules(document, schemaName)) {
    const on = schema.ruleNames === 'keys' ? 'key' : 'value';
    const names = on === 'value' ? [value] : value !== null && typeof value === 'object' ? Object.keys(value) : [];
    if (!schema.ruleNames || Array.isArray(value)) continue;
    for (const name of names) {
      if (typeof name !== 'string' || name === '' || ruleNames.includes(name)) continue;
      const at = on === 'key' ? [...path, name] : path;
      const span = document.spanOf(at, on);
      if (document.isDoubtful(span)) continue;
      const near = nearest(name.replaceAll('_', '-'), ruleNames);
      const said = l10n.t('There is no rule `{0}`.', shortened(name));
      const padded = paddedMessage(name, ruleNames);
      const message = padded ?? (near.length > 0 ? `${said} ${l10n.t('Did you mean {0}?', listed(near, 'or'))}` : said);
      yield { span, severity: 'warning', message, fixes: () => ruleNameFixes(document, at, on, near) };
    }
  }
}

const aboutRules = new Map<string, readonly [string, Schema][]>();

/** The properties of a schema that name rules anywhere in them. */
function propertiesAboutRules(schemaName: string): readonly [string, Schema][] {
  let properties = aboutRules.get(schemaName);
  if (!properties) {
    properties = [...schemaOf(schemaName).properties].filter(([, property]) => namesRules(property));
    aboutRules.set(schemaName, properties);
  }
  return properties;
}

/** Whether a document has any of those properties; few have. */
function isAboutRules(schemaName: string, value: YamlValue): boolean {
  return propertiesAboutRules(schemaName).some(([name]) => valueAt(value, [name]) !== undefined);
}

/** The parts of a document under those properties. */
function* partsAboutRules(document: SourceDocument, schemaName: string): Generator<Part> {
  for (const [name, property] of propertiesAboutRules(schemaName)) {
    const value = valueAt(document.yaml.value, [name]);
    if (value !== undefined) yield* walkFrom(property, value, [name]);
  }
}

function namesRules(schema: Schema): boolean {
  const inside = [...schema.properties.values(), ...(schema.items ? [schema.items] : [])];
  return schema.ruleNames !== undefined || inside.some(namesRules);
}

function ruleNameFixes(document: SourceDocument, path: Path, on: 'key' | 'value', near: readonly string[]): Fix[] {
  const node = document.yaml.place(path)?.[on];
  if (!node) return [];
  return near.map((name) => ({
    title: l10n.t('Change to `{0}`', name),
    edits: [{ document, span: { start: node.start, end: node.end }, text: name }],
  }));
}

/** One problem for a document that the manifest takes for a record and that names no kind. */
function* kindFindings(document: SourceDocument): Generator<Finding> {
  const value = valueAt(document.yaml.value, ['kind']);
  const span = value === undefined ? document.headSpan : document.markOf(['kind']);
  if (document.isDoubtful(span)) return;
  yield {
    span,
    message: kindMessage(value, kinds),
    fixes: () => nearestValues(document, ['kind'], kinds),
  };
}

function spanOf(document: SourceDocument, error: ShapeError): Span {
  return error.type === 'unknown' || error.type === 'exclusive'
    ? document.spanOf(error.path, 'key')
    : document.markOf(error.path);
}

/** Whether a syntax error may be the reason: it stands on the same line, or within the map that lacks something. */
function followsFromSyntaxError(document: SourceDocument, error: ShapeError): boolean {
  if (document.isDoubtful(spanOf(document, error))) return true;
  if (error.type !== 'missing' && error.type !== 'choice') return false;
  const map = follow(document.yaml.place(error.path)?.value);
  if (!map || error.path.length === 0) return document.yaml.errors.length > 0;
  const { text } = document.yaml;
  // The line above counts, too: an entry whose first line is broken begins with the second.
  const above = lineAt(text, Math.max(0, lineAt(text, map.start).start - 1));
  const lines = { start: above.start, end: lineAt(text, map.end).end };
  return document.yaml.errors.some(({ span }) => touches(span, lines));
}

function valueAt(value: YamlValue, path: Path): YamlValue | undefined {
  let current: YamlValue | undefined = value;
  for (const step of path) {
    if (current === null || typeof current !== 'object') return undefined;
    current = (current as YamlRecord)[step];
  }
  return current;
}
