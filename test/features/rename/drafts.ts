/** Random small datasets in every style of YAML: quotes, braces, lists, anchors, aliases, merges, comments, line ends. */
import fc from 'fast-check';

/** A file of a random dataset. */
export interface Draft {
  readonly name: string;
  readonly text: string;
}

/** Few ids for all kinds, so that they meet; some would be read as something else without quotes. */
export const IDS = ['mira', 'serik', 'same', 'no', '2025', 'ola-b'];

/** Random decisions, one after the other; the first of all choices once there are no more. */
class Decisions {
  readonly #tape: readonly number[];
  #next = 0;

  constructor(tape: readonly number[]) {
    this.#tape = tape;
  }

  of<T>(...choices: readonly T[]): T {
    return choices[(this.#tape[this.#next++] ?? 0) % choices.length]!;
  }

  /** True in one of so many cases. */
  once(among: number): boolean {
    return (this.#tape[this.#next++] ?? 0) % among === among - 1;
  }
}

/** Writes one record; what has an anchor may come again as an alias. */
class RecordWriter {
  readonly #decide: Decisions;
  readonly #scalars: { readonly name: string; readonly value: string }[] = [];
  readonly #maps: string[] = [];
  readonly #lists: string[] = [];
  #names = 0;

  constructor(decide: Decisions) {
    this.#decide = decide;
  }

  record(): string {
    const kind = this.#decide.of('person', 'summit', 'organization', 'document');
    const fields = [`kind: ${kind}`, `id: ${this.#scalar()}`];
    fields.push(`${kind === 'document' ? 'title' : 'name'}: ${this.#scalar()}`);
    if (this.#decide.once(3)) fields.push(`base: ${this.#participant()}`);
    if (this.#decide.once(2)) fields.push(`former_ids: ${this.#list()}`);
    if (this.#decide.once(3)) fields.push(`aliases: ${this.#list()}`);
    if (kind === 'summit') fields.push(...this.#meeting());
    if (kind === 'organization' && this.#decide.once(2)) fields.push(`parent: ${this.#scalar()}`);
    if (kind === 'document') fields.push(`relates_to: ${this.#list()}`, `adopted_at: ${this.#scalar()}`);
    if (kind === 'person') fields.push(`offices: [{ title: ${this.#scalar()}, organization: ${this.#scalar()} }]`);
    if (this.#decide.once(4)) return `{ ${fields.join(', ')} }\n`;
    const lines = fields.map((field) => field + this.#decide.of('', '', ' # mira, «мира» 🙂'));
    if (this.#decide.once(4)) lines.splice(1, 0, '# id: mira');
    return `${lines.join('\n')}\n`;
  }

  #meeting(): string[] {
    const fields = [`organization: ${this.#scalar()}`, `chair: ${this.#participant()}`];
    if (this.#decide.once(2)) fields.push(`parent: ${this.#scalar()}`);
    fields.push(`participants: [${this.#participant()}, ${this.#participant()}]`);
    return fields;
  }

  /** A map with a reference, or the alias of one, or one with another merged in. */
  #participant(): string {
    const known = this.#maps.length > 0 ? this.#decide.of(...this.#maps) : undefined;
    if (known && this.#decide.once(4)) return `*${known} `;
    if (known && this.#decide.once(4)) return `{ <<: *${known} , state: KAZ }`;
    const anchor = this.#decide.once(3) ? this.#anchor((name) => this.#maps.push(name)) : '';
    return `${anchor}{ person: ${this.#scalar()} }`;
  }

  #list(): string {
    if (this.#lists.length > 0 && this.#decide.once(4)) return `*${this.#decide.of(...this.#lists)} `;
    const anchor = this.#decide.once(4) ? this.#anchor((name) => this.#lists.push(name)) : '';
    const items = Array.from({ length: this.#decide.of(0, 1, 2) }, () => this.#scalar());
    return `${anchor}[${items.join(', ')}]`;
  }

  #scalar(): string {
    const value = this.#decide.of(...IDS);
    const known = this.#scalars.filter((each) => each.value === value);
    if (known.length > 0 && this.#decide.once(2)) return `*${this.#decide.of(...known).name} `;
    const anchor = this.#decide.once(4) ? this.#anchor((name) => this.#scalars.push({ name, value })) : '';
    const isPlain = !['no', '2025'].includes(value);
    return anchor + this.#decide.of(isPlain ? value : `'${value}'`, `'${value}'`, `"${value}"`);
  }

  #anchor(keep: (name: string) => void): string {
    const name = `${this.#decide.of('a', 'имя')}${this.#names++}`;
    keep(name);
    return `&${name} `;
  }
}

function datasetOf(tape: readonly number[]): Draft[] {
  const decide = new Decisions(tape);
  const count = decide.of(3, 2, 4);
  return Array.from({ length: count }, (_, index) => {
    const records = Array.from({ length: decide.of(1, 2) }, () => new RecordWriter(decide).record());
    const text = records.join('---\n');
    const stem = decide.of(`file${index}`, `${decide.of(...IDS)}${index === 0 ? '' : index}`);
    return { name: `${stem}.yaml`, text: decide.once(3) ? text.replaceAll('\n', '\r\n') : text };
  });
}

/** Files with records that refer to one another, or would like to. */
export const drafts: fc.Arbitrary<Draft[]> = fc.array(fc.nat(1000), { minLength: 60, maxLength: 200 }).map(datasetOf);
