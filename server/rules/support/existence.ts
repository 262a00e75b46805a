/** When organizations existed, as far as their records tell. */
import { type EdtfDate, isBefore, isReversed } from '../../dataset/dates/edtf.ts';
import type { Reader, RecordView } from '../../dataset/reader.ts';
import type { Path } from '../../dataset/yaml/tree.ts';
import { dateIn, type FoundDate } from './dates.ts';
import { once } from './once.ts';
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
  return boundOn('founded', line, date) ?? boundOn('dissolved', line, date);
}

function boundOn(side: Bound['side'], line: readonly RecordView[], date: EdtfDate): Bound | undefined {
  for (const organization of line) {
    const dates = lifetimeOf(organization)[side];
    if (!dates) continue;
    const isBeyond = (found: FoundDate) =>
      (side === 'founded' ? isBefore(date, found.date) : isBefore(found.date, date)) === 'yes';
    return dates[0] && dates.every(isBeyond) ? { side, organization, ...dates[0] } : undefined;
  }
  return undefined;
}

/** The dates that an organization's record gives, the first in time first; none where one of them cannot be right. */
type Lifetime = { readonly [side in Bound['side']]: readonly FoundDate[] | undefined };

/** Signed and in force: between the two an organization may meet, whichever comes first. */
const FOUNDING: readonly string[] = ['signed', 'in_force'];

const lifetimeOf = once((organization: RecordView): Lifetime => {
  const [founded, dissolved] = [mapIn(organization.get('founded')), organization.get('dissolved')];
  const foundings = FOUNDING.filter((key) => key in founded);
  return {
    founded: foundings.length > 0 ? sorted(foundings.map((key) => dateIn(founded[key], ['founded', key]))) : undefined,
    dissolved: dissolved === undefined ? undefined : sorted([dateIn(dissolved, ['dissolved'])]),
  };
});

function sorted(dates: readonly (FoundDate | undefined)[]): FoundDate[] {
  const readable = dates.flatMap((found) => (found && !isReversed(found.date) ? found : []));
  return readable.length < dates.length ? [] : readable.sort((a, b) => a.date.start.first - b.date.start.first);
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
