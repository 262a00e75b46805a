/** `yaml-1-1-value`: what the two versions of YAML read differently, who speaks of it, and what to write so that both agree. */
import { describe, expect, it } from 'vitest';
import { rules } from '../../server/rules/index.ts';
import { mayDiffer, readAsOld } from '../../server/rules/support/yaml-1-1.ts';
import { lineEnds, makeWorkspace, parseFixture, ROOT } from '../support/fixture.ts';
import { fixOf, messagesOf, problemsOf, type Story, tell, titlesOf } from './support.ts';

const RULE = 'yaml-1-1-value';
const ORG = 'kind: organization\nid: x-org\nname: Org\ntype: forum\n';
const SUMMIT = 'kind: summit\nid: a\nname: A\norganization: ots\nstatus: held\ndate: 2025-10-07\n';
const MEMBERS = 'members:\n  - &a { state: KAZ }\n  - &b { state: KGZ, status: member }\n';

const STORIES: Readonly<Record<string, Story>> = {
  'the code of Norway': {
    before: 'kind: state\nid: NOR\nname: Norway\nalpha2: NO # c\n',
    fix: 'Put `NO` in quotes',
    after: "kind: state\nid: NOR\nname: Norway\nalpha2: 'NO' # c\n",
  },
  'in a flow list, behind letters of another script': {
    before: `${ORG}aliases: [Тюрк 😀, on, off]\n`,
    fix: 'Put `off` in quotes',
    after: `${ORG}aliases: [Тюрк 😀, on, 'off']\n`,
    left: 1,
  },
  'behind an anchor, in a line of its own': {
    before: `${ORG}note: &n\n  1_000\n`,
    fix: 'Put `1_000` in quotes',
    after: `${ORG}note: &n\n  '1_000'\n`,
  },
  'a number with a zero before it': {
    before: `${SUMMIT}ordinal: 012\n`,
    fix: 'Write `12`',
    after: `${SUMMIT}ordinal: 12\n`,
  },
  'two merges become one': {
    before: `${ORG}${MEMBERS}  - <<: *a\n    <<: *b\n`,
    fix: 'Write `<<: [*a, *b]`',
    after: `${ORG}${MEMBERS}  - <<: [*a, *b]\n`,
  },
  'a merge joins a list of merges': {
    before: `${ORG}${MEMBERS}  - { <<: [*a], <<: *b, from: 2025 }\n`,
    fix: 'Write `<<: [*a, *b]`',
    after: `${ORG}${MEMBERS}  - { <<: [*a, *b], from: 2025 }\n`,
  },
};

describe.each(lineEnds)('with %s', (_, convert) => {
  it.each(Object.entries(STORIES))('%s', (_name, story) => tell(RULE, story, convert));

  it('marks the value', () => {
    const { text, ranges } = parseFixture(
      convert(`${ORG}# Тюрк 😀\nnames:\n  - { text: ⟦y⟧, lang: en }\n  - text: ⟦12:30:45⟧ # c\nnote: ⟦=⟧\n`),
    );
    expect(problemsOf(RULE, text).map(({ span }) => span)).toEqual(ranges);
  });
});

