/** iCalendar (RFC 5545): what takes place as whole-day events, for calendar programs. */
import ical, { escape as escapeText, type ICalEventData, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import {
  dayToMilliseconds,
  type EdtfDate,
  FIRST_DAY,
  isReversed,
  LAST_DAY,
  type Moment,
} from '../dataset/dates/edtf.ts';
import { foldLines } from './content-lines.ts';
import type { ExportDataset } from './dataset.ts';
import type { FileFormat } from './format.ts';
import { type Certainty, type Happening, Happenings } from './meaning/happening.ts';
import { countOf, webAddress } from './meaning/words.ts';

/** The days of an event as whole days since 1970-01-01, both inclusive. */
interface Days {
  readonly first: number;
  readonly last: number;
}

/** Why something that has a date is not in a calendar. */
type Obstacle = 'coarse' | 'open' | 'reversed' | 'far';

const REASONS: Readonly<Record<Obstacle, string>> = {
  coarse: 'known less exactly than to the month',
  open: 'without a known beginning or end',
  reversed: 'ending before they begin',
  far: 'outside the years 1 to 9999, which iCalendar can write',
};

const STATUS: Readonly<Record<Certainty, ICalEventStatus>> = {
  tentative: ICalEventStatus.TENTATIVE,
  confirmed: ICalEventStatus.CONFIRMED,
  cancelled: ICalEventStatus.CANCELLED,
};

/** As many days as the longest month has. */
const MONTH = 31;
const END = 'END:VCALENDAR';
/** What no text of a calendar may hold (section 3.1, `CONTROL`), and halves of surrogate pairs. */
const FORBIDDEN = /[^\P{Cc}\t\n\r]|\p{Surrogate}/gu;

export const icalendar: FileFormat = {
  name: 'icalendar',
  description: 'iCalendar: meetings, terms and proposals as whole-day events, for calendar programs',
  container: 'file',
  extensions: ['.ics'],
  async write(dataset, file) {
    const missing = new Map<Obstacle, number>();
    const happenings = await Happenings.of(dataset);
    const frame = emptyCalendar(dataset).toString();
    await file.write(frame.slice(0, frame.lastIndexOf(END)));
    let written = 0;
    for await (const happening of happenings.each()) {
      const days = daysOf(happening, dataset.today);
      if (typeof days === 'string') missing.set(days, (missing.get(days) ?? 0) + 1);
      else {
        await file.write(foldLines(eventText(happening, days, dataset)));
        written++;
      }
    }
    await file.write(`${END}\r\n`);
    const leftOut = [...missing].map(
      ([obstacle, count]) => `Left out: ${countOf(count, 'date', 'dates')} ${REASONS[obstacle]}.`,
    );
    return { written, noun: ['event', 'events'], leftOut: [...leftOut, ...happenings.leftOut] };
  },
};

/** A calendar without events. Of its own texts the library escapes none. */
function emptyCalendar({ title, manifest }: ExportDataset) {
  const calendar = ical({
    prodId: '//security-initiatives//export//EN',
    name: escapeText(clean(oneLine(title)), false),
  });
  if (manifest.description !== undefined) calendar.description(escapeText(clean(manifest.description), false));
  return calendar;
}

/**
 * The days that an event takes up. What lies within a month at most takes up all of it; a term that has no end yet lasts
 * until today.
 */
function daysOf({ entry, date }: Happening, today: EdtfDate): Days | Obstacle {
  const { start, end } = date;
  if (isReversed(date) || end.last < start.first) return 'reversed';
  if (start.first === -Infinity) return 'open';
  if (entry.date.shape === 'moment') {
    if (end.last === Infinity) return 'open';
    return end.last - start.first < MONTH ? within(start.first, end.last) : 'coarse';
  }
  if (!isExact(start)) return 'coarse';
  if (end.last < Infinity) return isExact(end) ? within(start.first, end.last) : 'coarse';
  const goesOn = date.text.endsWith('..') && entry.status !== 'ended' && start.first <= today.start.last;
  return goesOn ? within(start.first, today.start.last) : 'open';
}

function isExact({ first, last }: Moment): boolean {
  return last - first < MONTH;
}

function within(first: number, last: number): Days | Obstacle {
  // The end of an event is written as the day after it.
  return first < FIRST_DAY || last >= LAST_DAY ? 'far' : { first, last };
}

/** A component VEVENT, its lines not folded yet. */
function eventText(happening: Happening, { first, last }: Days, { today }: ExportDataset): string {
  const { entry, headline, place, sources } = happening;
  const url = sources.map((source) => webAddress(source.url)).find((address) => address !== undefined);
  const data: ICalEventData = {
    id: uidOf(entry.key),
    // When the event was last looked at: the dataset's today, so that the same dataset gives the same file.
    stamp: instant(today.start.first),
    allDay: true,
    start: instant(first),
    end: instant(last + 1),
    summary: clean(oneLine(headline) || entry.id),
    description: clean(descriptionOf(happening)),
    status: STATUS[happening.certainty],
    // Nobody is busy because a state has the chair.
    transparency: ICalEventTransparency.TRANSPARENT,
    categories: categoriesOf(happening).map((name) => ({ name })),
    ...(place !== undefined && { location: clean(oneLine(place)) }),
    // The library escapes addresses as if they were text; these two say the same without.
    ...(url !== undefined && { url: url.replaceAll(',', '%2C').replaceAll(';', '%3B') }),
  };
  return ical().createEvent(data).toString();
}

/** Midnight of a day since 1970-01-01 in UTC, in which the library reads the day. */
function instant(day: number): Date {
  return new Date(dayToMilliseconds(day));
}

/** The same for the same record for ever; the part behind the sign keeps it apart from what other programs make. */
function uidOf(key: string): string {
  return `${escapeText(clean(oneLine(key)), false)}@security-initiatives`;
}

function categoriesOf({ entry }: Happening): string[] {
  return [entry.kind, ...(entry.lanes.domain ?? [])].map((name) => clean(oneLine(name))).filter((name) => name !== '');
}

function descriptionOf({ facts, sources }: Happening): string {
  const said = facts.map(({ label, text }) => `${label}: ${text}`);
  const read = sources.map(({ title, publisher, published, url }) => {
    const by = [publisher, published].filter((part) => part !== undefined).join(', ');
    return `Source: ${title}${by && ` (${by})`}${url === undefined ? '' : ` ${url}`}`;
  });
  return [...said, ...read].join('\n');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function clean(text: string): string {
  return text.replace(FORBIDDEN, '\ufffd');
}
