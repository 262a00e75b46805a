/** iCalendar, read back by ical.js and node-ical. */
import ICAL from 'ical.js';
import { parseICS, type VEvent } from 'node-ical';
import { describe, expect, it } from 'vitest';
import { icalendar } from '../../server/exports/icalendar.ts';
import { HOSTILE, oddFiles } from './odd-dataset.ts';
import { type DatasetOptions, exportDataset, write } from './support.ts';

const SUMMIT = 'kind: summit\nid: gabala\nname: Gabala summit\norganization: ots\nstatus: held\n';

/** The calendar of some files, as ical.js has it and as it stands there. */
async function calendarOf(files: Record<string, string>, options: DatasetOptions = {}) {
  const { text, summary } = await write(icalendar, exportDataset(files, options));
  const calendar = new ICAL.Component(ICAL.parse(text()));
  const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
  return { calendar, events, summary, text: text() };
}

describe('iCalendar', () => {
  it('has a meeting as a whole-day event that says what, when, where and by whom', async () => {
    const { events, summary, text } = await calendarOf({
      'a.yaml': `${SUMMIT}date: 2025-10-07\nplace: { city: Gabala, state: AZE, venue: Hall }\ntopics: [water, energy]\ncitations: [{ source: none }, { source: trend }]\n`,
      't.yaml':
        'kind: source\nid: trend\ntitle: Leaders meet\npublisher: Trend\nurl: https://trend.example/a,b;c?d=é\n',
    });
    expect(summary).toEqual({ written: 1, noun: ['event', 'events'], leftOut: [] });
    const [event] = events;
    expect(event!.uid).toBe('summit/gabala@security-initiatives');
    expect(event!.summary).toBe('Gabala summit');
    expect([event!.startDate.toString(), event!.endDate.toString()]).toEqual(['2025-10-07', '2025-10-08']);
    expect(event!.startDate.isDate).toBe(true);
    expect(event!.location).toBe('Hall, Gabala, Azerbaijan');
    expect(event!.description).toContain('Organization: Organization of Turkic States\n');
    expect(event!.description).toContain('Source: Leaders meet (Trend) https://trend.example/');
    const property = (name: string) => event!.component.getFirstPropertyValue(name)?.toString();
    expect(property('url')).toBe('https://trend.example/a%2Cb%3Bc?d=%C3%A9');
    expect(property('status')).toBe('CONFIRMED');
    expect(property('transp')).toBe('TRANSPARENT');
    expect(property('dtstamp')).toBe('2026-01-01T00:00:00Z');
    expect(event!.component.getFirstProperty('categories')!.getValues()).toEqual(['summit', 'water', 'energy']);
    const parsed = Object.values(parseICS(text)).find((part): part is VEvent => part?.type === 'VEVENT');
    expect(parsed!.datetype).toBe('date');
    expect(parsed!.summary).toBe('Gabala summit');
  });

  it('bears the dataset’s name, also where there is nothing in it', async () => {
    const { calendar, text, summary } = await calendarOf({ 'initiatives.yaml': 'dataset: Шелковый путь\n' });
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('Шелковый путь');
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
    expect(text).toMatch(/END:VCALENDAR\r\n$/);
    expect(summary.written).toBe(0);
  });

  it.each([
    ['2025-10', '2025-10-01', '2025-11-01'],
    ['2025-10-XX', '2025-10-01', '2025-11-01'],
    ['2025-10-07~', '2025-10-07', '2025-10-08'],
    ['2025-08-31/2025-09-01', '2025-08-31', '2025-09-02'],
    ['2025-08/2025-09', '2025-08-01', '2025-10-01'],
    ['2025-12-30/..', '2025-12-30', '2026-01-02'],
    ['0001-01-01', '0001-01-01', '0001-01-02'],
    ['{ value: 2024-02-29, text: on the last day }', '2024-02-29', '2024-03-01'],
  ])('takes %s for the days from %s, before %s', async (date, start, end) => {
    const { events, text } = await calendarOf({ 'a.yaml': `${SUMMIT}date: ${date}\n` });
    expect(events).toHaveLength(1);
    expect(text).toContain(
      `DTSTART;VALUE=DATE:${start.replaceAll('-', '')}\r\nDTEND;VALUE=DATE:${end.replaceAll('-', '')}\r\n`,
    );
  });

  it.each([
    ['2025', 'Left out: 1 date known less exactly than to the month.'],
    ['2025-33', 'Left out: 1 date known less exactly than to the month.'],
    ['2017/2019', 'Left out: 1 date known less exactly than to the month.'],
    ['2017/..', 'Left out: 1 date known less exactly than to the month.'],
    ['../2025-10-07', 'Left out: 1 date without a known beginning or end.'],
    ['2025-10-07/', 'Left out: 1 date without a known beginning or end.'],
    ['2027-10-07/..', 'Left out: 1 date without a known beginning or end.'],
    ['2025-10-07/2025-10-01', 'Left out: 1 date ending before they begin.'],
    ['-0044-03-15', 'Left out: 1 date outside the years 1 to 9999, which iCalendar can write.'],
  ])('has no place for %s, and says so', async (date, sentence) => {
    const { events, summary } = await calendarOf({ 'a.yaml': `${SUMMIT}date: ${date}\n` });
    expect(events).toEqual([]);
    expect(summary.leftOut).toEqual([sentence]);
  });

  it('says what is planned, held, cancelled and put off', async () => {
    const statusOf = async (status: string, date: string) => {
      const { events } = await calendarOf({ 'a.yaml': `${SUMMIT.replace('held', status)}date: ${date}\n` });
      return events[0]!.component.getFirstPropertyValue('status');
    };
    expect(await statusOf('planned', '2026-10-07')).toBe('TENTATIVE');
    expect(await statusOf('confirmed', '2026-10-07')).toBe('CONFIRMED');
    expect(await statusOf('cancelled', '2026-10-07')).toBe('CANCELLED');
    expect(await statusOf('postponed', '2025-10-07')).toBe('CANCELLED');
    expect(await statusOf('postponed', '2026-10-07')).toBe('TENTATIVE');
  });

  it('has terms, proposals with what they aim at, documents and foundings, but none that only the registry knows', async () => {
    const { events } = await calendarOf({
      'c.yaml': 'kind: chairmanship\nid: c\norganization: ots\nstate: KGZ\nfrom: 2024-11-06\n',
      'd.yaml': 'kind: document\nid: d\ntitle: Declaration\ntype: declaration\nadopted_at: gabala\n',
      'o.yaml': 'kind: organization\nid: o\nname: Forum\ntype: forum\nfounded: { signed: 2001-06-15 }\n',
      'p.yaml': 'kind: proposal\nid: p\ntitle: Centre\nmade_at: gabala\ntarget: { date: 2026-05, place: Baku }\n',
      's.yaml': `${SUMMIT}date: 2025-10-07\n`,
    });
    expect(events.map(({ summary }) => summary)).toEqual([
      'OTS chair: Kyrgyzstan',
      'Document: Declaration',
      'Founded: Forum',
      'Proposal: Centre',
      'Target: Centre',
      'Gabala summit',
    ]);
    expect(events[0]!.endDate.toString()).toBe('2026-01-02');
    expect(events[4]!.location).toBe('Baku');
  });

  it('has each id once, however often it is given', async () => {
    const { events, summary } = await calendarOf({
      'a.yaml': `${SUMMIT}date: 2025-10-07\n`,
      'b.yaml': `${SUMMIT}date: 2025-10-08\n`,
    });
    expect(events.map(({ startDate }) => startDate.toString())).toEqual(['2025-10-07']);
    expect(summary.leftOut).toEqual([
      'Left out: 1 record with an id that an earlier record has; the command "check" says which.',
    ]);
  });

  it('bears every oddity, in lines of 75 octets at most with CRLF', async () => {
    const { events, text, summary } = await calendarOf(oddFiles());
    expect(events).toHaveLength(summary.written);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of text.split('\r\n')) {
      expect(new TextEncoder().encode(line).length, line).toBeLessThanOrEqual(75);
      expect(line).not.toMatch(/�.*END/);
    }
    const titles = events.map((event) => event.summary);
    for (const hostile of HOSTILE.slice(0, 8)) expect(titles).toContain(hostile.replace(/\s+/g, ' ').trim());
    expect(Object.values(parseICS(text)).filter((part) => part?.type === 'VEVENT')).toHaveLength(events.length);
  });
});
