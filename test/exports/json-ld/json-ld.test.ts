/** JSON-LD, read back by the processor jsonld without a network, and held against schema.org's own vocabulary. */
import jsonld from 'jsonld';
import { describe, expect, it } from 'vitest';
import { jsonLd } from '../../../server/exports/json-ld/json-ld.ts';
import { DATES, HOSTILE, oddFiles } from '../odd-dataset.ts';
import { eurasiaFiles } from '../samples.ts';
import { type DatasetOptions, exportDataset, write } from '../support.ts';
import { isType, mayHave } from './vocabulary.ts';

/** What the package's types do not know yet: safe mode, and the format of statements. */
interface Processor {
  expand(document: object, options: object): Promise<Readonly<Record<string, unknown>>[]>;
  toRDF(document: object, options: object): Promise<string>;
}

const { expand, toRDF } = jsonld as unknown as Processor;

interface Thing {
  readonly [term: string]: unknown;
}

const RECORD = 'urn:security-initiatives:';
const EDTF = 'http://id.loc.gov/datatypes/edtf/EDTF';
/** In safe mode the processor throws where it would drop something; it also does where it would look something up. */
const options = {
  safe: true,
  documentLoader: async (url: string) => {
    throw new Error(`${url} was asked for.`);
  },
};

async function exported(files: Readonly<Record<string, string>>, dataset: DatasetOptions = { withRegistry: false }) {
  const { text, summary } = await write(jsonLd, exportDataset(files, dataset));
  const document = JSON.parse(text()) as { '@context': object; '@graph': Thing[] };
  return { document, things: document['@graph'], summary };
}

/** The statements of a dataset as N-Quads without full stops, in the order of the alphabet. */
async function statementsOf(files: Readonly<Record<string, string>>, dataset?: DatasetOptions): Promise<string[]> {
  const { document } = await exported(files, dataset);
  const quads = await toRDF(document, { ...options, format: 'application/n-quads' });
  return quads
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.replace(/ \.$/, ''))
    .sort();
}

/** Types that schema.org does not have, and properties that it does not have for things of their types. */
function strangers(value: unknown, within: string | undefined = undefined): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => strangers(item, within));
  if (value === null || typeof value !== 'object' || '@value' in value) return [];
  const thing = value as Thing;
  const types = [thing['@type'] ?? []].flat() as string[];
  const isRole = types.includes('OrganizationRole');
  const found = types.filter((type) => !isType(type));
  for (const [term, inner] of Object.entries(thing)) {
    found.push(...strangers(inner, term));
    const property = term.replace(/^edtf:/, '');
    // A role repeats the property that it stands in; a reference says nothing of its type.
    if (property.startsWith('@') || types.length === 0 || (isRole && property === within)) continue;
    if (!types.some((type) => mayHave(type, property))) found.push(`${types.join('+')}.${property}`);
  }
  return found;
}

