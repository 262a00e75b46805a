/** Stories of names in titles, and of the time in which they were in use. */
import { describe, expect, it } from 'vitest';
import { lineEnds } from '../support/fixture.ts';
import { messagesOf, problemsOf, tell, titlesOf } from './support.ts';

const RULE = 'anachronistic-name';

const meeting = (name: string, date = '2019-10-15', more = 'organization: ots\n') =>
  `kind: summit\nid: story\nname: ${name}\n${more}status: held\ndate: ${date}\n`;
const paper = (title: string, fields: string) =>
  `kind: document\nid: story\ntitle: ${title}\ntype: plan\norganization: ots\n${fields}`;
const idea = (title: string, fields: string) =>
  `kind: proposal\nid: story\ntitle: ${title}\nparties: [{ state: KAZ }]\naddressed_to: { organization: ots }\ndomains: []\nstatus: proposed\n${fields}`;

function textsAt(text: string, others = {}): string[] {
  return problemsOf(RULE, text, others).map(({ span, document }) => document.yaml.text.slice(span.start, span.end));
}

describe.each(lineEnds)('a name that came later, with %s', (_, convert) => {
  it('is told, with the names of the day', () => {
    const text = convert(meeting('7th OTS summit # in Baku'));
    const [problem, ...rest] = problemsOf(RULE, text);
    expect(rest).toEqual([]);
    expect(problem!.message).toBe(
      'The name `OTS` was not in use yet on 15 October 2019. Write `CCTS`, `Cooperation Council of Turkic Speaking States` or `Turkic Council`.',
    );
    expect(problem!.severity).toBe('hint');
    expect(textsAt(text)).toEqual(['OTS']);
    expect(problem!.related).toEqual([
      { kind: 'organization', id: 'ots', path: ['names', 2], message: 'When its name was CCTS' },
    ]);
  });

  it('gives way to one of the day, in the quotes that are there', () => {
    for (const [before, after] of [
      ['7th OTS summit # in Baku', '7th Turkic Council summit # in Baku'],
      ["'7th OTS summit: Baku'", "'7th Turkic Council summit: Baku'"],
      ['"7th OTS summit"', '"7th Turkic Council summit"'],
    ] as const) {
      tell(RULE, { before: meeting(before), fix: 'Change to `Turkic Council`', after: meeting(after) }, convert);
    }
  });

  it('gives way within a block, which stays one', () => {
    tell(
      RULE,
      {
        before: meeting('>-\n  7th OTS summit'),
        fix: 'Change to `Turkic Council`',
        after: meeting('>-\n  7th Turkic Council summit'),
      },
      convert,
    );
  });

  it('is marked as a whole title where it runs over lines', () => {
    const text = convert(meeting('>-\n  7th summit of the\n  OTS'));
    expect(textsAt(text)[0]).toMatch(/^>-/);
    tell(
      RULE,
      {
        before: meeting('>-\n  7th summit of the\n  OTS\n'),
        fix: 'Change to `CCTS`',
        after: meeting('7th summit of the CCTS\n'),
      },
      convert,
    );
  });
});

