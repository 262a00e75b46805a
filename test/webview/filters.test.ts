/** Searching, as a reader types: whatever the case, the accents, the alphabet's own letters and the order of words. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, makeSearch, termsOf } from '../../client/timeline/drawing/filter/search.ts';
import type { TimelineEvent } from '../../server/protocol.ts';
import { event, update } from './fixture.ts';
import { realisticEvents } from './realistic-events.ts';

const { laneNames } = update([]);

/** Titles that a query keeps. */
function found(query: string, events: readonly TimelineEvent[], names = laneNames): string[] {
  return events.filter(makeSearch(query, names) ?? (() => true)).map(({ title }) => title);
}

const titled = (title: string, more: Partial<TimelineEvent> = {}): TimelineEvent => ({
  ...event({ kind: 'document', id: 'x', title, date: '2025-10-07' }),
  ...more,
});

describe('folding', () => {
  it.each([
    ['Türkiye', 'TURKIYE'],
    ['İSTANBUL', 'istanbul'],
    ['Iğdır', 'igdir'],
    ['Azərbaycan', 'azerbaycan'],
    ['Қазақстан', 'казакстан'],
    ['Өзбекстан', 'озбекстан'],
    ['Тоҷикистон', 'точикистон'],
    ['Ўзбекистон', 'узбекистон'],
    ['Алёшин', 'алешин'],
    ["O'zbekiston", 'oʻzbekiston'],
    ['O‘zbekiston', 'Ozbekiston'],
    ['Łódź', 'lodz'],
    ['Straße', 'STRASSE'],
    ['Ἀθῆναι', 'αθηναι'],
    ['مُحَمَّد', 'محمد'],
    ['إيران', 'ایران'],
    ['ＯＴＳ', 'ots'],
    ['co\u00adoperation', 'cooperation'],
    ['2022–2026', '2022-2026'],
  ])('reads %s and %s as the same', (one, other) => {
    expect(fold(one)).toBe(fold(other));
  });

  it('leaves signs that are letters where they are', () => {
    expect(fold('की')).not.toBe(fold('का'));
    expect(fold('が')).not.toBe(fold('か'));
    expect(fold('ภาษา')).not.toBe('');
    expect(fold('中国')).toBe('中国');
  });

  it('changes nothing that it has folded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});

describe('a query', () => {
  it('asks for each word, in any order', () => {
    expect(found('declaration gabala', realisticEvents())).toEqual(found('Gabala  DECLARATION', realisticEvents()));
    expect(found('declaration gabala', realisticEvents())).toEqual(['Gabala Declaration']);
  });

  it('asks for a phrase in quotation marks of any kind', () => {
    const events = [titled('Water and energy'), titled('Energy and water')];
    expect(found('energy water', events)).toHaveLength(2);
    for (const query of ['"water and"', '“water and”', '«Water and»', '"water and']) {
      expect(found(query, events)).toEqual(['Water and energy']);
    }
  });

  it('finds words with a hyphen, a blank or nothing between them', () => {
    const events = [titled('Co-operation'), titled('Cooperation'), titled('Co operation')];
    expect(found('co-operation', events)).toHaveLength(3);
    expect(found('cooperation', events)).toEqual(['Co-operation', 'Cooperation']);
  });

  it('looks at id, kind, status, date, EDTF, other names, and the names of lanes with theirs', () => {
    const one = titled('A title', {
      id: 'kaz-ots-water',
      aliases: ['Astana Initiative', 'Бастама'],
      status: 'under-consideration',
      lanes: { organization: ['ots'], person: ['kassym-jomart-tokayev'], state: [] },
    });
    const names = {
      ...laneNames,
      organization: { ots: { name: 'Organization of Turkic States', short: 'OTS', aliases: ['Turkic Council'] } },
      person: { 'kassym-jomart-tokayev': { name: 'Kassym-Jomart Tokayev', aliases: ['Токаев'] } },
    };
    for (const query of [
      'kaz-ots-water',
      'document',
      'under consideration',
      '2025-10-07',
      'astana init',
      'бастама',
      'OTS',
      'Turkic Council',
      'ТОКАЕВ water',
      'kassymjomart',
    ]) {
      expect(found(query, [one], names), query).toEqual(['A title']);
      expect(found(`${query} nowhere`, [one], names), query).toEqual([]);
    }
  });

  it('reads no two fields as one phrase', () => {
    expect(found('"title kaz"', [titled('A title', { id: 'kaz' })])).toEqual([]);
  });

  it('asks for nothing when it holds no letter', () => {
    for (const query of ['', '   ', '"', '--', '…', '" "']) expect(termsOf(query), query).toEqual([]);
  });

  it('follows names that change, and keys that are words of the language it is written in', () => {
    const one = titled('A title', { lanes: { organization: ['constructor'], state: ['__proto__'] } });
    expect(found('object', [one])).toEqual([]);
    expect(found('constructor', [one])).toEqual(['A title']);
    const renamed = { ...laneNames, organization: { constructor: { name: 'Builders' } } };
    expect(found('builders', [one], renamed)).toEqual(['A title']);
  });
});
