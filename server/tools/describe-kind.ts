/** The tool that tells what a record of a kind may hold, so that one can be drafted. */
import { inEnglish } from '../../l10n/language.ts';
import { completed } from '../dataset/drafts/draft.ts';
import { draftText } from '../dataset/drafts/draft-text.ts';
import { isDateSchema, kinds, type Schema, schemaOf } from '../dataset/schema.ts';
import { typeOf } from '../dataset/signature.ts';
import type { Workspace } from '../dataset/workspace.ts';
import { shown } from './records.ts';
import { type Data, type DataMap, Misuse, type Tool } from './tool.ts';

/** Fields within fields are told to this depth; what lies deeper is asked for by its path. */
const DEEPEST = 3;

export const describeKind: Tool = {
  name: 'describeKind',
  reference: 'describeKind',
  title: 'Describe a Kind of Record',
  description: 'Tells which fields a record of a kind has, and what may stand in them',
  modelDescription:
    'What a record of a kind may hold in a dataset of security initiatives: its fields with types, choices and meanings, which are required, what its id is made of, and a text to begin with. Without a kind it lists the kinds. Ask before you draft a record of a kind for the first time; check the draft with checkDraft.',
  icon: 'symbol-structure',
  input: {
    type: 'object',
    properties: {
      kind: { type: 'string', description: 'The kind of record; leave it out for a list of all.', enum: kinds },
      field: {
        type: 'string',
        description: 'One field by its path, to learn what each of its choices means: "status", "participants.role".',
        maxLength: 200,
      },
    },
    additionalProperties: false,
  },
  output: {
    type: 'object',
    properties: {
      kinds: { type: 'array', description: 'Without a kind: all there are.' },
      kind: { type: 'string' },
      description: { type: 'string' },
      fields: { type: 'array', description: 'Path, type, meaning and choices of each.' },
      example: { type: 'string', description: 'YAML to begin with; what is marked TODO is a guess.' },
    },
    required: [],
  },
  run: async ({ workspace }, input) => {
    const { kind, field } = input as { kind?: string; field?: string };
    if (kind === undefined) return { kinds: kindsData() };
    return inEnglish(() => (field === undefined ? wholeKind(workspace, kind) : oneField(kind, field)));
  },
};

/** The kinds and what they are about. */
export function kindsData(): Data {
  return kinds.map((kind) => ({ kind, description: schemaOf(kind).description }));
}

function wholeKind(workspace: Workspace, kind: string): DataMap {
  const schema = schemaOf(kind);
  const id = schema.properties.get('id');
  const example = id?.examples[0];
  const draft =
    typeof example === 'string' && completed(workspace, kind, { id: example, isGuess: true }, Object.create(null));
  return {
    kind,
    description: schema.description,
    required: schema.required,
    idHabit: id?.idHabit,
    needsCitation: schema.needsCitation || undefined,
    fields: fieldsOf(schema, '', 1),
    ...(draft && { example: draftText(draft) }),
  };
}

/** Paths of fields have `[]` for the entries of a list. */
function fieldsOf(schema: Schema, prefix: string, depth: number): Data[] {
  return [...schema.properties].flatMap(([name, property]) => {
    const path = `${prefix}${name}`;
    const entry = property.items ?? property;
    const field: Data = {
      field: path,
      ...(schema.required.includes(name) && { required: true }),
      type: shortType(property, entry),
      ...(depth === 1 && { description: property.description }),
      ...(entry.values.length > 0 && { choices: entry.values.map(({ value }) => value) }),
    };
    const isOpen = depth < DEEPEST && !isDateSchema(entry);
    return [field, ...(isOpen ? fieldsOf(entry, `${path}${property.items ? '[]' : ''}.`, depth + 1) : [])];
  });
}

/** Choices are told beside it. */
function shortType(schema: Schema, entry: Schema): string {
  if (entry.values.length === 0) return typeOf(schema);
  return schema.items ? 'list of choices' : 'choice';
}

function oneField(kind: string, field: string): DataMap {
  const steps = field
    .replaceAll('[]', '')
    .split('.')
    .filter((step) => !/^\d+$/.test(step));
  let schema: Schema = schemaOf(kind);
  for (const step of steps) {
    const within = entryOf(schema);
    const next = within.properties.get(step);
    if (!next)
      throw new Misuse(
        `A ${kind} has no field ${shown(field)}: there are ${[...within.properties.keys()].join(', ') || 'no fields there'}.`,
      );
    schema = next;
  }
  const entry = entryOf(schema);
  return {
    kind,
    field,
    type: typeOf(schema),
    description: schema.description || entry.description,
    examples: schema.examples.length > 0 ? (schema.examples as Data[]) : undefined,
    choices:
      entry.values.length > 0 ? entry.values.map(({ value, description }) => ({ value, description })) : undefined,
    fields: entry.properties.size > 0 ? fieldsOf(entry, '', 1) : undefined,
  };
}

/** Of a list what its entries are. */
function entryOf(schema: Schema): Schema {
  return schema.items ? entryOf(schema.items) : schema;
}
