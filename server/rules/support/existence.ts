/** When organizations existed, as far as their records tell. */
import { type EdtfDate, isBefore, isReversed } from '../../dataset/dates/edtf.ts';
import type { Reader, RecordView } from '../../dataset/reader.ts';
import type { Path } from '../../dataset/yaml/tree.ts';
import { dateIn, type FoundDate } from './dates.ts';
import { mapIn } from './values.ts';

/** The beginning or the end of an organization that a date lies beyond. */
export interface Bound {
  readonly side: 'founded' | 'dissolved';
  /** Whose record has it: the organization itself, or one that it is part of. */
  readonly organization: RecordView;
  readonly date: EdtfDate;
  /** Of the date, in that record. */
  readonly path: Path;
}

/**
 * Why an organization certainly did not exist on a date.
 * @param line the organization and those around it, from the inside out: what one does not say, the next one tells
 */
export function boundBeyond(line: readonly RecordView[], date: EdtfDate): Bound | undefined {
  const founded = line.find((view) => Object.keys(mapIn(view.get('founded'))).some((key) => FOUNDING.includes(key)));
  const dissolved = line.find((view) => view.get('dissolved') !== undefined);
  return (founded && notYet(founded, date)) ?? (dissolved && noMore(dissolved, date));
}

/** Signed and in force: between the two an organization may meet, whichever comes first. */
const FOUNDING: readonly string[] = ['signed', 'in_force'];

function notYet(organization: RecordView, date: EdtfDate): Bound | undefined {
  const founded = mapIn(organization.get('founded'));
  const dates = FOUNDING.filter((key) => key in founded).map((key) => dateIn(founded[key], ['founded', key]));
  if (!dates.every((found) => found && !isReversed(found.date) && isBefore(date, found.date) === 'yes'))
    return undefined;
  const [first] = (dates as FoundDate[]).sort((a, b) => a.date.start.first - b.date.start.first);
  return first && { side: 'founded', organization, ...first };
}

function noMore(organization: RecordView, date: EdtfDate): Bound | undefined {
  const found = dateIn(organization.get('dissolved'), ['dissolved']);
  if (!found || isReversed(found.date) || isBefore(found.date, date) !== 'yes') return undefined;
  return { side: 'dissolved', organization, ...found };
}

/**
 * Those that existed on a date in the place of an organization that did not: what it took over from, or what took over
 * from it, the nearest in time first to fit.
 */
export function standIns(reader: Reader, organization: RecordView, { side }: Bound, date: EdtfDate): RecordView[] {
  const next = side === 'founded' ? predecessorOf : successorsOf;
  const seen = new Set([organization.id]);
  let generation = [organization];
  while (generation.length > 0) {
    generation = generation.flatMap((view) => next(reader, view)).filter(({ id }) => !seen.has(id) && seen.add(id));
    const fitting = generation.filter((view) => !boundBeyond([view], date));
    if (fitting.length > 0) return fitting;
  }
  return [];
}

function predecessorOf(reader: Reader, view: RecordView): RecordView[] {
  const id = view.get('predecessor');
  const predecessor = typeof id === 'string' ? reader.find('organization', id) : undefined;
  return predecessor ? [predecessor] : [];
}

function successorsOf(reader: Reader, { id }: RecordView): RecordView[] {
  return reader.referrers('organization', 'organization', id).filter((view) => view.get('predecessor') === id);
}
