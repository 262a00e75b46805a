/** The id that a new record gets when nobody says one: by the habit of its kind, else by its name. */
import { parseEdtf } from '../dates/edtf.ts';
import { labelProperty } from '../record.ts';
import { isDateSchema, type Schema, schemaOf } from '../schema.ts';
import { mainDate } from '../timeline/words.ts';
import type { Path, YamlRecord, YamlValue } from '../yaml/tree.ts';
import { type FreePart, habitOf, textFor } from './id-habit.ts';
import { idFromName } from './ids.ts';

/** Letters of a title that are enough to tell records apart within an id. */
const LONGEST_SUBJECT = 30;

/** An id made of the fields that are there; `undefined` where they are too few for one that says anything. */
export function proposedId(kind: string, record: YamlRecord): string | undefined {
  return idByHabit(kind, record) || idFromName(nameOf(kind, record)) || undefined;
}

/** By habit, where all fields are there that it names; what only a person knows is left out where nothing tells it. */
function idByHabit(kind: string, record: YamlRecord): string | undefined {
  const habit = habitOf(kind);
  if (habit.length === 0) return undefined;
  const texts: string[] = [];
  for (const part of habit) {
    if (part.type === 'text') texts.push(part.text);
    else if (part.type === 'free') texts.push(freeText(part, kind, record));
    else {
      const text = textFor(part, kind, record);
      if (text === undefined) return undefined;
      texts.push(text);
    }
  }
  return texts.join('').replace(/-{2,}/g, '-').replace(/^-|-$/g, '');
}

/**
 * What an example in a habit stands for: the kind itself, or the field that has this example in its schema (`gabala` for
 * the place in which a meeting is), or else a few words of the record's name; empty where none of these is there.
 */
function freeText({ example }: FreePart, kind: string, record: YamlRecord): string {
  if (example === kind) return kind;
  const fields = fieldsLike(kind, example);
  for (const { path, schema } of fields) {
    const id = textLike(example, schema, mainDate(schema, valueAt(record, path)));
    if (id !== '') return id;
  }
  return fields.length > 0 ? '' : subjectOf(nameOf(kind, record));
}

/** What a field gives for an id, in the form that an example has. */
function textLike(example: string, schema: Schema, value: YamlValue | undefined): string {
  if (isDateSchema(schema)) return parseEdtf(value, true)?.start.text.slice(0, example.length) ?? '';
  if (typeof value !== 'string') return '';
  return isNumber(example) ? numberIn(value) : idFromName(value);
}

/** The number by which a site tells its pages apart: the last long one in an address. */
function numberIn(address: string): string {
  const path = address.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/[?#].*/s, '');
  return [...path.matchAll(/(?<![a-z\d])\d{5,12}(?![a-z\d])/gi)].at(-1)?.[0] ?? '';
}

/** A field of a kind by its path. */
export interface Field {
  readonly path: Path;
  readonly schema: Schema;
}

/** The fields whose examples make a part of an id that only a person knows; the nearer to the top the earlier. */
export function fieldsLike(kind: string, example: string): Field[] {
  return likeFields(schemaOf(kind), example, []);
}

function likeFields(schema: Schema, example: string, path: Path): Field[] {
  const fields = [...schema.properties].map(([name, property]): Field => ({ path: [...path, name], schema: property }));
  const isDate = /^\d{4}(?:-\d\d){0,2}$/.test(example);
  const fits = ({ schema: field }: Field) => {
    if (isDate) return isDateSchema(field);
    if (isNumber(example)) return field.format === 'uri';
    return field.examples.some((one) => typeof one === 'string' && idFromName(one) === example);
  };
  const inner = fields.filter((field) => field.schema.properties.size > 0 && !isDateSchema(field.schema));
  return [...fields.filter(fits), ...inner.flatMap((field) => likeFields(field.schema, example, field.path))];
}

/** Whether an example stands for a page's number; one of four digits is a year. */
function isNumber(example: string): boolean {
  return /^\d{5,}$/.test(example);
}

/** What stands at a path of a record, if anything. */
export function valueAt(record: YamlRecord, path: Path): YamlValue | undefined {
  let value: YamlValue | undefined = record;
  for (const step of path) {
    if (value === null || typeof value !== 'object') return undefined;
    value = (value as YamlRecord)[step];
  }
  return value;
}

function nameOf(kind: string, record: YamlRecord): string {
  const label = labelProperty(kind);
  const name = label === undefined ? undefined : record[label];
  return typeof name === 'string' ? name : '';
}

/** The first words of a name, as many as are handy. */
function subjectOf(name: string): string {
  const [first = '', ...words] = idFromName(name).split('-');
  let subject = first;
  for (const word of words) {
    if (subject.length + 1 + word.length > LONGEST_SUBJECT) break;
    subject += `-${word}`;
  }
  return subject;
}
