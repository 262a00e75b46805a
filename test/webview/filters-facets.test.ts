/** Choosing values and comparing lanes: what is left, what is counted, what it is called. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Arrangement } from '../../client/timeline/drawing/arrangement.ts';
import { compareLanes, describeComparison } from '../../client/timeline/drawing/filter/comparison.ts';
import { describeNothing, facetValues, findValues } from '../../client/timeline/drawing/filter/facets.ts';
import {
  comparing,
  EVERYTHING,
  FACETS,
  type Filter,
  isActive,
  makeFilter,
  signatureOf,
  toggled,
  withValues,
} from '../../client/timeline/drawing/filter/filter.ts';
import type { Layout } from '../../client/timeline/drawing/layout/items.ts';
import { TimelineModel } from '../../client/timeline/drawing/model.ts';
import { makeRuler } from '../../client/timeline/drawing/text.ts';
import type { LaneDimension, TimelineEvent } from '../../server/protocol.ts';
import { event, update } from './fixture.ts';
import { realisticEvents } from './realistic-events.ts';

const { laneNames } = update([]);
const all = realisticEvents();
const ruler = makeRuler(() => 6);
const kept = (filter: Filter, events = all): TimelineEvent[] => events.filter(makeFilter(filter, laneNames));
const countsOf = (filter: Filter, facet: (typeof FACETS)[number], dimension: LaneDimension = 'organization') =>
  Object.fromEntries(facetValues(all, filter, laneNames, dimension)[facet].map(({ key, count }) => [key, count]));

/** Any filter over the fixture's values, and some that it does not have. */
const aFilter: fc.Arbitrary<Filter> = fc
  .record({
    text: fc.constantFrom('', '', 'summit', 'kazakhstan', 'no such thing'),
    organization: fc.subarray(['ots', 'csto', 'sco', 'gone', '']),
    state: fc.subarray(['KAZ', 'KGZ', 'ARM']),
    domain: fc.subarray(['water', 'energy', '']),
    status: fc.subarray(['held', 'planned', 'adopted']),
    kind: fc.subarray(['summit', 'proposal', 'document']),
  })
  .map(({ text, ...facets }) =>
    Object.entries(facets).reduce<Filter>(
      (filter, [facet, values]) => withValues(filter, facet as (typeof FACETS)[number], values),
      { ...EVERYTHING, text },
    ),
  );
const aFacet = fc.constantFrom(...FACETS);

/** The lanes as they are drawn, with the titles in each. */
function lanesOf(filter: Filter, events = all, dimension: LaneDimension = 'organization'): Record<string, string[]> {
  const model = new TimelineModel();
  model.apply(update(events));
  const arrangement = new Arrangement(model, dimension, filter, []);
  arrangement.refresh();
  arrangement.arrange(
    1e-8,
    makeRuler(() => 6),
    { width: 800, height: 600 },
  );
  return Object.fromEntries(
    (arrangement.layout?.lanes ?? []).map(({ key, items }) => [
      key,
      items.flatMap((item) => (item.type === 'cluster' ? item.events : [item.event])).map(({ title }) => title),
    ]),
  );
}

