/** Whether two records tell of one meeting: who met, when, and where by any of its names. */
import { type EdtfDate, isReversed, overlaps } from '../../dataset/dates/edtf.ts';
import { fold } from '../../dataset/names/names.ts';
import type { Reader, RecordView } from '../../dataset/reader.ts';
import type { YamlValue } from '../../dataset/yaml/tree.ts';
import { isSameCity } from './cities.ts';
import { dateIn } from './dates.ts';
import { likeness, tellingWords, wordedNames } from './likeness.ts';
import { lineage } from './organizations.ts';
import { mapIn, textIn } from './values.ts';

/** How alike the names of two meetings must be where nothing else tells that one body has met. */
const ALIKE = 0.5;

/**
 * Levels at which an organization has one body only. At others, among meetings that are no body's, and within a conference
 * several may well be held side by side.
 */
const SOLE_LEVELS = new Set<unknown>([
  'heads-of-state',
  'heads-of-government',
  'foreign-ministers',
  'defence-ministers',
  'security-council-secretaries',
]);

/** The date of a meeting; nothing where it cannot be right. */
export function dateOf(meeting: RecordView): EdtfDate | undefined {
  const date = dateIn(meeting.get('date'), ['date'])?.date;
  return date && !isReversed(date) ? date : undefined;
}

/** Whether two meetings of one organization certainly overlap in time, took place in one place, and nothing tells them apart. */
export function isSameMeeting(reader: Reader, a: RecordView, b: RecordView): boolean {
  const dates = [dateOf(a), dateOf(b)];
  if (!dates[0] || !dates[1] || overlaps(dates[0], dates[1]) !== 'yes') return false;
  if (a.get('parent') === b.id || b.get('parent') === a.id || !isSamePlace(reader, a, b)) return false;
  const [body, otherBody] = [a.get('body'), b.get('body')];
  const [level, otherLevel] = [levelOf(reader, a), levelOf(reader, b)];
  if (body !== undefined && otherBody !== undefined && body !== otherBody) return false;
  if (level !== undefined && otherLevel !== undefined && level !== otherLevel) return false;
  const parent = textIn(a.get('parent'));
  const isOneBody = (body !== undefined && body === otherBody) || (SOLE_LEVELS.has(level) && level === otherLevel);
  const isOnItsOwn = isOneBody && (parent === undefined || parent !== b.get('parent'));
  return isOnItsOwn || haveLikeNames(reader, a, b);
}

/** The level of a meeting, its body's where it has none itself. */
function levelOf(reader: Reader, meeting: RecordView): YamlValue | undefined {
  const [level, body] = [meeting.get('level'), textIn(meeting.get('body'))];
  return level === undefined && body !== undefined ? reader.find('organization', body)?.get('level') : level;
}

/** Whether two meetings took place in one city by any of its names; where a city is missing, in one state. */
function isSamePlace(reader: Reader, a: RecordView, b: RecordView): boolean {
  const [state, otherState] = [stateOf(a), stateOf(b)];
  if (state !== undefined && otherState !== undefined && state !== otherState) return false;
  const [cities, otherCities] = [citiesOf(a), citiesOf(b)];
  if (cities.length === 0 || otherCities.length === 0) {
    return state !== undefined ? state === otherState : isOnline(a) && isOnline(b) && otherState === undefined;
  }
  const record = reader.find('state', state ?? otherState ?? '');
  const isSame = (city: string, other: string) =>
    record ? isSameCity(record, city, other) : fold(city) === fold(other);
  return cities.some((city) => otherCities.some((other) => isSame(city, other)));
}

function stateOf(meeting: RecordView): string | undefined {
  return textIn(mapIn(meeting.get('place')).state) ?? textIn(meeting.get('host'));
}

function isOnline(meeting: RecordView): boolean {
  return meeting.get('mode') === 'online';
}

/** The names under which a meeting has its city. */
function citiesOf(meeting: RecordView): string[] {
  const { city, name_at_the_time } = mapIn(meeting.get('place'));
  return [city, name_at_the_time].flatMap((name) => textIn(name) ?? []);
}

function haveLikeNames(reader: Reader, a: RecordView, b: RecordView): boolean {
  const [name, otherName] = [fold(a.label), fold(b.label)];
  if (name === otherName) return true;
  const organizations = [a.get('organization'), b.get('organization')].flatMap((id) =>
    lineage(reader, textIn(id) ?? ''),
  );
  const places = [...citiesOf(a), ...citiesOf(b)].map(fold);
  const ignored = [wordedNames([...organizations.flatMap(({ foldedNames }) => foldedNames), ...places])];
  return likeness(tellingWords(name, ignored), tellingWords(otherName, ignored)) >= ALIKE;
}
