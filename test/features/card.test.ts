/** The card of a record: what hover and completion show of it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kinds, schemaAt, schemaOf } from '../../server/dataset/schema.ts';
import { briefCard, recordCard } from '../../server/features/card.ts';
import { markup } from '../../server/features/markdown.ts';
import { makeWorkspace } from '../support/fixture.ts';
import '../support/random.ts';

const SOURCE = `kind: source
id: trend-1
title: Leaders meet in Gabala
publisher: Trend
url: https://example.org/news_1
published: { value: 2025-10-07T15:12+04:00, text: '7 October 2025 15:12' }
`;

const SUMMIT = `kind: summit
id: gabala
name: Summit in Gabala
names: [{ text: Саммит в Габале }]
organization: ots
level: heads-of-state
format: regular
ordinal: 12
status: held
date: { value: 2025-10-07, text: Tuesday, basis: stated }
place: { city: Gabala, state: AZE }
host: AZE
participants:
  - { state: AZE, role: member }
  - { state: KAZ, person: tokayev, role: member, office: President }
  - { state: HUN, role: observer }
quotes: [{ text: We meet., lang: en, translated: true, source: trend-1 }]
citations:
  - { source: trend-1, locator: second paragraph, supports: [date] }
  - source: nowhere
exceptions: [{ rule: uncited, reason: Not so. }]
`;
const TOKAYEV = 'kind: person\nid: tokayev\nname: Kassym-Jomart Tokayev\n';

/** The lines of a card of one of the records in a text. */
function card(text: string, id: string, kind = 'organization'): string[] {
  const { dataset } = makeWorkspace({ 'a.yaml': text }, []);
  return recordCard(dataset.find(kind, id)!, dataset).split('\n').filter(Boolean);
}

