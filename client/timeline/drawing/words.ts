/** What an item is called: for screen readers, the live region and the card. */
import * as l10n from '@vscode/l10n';
import { counted, listed } from '../../../l10n/language.ts';
import type { ClusterItem, Item, Lane } from './layout/items.ts';
import { sayWord } from './status.ts';
import { DAY, dayInWords, monthInWords, shortWords } from './time.ts';

/** "title, date in words, status, lane, 3 of 41"; `place` counts from 1 among the lane's items. */
export function describeItem(item: Item, lane: Lane, place: number): string {
  const rest = `${lane.name}, ${l10n.t('{0} of {1}', place, lane.size)}`;
  if (item.type === 'cluster') return `${describeCluster(item)}, ${rest}`;
  const { event } = item;
  const parts = [event.title, event.date.words];
  if (event.status) parts.push(sayWord(event.status));
  if (event.problems.length) parts.push(counted(event.problems.length, l10n.t('{0} problem|{0} problems')));
  return `${parts.join(', ')}, ${rest}`;
}

/** "12 events, 3 May 2021 to 7 October 2025". */
export function describeCluster(item: ClusterItem): string {
  const from = dayInWords(item.start);
  const to = dayInWords(item.end);
  return `${counted(item.events.length, l10n.t('{0} event|{0} events'))}, ${from === to ? from : l10n.t('{0} to {1}', from, to)}`;
}

/** Stretches shorter than this are told by their days, ms. */
const BY_DAYS = 100 * DAY;

/** "January 2019 to March 2021", or by days where it is short; `end` is exclusive, both ms UTC. */
export function describeRange(start: number, end: number): string {
  const inWords = end - start < BY_DAYS ? dayInWords : monthInWords;
  const [from, to] = [inWords(start), inWords(Math.max(start, end - 1))];
  return from === to ? from : l10n.t('{0} to {1}', from, to);
}

/** The same where there is little room, what both have in common said once: "Jan 2019 – Mar 2021", "3 – 9 Oct 2025". */
export function shortRange(start: number, end: number): string {
  const byDays = end - start < BY_DAYS;
  const [from, to] = [shortWords(start, byDays), shortWords(Math.max(start, end - 1), byDays)];
  if (from.join() === to.join()) return from.join(' ');
  while (from.length > 1 && from.at(-1) === to[from.length - 1]) from.pop();
  return `${from.join(' ')} – ${to.join(' ')}`;
}

/** "summits.yaml can't be read right now; showing the last good version". */
export function describeBroken(uris: readonly string[]): string {
  const names = uris.map(fileName);
  const others = counted(names.length - 1, l10n.t('{0} other file|{0} other files'));
  const subject = listed(names.length > 2 ? [names[0]!, others] : names);
  return l10n.t('{0} can’t be read right now; showing the last good version', subject);
}

function fileName(uri: string): string {
  const last = uri.split(/[/\\]/).filter(Boolean).at(-1) ?? uri;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
