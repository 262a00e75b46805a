/** What is asked of a person who begins a record: what its id is made of, and what else it needs that no list of choices gives. */
import { modelText, modelWord } from '../../l10n/language.ts';
import { habitOf } from '../dataset/drafts/id-habit.ts';
import { type Field, fieldsLike } from '../dataset/drafts/proposed-id.ts';
import { labelProperty } from '../dataset/record.ts';
import { isDateSchema, type Schema, schemaAt, schemaOf } from '../dataset/schema.ts';
import { capitalised } from '../dataset/timeline/words.ts';
import type { Path } from '../dataset/yaml/tree.ts';
import type { DraftQuestion } from './messages.ts';

/** The questions of a kind, in the order in which its ids are made. */
export function questionsOf(kind: string): DraftQuestion[] {
  const { required } = schemaOf(kind);
  const asked = new Map<string, DraftQuestion>();
  for (const { path, schema } of fieldsToAsk(kind)) {
    const top = String(path[0]);
    const question = asked.has(top) ? undefined : questionFor(kind, path, schema, required.includes(top));
    if (question) asked.set(top, question);
  }
  return [...asked.values()];
}

/** Fields that an id is made of come first, then those that the kind requires, in the order of its schema. */
function fieldsToAsk(kind: string): Field[] {
  const { properties, required } = schemaOf(kind);
  const label = labelProperty(kind);
  const ofLabel = label === undefined ? [] : [fieldAt(kind, [label])];
  const ofId = habitOf(kind).flatMap((part): Field[] => {
    if (part.type === 'field') return [fieldAt(kind, part.path)];
    if (part.type === 'text' || part.example === kind) return [];
    const [first] = fieldsLike(kind, part.example);
    return first ? [first] : ofLabel;
  });
  const needed = [...properties.keys()].filter((name) => required.includes(name) || name === label);
  return [...ofId, ...needed.map((name) => fieldAt(kind, [name]))];
}

function fieldAt(kind: string, path: Path): Field {
  return { path, schema: schemaAt(kind, path)! };
}

/** A question about a field; none about choices and lists, which are best filled in where they stand. */
export function questionFor(kind: string, path: Path, schema: Schema, isNeeded: boolean): DraftQuestion | undefined {
  const type = typeOfAnswer(schema);
  if (!type || (path.length === 1 && path[0] === 'id')) return undefined;
  const fields = type === 'record' ? alternatives(kind, path) : [{ path: path.join('.'), kind: null }];
  const top = schemaAt(kind, [path[0]!]);
  const [example] = schema.examples;
  return {
    type,
    fields,
    name: nameOf(fields.length > 1 ? path.slice(0, 1) : path),
    description: modelText((fields.length > 1 ? top : schema)!.description),
    example: typeof example === 'string' ? example : null,
    isNeeded,
    guess: null,
  };
}

/** What is asked for: "Place: city". */
function nameOf(path: Path): string {
  const names = path.filter((step) => typeof step === 'string');
  return capitalised(names.map(modelWord).join(': '));
}

function typeOfAnswer(schema: Schema): DraftQuestion['type'] | undefined {
  if (schema.constant !== undefined || schema.values.length > 0 || schema.items) return undefined;
  if (isDateSchema(schema)) return 'date';
  if (schema.reference) return 'record';
  return schema.types.includes('string') ? 'text' : undefined;
}

/** The reference at a path, and those beside it of which one must be there: a party is a state, a person or an organization. */
function alternatives(kind: string, path: Path): DraftQuestion['fields'] {
  const owner = path.slice(0, -1);
  const choice = schemaAt(kind, owner)?.choices.find((names) => names.includes(String(path.at(-1)))) ?? [path.at(-1)!];
  return choice.flatMap((name) => {
    const reference = schemaAt(kind, [...owner, name])?.reference;
    return reference === undefined ? [] : { path: [...owner, name].join('.'), kind: reference };
  });
}
