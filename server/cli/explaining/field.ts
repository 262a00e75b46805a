/** What there is to say of a kind of record, or of one of its fields, by the schemas alone. */
import type { Colors } from 'picocolors/types';
import { nearest } from '../../dataset/names/names.ts';
import { isKind, MANIFEST, type Schema, schemaOf } from '../../dataset/schema.ts';
import { signature } from '../../dataset/signature.ts';
import { wrapped } from '../terminal/layout.ts';
import { coded } from './words.ts';

/** A kind, or a part of one, by its path with dots between the names. */
export interface Subject {
  readonly path: string;
  readonly name: string;
  readonly schema: Schema;
  readonly isRequired: boolean;
}

/** A word that leads nowhere. */
export interface Stray {
  /** How far the path could be followed; empty when not even the kind is known. */
  readonly known: string;
  readonly word: string;
  /** What was meant, most likely. */
  readonly near: readonly string[];
  readonly all: readonly string[];
}

/** Follows `summit.place.city`; places in lists are passed over. `undefined` when the first word is no kind. */
export function findSubject(text: string): Subject | Stray | undefined {
  const [kind = '', ...steps] = text.split('.');
  const names = steps.filter((step) => !/^\d+$/.test(step));
  if (!isKind(kind) && kind !== MANIFEST) return undefined;
  let found: Subject = { path: kind, name: kind, schema: schemaOf(kind), isRequired: false };
  for (const name of names) {
    const owner = entryOf(found.schema);
    const schema = owner.properties.get(name);
    if (!schema) {
      const all = [...owner.properties.keys()];
      return { known: found.path, word: name, near: nearest(name, all), all };
    }
    found = { path: `${found.path}.${name}`, name, schema, isRequired: owner.required.includes(name) };
  }
  return found;
}

/** Of a list what its entries are. */
function entryOf(schema: Schema): Schema {
  return schema.items ? entryOf(schema.items) : schema;
}

/** A subject as a program may want to read it. */
export function subjectData({ path, name, schema, isRequired }: Subject) {
  const entry = entryOf(schema);
  return {
    path,
    signature: isTop(path) ? name : signature(name, schema, isRequired),
    description: schema.description,
    ...(schema.examples.length > 0 && { examples: schema.examples }),
    ...(entry.values.length > 0 && { values: entry.values }),
    ...(entry.properties.size > 0 && {
      properties: [...entry.properties].map(([own, property]) => ({
        name: own,
        signature: signature(own, property, entry.required.includes(own)),
        description: property.description,
      })),
    }),
  };
}

/** A page for a terminal of so many columns. */
export function subjectText(subject: Subject, columns: number, colors: Colors): string {
  const { path, signature: head, description, examples, values, properties } = subjectData(subject);
  const pair = (title: string, text: string) =>
    `${wrapped(colors.bold(title), columns, 4, 2)}\n${wrapped(coded(text, colors), columns, 4)}`;
  const blocks = [
    isTop(path) ? colors.bold(path) : `${colors.dim(path)}\n${wrapped(colors.bold(head), columns, 2, 0)}`,
    wrapped(coded(description, colors), columns),
  ];
  const { folder } = subject.schema;
  if (folder) blocks.push(`Files usually stand in the folder ${coded(`\`${folder}/\``, colors)}.`);
  if (examples) blocks.push(`${colors.bold('Examples')}\n${examples.map((one) => `  ${written(one)}`).join('\n')}`);
  if (values)
    blocks.push(`${colors.bold('Values')}\n${values.map((one) => pair(one.value, one.description)).join('\n')}`);
  if (properties)
    blocks.push(
      `${colors.bold('Fields')}\n${properties.map((one) => pair(one.signature, one.description)).join('\n')}`,
    );
  return `${blocks.join('\n\n')}\n`;
}

/** The same as Markdown. */
export function subjectMarkdown(subject: Subject): string {
  const { path, signature: head, description, examples, values, properties } = subjectData(subject);
  const blocks = [`## ${path}`];
  if (!isTop(path)) blocks.push(`\`${head}\``);
  blocks.push(description);
  if (examples) blocks.push(`**Examples:** ${examples.map((one) => `\`${written(one)}\``).join(', ')}`);
  if (values) blocks.push(values.map((one) => `- \`${one.value}\`: ${one.description}`).join('\n'));
  if (properties) blocks.push(properties.map((one) => `- \`${one.signature}\`: ${one.description}`).join('\n'));
  return `${blocks.join('\n\n')}\n`;
}

function isTop(path: string): boolean {
  return !path.includes('.');
}

function written(example: unknown): string {
  return typeof example === 'string' ? example : JSON.stringify(example);
}
