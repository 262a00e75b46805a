/** The table's pure parts: sorting by any column, and which rows of many exist. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareEvents } from '../../client/timeline/drawing/model.ts';
import { COLUMNS, type Column, wordsOf } from '../../client/timeline/webview/table/columns.ts';
import { rowsNear, stretches } from '../../client/timeline/webview/table/near.ts';
import { Sorter } from '../../client/timeline/webview/table/sort.ts';
import type { TimelineEvent } from '../../server/protocol.ts';
import { share } from '../support/share.ts';
import { timesEverydayWork } from '../support/yardstick.ts';
import { someEvents } from './arbitrary.ts';
import { event, manyEvents, update } from './fixture.ts';
import { realisticEvents } from './realistic-events.ts';

const { laneNames: names } = update([]);
const aColumn = fc.constantFrom(...COLUMNS);
const inDrawingOrder = (events: readonly TimelineEvent[]) => [...events].sort(compareEvents);
const sorted = (events: readonly TimelineEvent[], column: Column, descending = false): TimelineEvent[] =>
  new Sorter().sort(events, { column, descending }, names);
const titles = (events: readonly TimelineEvent[]) => events.map(({ title }) => title);
const dated = (date: string, title = date): TimelineEvent => event({ kind: 'summit', id: title, title, date });

describe('sorting', () => {
  it('by any column keeps every event, and only changes their order', () => {
    fc.assert(
      fc.property(someEvents(), aColumn, fc.boolean(), (events, column, descending) => {
        expect(sorted(events, column, descending).sort(compareEvents)).toEqual(inDrawingOrder(events));
      }),
    );
  });

  it('does not depend on what has been sorted before', () => {
    const steps = fc.array(fc.tuple(someEvents(30), aColumn, fc.boolean()), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(steps, (all) => {
        const sorter = new Sorter();
        for (const [events, column, descending] of all) {
          expect(sorter.sort(events, { column, descending }, names)).toEqual(sorted(events, column, descending));
        }
      }),
    );
  });

  it('leaves ties in the order of the drawing, whichever way', () => {
    fc.assert(
      fc.property(someEvents(), aColumn, fc.boolean(), (events, column, descending) => {
        const drawn = inDrawingOrder(events);
        const once = sorted(drawn, column, descending);
        expect(sorted(once, column, descending)).toEqual(once);
        expect(sorted(drawn, column, !descending).length).toBe(once.length);
        for (const [index, next] of once.slice(1).entries()) {
          const before = once[index]!;
          const words = [before, next].map((one) => wordsOf(one, column, names));
          if (column !== 'date' && words[0] === words[1]) expect(compareEvents(before, next)).toBeLessThan(0);
        }
      }),
    );
  });

  it('turned around twice gives the same order, and turned around once another of what differs', () => {
    fc.assert(
      fc.property(someEvents(), aColumn, (events, column) => {
        const sorter = new Sorter();
        const first = sorter.sort(events, { column, descending: false }, names);
        const turned = sorter.sort(events, { column, descending: true }, names);
        expect(sorter.sort(events, { column, descending: false }, names)).toEqual(first);
        if (column === 'title' || column === 'date') return;
        const groups = (list: TimelineEvent[]) => [...new Set(list.map((one) => wordsOf(one, column, names)))];
        const told = groups(first).filter((words) => words !== '');
        if (column !== 'problems') expect(groups(turned).filter((words) => words !== '')).toEqual(told.reverse());
      }),
    );
  });

  it('puts dates in the order of their starts, then of their ends, open ones first and last', () => {
    const dates = ['2020-05', '../2021-01-01', '2020-05-01', '2020-05-01/..', '2020', '2020-05-01/2020-07'];
    const ordered = ['../2021-01-01', '2020', '2020-05-01', '2020-05', '2020-05-01/2020-07', '2020-05-01/..'];
    expect(
      titles(
        sorted(
          dates.map((date) => dated(date)),
          'date',
        ),
      ),
    ).toEqual(ordered);
    expect(
      titles(
        sorted(
          dates.map((date) => dated(date)),
          'date',
          true,
        ),
      ),
    ).toEqual(ordered.reverse());
  });

  it('reads numbers in names, and takes no notice of capitals and accents before letters', () => {
    const events = [
      '10th summit',
      '9th summit',
      'éclair',
      'Edge',
      'eagle',
      'Ökonomie',
      'Astana',
      '0009th summit 2',
    ].map((title, index) => dated(`2020-01-${10 + index}`, title));
    expect(titles(sorted(events, 'title'))).toEqual([
      '9th summit',
      '0009th summit 2',
      '10th summit',
      'Astana',
      'eagle',
      'éclair',
      'Edge',
      'Ökonomie',
    ]);
  });

  it('puts what says nothing last, whichever way', () => {
    const events = [
      dated('2020-01-01', 'nothing'),
      event({ kind: 'summit', id: 'a', title: 'told', date: '2021', status: 'held' }),
    ];
    expect(titles(sorted(events, 'status'))).toEqual(['told', 'nothing']);
    expect(titles(sorted(events, 'status', true))).toEqual(['told', 'nothing']);
  });

  it('weighs errors more than warnings', () => {
    const broken = (title: string, ...severities: ('error' | 'warning')[]) =>
      event({
        kind: 'summit',
        id: title,
        title,
        date: '2020',
        problems: severities.map((severity) => ({ severity, message: '' })),
      });
    const events = [
      broken('none'),
      broken('warnings', 'warning', 'warning', 'warning'),
      broken('both', 'warning', 'error'),
      broken('error', 'error'),
    ];
    expect(titles(sorted(events, 'problems', true))).toEqual(['both', 'error', 'warnings', 'none']);
  });

  it('bears lanes that are called like what every object has', () => {
    const odd = ['constructor', '__proto__', 'toString'].map((key) =>
      event({ kind: 'summit', id: key, title: key, date: '2020', org: [key], state: [key], domain: [key] }),
    );
    for (const one of odd)
      for (const column of ['organization', 'state', 'domain'] as const) {
        expect(wordsOf(one, column, names)).toBe(one.id);
      }
    expect(sorted(odd, 'organization').map(({ id }) => id)).toEqual(['__proto__', 'constructor', 'toString']);
  });

  it('of 10,000 events by words that were sorted before takes no more than a few times what sorting as many words takes', () => {
    const events = inDrawingOrder(manyEvents(10_000));
    const sorter = new Sorter();
    for (const column of COLUMNS) sorter.sort(events, { column, descending: true }, names);
    for (const column of COLUMNS) {
      const again = timesEverydayWork((round) => sorter.sort(events, { column, descending: round % 2 === 0 }, names));
      expect(again, column).toBeLessThan(10);
    }
  });
});

describe('words of a cell', () => {
  it('call organizations by their short names where there is little room, and states never', () => {
    const gabala = realisticEvents().find(({ id }) => id === 'ots-summit-2025-gabala')!;
    expect(wordsOf(gabala, 'organization', names)).toBe('OTS');
    expect(wordsOf(gabala, 'organization', names, true)).toBe('Organization of Turkic States');
    expect(wordsOf(gabala, 'state', names)).toBe('Azerbaijan');
    expect(wordsOf(gabala, 'domain', names)).toBe('');
  });
});

describe('rows of a long table', () => {
  const place = {
    scroll: share.map((part) => part * 3e6),
    room: fc.integer({ min: 0, max: 3000 }),
    rowHeight: fc.constantFrom(22, 27, 27.5, 46),
  };

  it('are all there where one looks, and not many more', () => {
    fc.assert(
      fc.property(fc.record(place), fc.nat(100_000), ({ scroll, room, rowHeight }, count) => {
        const { first, end } = rowsNear(scroll, room, rowHeight, count);
        expect(first).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(count);
        expect(first).toBeLessThanOrEqual(Math.min(count, scroll / rowHeight));
        expect(end).toBeGreaterThanOrEqual(Math.min(count, Math.floor((scroll + room) / rowHeight)));
        expect(end - first).toBeLessThanOrEqual(room / rowHeight + 52);
      }),
    );
  });

  it('have the one with the focus among them, each row once and in order', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(100), fc.integer({ min: -1, max: 1100 }), (first, more, pinned) => {
        const parts = stretches({ first, end: first + more }, pinned);
        const rows = parts.flatMap((part) =>
          Array.from({ length: part.end - part.first }, (_, index) => part.first + index),
        );
        expect(rows).toEqual([...new Set(rows)].sort((a, b) => a - b));
        if (pinned >= 0) expect(rows).toContain(pinned);
        expect(rows.length).toBe(more + Number(pinned >= 0 && (pinned < first || pinned >= first + more)));
      }),
    );
  });
});
