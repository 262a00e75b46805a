/** `shared-alias`: which names are claims, who may share one, and where the rule leads. */
import { describe, expect, it } from 'vitest';
import { lineEnds, parseFixture } from '../support/fixture.ts';
import { messagesOf, problemsOf } from './support.ts';

const RULE = 'shared-alias';
const LEAGUE = 'kind: organization\nid: x-league\nname: League\ntype: organization\n';
const UNION = 'kind: organization\nid: x-union\nname: Union\ntype: organization\n';
const others = (text: string) => ({ 'other.yaml': text });
const told = (text: string, other: string) => messagesOf(RULE, text, others(other));

describe.each(lineEnds)('with %s', (_, convert) => {
  it('marks each name that is shared', () => {
    const { text, ranges } = parseFixture(
      convert(
        `${LEAGUE}# Тюрк 😀\naliases: [x, ⟦"Türk Birliği"⟧]\nnames:\n  - text: ⟦Союз⟧ # c\n    lang: ru\n  - { text: Ours, lang: en }\n`,
      ),
    );
    const other = convert(`${UNION}aliases: [turk birligi, SOYUZ]\n`);
    expect(problemsOf(RULE, text, others(other)).map(({ span }) => span)).toEqual(ranges);
  });
});

describe(RULE, () => {
  it('names the other, and leads to where it has the name', () => {
    const [problem] = problemsOf(RULE, LEAGUE, others(`${UNION}aliases: [x, LEAGUE]\n`));
    expect(problem?.message).toBe(
      '`League` is also a name of the organization `x-union`: leave it to one of them, or merge what is the same.',
    );
    expect(problem?.related).toEqual([
      { kind: 'organization', id: 'x-union', path: ['aliases', 1], message: '`x-union` has the name, too.' },
    ]);
  });

  it('tells both, each at its own place', () => {
    const text = `${LEAGUE}aliases: [Club]\n---\n${UNION}names: [{ text: Club, lang: en }]\n`;
    expect(problemsOf(RULE, text).map(({ related }) => related[0]?.path)).toEqual([
      ['names', 0, 'text'],
      ['aliases', 0],
    ]);
  });

  it('knows the registry, which record of whose name has been written anew', () => {
    const [problem] = problemsOf(RULE, LEAGUE.replace('League', 'Organisation of Turkic States'));
    expect(problem?.related).toMatchObject([{ kind: 'organization', id: 'ots' }]);
    expect(messagesOf(RULE, 'kind: state\nid: XAA\nname: Türkiye\n')).toEqual([
      '`Türkiye` is also a name of the state `TUR`: leave it to one of them, or merge what is the same.',
    ]);
    expect(messagesOf(RULE, 'kind: organization\nid: ots\nname: Organization of Turkic States\ntype: forum\n')).toEqual(
      [],
    );
  });

  it('lists several, and of many the first', () => {
    const copies = (count: number) =>
      Array.from({ length: count }, (_, i) => UNION.replace('x-union', `x-${i}`).replace('Union', 'League')).join(
        '---\n',
      );
    expect(told(LEAGUE, copies(2))).toEqual([expect.stringContaining('a name of `x-0` and `x-1`: leave')]);
    expect(told(LEAGUE, copies(3))).toEqual([expect.stringContaining('a name of `x-0`, `x-1` and `x-2`: leave')]);
    expect(told(LEAGUE, copies(9))).toEqual([
      expect.stringContaining('a name of `x-0`, `x-1` and `x-2`, and of 6 more: leave'),
    ]);
  });

  it.each([
    [
      'surnames',
      'kind: person\nid: a\nname: A\naliases: [Zhaparov]\n',
      'kind: person\nid: b\nname: A\naliases: [Zhaparov]\n',
    ],
    ['records of two kinds', LEAGUE, 'kind: state\nid: XAA\nname: League\n'],
    ['one record that is there twice', LEAGUE, LEAGUE],
    ['abbreviations', `${LEAGUE}abbreviation: EX\n`, `${UNION}abbreviation: EX\n`],
    [
      'abbreviations among other names',
      `${LEAGUE}names: [{ text: EX, type: abbreviation }]\n`,
      `${UNION}names: [{ text: EX, type: abbreviation }]\n`,
    ],
    ['bodies of different organizations', `${LEAGUE}parent: x-a\n`, `${UNION.replace('Union', 'League')}parent: x-b\n`],
    ['a body and an organization', `${LEAGUE}parent: x-a\n`, UNION.replace('Union', 'League')],
    ['what followed it', LEAGUE, `${UNION}predecessor: x-league\naliases: [League]\n`],
    ['what it followed', `${LEAGUE}predecessor: x-union\naliases: [Union]\n`, UNION],
    ['an id that reads like the name', `${LEAGUE}aliases: [X Union]\n`, UNION],
    ['names that differ', LEAGUE, `${UNION}aliases: [The League]\n`],
    ['a name without letters', `${LEAGUE}aliases: ['–']\n`, `${UNION}aliases: ['—']\n`],
    ['a record without an id', 'kind: organization\nname: League\ntype: forum\n', UNION.replace('Union', 'League')],
    ['a line that cannot be read', `${LEAGUE}aliases: ["Union]\n`, UNION],
  ])('says nothing of %s', (_, text, other) => expect(told(text, other)).toEqual([]));

  it.each([
    ['summit', 'name: A meeting\norganization: ots\nstatus: held\ndate: 2025\n'],
    ['source', 'title: A headline\npublisher: P\n'],
    ['document', 'title: Joint statement\ntype: statement\n'],
    ['proposal', 'title: An idea\ntype: position\nparties: []\ndomains: []\nstatus: proposed\n'],
  ])('says nothing of equal titles of a %s, but of an alias', (kind, fields) => {
    const text = (id: string, more: string) => `kind: ${kind}\nid: ${id}\n${fields}${more}`;
    const title = /(?:name|title): (.*)/.exec(fields)![1]!;
    expect(told(text('a', ''), text('b', ''))).toEqual([]);
    expect(told(text('a', `names: [{ text: ${title} }]\n`), text('b', ''))).toEqual([]);
    expect(told(text('a', `aliases: [${title}]\n`), text('b', ''))).toHaveLength(1);
    expect(told(text('a', ''), text('b', `aliases: [${title}]\n`))).toEqual([]);
  });

  it('tells bodies of one organization apart, and an alias from an abbreviation', () => {
    expect(told(`${LEAGUE}parent: x-a\n`, `${UNION.replace('Union', 'League')}parent: x-a\n`)).toHaveLength(1);
    expect(told(`${LEAGUE}aliases: [EX]\n`, `${UNION}abbreviation: EX\n`)).toHaveLength(1);
  });

  it('takes no parents that are no ids for two different ones', () => {
    expect(told(`${LEAGUE}parent: [x-a]\n`, `${UNION.replace('Union', 'League')}parent: [x-b]\n`)).toHaveLength(1);
  });

  it('looks at the parents of organizations only', () => {
    const meeting = (id: string, parent: string) =>
      `kind: summit\nid: ${id}\nname: Meeting ${id}\nparent: ${parent}\naliases: [The meeting]\n`;
    expect(told(meeting('a', 'x'), meeting('b', 'y'))).toHaveLength(1);
  });

  it('is not troubled by names that are none', () => {
    for (const names of [
      '[7, null, [Union], { text: [Union] }, { text: Union, type: [x] }]',
      'Union',
      '{ text: Union }',
      'null',
    ]) {
      const count = names.includes('text: Union, type') ? 1 : 0;
      expect(told(`${LEAGUE}names: ${names}\naliases: { a: Union }\n`, UNION), names).toHaveLength(count);
      expect(told(UNION, `${LEAGUE}names: ${names}\naliases: { a: Union }\nparent: [x]\n`), names).toHaveLength(0);
    }
  });
});