describe('a name of an organization', () => {
  it('of old is told after it was given up', () => {
    expect(messagesOf(RULE, meeting('Summit of the Turkic Council', '2025-10-07'))).toEqual([
      'The name `Turkic Council` was in use no more on 7 October 2025. Write `Organization of Turkic States` or `OTS`.',
    ]);
  });

  it('is fine in its time and near the day of the change', () => {
    for (const date of [
      '2021-11-12',
      '2021-11',
      '2021',
      '2021-11-12~',
      '2015?',
      '2015/2024',
      '2021-11-12/2021-11-13',
    ]) {
      expect(textsAt(meeting('OTS, the Turkic Council', date)), date).toEqual([]);
    }
    expect(textsAt(meeting('8th OTS summit', '2021-11-13'))).toEqual([]);
    expect(textsAt(meeting('8th OTS summit', '2021-11-11'))).toEqual(['OTS']);
    expect(textsAt(meeting('8th OTS summit', '2020'))).toEqual(['OTS']);
    expect(textsAt(meeting('8th OTS summit', 'soon'))).toEqual([]);
    expect(textsAt(meeting('8th OTS summit', '2020/2019'))).toEqual([]);
  });

  it('is known to its bodies, too', () => {
    const body = 'organization: ots\nbody: ots-chs\n';
    expect(textsAt(meeting('7th Summit of the Council of Heads of State of the OTS', '2019-10-15', body))).toEqual([
      'OTS',
    ]);
    expect(textsAt(meeting('7th meeting of the OTS Council of Heads of State', '2019-10-15', body))).toEqual(['OTS']);
  });

  it('is a word of its own, in capitals where it is initials', () => {
    for (const name of ['The LOTS summit', 'ots summit', 'OTSA summit', 'OTS2 summit', 'Pots and ots']) {
      expect(textsAt(meeting(name)), name).toEqual([]);
    }
    for (const name of ['OTS', 'OTS-plus', "the OTS's summit", '(OTS)', 'Саммит OTS']) {
      expect(textsAt(meeting(`"${name}"`)), name).toEqual(['OTS']);
    }
    expect(textsAt(meeting('Summit of the turkic  council', '2025-10-07'))).toEqual(['turkic  council']);
    expect(textsAt(meeting('Summit of the Turkic Councils', '2025-10-07'))).toEqual([]);
  });

  it('counts as the longest that stands there', () => {
    const others = {
      'league.yaml':
        'kind: organization\nid: league\nname: Turkic Council of Elders\ntype: organization\nabbreviation: TCE\n',
    };
    const both = 'organization: ots\nparticipants: [{ organization: league }]\n';
    expect(textsAt(meeting('Turkic Council of Elders', '2025-10-07', both), others)).toEqual([]);
    expect(textsAt(meeting('TURKIC COUNCIL OF ELDERS', '2025-10-07', both), others)).toEqual([]);
    expect(textsAt(meeting('Turkic Council and Turkic Council of Elders', '2025-10-07', both), others)).toEqual([
      'Turkic Council',
    ]);
  });

  it('counts as the longest, also where that is a further name of another', () => {
    const others = {
      'league.yaml':
        'kind: organization\nid: league\nname: League\ntype: organization\nnames: [{ text: Turkic Council of Elders, type: former }]\n',
    };
    const both = 'organization: ots\nparticipants: [{ organization: league }]\n';
    expect(textsAt(meeting('Turkic Council of Elders', '2025-10-07', both), others)).toEqual([]);
  });

  it('is no name of one that merely has its id, nor of a person', () => {
    const source = { 'sources/ots.yaml': 'kind: source\nid: ots\npublisher: Secretariat\n' };
    const cited = 'organization: csto\ncitations: [{ source: ots }]\n';
    expect(textsAt(meeting('7th OTS summit', '2019-10-15', cited), source)).toEqual([]);
    const person = {
      'mira.yaml': 'kind: person\nid: mira\nname: Mira Lund\nnames: [{ text: Mira Dahl, type: former, to: 2010 }]\n',
    };
    const guest = 'organization: csto\nparticipants: [{ person: mira }]\n';
    expect(textsAt(meeting('Talks with Mira Dahl', '2015', guest), person)).toEqual([]);
  });

  it('may have signs in it, and blanks as somebody has typed them', () => {
    const own = {
      'league.yaml':
        'kind: organization\nid: league\nname: New League\ntype: organization\nnames: [{ text: "Old  League (East)", type: former, to: 2010 }]\n',
    };
    const league = 'organization: league\n';
    expect(textsAt(meeting('Forum of the Old League (East)', '2015', league), own)).toEqual(['Old League (East)']);
    expect(textsAt(meeting('Forum of the Old League East', '2015', league), own)).toEqual([]);
  });

  it('gives way to one of three of its day, however many there were', () => {
    const names = ['First', 'Second', 'Third', 'Fourth'].map(
      (name) => `{ text: ${name} League, type: former, to: 2010 }`,
    );
    const own = {
      'league.yaml': `kind: organization\nid: league\nname: New League\ntype: organization\nnames: [${names.join(', ')}]\n`,
    };
    const text = meeting('New League', '2005', 'organization: league\n');
    expect(messagesOf(RULE, text, own)).toEqual([
      'The name `New League` was not in use yet in 2005. Write `First League`, `Second League` or `Third League`.',
    ]);
    expect(titlesOf(RULE, text, own)).toEqual([
      'Change to `First League`',
      'Change to `Second League`',
      'Change to `Third League`',
    ]);
  });

  it('is told each time it stands in a title', () => {
    expect(textsAt(meeting('Turkic Council, CCTS and Turkic Council', '2025-10-07'))).toEqual([
      'Turkic Council',
      'CCTS',
      'Turkic Council',
    ]);
  });

  it('before the first one that is known is for another rule to tell', () => {
    expect(textsAt(meeting('OTS summit', '2005'))).toEqual([]);
    expect(textsAt(meeting('GUAM summit', '1998', 'organization: guam\n'))).toEqual([]);
  });

  it('that others have as well, or that nothing is known of, is left alone', () => {
    expect(textsAt(meeting('TURKPA session', '2010', 'organization: turkpa\n'))).toEqual([]);
    expect(textsAt(meeting('OIC summit', '2005', 'organization: oic\n'))).toEqual([]);
    expect(textsAt(meeting('ASEAN and EU', '1990', 'organization: asean\n'))).toEqual([]);
    expect(textsAt(meeting('Саммит ОТГ', '2019-10-15'))).toEqual([]);
  });

  it('of any organization is judged alike', () => {
    expect(textsAt(meeting('Organisation of Islamic Cooperation', '2005', 'organization: oic\n'))).toEqual([
      'Organisation of Islamic Cooperation',
    ]);
    expect(textsAt(meeting('BRICS summit', '2009-06-16', 'organization: brics\n'))).toEqual(['BRICS']);
    expect(textsAt(meeting('GUAM summit', '2002', 'organization: guam\n'))).toEqual(['GUAM']);
    const own = {
      'league.yaml':
        'kind: organization\nid: league\nname: New League\ntype: organization\nnames:\n  - { text: Old League, type: former, to: 2010 }\n  - { text: Лига, lang: ru, type: official, from: 2012 }\n',
    };
    const league = 'organization: league\n';
    expect(textsAt(meeting('New League', '2005', league), own)).toEqual(['New League']);
    expect(textsAt(meeting('Old League', '2015', league), own)).toEqual(['Old League']);
    expect(messagesOf(RULE, meeting('Лига', '2005', league), own)).toEqual([
      'The name `Лига` was not in use yet in 2005.',
    ]);
  });

  it('of today counts as in use since the last of several former ones', () => {
    const own = {
      'league.yaml':
        'kind: organization\nid: league\nname: New League\ntype: organization\nnames:\n  - { text: First League, type: former, to: 2000 }\n  - { text: Second League, type: former, from: 2000, to: 2010 }\n',
    };
    const league = 'organization: league\n';
    expect(messagesOf(RULE, meeting('New League', '2005', league), own)).toEqual([
      'The name `New League` was not in use yet in 2005. Write `Second League`.',
    ]);
    expect(textsAt(meeting('New League', '2011', league), own)).toEqual([]);
  });

  it('gives way to none of which nobody knows since when it is in use', () => {
    const own = {
      'union.yaml':
        'kind: organization\nid: union\nname: African Union\nabbreviation: AU\ntype: organization\nnames:\n  - { text: Organisation of African Unity, type: former, to: 2002-07-09 }\n',
    };
    const text = meeting('Session of the African Union', '1999-09-09', 'organization: union\n');
    expect(messagesOf(RULE, text, own)).toEqual([
      'The name `African Union` was not in use yet on 9 September 1999. Write `Organisation of African Unity`.',
    ]);
    expect(titlesOf(RULE, text, own)).toEqual(['Change to `Organisation of African Unity`']);
    expect(textsAt(meeting('AU session', '1999-09-09', 'organization: union\n'), own)).toEqual([]);
  });

  it('of today may stand among `names`, in its own language and without a time', () => {
    const own = {
      'league.yaml':
        'kind: organization\nid: league\nname: League\ntype: organization\nnames:\n  - { text: Старая лига, lang: ru, type: former, to: 2010 }\n  - { text: Новая лига, lang: ru, type: official }\n',
    };
    const league = 'organization: league\n';
    expect(messagesOf(RULE, meeting('Новая лига', '2005', league), own)).toEqual([
      'The name `Новая лига` was not in use yet in 2005. Write `Старая лига`.',
    ]);
    expect(textsAt(meeting('Новая лига', '2015', league), own)).toEqual([]);
  });

  it('of the registry gives way to the dataset’s own record', () => {
    const own = { 'ots.yaml': 'kind: organization\nid: ots\nname: OTS\ntype: organization\n' };
    expect(textsAt(meeting('7th OTS summit'), own)).toEqual([]);
  });
});

