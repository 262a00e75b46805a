/** Names and the time in which they were in use, as records with gaps, spellings and abbreviations of every sort tell it. */
import { describe, expect, it } from 'vitest';
import { messagesOf, problemsOf } from '../support.ts';

const RULE = 'anachronistic-name';

const meeting = (name: string, date: string, more = 'organization: league\n') =>
  `kind: summit\nid: story\nname: ${name}\n${more}status: held\ndate: ${date}\n`;
const league = (fields: string) => ({
  'league.yaml': `kind: organization\nid: league\ntype: organization\n${fields}`,
});

describe('a name', () => {
  it('that was given up is left alone on a day of which no other is known', () => {
    const gap = league(
      'name: New League\nnames:\n  - { text: First League, type: former, to: 2000 }\n  - { text: Second League, type: former, from: 2005, to: 2010 }\n',
    );
    expect(messagesOf(RULE, meeting('First League', '2003'), gap)).toEqual([]);
    expect(messagesOf(RULE, meeting('First League', '2007'), gap)).toEqual([
      'The name `First League` was in use no more in 2007. Write `Second League`.',
    ]);
  });

  it('of today is as old as its organization, whatever spelling of it was given up', () => {
    const spelt = league('name: Liga of Nine\nnames: [{ text: Ligue of Nine, type: short, to: 2010 }]\n');
    expect(messagesOf(RULE, meeting('Liga of Nine', '2005'), spelt)).toEqual([]);
    expect(messagesOf(RULE, meeting('Ligue of Nine', '2015'), spelt)).toEqual([
      'The name `Ligue of Nine` was in use no more in 2015. Write `Liga of Nine`.',
    ]);
  });

  it('that is merely a spelling without a time is never told', () => {
    const spelt = league(
      'name: New League\nnames:\n  - { text: Old League, type: former, to: 2010 }\n  - { text: League of Nine, type: short }\n  - { text: Nine, type: former }\n',
    );
    expect(messagesOf(RULE, meeting('The League of Nine and the Nine', '2005'), spelt)).toEqual([]);
    expect(messagesOf(RULE, meeting('The League of Nine and the Nine', '2015'), spelt)).toEqual([]);
  });

  it('with a time of its own has no other one', () => {
    const dated = league(
      'name: League\nnames:\n  - { text: Старая лига, lang: ru, type: former, to: 2000 }\n  - { text: Лига, lang: ru, type: official, from: 2000, to: 2010 }\n  - { text: Новая лига, lang: ru, type: official, from: 2010 }\n',
    );
    expect(messagesOf(RULE, meeting('Лига', '2015'), dated)).toEqual([
      'The name `Лига` was in use no more in 2015. Write `Новая лига`.',
    ]);
  });

  it('leads to where today’s name and abbreviation stand', () => {
    const related = problemsOf(RULE, meeting('Turkic Council and CCTS', '2025-10-07', 'organization: ots\n')).map(
      (problem) => problem.related,
    );
    expect(related).toEqual([
      [{ kind: 'organization', id: 'ots', path: ['name'], message: 'When its name was Organization of Turkic States' }],
      [{ kind: 'organization', id: 'ots', path: ['abbreviation'], message: 'When its name was OTS' }],
    ]);
  });

  it('in quotes that hold blanks, too, is found without them', () => {
    const quoted = league('name: " New League "\nnames: [{ text: "Old League ", type: former, to: 2010 }]\n');
    expect(messagesOf(RULE, meeting('Old League summit', '2015'), quoted)).toEqual([
      'The name `Old League` was in use no more in 2015. Write `New League`.',
    ]);
  });
});

describe('a name in its time', () => {
  it('has one, too, where only its beginning is known', () => {
    const since = league(
      'name: League\nnames:\n  - { text: Old League, type: former, to: 2010 }\n  - { text: League of Ten, type: short, from: 2010-05 }\n',
    );
    expect(messagesOf(RULE, meeting('Summit of the League of Ten', '2005'), since)).toEqual([
      'The name `League of Ten` was not in use yet in 2005. Write `Old League`.',
    ]);
  });

  it('of a capital is one in small letters, too', () => {
    const kazakhstan = 'place: { state: KAZ }\n';
    expect(messagesOf(RULE, meeting('The nur-sultan talks', '2015', kazakhstan))).toEqual([
      'The name `nur-sultan` was not in use yet in 2015. Write `Astana`.',
    ]);
  });
});

describe('an abbreviation that is no row of capitals', () => {
  const trade = league(
    'name: African Trade League\nabbreviation: AfTL\nnames:\n  - { text: African Customs League, type: former, to: 2010 }\n  - { text: AfCL, type: abbreviation, to: 2010 }\n  - { text: Ligue africaine, lang: fr, type: official }\n  - { text: LigA, lang: fr, type: abbreviation }\n  - { text: UnionA, lang: fr, type: abbreviation, to: 2010 }\n',
  );

  it('gives way to an abbreviation first', () => {
    expect(messagesOf(RULE, meeting('AfCL summit', '2015'), trade)).toEqual([
      'The name `AfCL` was in use no more in 2015. Write `AfTL` or `African Trade League`.',
    ]);
    expect(messagesOf(RULE, meeting('UnionA sommet', '2015'), trade)).toEqual([
      'The name `UnionA` was in use no more in 2015. Write `LigA` or `Ligue africaine`.',
    ]);
  });

  it('is no word in small letters', () => {
    expect(messagesOf(RULE, meeting('afcl summit', '2015'), trade)).toEqual([]);
  });
});

describe('a longer name of another party', () => {
  it.each([
    ['as its name', 'name: Turkic Council of Elders\n'],
    ['as its name, in quotes that hold blanks, too', 'name: "Turkic Council of Elders "\n'],
    ['as its abbreviation', 'name: League\nabbreviation: Turkic Council of Elders\n'],
    ['as an alias', 'name: League\naliases: [Turkic Council of Elders]\n'],
  ])('hides the one within it: %s', (_how, fields) => {
    const both = 'organization: ots\nparticipants: [{ organization: league }]\n';
    expect(messagesOf(RULE, meeting('Turkic Council of Elders', '2025-10-07', both), league(fields))).toEqual([]);
  });
});
