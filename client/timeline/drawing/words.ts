/** What an item is called: for screen readers, the live region and the card. */
import type { ClusterItem, Item, Lane } from './layout/items.ts';
import { sayWord } from './status.ts';
import { DAY, dayInWords, monthInWords } from './time.ts';

/** "title, date in words, status, lane, 3 of 41"; `place` counts from 1 among the lane's items. */
export function describeItem(item: Item, lane: Lane, place: number): string {
  const rest = `${lane.name}, ${place} of ${lane.size}`;
  if (item.type === 'cluster') return `${describeCluster(item)}, ${rest}`;
  const { event } = item;
  const parts = [event.title, event.date.words];
  if (event.status) parts.push(sayWord(event.status));
  if (event.problems.length) parts.push(countOf(event.problems.length, 'problem'));
  return `${parts.join(', ')}, ${rest}`;
}

/** "12 events, 3 May 2021 to 7 October 2025". */
export function describeCluster(item: ClusterItem): string {
  const from = dayInWords(item.start);
  const to = dayInWords(item.end);
  return `${countOf(item.events.length, 'event')}, ${from === to ? from : `${from} to ${to}`}`;
}

/** Stretches shorter than this are told by their days, ms. */
const BY_DAYS = 100 * DAY;

/** "January 2019 to March 2021", or by days where it is short; `end` is exclusive, both ms UTC. */
export function describeRange(start: number, end: number): string {
  const inWords = end - start < BY_DAYS ? dayInWords : monthInWords;
  const [from, to] = [inWords(start), inWords(Math.max(start, end - 1))];
  return from === to ? from : `${from} to ${to}`;
}

/** The same where there is little room, what both have in common said once: "Jan 2019 – Mar 2021", "3 – 9 Oct 2025". */
export function shortRange(start: number, end: number): string {
  const [from = [], to] = describeRange(start, end)
    .split(' to ')
    .map((words) => words.replace(/([A-Z][a-z]{2})[a-z]*/, '$1').split(' '));
  if (!to) return from.join(' ');
  while (from.length > 1 && from.at(-1) === to[from.length - 1]) from.pop();
  return `${from.join(' ')} – ${to.join(' ')}`;
}

/** "1 problem", "3 problems", "10,000 events". */
export function countOf(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
}

const thousands = new Intl.NumberFormat('en');

/** "10,000". */
export function grouped(count: number): string {
  return count < 1000 ? String(count) : thousands.format(count);
}

/** "summits.yaml can't be read right now; showing the last good version". */
export function describeBroken(uris: readonly string[]): string {
  const names = uris.map(fileName);
  const shown = names.slice(0, 2).join(' and ');
  const subject = names.length > 2 ? `${names[0]} and ${countOf(names.length - 1, 'other file')}` : shown;
  return `${subject} can’t be read right now; showing the last good version`;
}

function fileName(uri: string): string {
  const last = uri.split(/[/\\]/).filter(Boolean).at(-1) ?? uri;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
