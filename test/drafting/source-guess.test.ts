/** What addresses and headlines tell of sources, as people paste them. */
import { describe, expect, it } from 'vitest';
import { guessSource } from '../../server/drafting/source-guess.ts';
import { makeWorkspace } from '../support/fixture.ts';

const source = (id: string, url: string, more = '') => `kind: source\nid: ${id}\nurl: ${url}\n${more}---\n`;

const { dataset } = makeWorkspace(
  {
    'sources.yaml': [
      source('trend-1', 'https://en.trend.az/1', 'publisher: Trend\nlanguage: en\ntype: news-agency\n'),
      source('trend-2', 'https://en.trend.az/2', 'publisher: Trend\nlanguage: en\n'),
      source('trend-3', 'https://en.trend.az/3', 'publisher: Trend News\nlanguage: en\n'),
      source('akorda', 'https://www.akorda.gov.kz/ru/1', 'publisher: Ақорда\nlanguage: ru\n'),
    ].join(''),
  },
  [],
);

/** Headline, publisher and date. */
const guessed = (text: string) => guessSource(dataset, text)?.questions.map((question) => question.text);

describe('a pasted source', () => {
  it.each([
    ['https://a.org/x Headline, with: a colon', 'Headline, with: a colon'],
    ['“Жапаров в Астане” — https://a.org/x.', 'Жапаров в Астане'],
    ['Headline\n  in two lines\r\n\r\n<https://a.org/x>', 'Headline in two lines'],
    ['(https://a.org/x)', ''],
    ['https://a.org/x', ''],
  ])('%j has its headline beside the address', (text, title) => {
    expect(guessed(text)?.[0]).toBe(title);
  });

  it.each([
    ['https://en.trend.az/9', 'Trend'],
    ['https://www.trend.az/9', 'Trend'],
    ['https://m.akorda.gov.kz/9', 'Ақорда'],
    ['https://mfa.gov.kz/9', 'Mfa'],
    ['https://www.bbc.co.uk/9', 'Bbc'],
    ['http://localhost:8080/9', 'Localhost'],
  ])('%s is of the publisher that the dataset has for the site, else of one by its name', (url, publisher) => {
    expect(guessed(url)?.[1]).toBe(publisher);
  });

  it.each([
    ['https://a.org/2025/10/07/news', '2025-10-07'],
    ['https://a.org/2025/10/news', '2025-10'],
    ['https://a.org/news-2025-8-1.html', '2025-08-01'],
    ['https://a.org/20251007/x', '2025-10-07'],
    ['https://a.org/2025/13/40', ''],
    ['https://a.org/2025/02/30', '2025-02'],
    ['https://a.org/news/4100562', ''],
    ['https://2025-10-07.org/', ''],
  ])('%s is of the day that the address holds', (url, date) => {
    expect(guessed(url)?.[2]).toBe(date);
  });

  it('is like others of its host in what pages of one site have in common', () => {
    expect(guessSource(dataset, 'https://en.trend.az/9')?.given).toEqual([
      { path: 'url', text: 'https://en.trend.az/9' },
      { path: 'language', text: 'en' },
      { path: 'type', text: 'news-agency' },
    ]);
    expect(guessSource(dataset, 'https://www.trend.az/9')?.given).toHaveLength(1);
  });

  it('keeps a bracket that belongs to its address', () => {
    expect(guessSource(dataset, 'https://a.org/Talks_(2025).')?.given[0]?.text).toBe('https://a.org/Talks_(2025)');
  });

  it('is no source where there is no address', () => {
    for (const text of ['', 'Headline', 'ftp://a.org/x', 'https://']) expect(guessSource(dataset, text)).toBeNull();
  });
});
