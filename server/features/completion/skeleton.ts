/** Whole records to begin with, and the required properties that one still lacks, as snippets. */

import * as l10n from '@vscode/l10n';
import { modelText } from '../../../l10n/language.ts';
import { type FieldPart, fieldsFromId, type HabitPart, habitOf, textFor } from '../../dataset/drafts/id-habit.ts';
import { isDateSchema, kinds, type Schema, schemaAt, schemaOf } from '../../dataset/schema.ts';
import { shapeErrors } from '../../dataset/shape.ts';
import type { Path } from '../../dataset/yaml/tree.ts';
import type { KeySlot } from './context.ts';
import { choice, type Draft, escapeSnippet, placeholder, scalar } from './item.ts';
import { isMapSchema } from './model.ts';
import { STEP } from './outline.ts';
import { firstKeys } from './properties.ts';
import { ID, KIND, type Setting } from './setting.ts';

/** Digits of a year at the beginning of a date. */
const YEAR = 4;

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
      detail: l10n.t('new record with all that is required'),
      documentation: modelText(schema.description),
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
    label: l10n.t('all that is required'),
    kind: 'snippet',
    detail: missing.join(', '),
    span: slot.span,
    newText: escapeSnippet(slot.lead) + new Writer(setting, kind, true).record(schema, slot),
    isSnippet: true,
  };
}

/** Writes snippet text, counting tab stops. What the id is made of shares its stops with the fields it comes from. */
class Writer {
  readonly #setting: Setting;
  readonly #kind: string;
  readonly #stem: string | undefined;
  /** What the file's name says of fields, and the tab stops of the fields that the id is made of; by path. */
  readonly #told: ReadonlyMap<string, string>;
  readonly #links = new Map<string, { readonly stop: number; readonly form: FieldPart['form'] }>();
  #stop = 0;

  constructor(setting: Setting, kind: string, alone: boolean) {
    this.#setting = setting;
    this.#kind = kind;
    this.#stem = alone ? idFromFile(setting.uri, kind) : undefined;
    this.#told = fieldsFromId(kind, this.#stem ?? '', setting.dataset);
  }

  record(schema: Schema, slot: KeySlot): string {
    const pad = ' '.repeat(slot.column);
    const missing = [...schema.properties].filter(
      ([name]) => schema.required.includes(name) && !slot.present.has(name),
    );
    return missing
      .map(([name, property]) => `${name}:${this.#value(property, slot.column, [name])}`)
      .join(this.#setting.eol + pad);
  }

  /** What stands after a colon: a scalar on its line, or a nested block. */
  #value(schema: Schema, column: number, path: Path): string {
    const line = this.#setting.eol + ' '.repeat(column + STEP);
    if (schema.items) return `${line}-${this.#item(schema.items, column + STEP, [...path, 0])}`;
    if (isMapSchema(schema) && !isDateSchema(schema)) {
      return line + this.#entries(schema, column + STEP, line, path);
    }
    return ` ${path.length === 1 && path[0] === ID ? this.#id(schema) : this.#scalar(schema, path)}`;
  }

  #item(schema: Schema, column: number, path: Path): string {
    if (!isMapSchema(schema) || isDateSchema(schema)) return ` ${this.#scalar(schema, path)}`;
    return ` ${this.#entries(schema, column + STEP, this.#setting.eol + ' '.repeat(column + STEP), path)}`;
  }

  #entries(schema: Schema, column: number, line: string, path: Path): string {
    return firstKeys(schema)
      .map(([name, property]) => `${name}:${this.#value(property, column, [...path, name])}`)
      .join(line);
  }

  /** The file's name, else what the kind's ids are made of, else an example. */
  #id(schema: Schema): string {
    if (this.#stem !== undefined) return escapeSnippet(scalar(this.#stem, false, undefined));
    const habit = habitOf(this.#kind);
    if (habit.length === 0 || !this.#setting.abilities.snippets) return this.#scalar(schema, [ID]);
    return habit.map((part) => this.#idPart(part)).join('');
  }

  #idPart(part: HabitPart): string {
    if (part.type === 'text') return escapeSnippet(part.text);
    if (part.type === 'free') return placeholder(++this.#stop, part.example);
    const written = textFor(part, this.#kind, this.#setting.value);
    if (written !== undefined) return escapeSnippet(written);
    const { path, form } = part;
    this.#links.set(path.join('.'), { stop: ++this.#stop, form });
    return placeholder(this.#stop, this.#exampleFor(path, form));
  }

  #exampleFor(path: Path, form: FieldPart['form']): string {
    if (form === 'year') return this.#setting.today.text.slice(0, YEAR);
    const example = String(schemaAt(this.#kind, path)?.examples[0] ?? '');
    return form === 'lower' ? example.toLowerCase() : example;
  }

  #scalar(schema: Schema, path: Path): string {
    if (schema.constant !== undefined) return escapeSnippet(scalar(schema.constant, false, undefined));
    const link = this.#links.get(path.join('.'));
    if (link) return this.#linked(path, link);
    const told = this.#told.get(path.join('.'));
    if (told !== undefined && schema.reference) return escapeSnippet(scalar(told, false, undefined));
    this.#stop++;
    if (schema.values.length > 0)
      return choice(
        this.#stop,
        schema.values.map(({ value }) => value),
      );
    if (schema.types.includes('boolean')) return choice(this.#stop, ['true', 'false']);
    const today = this.#setting.today.text;
    if (isDateSchema(schema)) return placeholder(this.#stop, told && !today.startsWith(told) ? told : today);
    const example = schema.examples[0] ?? '';
    return placeholder(this.#stop, typeof example === 'string' ? scalar(example, false, undefined) : String(example));
  }

  /**
   * A field that changes as the id is typed. Of a date the year alone is shared. A field that the id has in lower case
   * follows only where the editor can give it its capitals back.
   */
  #linked(path: Path, { stop, form }: { stop: number; form: FieldPart['form'] }): string {
    if (form === 'year') {
      const { text } = this.#setting.today;
      const rest = text.slice(YEAR);
      return placeholder(stop, text.slice(0, YEAR)) + (rest === '' ? '' : placeholder(++this.#stop, rest));
    }
    const example = this.#exampleFor(path, 'as-it-is');
    if (form === 'as-it-is') return placeholder(stop, example);
    if (this.#setting.abilities.snippetTransforms) return `\${${stop}/(.*)/\${1:/upcase}/}`;
    return placeholder(++this.#stop, scalar(example, false, undefined));
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