describe('YAML 1.1', () => {
  it.each([
    ['yes', true],
    ['No', false],
    ['n', false],
    ['OFF', false],
    ['oN', 'oN'],
    ['1_000', 1000],
    ['-1_0.5', -10.5],
    ['017', 15],
    ['-017', -15],
    ['018', '018'],
    ['0o17', '0o17'],
    ['0b101', 5],
    ['+0x1F', 31],
    ['0x1_F', 31],
    ['12:30', 750],
    ['1:20:30', 4830],
    ['-1:30.5', -90.5],
    ['07:30', '07:30'],
    ['12:60', '12:60'],
    ['1e3', '1e3'],
    ['1.5e3', '1.5e3'],
    ['1.5e+3', 1500],
    ['.5', 0.5],
    ['.', '.'],
    ['-.INF', Number.NEGATIVE_INFINITY],
    ['.NaN', Number.NaN],
    ['2025-10-07', '2025-10-07'],
    ['07.10.2025', '07.10.2025'],
    ['0', 0],
    ['12', 12],
  ])('reads %s as %s', (source, value) => expect(readAsOld(source)).toBe(value));

  it('is asked only where a line may differ', () => {
    const differs = [
      'a: no',
      '- y',
      'a: [on, x]',
      'a: {b: off}',
      'a: &x 1_0',
      'a: !!str no # c',
      'a:\n  12:30\n',
      '? =',
      'a: 1e3',
      'a: 017\r\n',
    ];
    expect(differs.filter((text) => !mayDiffer.test(text))).toEqual([]);
    const same = [
      'a: 2025-10-07',
      'date: 2025',
      'a: on the way',
      'a: "no"',
      'a: north',
      'a: 12',
      'a: http://x.org:80/',
      'a: yes, no',
      'id: ots-summit-2025',
    ];
    expect(same.filter((text) => mayDiffer.test(text))).toEqual(['a: yes, no']);
  });
});

