/** What a citation vouches for: all that it names, everything where it names nothing, and not what merely begins alike. */
import { describe, expect, it } from 'vitest';
import { type Citation, vouchesFor, vouchesForProperty } from '../../server/rules/support/evidence.ts';

const citing = (...supports: string[]): Citation => ({ source: 'a', path: [], supports });

describe('a citation vouches', () => {
  it.each([
    ['date', true],
    ['date.value', true],
    ['dateline', false],
    ['place', false],
    ['', false],
  ])('with `%s` for the property `date`: %s', (named, answer) => {
    expect(vouchesForProperty(citing(named), 'date')).toBe(answer);
    expect(vouchesForProperty(citing('title', named), 'date')).toBe(answer);
  });

  it.each([
    ['history', true],
    ['history.date', true],
    ['history.date.value', true],
    ['history.status', false],
    ['date', false],
  ])('with `%s` for the date of a step: %s', (named, answer) => {
    expect(vouchesFor(citing(named), ['history', 2, 'date'])).toBe(answer);
    expect(vouchesFor(citing('title', named), ['history', 2, 'date'])).toBe(answer);
  });

  it('for everything where it names nothing', () => {
    const citation: Citation = { source: 'a', path: [], supports: undefined };
    expect([vouchesForProperty(citation, 'date'), vouchesFor(citation, ['date'])]).toEqual([true, true]);
  });
});