describe('choosing', () => {
  it('keeps what has any of the values of each facet', () => {
    const chosen = { ...EVERYTHING, facets: { organization: ['ots', 'sco'], status: ['planned'] } };
    const left = kept(chosen);
    expect(left.length).toBeGreaterThan(2);
    for (const { lanes, status } of left) {
      expect(lanes.organization?.some((key) => ['ots', 'sco'].includes(key))).toBe(true);
      expect(status).toBe('planned');
    }
    const others = all.filter((one) => !left.includes(one));
    expect(others.some(({ status }) => status === 'planned')).toBe(true);
  });

  it('never adds events with the first value of a facet, and never takes any with another', () => {
    fc.assert(
      fc.property(aFilter, aFacet, fc.constantFrom('ots', 'KAZ', 'held', 'water', ''), (filter, facet, value) => {
        const before = new Set(kept(filter));
        if (filter.facets[facet]?.includes(value)) return;
        const after = new Set(kept(toggled(filter, facet, value)));
        const [less, more] = filter.facets[facet]?.length ? [before, after] : [after, before];
        expect([...less].filter((one) => !more.has(one))).toEqual([]);
      }),
    );
  });

  it('does not depend on the order of values', () => {
    fc.assert(
      fc.property(aFilter, (filter) => {
        const turned = FACETS.reduce(
          (so, facet) => withValues(so, facet, [...(filter.facets[facet] ?? [])].reverse()),
          filter,
        );
        expect(kept(turned)).toEqual(kept(filter));
        expect(signatureOf(turned)).toBe(signatureOf(filter));
      }),
    );
  });

  it('is taken back by choosing again', () => {
    fc.assert(
      fc.property(aFilter, aFacet, (filter, facet) => {
        const twice = toggled(toggled(filter, facet, 'new'), facet, 'new');
        expect(twice).toEqual(filter);
      }),
    );
    expect(isActive(toggled(toggled(EVERYTHING, 'kind', 'summit'), 'kind', 'summit'))).toBe(false);
  });

  it('finds what has nothing of a facet', () => {
    expect(kept({ ...EVERYTHING, facets: { organization: [''] } }).map(({ id }) => id)).toEqual(['nowhere']);
  });

  it('shows of the lanes only those that are chosen', () => {
    const shared = event({ kind: 'summit', id: 'both', title: 'Both', date: '2025-01-01', org: ['ots', 'csto'] });
    const lanes = lanesOf({ ...EVERYTHING, facets: { organization: ['csto'] } }, [shared, ...all]);
    expect(Object.keys(lanes)).toEqual(['csto']);
    expect(lanes.csto).toContain('Both');
  });
});

describe('counts', () => {
  it('say for each value what would be left if it were the only one of its facet', () => {
    fc.assert(
      fc.property(aFilter, aFacet, (filter, facet) => {
        for (const { key, count } of facetValues(all, filter, laneNames, 'organization')[facet]) {
          expect(kept(withValues(filter, facet, [key]))).toHaveLength(count);
        }
      }),
    );
  });

  it('are not moved by values of the same facet', () => {
    const chosen = { ...EVERYTHING, facets: { organization: ['ots'] } };
    expect(countsOf(chosen, 'organization')).toEqual(countsOf(EVERYTHING, 'organization'));
    expect(countsOf(chosen, 'kind').summit).toBeLessThan(countsOf(EVERYTHING, 'kind').summit!);
  });

  it('stay within the lanes that are compared', () => {
    const filter = comparing(EVERYTHING, 'organization', ['ots', 'csto']);
    const counts = countsOf(filter, 'organization');
    expect(counts).toMatchObject({ sco: 0 });
    expect(counts.ots! + counts.csto!).toBe(Object.values(countsOf(filter, 'kind')).reduce((a, b) => a + b, 0));
  });

  it('put the most used first, then go by name, and what has nothing last', () => {
    const values = facetValues(all, EVERYTHING, laneNames, 'organization').domain;
    expect(values.at(-1)).toMatchObject({ key: '', name: 'No domain' });
    const rest = values.slice(0, -1);
    expect(rest).toEqual([...rest].sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1)));
  });

  it('keep a chosen value that no event has any more', () => {
    const { organization } = facetValues(all, toggled(EVERYTHING, 'organization', 'gone'), laneNames, 'organization');
    expect(organization.find(({ key }) => key === 'gone')).toMatchObject({ name: 'gone', count: 0, chosen: true });
  });

  it('take keys for what they are', () => {
    const odd = event({ kind: 'summit', id: 'x', title: 'X', date: '2025', org: ['constructor', '__proto__'] });
    const values = facetValues([odd], EVERYTHING, laneNames, 'organization').organization;
    expect(values.map(({ key, name, count }) => [key, name, count])).toEqual([
      ['__proto__', '__proto__', 1],
      ['constructor', 'constructor', 1],
    ]);
  });
});

describe('a value', () => {
  const values = [
    { key: 'TUR', name: 'Türkiye', short: 'TUR', aliases: ['Turkey', 'Турция'], count: 3, chosen: false },
    { key: 'kassym', name: 'Kassym-Jomart Tokayev', count: 1, chosen: false },
  ];
  it.each(['turk', 'TURKEY', 'турц', 'tur', 'tokayev kas'])('is found by %s', (query) => {
    expect(findValues(values, query)).toHaveLength(1);
  });
  it('is found among all when nothing is asked', () => {
    expect(findValues(values, ' ')).toBe(values);
    expect(findValues(values, 'xyz')).toEqual([]);
  });
});

