/** References from record to record of one kind that may not lead in a circle, as the schemas' `acyclic` has them. */
import type { Reader } from '../../dataset/reader.ts';
import { type Schema, schemaOf, walkFrom } from '../../dataset/schema.ts';
import type { Path, YamlRecord, YamlValue } from '../../dataset/yaml/tree.ts';

/** One such reference. */
export interface Link {
  /** What the reference says, in one word: its property, or the value beside it that makes it one of these. */
  readonly word: string;
  /** The id that it leads to. */
  readonly to: string;
  readonly path: Path;
}

/** A reference with the id of the record that it stands in. */
export interface Step extends Link {
  readonly from: string;
}

const chaining = new Map<string, readonly (readonly [string, Schema])[]>();

/** All such references of a record; `get` reads one of its properties. */
export function linksOf(kind: string, get: (property: string) => YamlValue | undefined): Link[] {
  let properties = chaining.get(kind);
  if (!properties) {
    properties = [...schemaOf(kind).properties].filter(([, schema]) => chains(schema));
    chaining.set(kind, properties);
  }
  return properties.flatMap(([property, schema]) => linksIn(schema, get(property), property));
}

function chains(schema: Schema): boolean {
  return (
    schema.acyclic !== undefined || [schema.items, ...schema.properties.values()].some((part) => part && chains(part))
  );
}

function linksIn(schema: Schema, value: YamlValue | undefined, property: string): Link[] {
  if (value === undefined) return [];
  const maps = new Map<string, YamlRecord>();
  const links: Link[] = [];
  for (const part of walkFrom(schema, value, [property])) {
    if (part.value !== null && typeof part.value === 'object' && !Array.isArray(part.value)) {
      maps.set(part.path.join('/'), part.value as YamlRecord);
    }
    if (typeof part.value !== 'string' || !part.schema.acyclic) continue;
    const word = wordOf(part.schema.acyclic, part.path, maps.get(part.path.slice(0, -1).join('/')));
    if (word !== undefined) links.push({ word, to: part.value, path: part.path });
  }
  return links;
}

function wordOf(
  acyclic: NonNullable<Schema['acyclic']>,
  path: Path,
  beside: YamlRecord | undefined,
): string | undefined {
  if (acyclic === true) return String(path.at(-1));
  for (const [property, values] of Object.entries(acyclic)) {
    const value = beside?.[property];
    if (typeof value === 'string' && values.includes(value)) return value;
  }
  return undefined;
}

/** No circle of parents or predecessors that people write is longer, and true chains of thousands would be walked from each of theirs. */
const LONGEST_CIRCLE = 60;

/** The shortest way by which a reference leads back to the record that it stands in; nothing where it does not. */
export function circleFrom(kind: string, first: Step, reader: Reader): readonly Step[] | undefined {
  const reached = new Map<string, Step>([[first.to, first]]);
  // What is found on the way is added to the map while it is walked.
  for (const id of reached.keys()) {
    if (id === first.from) return wayTo(id, reached);
    if (reached.size > LONGEST_CIRCLE) return undefined;
    const view = reader.find(kind, id);
    if (!view) continue;
    for (const link of linksOf(kind, (property) => view.get(property))) {
      if (link.word === first.word && !reached.has(link.to)) reached.set(link.to, { ...link, from: id });
    }
  }
  return undefined;
}

function wayTo(end: string, reached: ReadonlyMap<string, Step>): Step[] {
  const way: Step[] = [];
  let step = reached.get(end);
  do {
    way.unshift(step!);
    step = reached.get(step!.from);
  } while (step && step.to !== end);
  return way;
}
