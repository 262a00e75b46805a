/** The context of JSON-LD exports: which words they use, so that nobody need look anything up on a network. */
import { isMap, text } from '../../dataset/timeline/values.ts';
import type { YamlValue } from '../../dataset/yaml/tree.ts';

/** A thing as JSON-LD; what is `undefined` or an empty list is left out. */
export interface Thing {
  readonly [term: string]: ThingValue | undefined;
}

export type ThingValue = string | number | boolean | Thing | readonly ThingValue[];

/** Whoever wants the records on a site of their own changes the address behind `record`. */
export const CONTEXT = {
  '@vocab': 'https://schema.org/',
  record: 'urn:security-initiatives:',
  // Dates that ISO 8601 has no way to write, each under the name of the property of schema.org that it is.
  edtf: 'urn:security-initiatives:edtf:',
  EDTF: 'http://id.loc.gov/datatypes/edtf/EDTF',
  eventStatus: { '@type': '@vocab' },
  eventAttendanceMode: { '@type': '@vocab' },
  url: { '@type': '@id' },
  sameAs: { '@type': '@id' },
} as const;

const HALF_PAIRS = /\p{Surrogate}/gu;

/** The name of a record: the same wherever and whenever it is exported. */
export function iri(kind: string, id: string): string {
  return `record:${kind}/${encodeURIComponent(id.replace(HALF_PAIRS, '\ufffd'))}`;
}

/** A reference in a field; nothing where no id stands. */
export function ref(kind: string, id: YamlValue | undefined): Thing[] {
  const one = text(id);
  return one === undefined ? [] : [{ '@id': iri(kind, one) }];
}

/** References of which the keys say the kinds: `{ state: KAZ, person: … }`; those of the kinds given, in their order. */
export function refs(entry: YamlValue | undefined, kinds: readonly string[]): Thing[] {
  return isMap(entry) ? kinds.flatMap((kind) => ref(kind, entry[kind])) : [];
}

/** A thing on one line. Halves of surrogate pairs, which no text of RDF may hold, become signs for what cannot be shown. */
export function thingText(thing: Thing): string {
  return JSON.stringify(thing, (_, value: unknown) => {
    if (typeof value === 'string') return value.replace(HALF_PAIRS, '\ufffd');
    return Array.isArray(value) && value.length === 0 ? undefined : value;
  });
}
