/** Cities as the records of states have them: which names are one place's, and which a capital bore on a day. */
import { type EdtfDate, isBefore, isReversed, overlaps } from '../../dataset/dates/edtf.ts';
import { fold } from '../../dataset/names/names.ts';
import type { RecordView } from '../../dataset/reader.ts';
import type { Path, YamlRecord } from '../../dataset/yaml/tree.ts';
import { periodIn } from './dates.ts';
import { once } from './once.ts';
import { listIn, mapIn, textIn } from './values.ts';

/** A name of a capital, for the time when it was in use. */
export interface CapitalName {
  readonly name: string;
  /** The name, folded. */
  readonly folded: string;
  readonly period: EdtfDate;
  /** Of the entry in the state's record. */
  readonly path: Path;
}

/** Whether two names are one city's, as a state's record has it. */
export function isSameCity(state: RecordView, one: string, other: string): boolean {
  const [a, b] = [fold(one), fold(other)];
  if (a === b) return true;
  return foldedCities(state).some((names) => names.includes(a) && names.includes(b));
}

const foldedCities = once((state: RecordView): readonly (readonly string[])[] =>
  listIn(state.get('cities')).map((entry) => namesIn(mapIn(entry)).map(fold)),
);

/** Every name of a city that a state's record has, each once. */
export const citiesOf = once((state: RecordView): readonly string[] => {
  const capitals = listIn(state.get('capitals')).flatMap((entry) => textIn(mapIn(entry).name) ?? []);
  return [...new Set([...capitals, ...listIn(state.get('cities')).flatMap((entry) => namesIn(mapIn(entry)))])];
});

function namesIn({ name, aliases }: YamlRecord): string[] {
  return [name, ...listIn(aliases)].flatMap((text) => textIn(text) ?? []);
}

/** How a name of a capital stands to a day on which it certainly was not in use. */
export interface NameOutOfTime {
  /** Whether it was given to the city only later. */
  readonly isLater: boolean;
  /** Whether it is the name of today. */
  readonly isPresent: boolean;
  /** The entries of this name. */
  readonly own: readonly CapitalName[];
  /** What the same city may have been called that day; never empty. */
  readonly instead: readonly CapitalName[];
}

/** What is wrong with calling a city by a capital's name on a day; nothing where it may be right, or nothing is known. */
export function nameOutOfTime(state: RecordView, name: string, date: EdtfDate): NameOutOfTime | undefined {
  const names = namesOfCapitals(state);
  // Most states have one capital under one name.
  if (names.length < 2) return undefined;
  const folded = fold(name);
  const own = names.filter((entry) => entry.folded === folded);
  if (own.length === 0 || own.some(({ period }) => overlaps(period, date) !== 'no')) return undefined;
  const instead = names.filter(
    (entry) => overlaps(entry.period, date) !== 'no' && !own.includes(entry) && isSameCity(state, entry.name, name),
  );
  if (instead.length === 0) return undefined;
  const isLater = own.every(({ period }) => isBefore(date, period) === 'yes');
  return { isLater, isPresent: own.some(({ period }) => period.end.last === Infinity), own, instead };
}

/** Every name that a state's record has for its capital, in its time. */
export const namesOfCapitals = once((state: RecordView): readonly CapitalName[] =>
  listIn(state.get('capitals')).flatMap((entry, index) => capitalName(mapIn(entry), index) ?? []),
);

function capitalName(entry: YamlRecord, index: number): CapitalName | undefined {
  const name = textIn(entry.name);
  const period = periodIn(entry);
  return name === undefined || isReversed(period)
    ? undefined
    : { name, folded: fold(name), period, path: ['capitals', index] };
}
