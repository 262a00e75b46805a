/** What the `schema` rule says of each type that is wanted, and of letters that only look right. */
import { describe, expect, it } from 'vitest';
import { schemaOf } from '../../server/dataset/schema.ts';
import { rules } from '../../server/rules/index.ts';
import { makeWorkspace, ROOT } from '../support/fixture.ts';
import { messagesOf, titlesOf } from './support.ts';

const ORG = 'kind: organization\nid: x-org\nname: Org\ntype: forum\n';
const SUMMIT = 'kind: summit\nid: a\nname: A\norganization: ots\nstatus: held\ndate: 2025-10-07\n';
const SOURCE = 'kind: source\nid: x-source\npublisher: An agency\n';
const problemsInManifest = (text: string) =>
  makeWorkspace({ 'initiatives.yaml': text }, rules).problemsOf(`${ROOT}/initiatives.yaml`);
const inManifest = (text: string) => problemsInManifest(text).map(({ message }) => message);
const fixesInManifest = (text: string) =>
  problemsInManifest(text).flatMap((problem) => problem.fixes().map(({ title }) => title));

describe('a value of another type', () => {
  it.each([
    [`${SUMMIT}theme: { one: 1 }\n`, '`theme` must be text.'],
    [`${SUMMIT}quotes: [{ text: Words, translated: perhaps }]\n`, '`translated` must be `true` or `false`.'],
    [`${SUMMIT}participants: 5\n`, '`participants` must be a list.'],
    [`${SUMMIT}topics: energy\n`, '`topics` must be a list.'],
    [SUMMIT.replace('held', '[held]'), '`status` must be `planned`, `confirmed`, `held`, `postponed` or `cancelled`.'],
    [`${SOURCE}published: true\n`, '`published` must be a date such as `2025-10-07`.'],
    [`${SOURCE}published: [2025]\n`, '`published` must be a date such as `2025-10-07`.'],
    [`${SOURCE}url: [page]\n`, '`url` must be text.'],
    [
      `${SOURCE}published: &number 5\nurl: *number\n`,
      '`url` must be text, and YAML reads `5` as a number: put it in quotes.',
    ],
  ])('in %j is told with what is wanted', (text, message) => {
    expect(messagesOf('schema', text)).toEqual([message]);
  });

  it.each([
    ['[records]\n', 'The manifest must be a map such as `{ dataset: ', 1],
    ['rules: [bad-date]\n', '`rules` must be a map of properties.', 1],
    ['records: { a: 1 }\n', '`records` must be text or a list.', 1],
    ['moon: 1\n', 'The manifest has no property `moon`. It can have `', 1],
  ])('in a manifest, %j, is told likewise', (text, beginning, count) => {
    expect(inManifest(text)).toHaveLength(count);
    expect(inManifest(text)[0]).toContain(beginning);
  });
});

describe('a value that is shown', () => {
  const shown = (value: string) => messagesOf('schema', SUMMIT.replace('held', JSON.stringify(value)))[0];

  it('is shown on one line, as far as forty letters', () => {
    expect(shown(' on   hold ')).toMatch(/^`on hold` is no value of `status`\./);
    expect(shown('x'.repeat(40))).toMatch(/^`x{40}` is no value/);
    expect(shown('x'.repeat(41))).toMatch(/^`x{40}…` is no value/);
  });
});

describe('an unknown key', () => {
  it('is told with all names where there are eight', () => {
    expect(messagesOf('schema', `${ORG}members: [{ state: KAZ, status: member, moon: 1 }]\n`)).toEqual([
      expect.stringMatching(
        /^This entry of `members` has no property `moon`\. It can have (?:`\w+`, ){6}`\w+` and `\w+`\.$/,
      ),
    ]);
  });

  it('is told with how many names there are beside those eight', () => {
    const more = schemaOf('summit').properties.size - 8;
    expect(messagesOf('schema', `${SUMMIT}moon: 1\n`)[0]).toMatch(new RegExp(` and ${more} more\\.$`));
  });

  it.each(['the city:Gabala', 'city:Gabala\nand more'])(
    'is told as such where more than a blank is missing: %j',
    (key) => {
      expect(messagesOf('schema', `${SUMMIT}place: { ${JSON.stringify(key)}: 1, city: Gabala }\n`)).toEqual([
        expect.stringMatching(/^`place` has no property `/),
      ]);
    },
  );

  it('with a character that nobody sees is told with its code alone', () => {
    expect(messagesOf('schema', `${SUMMIT}"ho\u200bst": AZE\n`)).toEqual([
      '`ho\u200bst` has the character U+200B in it, which no property has. Write `host`.',
    ]);
  });
});

describe('a value with letters of another script', () => {
  it('is told by them, word by word, where it is right without', () => {
    // The letter “а” is Cyrillic both times.
    const [message, ...others] = messagesOf('schema', `${SUMMIT}level: heаds-of-stаte\n`);
    expect(message).toMatch(/^`heаds` mixes letters .*\. `stаte` mixes letters .*\.$/);
    expect(others).toEqual([]);
  });

  it('is told as any other where it is wrong without them, too', () => {
    expect(messagesOf('schema', SUMMIT.replace('held', 'hеldd'))).toEqual([
      expect.stringMatching(/^`hеldd` is no value of `status`\. Use /),
    ]);
  });
});

describe('a value with blanks around it', () => {
  const message = (value: string) => `Blanks or line ends stand around \`${value}\`: write it without them.`;

  it.each(['" held "', "' held'", '"held\\t"', '|\n  held', '>\n  held'])(
    'is told by them where it is right without: %j',
    (value) => {
      const text = SUMMIT.replace('held', value);
      expect(messagesOf('schema', text)).toEqual([message('held')]);
      expect(titlesOf('schema', text)).toEqual(['Change to `held`']);
    },
  );

  it('is told as any other where it is wrong without them, too', () => {
    expect(messagesOf('schema', SUMMIT.replace('held', '" Held "'))).toEqual([
      expect.stringMatching(/^`Held` is no value of `status`\. Use `held`, /),
    ]);
  });

  it('is told likewise as a kind, as a severity, and as the name of a rule', () => {
    const claimed = { 'initiatives.yaml': 'records: ["*.yaml"]\n' };
    const text = SUMMIT.replace('summit', '" summit "');
    expect(messagesOf('schema', text, claimed)).toEqual([message('summit')]);
    expect(titlesOf('schema', text, claimed)).toEqual(['Change to `summit`']);
    expect(inManifest('rules: { bad-date: " off ", " uncited ": off }\n')).toEqual([
      message('off'),
      message('uncited'),
    ]);
    expect(fixesInManifest('rules: { bad-date: " off " }\n')).toEqual(['Change to `off`']);
    expect(inManifest('rules: { " uncitet ": off }\n')).toEqual([
      'There is no rule `uncitet`. Did you mean `uncited`?',
    ]);
  });
});

describe('the name of a city that is a state, too', () => {
  it('is the city where that comes first', () => {
    const state = { 'xsg.yaml': 'kind: state\nid: XSG\nname: Singapura\n' };
    expect(titlesOf('schema', `${ORG}seat: XSG\n`, state)).toEqual(['Change to `{ city: XSG }`']);
  });
});
