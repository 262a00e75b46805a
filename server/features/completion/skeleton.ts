/** Whole records to begin with, and the required properties that one still lacks, as snippets. */
import { kinds, type Schema, schemaOf } from '../../dataset/schema.ts';
import { shapeErrors } from '../../dataset/shape.ts';
import type { KeySlot } from './context.ts';
import { choice, type Draft, escapeSnippet, placeholder, scalar } from './item.ts';
import { isDateSchema, isMapSchema } from './model.ts';
import { STEP } from './outline.ts';
import { firstKeys } from './properties.ts';
import { ID, KIND, type Setting } from './setting.ts';

/** One snippet a kind, that of the file's folder first. `alone` says that the record is the first of its file. */
export function skeletonItems(setting: Setting, slot: KeySlot, alone: boolean): Draft[] {
  if (slot.flow || slot.bare || slot.quote) return [];
  const folders = setting.uri.split('/').slice(0, -1);
  const here = kinds.filter((kind) => folders.at(-1) === schemaOf(kind).folder);
  return [...here, ...kinds.filter((kind) => !here.includes(kind))].map((kind) => {
    const schema = schemaOf(kind);
    return {
      label: kind,
      kind: 'snippet',
      detail: 'new record with all that is required',
      documentation: schema.description,
      span: slot.span,
      newText: escapeSnippet(slot.lead) + new Writer(setting, kind, alone).record(schema, slot),
      isSnippet: true,
      filterText: `${kind} ${KIND}: ${kind}`,
      ...(here.includes(kind) && { preselect: true }),
    };
  });
}

/** A snippet with the required properties that a record of a known kind still lacks, where there are several. */
export function missingItem(setting: Setting, kind: string, slot: KeySlot): Draft | undefined {
  const schema = schemaOf(kind);
  const missing = schema.required.filter((name) => !slot.present.has(name));
  if (missing.length < 2 || slot.flow || slot.bare || slot.quote || slot.typed !== '') return undefined;
  return {
    label: 'all that is required',
    kind: 'snippet',
    detail: missing.join(', '),
    span: slot.span,
    newText: escapeSnippet(slot.lead) + new Writer(setting, kind, true).record(schema, slot),
    isSnippet: true,
  };
}

/** Writes snippet text, counting tab stops. */
class Writer {
  readonly #setting: Setting;
  readonly #kind: string;
  readonly #alone: boolean;
  #stop = 0;

  constructor(setting: Setting, kind: string, alone: boolean) {
    this.#setting = setting;
    this.#kind = kind;
    this.#alone = alone;
  }

  record(schema: Schema, slot: KeySlot): string {
    const pad = ' '.repeat(slot.column);
    const missing = [...schema.properties].filter(
      ([name]) => schema.required.includes(name) && !slot.present.has(name),
    );
    return missing
      .map(([name, property]) => `${name}:${this.#value(property, slot.column, name)}`)
      .join(this.#setting.eol + pad);
  }

  /** What stands after a colon: a scalar on its line, or a nested block. */
  #value(schema: Schema, column: number, name = ''): string {
    const line = this.#setting.eol + ' '.repeat(column + STEP);
    if (schema.items) return `${line}-${this.#item(schema.items, column + STEP)}`;
    if (isMapSchema(schema) && !isDateSchema(schema)) {
      return line + this.#entries(schema, column + STEP, line);
    }
    return ` ${this.#scalar(schema, name)}`;
  }

  #item(schema: Schema, column: number): string {
    if (!isMapSchema(schema) || isDateSchema(schema)) return ` ${this.#scalar(schema)}`;
    return ` ${this.#entries(schema, column + STEP, this.#setting.eol + ' '.repeat(column + STEP))}`;
  }

  #entries(schema: Schema, column: number, line: string): string {
    return firstKeys(schema)
      .map(([name, property]) => `${name}:${this.#value(property, column)}`)
      .join(line);
  }

  #scalar(schema: Schema, name = ''): string {
    if (schema.constant !== undefined) return escapeSnippet(scalar(schema.constant, false, undefined));
    this.#stop++;
    if (schema.values.length > 0)
      return choice(
        this.#stop,
        schema.values.map(({ value }) => value),
      );
    if (schema.types.includes('boolean')) return choice(this.#stop, ['true', 'false']);
    if (isDateSchema(schema)) return placeholder(this.#stop, this.#setting.today.text);
    const example =
      (name === ID && this.#alone ? idFromFile(this.#setting.uri, this.#kind) : undefined) ?? schema.examples[0] ?? '';
    return placeholder(this.#stop, typeof example === 'string' ? scalar(example, false, undefined) : String(example));
  }
}

/** A file's stem, where it can be an id: people name files after their records. */
export function idFromFile(uri: string, kind: string): string | undefined {
  const stem = uri
    .split('/')
    .at(-1)!
    .replace(/\.[^.]*$/, '');
  if (!/^[\w-]+$/.test(stem)) return undefined;
  const errors = shapeErrors(kind, { [KIND]: kind, [ID]: stem });
  return errors.some(({ path }) => path[0] === ID) ? undefined : stem;
}