describe('a title', () => {
  it('of a proposal and of a document is read, too, on the day it tells of', () => {
    expect(textsAt(idea('Fund of the OTS', 'type: position\ndate: 2019-10-15\n'))).toEqual(['OTS']);
    expect(textsAt(paper('Plan of the OTS', 'signed: 2019-10-15\n'))).toEqual(['OTS']);
    const baku = {
      'baku.yaml': 'kind: summit\nid: baku\nname: Baku\norganization: ots\nstatus: held\ndate: 2019-10-15\n',
    };
    expect(textsAt(idea('Fund of the OTS', 'type: position\nmade_at: baku\n'), baku)).toEqual(['OTS']);
    expect(textsAt(paper('Plan of the OTS', 'adopted_at: baku\n'), baku)).toEqual(['OTS']);
    expect(textsAt(paper('Plan of the OTS', ''))).toEqual([]);
  });

  it('of a proposal to transform an organization may have its coming name', () => {
    expect(textsAt(idea('From Turkic Council to OTS', 'type: transform-organization\ndate: 2021-03-31\n'))).toEqual([]);
    expect(textsAt(idea('The Turkic Council', 'type: transform-organization\ndate: 2025\n'))).toEqual([
      'Turkic Council',
    ]);
  });

  it('of a source is as it was printed', () => {
    expect(textsAt('kind: source\nid: story\ntitle: OTS summit\npublisher: P\npublished: 2019-10-15\n')).toEqual([]);
  });

  it('that is missing, of another type, or on a broken line is left to other rules', () => {
    for (const name of ['', '[OTS]', '7', '{ a: OTS }', '"OTS', "' '"]) {
      expect(textsAt(meeting(name)), name).toEqual([]);
    }
    expect(textsAt(meeting('OTS summit', '2019-10-15', 'organization: [ots]\nhost:\nparticipants: ots\n'))).toEqual([]);
    for (const names of ['names: OTS', 'names: [null, 7, [x], { text: [y], to: 2010 }, { to: 2010 }]']) {
      const own = { 'ots.yaml': `kind: organization\nid: ots\nname: OTS\ntype: organization\n${names}\n` };
      expect(textsAt(meeting('OTS summit'), own), names).toEqual([]);
    }
  });
});

