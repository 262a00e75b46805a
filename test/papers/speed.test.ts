/** The figures of speed in the README are those of the last whole run. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { withQuotes } from '../bench/quote.ts';
import { paper, ROOT } from './papers.ts';

const results = readFileSync(`${ROOT}test/bench/results.md`, 'utf8');
const readme = paper('README.md').text;

it('quotes the results as they are', () => {
  expect(withQuotes(readme, results)).toBe(readme);
});

it('quotes no row that a run no longer has', () => {
  const without = results.replace(/^\| completion .*\n/gm, '');
  expect(() => withQuotes(readme, without)).toThrow('The results have no row "completion"');
});

it('says what is missing where the README has lost its marks', () => {
  expect(() => withQuotes('# Security Initiatives\n', results)).toThrow('README.md has lost the comments');
});
