/** Values to begin with for fields that must not be missing: the nearest guess that fits the schema. */
import { writeScalar } from '../editing/edits.ts';
import { type DatasetRecord, labelProperty } from '../record.ts';
import { isDateSchema, type Schema, schemaAt } from '../schema.ts';
import { shapeErrors } from '../shape.ts';
import type { Workspace } from '../workspace.ts';
import type { Path, YamlValue } from '../yaml/tree.ts';

/** What stands for text that nobody can guess; easy to see and to search for. */
const GAP = 'TODO';

/** What is known of a record whose fields are to be guessed. */
export interface Known {
  readonly kind: string;
  readonly id: string;
  /** Its display name, where there is one. */
  readonly label?: string;
  /** A word that may tell what sort of thing it is. */
  readonly sort?: string;
  /** The record that names it, or itself: what that refers to is likelier than anything else. */
  readonly origin?: DatasetRecord | undefined;
}

/** Guesses from a record's id, as people make ids of what a record is about: `ots-summit-2025-gabala`. */
export class Placeholders {
  readonly #workspace: Workspace;
  readonly #known: Known;
  readonly #words: readonly string[];

  constructor(workspace: Workspace, known: Known) {
    this.#workspace = workspace;
    this.#known = known;
    this.#words = known.id.toLowerCase().split('-');
  }

  /** YAML on one line for what a path of the record may hold. */
  text(path: Path): string {
    return inline(this.value(path));
  }

  /** What a path of the record may hold. */
  value(path: Path): YamlValue {
    const schema = schemaAt(this.#known.kind, path);
    return schema ? this.#value(path, schema) : GAP;
  }

  #value(path: Path, schema: Schema): YamlValue {
    if (schema.constant !== undefined) return schema.constant;
    if (schema.reference) return this.#reference(schema.reference, schema);
    if (schema.values.length > 0) return this.#choice(schema);
    if (isDateSchema(schema)) return this.#date();
    if (schema.items) return this.#fits(path, []) ? [] : [this.#value([...path, 0], schema.items)];
    if (schema.properties.size > 0) return this.#map(path, schema);
    if (schema.types.includes('boolean')) return false;
    const guesses = path.length === 1 ? this.#top(String(path[0])) : [];
    return [...guesses, GAP, ...schema.examples].find((guess) => this.#fits(path, guess)) ?? GAP;
  }

  /** What makes a record what it is: its id, and its name, which an id is usually made of. */
  #top(name: string): string[] {
    const { kind, id, label } = this.#known;
    if (name === 'id') return [id];
    const title = this.#words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
    return name === labelProperty(kind) ? [label ?? title] : [];
  }

  #choice({ values }: Schema): string {
    const likely = [this.#known.sort, ...this.#words];
    return (values.find(({ value }) => likely.includes(value)) ?? values[0]!).value;
  }

  /** The year in the id, else today. */
  #date(): string | number {
    const year = this.#words.find((word) => /^(?:19|20)\d\d$/.test(word));
    return year ? Number(year) : this.#workspace.today.text;
  }

  /** The record that the longest part of the id names, one that is referred to near by, else one that is sure to exist. */
  #reference(kind: string, { examples }: Schema): string {
    const { dataset } = this.#workspace;
    const { origin } = this.#known;
    const near = origin?.references.filter((reference) => reference.kind === kind).map(({ id }) => id) ?? [];
    const sure = [...near, ...examples].find((id) => typeof id === 'string' && this.#exists(kind, id));
    const named = this.#namedByWords(kind) ?? (sure as string | undefined);
    return named ?? dataset.ofKind(kind).find(({ record }) => this.#exists(kind, record.id ?? ''))?.record.id ?? GAP;
  }

  #namedByWords(kind: string): string | undefined {
    for (let length = this.#words.length; length > 0; length--) {
      for (let start = 0; start + length <= this.#words.length; start++) {
        const part = this.#words.slice(start, start + length).join('-');
        const found = this.#workspace.dataset.withId(part).find(({ record }) => record.kind === kind)?.record.id;
        if (found !== undefined && this.#exists(kind, found)) return found;
      }
    }
    return undefined;
  }

  /** Whether there is such a record, other than the one in question. */
  #exists(kind: string, id: string): boolean {
    if (kind === this.#known.kind && id === this.#known.id) return false;
    return this.#workspace.dataset.find(kind, id) !== undefined;
  }

  #map(path: Path, schema: Schema): YamlValue {
    const needed = new Set([...schema.required, ...schema.choices.flatMap(([first]) => first ?? [])]);
    const map: Record<string, YamlValue> = Object.create(null);
    for (const [name, property] of schema.properties) {
      if (needed.has(name)) map[name] = this.#value([...path, name], property);
    }
    return map;
  }

  /** Whether a value is one that may stand at a path. */
  #fits(path: Path, value: YamlValue): boolean {
    let whole = value;
    for (const step of path.toReversed()) whole = typeof step === 'number' ? [whole] : { [step]: whole };
    const at = path.join('/');
    return !shapeErrors(this.#known.kind, whole).some((error) => error.path.join('/') === at);
  }
}

/** A value as YAML on one line. */
function inline(value: YamlValue): string {
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return writeScalar(value);
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  return `{ ${Object.entries(value)
    .map(([key, inner]) => `${key}: ${inline(inner)}`)
    .join(', ')} }`;
}
