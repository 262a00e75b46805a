/** Counts and addresses as people read them. */
import { describe, expect, it } from 'vitest';
import { countOf, webAddress } from '../../../server/exports/meaning/words.ts';

describe('counts', () => {
  it('have the noun that fits, and thousands apart', () => {
    expect([0, 1, 2, 12_345].map((count) => countOf(count, 'record', 'records'))).toEqual([
      '0 records',
      '1 record',
      '2 records',
      '12,345 records',
    ]);
  });
});

describe('addresses', () => {
  it.each([
    ['https://trend.az/a?b=c&d#e', 'https://trend.az/a?b=c&d#e'],
    ['HTTP://example.org', 'HTTP://example.org'],
    ['https://example.org/саммит', 'https://example.org/%D1%81%D0%B0%D0%BC%D0%BC%D0%B8%D1%82'],
    ['https://example.org/%D1%81', 'https://example.org/%D1%81'],
  ])('of the web are written in ASCII: %s', (text, address) => {
    expect(webAddress(text)).toBe(address);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'https://example.org/a b',
    'https://example.org/"onclick="alert(1)',
    'https://example.org/\nX:1',
    'https://',
    'https://example.org/\ud800',
    '//example.org',
    'example.org',
    '',
    undefined,
  ])('that are none of the web stay out: %s', (text) => {
    expect(webAddress(text)).toBeUndefined();
  });
});
