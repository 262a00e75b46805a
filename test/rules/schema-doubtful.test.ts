/** What `schema` says beside lines that cannot be read, of a manifest with nothing in it, and of odd names of rules. */
import { describe, expect, it } from 'vitest';
import { rules } from '../../server/rules/index.ts';
import { makeWorkspace, ROOT } from '../support/fixture.ts';
import { messagesOf } from './support.ts';

const ORG = 'kind: organization\nid: x-org\nname: Org\ntype: forum\n';

describe('beside a line that cannot be read', () => {
  it.each([
    ['a record lacks something that may stand there', 'kind: organization\nid: x-org\nname: "Org" of all\n', []],
    ['a record lacks something that may stand behind it', 'kind: organization\nid: x-org\nname: Org\n]\n', []],
    [
      'an entry above it lacks something',
      `${ORG}names:\n  - lang: tr\nnote: "New" this year\n`,
      ['This entry of `names` needs `text`.'],
    ],
    [
      'an entry far below it lacks something',
      `${ORG.replace('Org', '"Org" of all')}names:\n  - lang: tr\n`,
      ['This entry of `names` needs `text`.'],
    ],
  ])('%s: %j', (_, text, messages) => {
    expect(messagesOf('yaml-syntax', text)).toHaveLength(1);
    expect(messagesOf('schema', text)).toEqual(messages);
  });

  it('a record of which one line alone tells what it is has no shape yet', () => {
    const told = makeWorkspace({ 'a.yaml': '[\nkind: summit\nid: a\n' }, rules).problemsOf(`${ROOT}/a.yaml`);
    expect([...new Set(told.map(({ rule }) => rule))]).toEqual(['yaml-syntax']);
  });

  it('a file that should hold a record may have its kind there', () => {
    const files = { 'initiatives.yaml': 'records: [a.yaml]\n', 'a.yaml': 'kind: "sumit\nid: a\n' };
    const told = makeWorkspace(files, rules).problemsOf(`${ROOT}/a.yaml`);
    expect(told.map(({ rule }) => rule)).toEqual(['yaml-syntax']);
  });
});

it('schema says nothing of numbers where a moment belongs, which bad-date knows better', () => {
  const source = 'kind: source\nid: a\npublisher: A\npublished: 10.2025\n';
  expect(messagesOf('schema', source)).toEqual([]);
  expect(messagesOf('bad-date', source)).toHaveLength(1);
});

it('schema tells of a number where an address belongs that an alias has brought there', () => {
  const source = 'kind: source\nid: a\npublisher: A\npublished: &year 2025\nurl: *year\n';
  expect(messagesOf('schema', source)).toHaveLength(1);
});

describe('a manifest', () => {
  const told = (text: string) =>
    makeWorkspace({ 'initiatives.yaml': text }, rules)
      .problemsOf(`${ROOT}/initiatives.yaml`)
      .map(({ message }) => message);

  it.each(['', '\n', '# Nothing yet.\n'])('may be empty: %j', (text) => expect(told(text)).toEqual([]));

  it.each(['null\n', '~\n'])('must hold something when it is not: %j', (text) => {
    expect(told(text)).toEqual([
      'The manifest needs a value: a map such as `{ dataset: Security initiatives in Eurasia }`.',
    ]);
  });

  it.each(['Dataset\n', '7\n', '[]\n'])('is a map: %j', (text) => {
    expect(told(text)).toEqual(['The manifest must be a map such as `{ dataset: Security initiatives in Eurasia }`.']);
  });

  it.each(['../2025', '2025-10-31/..', 'Y12345', "'-0044-03-15'", "'0000'", 'XXXX'])(
    'has one day for today: %s',
    (day) => {
      expect(told(`today: ${day}\n`)).toEqual([
        'Today is a day or part of a year, not a period: write it as `2025-10-31`.',
      ]);
    },
  );

  it.each(['2025/10/07', '7 Oct 2025'])('has a day that is no date told once: %s', (day) => {
    expect(told(`today: ${day}\n`)).toEqual([`\`${day}\` is not an EDTF date: write \`2025-10-07\`.`]);
  });

  it.each(['bad-date', '7'])('has its rules in a map: %s', (value) => {
    expect(told(`rules: ${value}\n`)).toEqual(['`rules` must be a map of properties.']);
  });
});

describe('the name of a rule that there is not', () => {
  it('is known with low lines and a slip', () => {
    expect(messagesOf('schema', `${ORG}exceptions: [{ rule: yaml_1_1_valeu, reason: x }]\n`)).toEqual([
      'There is no rule `yaml_1_1_valeu`. Did you mean `yaml-1-1-value`?',
    ]);
  });

  it.each([
    ['7', ['unquoted-scalar']],
    ["''", []],
    ['[bad-date]', ['schema']],
    ['', ['schema']],
  ])('is no matter where there is none: %s', (rule, told) => {
    const files = { 'x-org.yaml': `${ORG}exceptions: [{ rule: ${rule}, reason: x }]\n` };
    const found = makeWorkspace(files, rules).problemsOf(`${ROOT}/x-org.yaml`);
    expect(found.map((problem) => problem.rule)).toEqual(told);
  });
});