describe('a name of a state or its capital', () => {
  it('is told like that of an organization', () => {
    const host = 'organization: ots\nhost: TUR\n';
    expect(messagesOf(RULE, meeting('Meeting in Turkey', '2024-11-06', host))).toEqual([
      'The name `Turkey` was in use no more on 6 November 2024. Write `Türkiye`.',
    ]);
    expect(textsAt(meeting('Meeting in Türkiye', '2015', host))).toEqual([]);
    expect(textsAt(meeting('Meeting in Turkey', '2022', host))).toEqual([]);
  });

  it('is told of a capital that had another name', () => {
    const host = 'organization: ots\nplace: { state: KAZ }\n';
    expect(messagesOf(RULE, meeting('Nur-Sultan summit', '2015-09-11', host))).toEqual([
      'The name `Nur-Sultan` was not in use yet on 11 September 2015. Write `Astana`.',
    ]);
    expect(textsAt(meeting('Nur-Sultan summit', '2023-09-11', host))).toEqual(['Nur-Sultan']);
    expect(textsAt(meeting('Astana summit', '2020-09-11', host))).toEqual([]);
    expect(textsAt(meeting('Nur-Sultan summit', '2020-09-11', host))).toEqual([]);
    expect(textsAt(meeting('Nur-Sultan summit', '2015-09-11'))).toEqual([]);
  });

  it('is told of a capital in the names of meetings only', () => {
    expect(textsAt(idea('Centre in Nur-Sultan', 'type: position\ndate: 2015-09-11\n'))).toEqual([]);
    expect(textsAt(idea('Meeting in Turkey', 'type: position\ndate: 2024-11-06\n').replace('KAZ', 'TUR'))).toEqual([
      'Turkey',
    ]);
  });
});
