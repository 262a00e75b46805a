/** Persons who stand for a state or an organization somewhere in a record, and the offices that their own records give them. */
import { type EdtfDate, isReversed } from '../../dataset/dates/edtf.ts';
import { fold } from '../../dataset/names/names.ts';
import type { RecordView } from '../../dataset/reader.ts';
import type { DatasetRecord } from '../../dataset/record.ts';
import { type Schema, walkTo } from '../../dataset/schema.ts';
import type { Path, YamlRecord } from '../../dataset/yaml/tree.ts';
import { periodIn } from './dates.ts';
import { once, onceInARow } from './once.ts';
import { listIn, mapIn, textIn } from './values.ts';

/** A map that names a person beside whom that person stands for. */
export interface Representative {
  readonly person: string;
  readonly entry: YamlRecord;
  readonly path: Path;
}

/** One entry of a person's `offices`. */
export interface Office {
  readonly title: string;
  /** The title, folded. */
  readonly folded: string;
  readonly state: string | undefined;
  readonly organization: string | undefined;
  /** From the day it began to the day it ended, both counted in; open where nothing is said. */
  readonly period: EdtfDate;
  /** Of the entry in the person's record. */
  readonly path: Path;
}

/** Everyone whom a record names beside a state: wherever the schema has a `person` and a `state` in one map. */
export const representativesIn = onceInARow(({ kind, value, references }: DatasetRecord): readonly Representative[] => {
  const found: Representative[] = [];
  if (!references.some((reference) => reference.kind === 'person')) return found;
  for (const part of walkTo(kind, value, namesPersonAndState)) {
    const entry = mapIn(part.value);
    const person = textIn(entry.person);
    if (person !== undefined) found.push({ person, entry, path: part.path });
  }
  return found;
});

function namesPersonAndState({ properties }: Schema): boolean {
  return properties.get('person')?.reference === 'person' && properties.get('state')?.reference === 'state';
}

/** The offices in a person's record, those left out whose dates cannot be right. */
export const officesOf = once((person: RecordView): readonly Office[] => {
  return listIn(person.get('offices')).flatMap((item, index) => {
    const entry = mapIn(item);
    const title = textIn(entry.title);
    const period = periodIn(entry);
    if (title === undefined || isReversed(period)) return [];
    const [state, organization] = [textIn(entry.state), textIn(entry.organization)];
    return [{ title, folded: fold(title), state, organization, period, path: ['offices', index] }];
  });
});
