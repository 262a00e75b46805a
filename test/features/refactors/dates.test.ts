/** Dates in the long form and back: nothing is lost, and no rule has anything new to say. */
import { describe, expect, it } from 'vitest';
import { rules } from '../../../server/rules/index.ts';
import { lineEnds, makeWorkspace, ROOT } from '../../support/fixture.ts';
import { textAfterChoice, titles } from './support.ts';

const [LONG, PLAIN] = ['Convert to the long form of a date', 'Convert to a plain date'];
const SUMMIT =
  '# Мира 🌍\nkind: summit\nid: x-summit\nname: X\norganization: ots\nstatus: held\ncitations: [{ source: x }]\n';

describe.each(lineEnds)('with %s', (_, convert) => {
  it.each([
    ['in a block', 'date: 2025-10-$007 # c\n', 'date:\n  value: 2025-10-07 # c\n'],
    ['from its key', 'da$0te: 2025\n', 'date:\n  value: 2025\n'],
    ['with its quotes', "date: '2025-10$0'\n", "date:\n  value: '2025-10'\n"],
    ['in a list', 'previous_dates:\n  - date: 2025$0\n', 'previous_dates:\n  - date:\n      value: 2025\n'],
    ['in braces', 'previous_dates: [{ date: $02025 }]\n', 'previous_dates: [{ date: { value: 2025 } }]\n'],
    ['with an anchor', 'date: &d 2025$0\nprevious_dates: [{ date: *d }]\n', undefined],
    [
      'as deep as the text has it',
      'place:\n    city: Gabala\ndate: 20$025\n',
      'place:\n    city: Gabala\ndate:\n    value: 2025\n',
    ],
  ])('a long form is made %s, and a plain date of it again', (_name, before, after) => {
    const text = convert(SUMMIT + before);
    const expected = after ?? before.replace('&d 2025$0', '\n  value: &d 2025').replace('date: \n', 'date:\n');
    const long = textAfterChoice(text, LONG);
    expect(long).toBe(convert(SUMMIT + expected));
    if (after === undefined) return;
    const back = long.replace(/(value: )/, '$1$0');
    expect(textAfterChoice(back, PLAIN)).toBe(text.replace('$0', ''));
  });

  it.each([
    ['a line of its own', 'date:\n  2025-$010\n', 'date:\n  value: 2025-10\n'],
    ['a comment further up', 'date: # c\n  2025-$010\n', undefined],
  ])('a date on %s', (_name, before, after) => {
    const text = convert(SUMMIT + before);
    if (after === undefined) expect(titles(text, 'refactor.rewrite.longDate')).toEqual([]);
    else expect(textAfterChoice(text, LONG)).toBe(convert(SUMMIT + after));
  });

  it('a plain date has the comments of the long form above it', () => {
    const text = convert(`${SUMMIT}date: # a\n  # b\n  value: # c\n    2025$0 # d\nhost: AZE\n`);
    expect(textAfterChoice(text, PLAIN)).toBe(convert(`${SUMMIT}# a\n# b\n# c\ndate: 2025 # d\nhost: AZE\n`));
  });

  it('a plain date leaves empty properties out', () => {
    const text = convert(`${SUMMIT}date:\n  value: 2025$0\n  text:\nhost: AZE\n`);
    expect(textAfterChoice(text, PLAIN)).toBe(convert(`${SUMMIT}date: 2025\nhost: AZE\n`));
  });
});

describe('a plain date', () => {
  it.each([
    ['the wording of the source', 'date: { value: 2025$0, text: next year }\n'],
    ['what is stated', 'date: { value: 2025$0, stated: 2024 }\n'],
    ['how it was arrived at', 'date: { value: 2025$0, basis: inferred }\n'],
    ['a comment that has no line', 'previous_dates:\n  - date: # c\n      value: 2025$0\n'],
    ['a comment below it', 'date:\n  value: 2025$0\n  # c\n  text:\n'],
    ['the only thing that is known', 'date: { text: next$0 year }\n'],
    ['an anchor', 'date: &d { value: 2025$0 }\n'],
    ['an unknown property', 'date: { value: 2025$0, x-own: 1 }\n'],
  ])('is not offered where %s would be lost', (_name, text) => {
    expect(titles(SUMMIT + text, 'refactor.rewrite.plainDate')).toEqual([]);
  });
});

describe('a long form', () => {
  it.each([
    ['a field that holds no date', 'name: 20$025\n'],
    ['a part of a long form', 'date: { value: 2025$0 }\n'],
    ['a date that is missing', 'date: $0\n'],
    ['an alias', 'date: &d 2025\nprevious_dates: [{ date: *d$0 }]\n'],
    ['a broken text', 'date: "2025$0\n'],
    ['a list', 'date: [2025$0]\n'],
  ])('is not offered for %s', (_name, text) => {
    expect(titles(SUMMIT + text, 'refactor.rewrite.longDate')).toEqual([]);
  });

  it('is offered where a time of day is welcome, too', () => {
    const text = 'kind: source\nid: x\npublisher: TASS\npublished: 2025-10-07T15:12$0+04:00\n';
    expect(textAfterChoice(text, LONG)).toContain('published:\n  value: 2025-10-07T15:12+04:00\n');
  });

  it.each(['2025-10-07', '2025', '2025-10-07/2025-10-08', '2025~'])('makes no problem of %s that was none', (date) => {
    const problemsOf = (text: string) =>
      makeWorkspace({ 'x-summit.yaml': text }, rules)
        .problemsOf(`${ROOT}/x-summit.yaml`)
        .map(({ rule }) => rule);
    const text = `${SUMMIT}date: ${date}$0\n`;
    expect(problemsOf(textAfterChoice(text, LONG))).toEqual(problemsOf(text));
  });
});
