/** Facts on a card in words: what each field says, how much of it is shown, and what is left to entries and relations. */
import { describe, expect, it } from 'vitest';
import { timelineDetails } from '../../../server/dataset/timeline-details.ts';
import { makeWorkspace } from '../../support/fixture.ts';

/** The facts of the first of some documents. */
function facts(...documents: string[]): Record<string, string> {
  const workspace = makeWorkspace(Object.fromEntries(documents.map((text, i) => [`${i}.yaml`, text])), []);
  const [document] = workspace.documentsOf('file:///dataset/0.yaml');
  const found = timelineDetails(document!, workspace.reader())!.facts;
  return Object.fromEntries(found.map(({ label, text }) => [label, text]));
}

const summit = (fields: string) => `kind: summit\nid: gabala\nname: Gabala summit\ndate: 2025-10-07\n${fields}`;
const proposal = (fields: string) => `kind: proposal\nid: council\ntitle: Council\n${fields}`;
const body = (fields: string) => `kind: organization\nid: body\nname: Body\n${fields}`;
const TOKAYEV = 'kind: person\nid: tokayev\nname: Kassym-Jomart Tokayev\n';
const TERM = 'kind: chairmanship\nid: term\norganization: ots\nstate: KGZ\nfrom: 2024-11-06\n';

describe('a fact', () => {
  it.each<[what: string, document: string, told: Record<string, string>]>([
    ['of a text as it is written', summit('theme: Anti-terror\n'), { Theme: 'Anti-terror' }],
    ['of yes and no', summit('theme: true\nformat: false\n'), { Format: 'No', Theme: 'yes' }],
    [
      'of a state is its name',
      TERM.replace('from: 2024-11-06\n', 'decided: { date: 2023 }\n'),
      { Decided: 'some time in 2023' },
    ],
    ['of a sort nobody knows', summit('status: 7\nhost: 7\n'), { Status: '7', Host: '7' }],
    [
      'of sides of a map',
      body('founded: { signed: 2009-10-03, in_force: 2010 }\n'),
      { Founded: 'signed 3 October 2009, in force 2010' },
    ],
    [
      'of a date in the words of its source',
      body('founded: { signed: { value: 2009-10-03, text: some time in May } }\n'),
      { Founded: 'signed 3 October 2009, “some time in May”' },
    ],
    [
      'of a date that its source has otherwise',
      summit('previous_dates: [{ date: { value: 2025-10-06, stated: 2025-10-05, note: As U.S. papers say. } }]\n'),
      { 'Previous dates': '6 October 2025, stated 5 October 2025 (As U.S. papers say)' },
    ],
    [
      'of a date with an odd wording',
      summit('previous_dates: [{ date: { value: 2025, text: 7 } }]\n'),
      { 'Previous dates': 'some time in 2025' },
    ],
    [
      'of pages about a body',
      body('identifiers: { wikidata: Q1, website: "https://example.org" }\n'),
      { Identifiers: 'Q1, https://example.org' },
    ],
    [
      'of lists within a list',
      'kind: state\nid: XXX\nname: X\ncities: [{ name: Osh, aliases: [Ош, Uş] }]\n',
      { Cities: 'Osh (Ош; Uş)' },
    ],
    ['of no blank', summit('place: { city: Gabala, venue: " " }\n'), { Place: 'Gabala' }],
    ['of topics that are no lane', summit('topics: [energy, 7]\n'), { Topics: 'energy; 7' }],
    ['of topics, one of which is empty', summit('topics: [energy, ""]\n'), { Topics: 'energy; and 1 more' }],
    ['of topics elsewhere', proposal('date: 2025\ndomains: [energy]\nconcerns: [energy]\n'), { Concerns: 'energy' }],
  ])('tells %s', (_what, document, told) => {
    expect(facts(document)).toEqual(told);
  });

  it('tells what was said and who said it, not in which language, nor where it was read', () => {
    const quote = 'quotes: [{ text: Let us meet, lang: ru, translated: true, speaker: tokayev, source: report }]\n';
    expect(facts(proposal(`${quote}purpose: [{ text: Peace, source: report }]\n`), TOKAYEV)).toEqual({
      Purpose: 'Peace',
      Quotes: 'Let us meet (Kassym-Jomart Tokayev)',
    });
  });

  it.each<[what: string, document: string]>([
    ['an empty text', summit('theme: ""\n')],
    ['a list in the place of a text', summit('theme: [A]\n')],
    ['a map of which nothing is known', summit('place: { moon: full }\n')],
    ['entries of which nothing is known', proposal('purpose: [{ moon: full }]\n')],
    ['entries that are empty', proposal('concerns: [~]\n')],
    ['how a date was found where there is none', summit('').replace('2025-10-07', '{ basis: resolved }')],
    ['a date that cannot be read', 'kind: document\nid: d\ntitle: D\nadopted: 2025\nin_force: soon\n'],
    ['the days of a meeting that lasted', summit('').replace('2025-10-07', '2025-10-06/2025-10-08')],
    ['a file that tools read', 'kind: source\nid: s\ntitle: S\ntext: texts/s.txt\n'],
    ['records alone', `${TERM}priorities: [council]\n`],
  ])('is not %s', (_what, document) => {
    expect(facts(document, proposal(''))).toEqual({});
  });

  it('has all of a list where one entry leads to no record', () => {
    expect(facts(`${TERM}priorities: [council, lost]\n`, proposal(''))).toEqual({ Priorities: 'Council; lost' });
  });

  it('is no step of a story whose day is that of its meeting, but one without a day', () => {
    const step = 'history: [{ status: proposed, summit: gabala }]\n';
    expect(facts(proposal(step), summit(''))).toEqual({});
    expect(facts(proposal(`target: { date: 2026 }\n${step}`))).toEqual({
      Target: 'some time in 2026',
      History: 'proposed gabala',
    });
  });
});

