/** What ids are made of by habit: the small language of the schemas' `idHabit`, from fields to an id and back. */
import type { Dataset } from '../dataset.ts';
import { parseEdtf } from '../dates/edtf.ts';
import { isDateSchema, schemaAt, schemaOf } from '../schema.ts';
import { mainDate } from '../timeline/words.ts';
import type { Path, YamlRecord, YamlValue } from '../yaml/tree.ts';

/** The property that holds a record's id. */
const ID = 'id';

/** A field that is part of the id: as it is written, in lower case, or the year of a date. */
export interface FieldPart {
  readonly type: 'field';
  readonly path: Path;
  readonly form: 'as-it-is' | 'lower' | 'year';
}

/** A part of the id that only a person knows. */
export interface FreePart {
  readonly type: 'free';
  readonly example: string;
}

/** A piece of an id: what always stands there, a field, or what only a person knows. */
export type HabitPart = { readonly type: 'text'; readonly text: string } | FreePart | FieldPart;

const PART = /\{([^}:]+)(?::(lower|year))?\}|<([^>]+)>|[^{<]+/g;

/** The pieces of a kind's ids in order; none where there is no habit that fields could follow. */
export function habitOf(kind: string): readonly HabitPart[] {
  const habit = schemaOf(kind).properties.get(ID)?.idHabit ?? '';
  return [...habit.matchAll(PART)].map(([text, path, form, example]): HabitPart => {
    if (example !== undefined) return { type: 'free', example };
    if (path === undefined) return { type: 'text', text };
    const steps = path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
    return { type: 'field', path: steps, form: (form ?? 'as-it-is') as FieldPart['form'] };
  });
}

/** What a field of a record gives for its id; nothing while it has nothing fit for one. */
export function textFor({ path, form }: FieldPart, kind: string, record: YamlRecord): string | undefined {
  let value: YamlValue | undefined = record;
  for (const step of path) {
    if (value === null || typeof value !== 'object') return undefined;
    value = (value as YamlRecord)[step];
  }
  const text = form === 'year' ? yearOf(value, kind, path) : typeof value === 'string' ? value : undefined;
  const formed = form === 'lower' ? text?.toLowerCase() : text;
  return formed !== undefined && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(formed) ? formed : undefined;
}

/** The year in which a date begins, be it in the long form. */
function yearOf(value: YamlValue | undefined, kind: string, path: Path): string | undefined {
  const schema = schemaAt(kind, path);
  const date = schema && parseEdtf(mainDate(schema, value), true);
  return /^\d{4}/.exec(date?.start.text ?? '')?.[0];
}

const WORDS = '[a-z0-9]+(?:-[a-z0-9]+)*?';
/** Longer ids follow no habit: how long it takes to see that grows with more than their length. */
const LONGEST = 200;

/**
 * What an id that follows the habit says of the fields it is made of, by path; nothing for one that does not follow it, or
 * names a record that there is not.
 */
export function fieldsFromId(kind: string, id: string, dataset: Dataset): ReadonlyMap<string, string> {
  const parts = habitOf(kind);
  const fields = new Map<string, string>();
  const found = id.length > LONGEST ? null : patternOf(parts).exec(id);
  if (!found || parts.length === 0) return fields;
  const ofFields = parts.filter((part) => part.type === 'field');
  for (const [index, { path, form }] of ofFields.entries()) {
    const text = found[index + 1]!;
    const schema = schemaAt(kind, path);
    if (schema?.reference) {
      const target = [text, text.toUpperCase()].find((one) => dataset.find(schema.reference!, one));
      if (target === undefined) return new Map();
      fields.set(path.join('.'), target);
    } else if (form === 'year' && isDateSchema(schema)) fields.set(path.join('.'), text);
  }
  return fields;
}

/** What only a person knows may be missing at the end. */
function patternOf(parts: readonly HabitPart[]): RegExp {
  const sources = parts.map((part) => {
    if (part.type === 'text') return part.text;
    if (part.type === 'free') return WORDS;
    return part.form === 'year' ? '(\\d{4})' : `(${WORDS})`;
  });
  const isOpen = parts.at(-1)?.type === 'free' && parts.at(-2)?.type === 'text';
  const end = isOpen ? `(?:${sources.splice(-2).join('')})?` : '';
  return new RegExp(`^${sources.join('')}${end}$`);
}

/** The reference whose text is being written at the end of a beginning of an id, and how much of it is there. */
export function fieldAtEnd(kind: string, beginning: string): { part: FieldPart; typed: string } | undefined {
  const parts = beginning.length > LONGEST ? [] : habitOf(kind);
  for (let index = parts.length - 1; index >= 0; index--) {
    const part = parts[index]!;
    if (part.type !== 'field' || part.form === 'year') continue;
    const before = patternOf([...parts.slice(0, index), { type: 'text', text: '' }]).source.slice(0, -1);
    const found = new RegExp(`${before}(\\S*)$`).exec(beginning);
    if (found) return { part, typed: found.at(-1)! };
  }
  return undefined;
}