describe('JSON-LD', () => {
  it('has a meeting as an event', async () => {
    const { things } = await exported({
      'a.yaml': [
        'kind: summit\nid: gabala\nname: 12th Summit\nnames: [{ text: 12-й саммит, lang: ru }]\norganization: ots\nbody: ots-chs',
        'status: held\nmode: in-person\ndate: 2025-10-06/2025-10-07\nplace: { city: Gabala, state: AZE, venue: Hall }\nhost: AZE',
        'theme: Peace\nparent: larger\noutcomes: [{ document: declaration }]\ntopics: [water]\ncitations: [{ source: trend }]',
        'participants: [{ state: KAZ, person: tokayev, role: member }]\nprevious_dates: [{ date: 2025-10-01 }, { date: 2025-33 }]\n',
      ].join('\n'),
    });
    expect(things).toEqual([
      {
        '@id': 'record:summit/gabala',
        '@type': 'Event',
        identifier: 'gabala',
        name: '12th Summit',
        alternateName: [{ '@value': '12-й саммит', '@language': 'ru' }],
        description: 'Peace',
        startDate: '2025-10-06',
        endDate: '2025-10-07',
        previousStartDate: ['2025-10-01'],
        eventStatus: 'EventScheduled',
        eventAttendanceMode: 'OfflineEventAttendanceMode',
        location: [
          {
            '@type': 'Place',
            name: 'Hall',
            address: { '@type': 'PostalAddress', addressLocality: 'Gabala' },
            containedInPlace: [{ '@id': 'record:state/AZE' }],
          },
        ],
        organizer: [
          { '@id': 'record:organization/ots' },
          { '@id': 'record:organization/ots-chs' },
          { '@type': 'OrganizationRole', roleName: 'host', organizer: [{ '@id': 'record:state/AZE' }] },
        ],
        attendee: [
          {
            '@type': 'OrganizationRole',
            roleName: 'member',
            attendee: [{ '@id': 'record:person/tokayev' }, { '@id': 'record:state/KAZ' }],
          },
        ],
        superEvent: [{ '@id': 'record:summit/larger' }],
        recordedIn: [{ '@id': 'record:document/declaration' }],
        keywords: ['water'],
        subjectOf: [{ '@id': 'record:source/trend' }],
      },
    ]);
  });

  it('means by it what schema.org does, with names that are the same everywhere', async () => {
    const statements = await statementsOf({
      'a.yaml': 'kind: summit\nid: gabala\nname: Summit\norganization: ots\nstatus: cancelled\ndate: 2025-41\n',
      'b.yaml':
        'kind: chairmanship\nid: chair\norganization: ots\nstate: AZE\nfrom: 2025-10-07\nto: 2026~\n---\nkind: source\nid: s\npublisher: P\nurl: https://p.example/a\n',
    });
    const schema = (name: string) => `<https://schema.org/${name}>`;
    expect(statements).toEqual(
      expect.arrayContaining([
        `<${RECORD}summit/gabala> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> ${schema('Event')}`,
        `<${RECORD}summit/gabala> ${schema('eventStatus')} ${schema('EventCancelled')}`,
        `<${RECORD}summit/gabala> ${schema('organizer')} <${RECORD}organization/ots>`,
        `<${RECORD}summit/gabala> <${RECORD}edtf:startDate> "2025-41"^^<${EDTF}>`,
        `<${RECORD}organization/ots> ${schema('member')} <${RECORD}chairmanship/chair>`,
        `<${RECORD}chairmanship/chair> ${schema('member')} <${RECORD}state/AZE>`,
        `<${RECORD}chairmanship/chair> ${schema('startDate')} "2025-10-07"`,
        `<${RECORD}chairmanship/chair> ${schema('endDate')} "2026"`,
        `<${RECORD}chairmanship/chair> <${RECORD}edtf:endDate> "2026~"^^<${EDTF}>`,
        `<${RECORD}source/s> ${schema('url')} <https://p.example/a>`,
      ]),
    );
  });

  it('knows who proposed what and where, who belongs to what, and who someone is', async () => {
    const { things } = await exported({
      'p.yaml': [
        'kind: proposal\nid: p\ntitle: Council\nstatus: proposed\ntype: establish-body\nmade_at: gabala\naddressed_to: { organization: ots }',
        'parties: [{ state: KAZ, role: proposer }, { state: UZB, role: supporter }]\ndomains: [cybersecurity]',
        'quotes: [{ text: I propose, lang: en, speaker: tokayev }]\nrelations: [{ type: part-of, proposal: larger }]\n',
      ].join('\n'),
      'o.yaml':
        'kind: organization\nid: o\nname: Forum\nparent: ots\nmembers: [{ state: KAZ, status: observer, from: 2019 }]\nidentifiers: { wikidata: Q42, website: "javascript:alert(1)" }\n',
      'q.yaml': 'kind: person\nid: q\nname: Q\noffices: [{ title: President, state: KAZ, from: 2019-06-12 }]\n',
    });
    const [forum, proposal, person] = things;
    expect(forum).toMatchObject({
      parentOrganization: [{ '@id': 'record:organization/ots' }],
      member: [
        {
          '@type': 'OrganizationRole',
          roleName: 'observer',
          startDate: '2019',
          member: [{ '@id': 'record:state/KAZ' }],
        },
      ],
      sameAs: 'http://www.wikidata.org/entity/Q42',
    });
    expect(forum).not.toHaveProperty('url');
    expect(proposal).toMatchObject({
      creator: [{ roleName: 'proposer', creator: [{ '@id': 'record:state/KAZ' }] }],
      mentions: [{ roleName: 'supporter', mentions: [{ '@id': 'record:state/UZB' }] }],
      recordedAt: [{ '@id': 'record:summit/gabala' }],
      hasPart: [{ '@type': 'Quotation', text: { '@value': 'I propose', '@language': 'en' } }],
      isPartOf: [{ '@id': 'record:proposal/larger' }],
    });
    expect(person).toMatchObject({
      memberOf: [{ roleName: 'President', startDate: '2019-06-12', memberOf: [{ '@id': 'record:state/KAZ' }] }],
    });
  });

  it('writes as ISO 8601 what that can say, and as EDTF what it can’t', async () => {
    const dateOf = async (date: string) => {
      const { things } = await exported({ 'a.yaml': `kind: summit\nid: a\nname: A\ndate: ${JSON.stringify(date)}\n` });
      const { startDate, endDate, 'edtf:startDate': start, 'edtf:endDate': end } = things[0]!;
      return [startDate, endDate, start, end].map((value) => (value as Thing | undefined)?.['@value'] ?? value);
    };
    expect(await dateOf('2025-10-07')).toEqual(['2025-10-07', undefined, undefined, undefined]);
    expect(await dateOf('2025-10')).toEqual(['2025-10', undefined, undefined, undefined]);
    expect(await dateOf('2017-41')).toEqual([undefined, undefined, '2017-41', undefined]);
    expect(await dateOf('-0044-03-15')).toEqual([undefined, undefined, '-0044-03-15', undefined]);
    expect(await dateOf('2025-10~')).toEqual(['2025-10', undefined, '2025-10~', undefined]);
    expect(await dateOf('2024-11-06/..')).toEqual(['2024-11-06', undefined, undefined, undefined]);
    expect(await dateOf('2004-06-~01/2004?')).toEqual(['2004-06-01', '2004', '2004-06-~01', '2004?']);
  });

  it.each([
    ['2025-10-07T10:00:00+0500', '2025-10-07T10:00:00+05:00'],
    ['2025-10-07T10:00-05', '2025-10-07T10:00-05:00'],
    ['2025-10-07T10:00-03:30', '2025-10-07T10:00-03:30'],
    ['2025-10-07T10:00Z', '2025-10-07T10:00Z'],
    ['2025-10-07T10:00', '2025-10-07T10:00'],
  ])('writes the time %s as %s', async (published, written) => {
    const { things } = await exported({ 'a.yaml': `kind: source\nid: a\npublisher: P\npublished: ${published}\n` });
    expect(things[0]!.datePublished).toBe(written);
  });

  it('has an empty graph for an empty dataset', async () => {
    expect((await exported({})).things).toEqual([]);
    expect(await statementsOf({})).toEqual([]);
  });

  it('says nothing of a real dataset that schema.org does not know', async () => {
    const { things } = await exported(eurasiaFiles(), {});
    expect(new Set(things.map((thing) => String(thing['@type'])))).toContain('NewsArticle');
    expect([...new Set(strangers(things))]).toEqual([]);
    const statements = await statementsOf(eurasiaFiles(), {});
    expect(statements.length).toBeGreaterThan(4 * things.length);
  });

  it('says nothing that schema.org does not know, even of oddities', async () => {
    const { things, document, summary } = await exported(oddFiles(), {});
    expect([...new Set(strangers(things))]).toEqual([]);
    expect(summary.written).toBe(things.length);
    const expanded = await expand(document, options);
    expect(expanded.length).toBeGreaterThan(HOSTILE.length + DATES.length);
    const names = expanded.flatMap((thing) => (thing['https://schema.org/name'] ?? []) as { '@value': string }[]);
    for (const hostile of HOSTILE.slice(0, 8)) expect(names.map((name) => name['@value'])).toContain(hostile);
    await expect(statementsOf(oddFiles(), {})).resolves.not.toHaveLength(0);
  });
});