describe('what is long', () => {
  const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ');

  it.each<[what: string, text: string, shown: string]>([
    ['ends with a whole word', words(90), `${words(79)}…`],
    ['ends within the only word', 'x'.repeat(500), `${'x'.repeat(399)}…`],
    ['ends within a long last word', `Word ${'x'.repeat(500)}`, `Word ${'x'.repeat(394)}…`],
    [
      'ends within a last word that takes three tenths of the room',
      `🙂${'x'.repeat(278)} ${'y'.repeat(200)}`,
      `🙂${'x'.repeat(278)} ${'y'.repeat(119)}…`,
    ],
    [
      'ends with the last word before one that takes less',
      `🙂${'x'.repeat(279)} ${'y'.repeat(200)}`,
      `🙂${'x'.repeat(279)}…`,
    ],
    ['is whole up to 400 letters', `${'x'.repeat(200)}\t${'y'.repeat(199)}`, `${'x'.repeat(200)} ${'y'.repeat(199)}`],
    ['counts signs, not their halves', '🙂'.repeat(500), `${'🙂'.repeat(399)}…`],
  ])('%s', (_what, text, shown) => {
    expect(facts(summit(`theme: ${JSON.stringify(text)}\n`)).Theme).toBe(shown);
  });

  it('is shorter within a map', () => {
    expect(facts(summit(`place: { city: Gabala, venue: ${'x'.repeat(200)} }\n`)).Place).toBe(
      `Gabala, ${'x'.repeat(119)}…`,
    );
  });

  it('has eight entries of a list, fewer of long ones', () => {
    const purposes = (length: number, text: (i: number) => string) =>
      facts(proposal(`purpose: [${Array.from({ length }, (_, i) => `{ text: ${text(i)} }`).join(', ')}]\n`)).Purpose;
    expect(purposes(8, (i) => `P${i}`)).toBe('P0; P1; P2; P3; P4; P5; P6; P7');
    expect(purposes(10, (i) => `P${i}`)).toBe('P0; P1; P2; P3; P4; P5; P6; P7; and 2 more');
    const long = 'x'.repeat(70);
    expect(purposes(6, () => long)).toBe(`${Array(5).fill(long).join('; ')}; and 1 more`);
  });

  it('has entries of one sort together, whatever is left out', () => {
    const people = Array.from({ length: 10 }, (_, i) => `{ person: p${i}, role: ${i % 2 ? 'observer' : 'member'} }`);
    expect(facts(summit(`participants: [${people.join(', ')}]\n`)).Participants).toBe(
      'member: p0; p2; p4; p6 · observer: p1; p3; p5; p7; and 2 more',
    );
  });
});
