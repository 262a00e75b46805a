/** What an item is called: for screen readers, the live region and the card. */
import type { BandItem, ClusterItem, Item, Lane, MarkItem } from './items.ts';
import { sayWord } from './status.ts';
import { dayInWords, monthInWords } from './time.ts';

/** "title, date in words, status, lane, 3 of 41"; `place` counts from 1 among the lane's items. */
export function describeItem(item: Item, lane: Lane, place: number): string {
  const rest = `${lane.name}, ${place} of ${lane.items.length}`;
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

export function describeRange(start: number, end: number): string {
  const from = monthInWords(start);
  const to = monthInWords(end);
  return from === to ? from : `${from} to ${to}`;
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

export function eventOf(item: Item): MarkItem['event'] | BandItem['event'] | null {
  return item.type === 'cluster' ? null : item.event;
}
