/** `single-wire`: sources that look like several and are one report. */
import { describe, expect, it } from 'vitest';
import { pageOf } from '../../server/rules/support/addresses.ts';
import { lineEnds } from '../support/fixture.ts';
import { messagesOf, problemsOf } from './support.ts';

const RULE = 'single-wire';
const cited = (...ids: string[]) =>
  `kind: document\nid: paper\ntitle: A paper\ntype: plan\ncitations:\n${ids.map((id) => `  - source: ${id}\n`).join('')}`;
/** Sources by id, each with its further lines. */
const sources = (of: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(of).map(([id, rest]) => [
      `${id}.yaml`,
      `kind: source\nid: ${id}\npublisher: Paper ${id}\n${rest}\n`,
    ]),
  );
const TASS = 'url: https://tass.com/defense/1894861';

describe('single-wire', () => {
  it('tells of two addresses of one page, and leads to them', () => {
    const text = cited('a', 'b');
    const [problem, ...others] = problemsOf(RULE, text, sources({ a: TASS, b: `${TASS}/amp` }));
    expect(problem?.message).toBe(
      'All these sources are one page under several addresses: keep one, or cite another report.',
    );
    expect(problem?.severity).toBe('hint');
    expect(text.slice(problem?.span.start, problem?.span.end)).toBe('citations');
    expect(problem?.related).toEqual([
      { kind: 'source', id: 'a', path: ['url'], message: 'One of the sources: a' },
      { kind: 'source', id: 'b', path: ['url'], message: 'One of the sources: b' },
    ]);
    expect(others).toEqual([]);
  });

  it('tells of several papers that report from one agency, however it is written', () => {
    const of = sources({ a: 'via: ТАСС', b: 'via: "The TASS"', c: 'via: Tass' });
    expect(messagesOf(RULE, cited('a', 'b', 'c'), of)).toEqual([
      'All these sources pass on one report, that of ТАСС: cite one that has seen for itself.',
    ]);
  });

  it('tells of an agency and those who report from it', () => {
    const of = { ...sources({ a: 'via: TASS' }), 'b.yaml': 'kind: source\nid: b\npublisher: TASS\n' };
    const [problem] = problemsOf(RULE, cited('b', 'a'), of);
    expect(problem?.message).toBe(
      'All these sources pass on one report, that of TASS: cite one that has seen for itself.',
    );
    expect(problem?.related.map(({ id, path }) => [id, ...path])).toEqual([
      ['b', 'publisher'],
      ['a', 'via'],
    ]);
  });

  it('takes two pages that pass on one report for no single page', () => {
    const of = sources({ a: 'via: TASS\nurl: https://a.org/1', b: 'via: TASS\nurl: https://b.org/2' });
    expect(messagesOf(RULE, cited('a', 'b'), of)).toEqual([
      'All these sources pass on one report, that of TASS: cite one that has seen for itself.',
    ]);
  });

  it('sees one wire also by way of others', () => {
    const of = sources({ a: TASS, b: `${TASS}/amp\nvia: Interfax`, c: 'via: Interfax' });
    expect(messagesOf(RULE, cited('a', 'c', 'b'), of)).toHaveLength(1);
  });

  it.each([
    ['one source', ['a'], { a: TASS }],
    ['one source that is cited twice', ['a', 'a'], { a: TASS }],
    ['a second page', ['a', 'b'], { a: TASS, b: 'url: https://tass.com/defense/1894862' }],
    ['a second page of one number', ['a', 'b'], { a: 'url: https://x.org/?id=1', b: 'url: https://x.org/?id=2' }],
    ['two agencies', ['a', 'b'], { a: 'via: TASS', b: 'via: Interfax' }],
    ['one that has seen for itself', ['a', 'b', 'c'], { a: 'via: TASS', b: 'via: TASS', c: '' }],
    ['sources without an address', ['a', 'b'], { a: '', b: '' }],
    ['a source that nobody knows', ['a', 'b', 'z'], { a: TASS, b: `${TASS}/amp` }],
    ['addresses that are none', ['a', 'b'], { a: 'url: tass', b: 'url: tass' }],
    ['addresses of odd sorts', ['a', 'b'], { a: 'url: [x]\nvia: { a: b }', b: 'url: [x]\nvia: { a: b }' }],
    ['two agencies of like names', ['a', 'b'], { a: 'via: News of the Steppe', b: 'via: News of Steppe' }],
    ['empty agencies', ['a', 'b'], { a: 'via: "…"', b: 'via: "—"' }],
  ])('says nothing of %s', (_, ids, of) => expect(messagesOf(RULE, cited(...ids), sources(of))).toEqual([]));

  it('says nothing of two reports of one agency', () => {
    const of = (id: string) => `kind: source\nid: ${id}\npublisher: TASS\nurl: https://tass.com/${id}\n`;
    expect(messagesOf(RULE, cited('a', 'b'), { 'a.yaml': of('a'), 'b.yaml': of('b') })).toEqual([]);
  });

  it('says nothing of a text that breaks off', () => {
    const of = sources({ a: TASS, b: `${TASS}/amp` });
    expect(messagesOf(RULE, `${cited('a', 'b')}  - source: "c\n`, of)).toEqual([]);
    expect(messagesOf(RULE, `${cited('a', 'b')}note: "Both" are there\n`, of)).toEqual([]);
  });
});