describe('comparing', () => {
  const both = event({ kind: 'summit', id: 'both', title: 'Both', date: '2025-01-01', org: ['ots', 'csto'] });

  it('shows just these lanes, in that order, even empty ones', () => {
    const lanes = lanesOf({ ...comparing(EVERYTHING, 'organization', ['sco', 'nowhere', 'csto']), text: 'summit' });
    expect(Object.keys(lanes)).toEqual(['sco', 'nowhere', 'csto']);
    expect(lanes.nowhere).toEqual([]);
    expect(lanes.sco!.length).toBeGreaterThan(2);
  });

  it('shows as many rows as the panel has room for, and leaves to one lane what the other does not need', () => {
    const crowd = Array.from({ length: 60 }, (_, n) =>
      event({ kind: 'proposal', id: `p${n}`, title: 'x', date: '2025-10-07', org: [n < 57 ? 'many' : 'few'] }),
    );
    const laidOut = (filter: Filter, height: number) => {
      const model = new TimelineModel();
      model.apply(update(crowd));
      const arrangement = new Arrangement(model, 'organization', filter, []);
      arrangement.refresh();
      arrangement.arrange(1e-8, ruler, { width: 800, height });
      return arrangement.layout!;
    };
    const clustersIn = ({ lanes }: Layout): number[] =>
      lanes.flatMap(({ items }) => items.flatMap((item) => (item.type === 'cluster' ? [item.events.length] : [])));
    const compared = comparing(EVERYTHING, 'organization', ['few', 'many']);
    const [usual, tall, low] = [laidOut(EVERYTHING, 1000), laidOut(compared, 1000), laidOut(compared, 300)];
    expect(clustersIn(usual)).toEqual([57 - 14]);
    expect(clustersIn(tall)[0]).toBeLessThan(57 - 30);
    expect(tall.height).toBeLessThanOrEqual(1000);
    expect(tall.height).toBeGreaterThan(1000 - 30);
    expect(clustersIn(low)).toEqual(clustersIn(usual));
    expect(clustersIn(laidOut(compared, 1500))).toEqual([]);
  });

  it('counts each lane, and what they share once', () => {
    const comparison = compareLanes([...all, both], 'organization', ['ots', 'csto', 'tcci'], laneNames);
    expect(comparison.shared).toBe(1);
    expect(comparison.lanes.map(({ key }) => key)).toEqual(['ots', 'csto', 'tcci']);
    const [ots, csto] = comparison.lanes;
    expect(describeComparison(comparison)).toBe(`OTS ${ots!.count}, CSTO ${csto!.count}, TCCI 1, 1 shared`);
    expect(ots!.count).toBe(all.filter(({ lanes }) => lanes.organization?.includes('ots')).length + 1);
  });

  it('compares each lane once, four at most, and drops values that would leave a lane out', () => {
    const filter = toggled(toggled(EVERYTHING, 'organization', 'sco'), 'domain', 'water');
    const compared = comparing(filter, 'organization', ['a', 'b', 'a', 'c', 'd', 'e']);
    expect(compared.compare).toEqual(['a', 'b', 'c', 'd']);
    expect(compared.facets).toEqual({ domain: ['water'] });
  });
});

describe('an empty timeline', () => {
  it.each<[Partial<Filter>, string]>([
    [{ text: ' water ' }, 'No events match “water”'],
    [
      { text: 'water', facets: { organization: ['ots'], domain: ['cybersecurity'] } },
      'No events match “water” in OTS and Cybersecurity',
    ],
    [{ facets: { state: ['KAZ', 'KGZ'], status: ['held'] } }, 'No events in Kazakhstan or Kyrgyzstan and Held'],
    [{ facets: { state: ['KAZ', 'KGZ', 'UZB', 'TUR'] } }, 'No events in 4 states'],
    [{ compare: ['ots', 'gone'] }, 'No events in OTS or gone'],
    [{ facets: { person: [''] } }, 'No events in No person'],
  ])('says of %j what leaves everything out', (filter, words) => {
    expect(describeNothing({ ...EVERYTHING, ...filter }, laneNames, 'organization')).toBe(words);
  });
});