describe('a card', () => {
  it('begins with name, kind, id and what a reader looks for first', () => {
    expect(card([SUMMIT, SOURCE, TOKAYEV].join('---\n'), 'gabala', 'summit')).toEqual([
      '**Summit in Gabala** — summit `gabala`',
      '7 October 2025, “Tuesday” · Gabala, Azerbaijan · Organization of Turkic States · held',
      'Also: Саммит в Габале',
      '- level: heads-of-state · format: regular · ordinal: 12',
      '- host: Azerbaijan',
      '- participants: Azerbaijan, Kazakhstan (Kassym-Jomart Tokayev, President) (member) · Hungary (observer)',
      '- quotes: We meet.',
      'Sources:',
      '- [Leaders meet in Gabala](https://example.org/news_1), Trend, published 7 October 2025, second paragraph',
      '- `nowhere`',
    ]);
  });

  it('tells of an organization when it was founded, and who its members are', () => {
    const text = `kind: organization
id: mine
name: Mine
abbreviation: M
names: [{ text: Наше }]
type: forum
founded: { signed: 2009-10-03, in_force: 2010-11, place: Nakhchivan }
seat: { city: Baku, state: AZE }
members: [{ state: AZE }, { state: KAZ, status: member, from: 2019 }]
`;
    expect(card(text, 'mine')).toEqual([
      '**Mine** — organization `mine`',
      'forum · Baku, Azerbaijan · signed 3 October 2009, in force some time in November 2010, Nakhchivan',
      'Also: M · Наше',
      '- members: Azerbaijan · Kazakhstan (from some time in 2019) (member)',
    ]);
  });

  it('has what stands in a plain list one after the other', () => {
    const text = 'kind: summit\nid: a\nname: A\ntopics: [water, energy]\nnote: So.\n';
    expect(card(text, 'a', 'summit')).toContain('- topics: water, energy');
    const organization = 'kind: organization\nid: mine\nname: Mine\nrotation: [KAZ, AZE, nobody]\n';
    expect(card(organization, 'mine')).toContain('- rotation: Kazakhstan, Azerbaijan, `nobody`');
  });

  it('has no id twice where there is no name', () => {
    const text = 'kind: chairmanship\nid: ots-chair-2024-kgz\norganization: ots\nstate: KGZ\nfrom: 2024-11-06\n';
    expect(card(text, 'ots-chair-2024-kgz', 'chairmanship')).toEqual([
      '**ots-chair-2024-kgz** — chairmanship',
      'Organization of Turkic States · Kyrgyzstan · from 6 November 2024',
    ]);
  });

  it('says what the relation to another record is', () => {
    const text = `kind: proposal
id: a
title: A
relations: [{ type: supersedes, proposal: b }]
history: [{ status: proposed, date: 2025-10-07 }, { status: agreed }]
---
kind: proposal
id: b
title: B
`;
    expect(card(text, 'a', 'proposal')).toEqual([
      '**A** — proposal `a`',
      '- history: proposed 7 October 2025, agreed',
      '- relations: supersedes B',
    ]);
    expect(card(text, 'b', 'proposal').at(-1)).toBe('Referred to by 1 proposal.');
  });

  it('counts who refers to the record, each record once, the registry’s too', () => {
    const text = `kind: organization
id: mine
name: Mine
---
kind: summit
id: s1
organization: mine
body: mine
---
kind: summit
id: s2
organization: mine
---
kind: document
id: d
organization: mine
`;
    expect(card(text, 'mine').at(-1)).toBe('Referred to by 3 records: 2 summits, 1 document.');
    const last = text.split('---\n').reverse().join('---\n');
    expect(card(last, 'mine').at(-1)).toBe('Referred to by 3 records: 2 summits, 1 document.');
    const more = `kind: person\nid: p\noffices: [{ organization: mine }]\n---\n${last}`;
    expect(card(more, 'mine').at(-1)).toBe('Referred to by 4 records: 2 summits, 1 document, 1 person.');
    const { dataset } = makeWorkspace({}, []);
    expect(recordCard(dataset.find('state', 'KAZ')!, dataset)).toMatch(/Referred to by \d+ organizations\.$/);
  });

  it('keeps a date that is only worded in the words of its source', () => {
    const text = "kind: summit\nid: a\nname: A\ndate: { text: 'in the second half of the year' }\n";
    expect(card(text, 'a', 'summit')[1]).toBe('“in the second half of the year”');
    const stated = 'kind: summit\nid: a\nname: A\ndate: { value: 2017-41, stated: 2017-07-01, text: soon }\n';
    expect(card(stated, 'a', 'summit')[1]).toBe('some time in the second half of 2017, stated 1 July 2017, “soon”');
  });

  it('stays a card, however much there is', () => {
    const many = Array.from(
      { length: 300 },
      (_, i) => `  - { state: S${i}, role: member, office: ${'x'.repeat(500)} }`,
    );
    const sources = Array.from({ length: 50 }, (_, i) => `  - source: s${i}`);
    const text = `kind: summit\nid: a\nname: ${'long '.repeat(200)}\nnote: ${'y'.repeat(5000)}\nparticipants:\n${many.join('\n')}\ncitations:\n${sources.join('\n')}\n`;
    const lines = card(text, 'a', 'summit');
    expect(lines.join('\n').length).toBeLessThan(1500);
    expect(lines.join('\n')).toMatch(/and 29\d more/);
    expect(lines.at(-1)).toBe('- and 46 more');
  });

  it('shows hostile text as text', () => {
    const name = '<img src=x onerror=alert(1)> [x](command:evil) `code` **bold**';
    const shown = card(`kind: organization\nid: bad\nname: '${name}'\ntype: forum\n`, 'bad').join('\n');
    expect(shown).not.toMatch(/<img|[^\\]\]\(command|[^\\]`code|[^\\*]\*\*bold/);
    expect(shown).toContain('onerror');
  });

  it('shows any name as it is', () => {
    const names = fc.string({
      unit: fc.constantFrom(...'\\`*_[]()<>&;:/#-.!|~ ə🙂', 'http://', '@'),
      minLength: 1,
      maxLength: 60,
    });
    fc.assert(
      fc.property(names, (name) => {
        const shown = card(`kind: organization\nid: bad\nname: ${JSON.stringify(`x${name}x`)}\ntype: forum\n`, 'bad');
        const plain = markup(shown[0]!, 'plaintext').value;
        expect(plain).toBe(`x${name.replace(/\s+/g, ' ')}x — organization bad`);
      }),
      { numRuns: 50 },
    );
  });

  it('links to addresses on the web and to no others', () => {
    const text = `${SUMMIT}---\n${SOURCE.replace('https://example.org/news_1', "'command:evil'")}`;
    expect(card(text, 'gabala', 'summit')).toContain(
      '- Leaders meet in Gabala, Trend, published 7 October 2025, second paragraph',
    );
  });

  it('bears values of every sort in every place', () => {
    const odd = ['[]', '{}', '[[a]]', '{ a: { b: c } }', '1', 'true', '~', '"*"', '{ __proto__: 1, constructor: 2 }'];
    for (const kind of kinds) {
      for (const value of odd) {
        const fields = [...schemaOf(kind).properties.keys()].filter((name) => name !== 'kind' && name !== 'id');
        const text = `kind: ${kind}\nid: a\n${fields.map((name) => `${name}: ${value}\n`).join('')}`;
        expect(card(text, 'a', kind)[0], value).toContain(kind);
      }
    }
  });
});

describe('a brief card', () => {
  it('is the head of the whole', () => {
    const { dataset } = makeWorkspace({ 'a.yaml': SUMMIT }, []);
    const document = dataset.find('summit', 'gabala')!;
    const brief = briefCard(document, dataset);
    expect(brief.split('\n\n')).toHaveLength(2);
    expect(recordCard(document, dataset).startsWith(brief)).toBe(true);
  });
});

describe('the schemas', () => {
  it.each(kinds)('say of %s what to show first, and what its id is made of', (kind) => {
    const { lead, properties } = schemaOf(kind);
    expect(lead.filter((name) => !properties.has(name))).toEqual([]);
    const fields = properties.get('id')!.idHabit?.matchAll(/\{([^}:]+)/g) ?? [];
    for (const [, path] of fields) {
      const steps = path!.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
      expect(schemaAt(kind, steps), path).toBeDefined();
    }
  });
});