describe('the page of an address', () => {
  it.each([
    'http://tass.com/defense/1894861',
    'https://www.tass.com/defense/1894861/',
    'https://m.tass.com/defense/1894861#top',
    'https://TASS.com:443/defense/1894861/amp',
    'https://amp.tass.com/amp/defense/1894861?utm_source=x&fbclid=y&amp=1',
    ' https://www.m.tass.com/defense/1894861.amp ',
    'https://reader@tass.com/defense/1894861',
    'https://tass.com.:/defense/1894861',
  ])('is the same behind %s', (address) => expect(pageOf(address)).toBe('tass.com/defense/1894861'));

  it('keeps what tells pages apart', () => {
    expect(pageOf('https://report.az/en/amp/region/kyrgyzstan')).toBe('report.az/en/region/kyrgyzstan');
    expect(pageOf('https://x.org/?b=2&utm_campaign=z&a=1')).toBe('x.org?a=1&b=2');
    expect(pageOf('https://x.org/index.html')).toBe('x.org');
    expect(pageOf('https://x.org:8080/%D0%BC%D0%B8%D1%80')).toBe('x.org:8080/мир');
    expect(pageOf('https://x.org/100%')).toBe('x.org/100%');
    expect(pageOf('https://m.gov/a')).toBe('m.gov/a');
    expect(pageOf('https://x.org/ampere/1')).toBe('x.org/ampere/1');
    expect(pageOf('https://x.org/a-amp.html5')).toBe('x.org/a-amp.html5');
    expect(pageOf('https://x.org/a-amp.htm')).toBe('x.org/a.htm');
    expect(pageOf('https://x.org/index.htm')).toBe('x.org');
    expect(pageOf('https://x.org/default.asp')).toBe('x.org');
    expect(pageOf('https://x.org/the-index.html')).toBe('x.org/the-index.html');
    expect(pageOf('https://x.org/index.html5')).toBe('x.org/index.html5');
    expect(pageOf('as seen at https://x.org/a')).toBeUndefined();
    expect(pageOf('ftp://x.org/a')).toBeUndefined();
    expect(pageOf('')).toBeUndefined();
  });
});

describe.each(lineEnds)('with %s', (_, convert) => {
  it('single-wire marks the key of the list', () => {
    const text = convert(`# Статья 🕊\n${cited('a', 'b')}`);
    const [problem] = problemsOf(RULE, text, sources({ a: TASS, b: TASS }));
    expect(text.slice(problem?.span.start, problem?.span.end)).toBe('citations');
  });
});
