/** Names with the time in which they were in use: of organizations, of states, and of their capitals. */
import { between, type EdtfDate, isBefore, overlaps } from '../../dataset/dates/edtf.ts';
import type { RecordView } from '../../dataset/reader.ts';
import type { Path, YamlRecord } from '../../dataset/yaml/tree.ts';
import { nameOutOfTime, namesOfCapitals } from './cities.ts';
import { dateIn, periodIn } from './dates.ts';
import { once } from './once.ts';
import { listIn, mapIn, textIn } from './values.ts';

/** A name, and when it was in use. */
export interface TimedName {
  readonly text: string;
  /** Whether it is initials rather than words. */
  readonly isShort: boolean;
  readonly lang: string;
  readonly period: EdtfDate;
  /** Whether the record gives the time itself. */
  readonly isDated: boolean;
  /** Whose it is, and where that record says so. */
  readonly owner: RecordView;
  readonly path: Path;
}

/** A name that was not in use on a day, with those that were. */
export interface MistimedName {
  readonly name: TimedName;
  /** Whether it came into use only later. */
  readonly isLater: boolean;
  readonly instead: readonly TimedName[];
}

/** The language of `name` and `abbreviation`. */
const OWN_LANGUAGE = 'en';
const INITIALS = /^[\p{Lu}\p{N}]+$/u;

/**
 * The names of an organization or a state that certainly were not in use on a day on which it bore others. A name that
 * came later is told only where the record has one for the day: before that nothing is known of its names.
 */
export function mistimedNames(owner: RecordView, date: EdtfDate): MistimedName[] {
  const names = namesOf(owner);
  if (names.length === 0) return [];
  const inUse = names.filter(({ period }) => overlaps(period, date) !== 'no');
  const isKnown = inUse.some(({ isDated }) => isDated);
  return names
    .filter(({ text }) => !inUse.some((name) => name.text === text))
    .map((name) => {
      const isLater = isBefore(date, name.period) === 'yes';
      // Since when a name without a time was in use nobody can say: `AU` may be as new as African Union.
      return { name, isLater, instead: standInsFor(name, isLater ? inUse.filter(({ isDated }) => isDated) : inUse) };
    })
    .filter(({ isLater }) => (isLater ? isKnown : inUse.length > 0));
}

/** The names of a state's capitals that certainly were not in use on a day; today's name is fine once it was given. */
export function mistimedCapitals(state: RecordView, date: EdtfDate): MistimedName[] {
  return namesOfCapitals(state).flatMap(({ name: text, period, path }) => {
    const wrong = nameOutOfTime(state, text, date);
    if (!wrong || (wrong.isPresent && !wrong.isLater)) return [];
    const timed = { isShort: false, lang: OWN_LANGUAGE, isDated: true, owner: state };
    const instead = wrong.instead.map((other) => ({ ...timed, ...other, text: other.name }));
    return [{ name: { ...timed, text, period, path }, isLater: wrong.isLater, instead }];
  });
}

/** Those of the same language, and of the same sort before others. */
function standInsFor({ lang, isShort }: TimedName, inUse: readonly TimedName[]): TimedName[] {
  const same = inUse.filter((name) => name.lang === lang);
  return [...same.filter((name) => name.isShort === isShort), ...same.filter((name) => name.isShort !== isShort)];
}

/** The names whose time is known, and those of today; none where no name has a time. */
const namesOf = once((owner: RecordView): readonly TimedName[] => {
  const entries = listIn(owner.get('names')).map((entry, index) => ({ entry: mapIn(entry), path: ['names', index] }));
  const dated = entries.flatMap(({ entry, path }) => (hasTime(entry) ? timed(owner, entry, path) : []));
  if (dated.length === 0) return [];
  const former = entries.filter(({ entry }) => entry.type === 'former').map(({ entry }) => entry);
  const current = [
    { entry: { text: owner.get('name') ?? null }, path: ['name'] },
    { entry: { text: owner.get('abbreviation') ?? null, type: 'abbreviation' }, path: ['abbreviation'] },
    ...entries.filter(({ entry }) => !hasTime(entry) && (entry.type === 'official' || entry.type === 'abbreviation')),
  ].flatMap(({ entry, path }) => timed(owner, entry, path));
  return [...dated, ...current.map((name) => ({ ...name, period: since(name, owner, former) }))];
});

/** A name of today has been in use since the last one of its sort and language was given up, as far as that is known. */
function since(name: TimedName, owner: RecordView, former: readonly YamlRecord[]): EdtfDate {
  // A state's name in one language is often its former name in another.
  if (owner.kind !== 'organization') return name.period;
  const ends = former
    .flatMap((entry) => timed(owner, entry, []).filter((old) => old.isShort === name.isShort && old.lang === name.lang))
    .flatMap(({ period }) => (Number.isFinite(period.end.last) ? [period.end] : []));
  const last = ends.sort((a, b) => b.last - a.last)[0];
  return last ? between({ text: last.text, shape: 'moment', start: last, end: last }, undefined) : name.period;
}

function timed(owner: RecordView, entry: YamlRecord, path: Path): TimedName[] {
  const text = textIn(entry.text)?.trim();
  if (text === undefined) return [];
  const isShort = entry.type === 'abbreviation' || INITIALS.test(text);
  const lang = textIn(entry.lang) ?? OWN_LANGUAGE;
  return [{ text, isShort, lang, period: periodIn(entry), isDated: hasTime(entry), owner, path }];
}

function hasTime({ from, to }: YamlRecord): boolean {
  return dateIn(from, []) !== undefined || dateIn(to, []) !== undefined;
}

/** Every name that may be told as out of its time, whenever it was in use; none of a record that gives no times. */
export function namesInTime(owner: RecordView): string[] {
  const capitals = owner.kind === 'state' ? namesOfCapitals(owner) : [];
  // A name is told only where there is another one for the day.
  const names = capitals.length > 1 ? capitals.map(({ name }) => name) : [];
  return [...namesOf(owner).map(({ text }) => text), ...names];
}

/** Every name of a record, whenever it was in use. */
export const allNames = once((view: RecordView): readonly string[] => {
  const further = listIn(view.get('names')).map((entry) => mapIn(entry).text);
  const texts = [view.label, view.get('abbreviation'), ...further, ...listIn(view.get('aliases'))];
  return texts.flatMap((text) => textIn(text)?.trim() ?? []);
});