describe(RULE, () => {
  it.each([
    [`${ORG}note: NO\n`, '`NO` is text here, and `false` to tools that read YAML 1.1: put it in quotes.'],
    [`${ORG}note: 12:30\n`, '`12:30` is text here, and `750` to tools that read YAML 1.1: put it in quotes.'],
    [`${ORG}note: =\n`, '`=` is text here, and the sign for a default to tools that read YAML 1.1: put it in quotes.'],
    [`${SUMMIT}ordinal: 012\n`, '`012` is `12` here, and `10` to tools that read YAML 1.1: write `12`.'],
    [`${SUMMIT}ordinal: 0o14\n`, '`0o14` is `12` here, and text to tools that read YAML 1.1: write `12`.'],
  ])('says of %j: %s', (text, message) => expect(messagesOf(RULE, text)).toEqual([message]));

  it('says what to write for a repeated merge, at each repetition', () => {
    expect(fixOf(RULE, `${ORG}${MEMBERS}  - { <<: *a, <<: *b }\n`, 'Write `<<: [*a, *b]`').certain).toBe(true);
    expect(messagesOf(RULE, `${ORG}${MEMBERS}  - { <<: *a, <<: *b, <<: *a }\n`)).toEqual([
      '`<<` stands twice, and YAML 1.2 knows each key once: write `<<: [*a, *b]`.',
      '`<<` stands twice, and YAML 1.2 knows each key once: write `<<: [*b, *a]`.',
    ]);
    const spaced = `${ORG}${MEMBERS}  - { <<: [ *a ], <<: *b }\n`;
    expect(titlesOf(RULE, spaced)).toEqual(['Write `<<: [*a, *b]`']);
    const maps = `${ORG}members:\n  - <<: { state: KAZ }\n    <<: { status: member }\n`;
    expect(messagesOf(RULE, maps)).toEqual([expect.stringContaining('write `<<: [*a, *b]`')]);
    expect(titlesOf(RULE, maps)).toEqual([]);
  });

  it.each([
    ['quotes of any sort', `${ORG}note: "NO"\nabbreviation: 'yes'\naliases:\n  - |\n    on\n  - >-\n    12:30\n`],
    [
      'what a tag makes a text',
      `${ORG}note: !!str no\nabbreviation: ! 012\naliases: [!!str =, &a !!str on, !!str &b on]\n`,
    ],
    ['words in a text', `${ORG}note: yes and no, on and off\naliases: [no way, on-line, 12:30 h]\n`],
    ['what both read alike', `${ORG}note: "x"\nabbreviation: XO\nfounded: { signed: 2009-10-03, in_force: 2010 }\n`],
    ['dates', `${ORG}dissolved: 2025-10-07\nfounded: { signed: { value: 2025-10-07, text: 2025-10-07 } }\n`],
    ['a merge', `${ORG}${MEMBERS}  - { <<: *b, state: TUR }\n`],
    ['a key "<<" in quotes beside a merge', `${ORG}${MEMBERS}  - { "<<": *a, <<: *b }\n`],
    ['a line that cannot be read', `${ORG}note: { text: no\n`],
    ['a value beside one that cannot be read', `${ORG}aliases: [on, "x\n`],
    ['a merge beside a value that cannot be read', `${ORG}${MEMBERS}  - { <<: *a, <<: *b, status: "member }\n`],
    ['no record of ours', 'name: no\n'],
  ])('says nothing of %s', (_, text) => expect(messagesOf(RULE, text)).toEqual([]));

  it.each([
    ['what YAML 1.2 reads as a number, too, where text belongs', `${ORG}note: 017\n`, ['unquoted-scalar']],
    ['what is no date', `${ORG}dissolved: 1_000\n`, ['bad-date']],
    ['what is no moment', 'kind: source\nid: a\npublisher: A\npublished: 1_000\n', ['bad-date']],
    ['a path', 'kind: source\nid: a\npublisher: A\ntext: no\n', [RULE]],
    ['what is not in the list', ORG.replace('forum', 'on'), ['schema']],
    ['what is not in the list of an entry', `${ORG}names: [{ text: Examples, type: on }]\n`, ['schema']],
    ['a number for an id', `${ORG}parent: 012\n`, ['schema']],
    ['what is no number', `${SUMMIT}ordinal: 1_000\ncitations: [{ source: x }]\n`, ['schema', 'unknown-reference']],
    ['an unknown property', `${ORG}on: off\n`, ['schema']],
    ['an unknown id', `${ORG}parent: no\n`, ['unknown-reference']],
    ['an id that is known', `${ORG}parent: on\n---\n${ORG.replace('x-org', "'on'").replace('Org', 'Onward')}`, [RULE]],
  ])('leaves to other rules what is theirs: %s', (_, text, expected) => {
    const id = /^id: (\S+)/m.exec(text)![1]!;
    const workspace = makeWorkspace({ [`${id}.yaml`]: text }, rules);
    const told = workspace.problemsOf(`${ROOT}/${id}.yaml`).map(({ rule }) => rule);
    expect(told).toEqual(expected);
  });

  it.each([
    ['nothing', '<<:\n    <<: *kaz'],
    ['nothing behind it', '<<: *kaz\n    <<:'],
    ['a key alone', '{ <<, <<: *kaz }'],
    ['a key alone behind it', '{ <<: *kaz, << }'],
    ['a map', '<<: *kaz\n    <<: { status: member }'],
  ])('offers nothing for a merge of an alias and of %s', (_, entry) => {
    const text = `${ORG}members:\n  - &kaz { state: KAZ }\n  - ${entry}\n`;
    expect(messagesOf(RULE, text)).toEqual([
      '`<<` stands twice, and YAML 1.2 knows each key once: write `<<: [*a, *b]`.',
    ]);
    expect(titlesOf(RULE, text)).toEqual([]);
  });

  it('leaves the manifest alone, which nobody else reads', () => {
    const manifest = makeWorkspace({ 'initiatives.yaml': 'dataset: A\nrules: { bad-date: off }\n' }, rules);
    expect(manifest.problemsOf(`${ROOT}/initiatives.yaml`)).toEqual([]);
    const merged = makeWorkspace({ 'initiatives.yaml': 'dataset: no\nrules:\n  <<: {}\n  <<: {}\n' }, rules);
    expect(merged.problemsOf(`${ROOT}/initiatives.yaml`).map(({ rule }) => rule)).toEqual([RULE]);
  });

  it('is certain', () => {
    expect(fixOf(RULE, `${ORG}note: no\n`, 'Put `no` in quotes').certain).toBe(true);
    expect(fixOf(RULE, `${SUMMIT}ordinal: 012\n`, 'Write `12`').certain).toBe(true);
  });
});
