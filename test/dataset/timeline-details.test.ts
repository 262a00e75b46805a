/** The card of a record: its facts in words, the sources that vouch for it, and the records it is tied to. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schemaOf } from '../../server/dataset/schema.ts';
import { detailer, type TimelineDetails, timelineDetails } from '../../server/dataset/timeline-details.ts';
import { makeWorkspace } from '../support/fixture.ts';

/** The details of the first of some documents. */
function details(...documents: string[]): TimelineDetails {
  const files = Object.fromEntries(documents.map((text, i) => [`${String(i).padStart(4, '0')}.yaml`, text]));
  const workspace = makeWorkspace(files, []);
  const [document] = workspace.documentsOf('file:///dataset/0000.yaml');
  return timelineDetails(document!, workspace.reader())!;
}

const facts = (...documents: string[]) =>
  Object.fromEntries(details(...documents).facts.map(({ label, text }) => [label, text]));

/** Related records in short: an arrow away from this one or towards it, the key, the role. */
const related = (...documents: string[]) =>
  details(...documents).related.map(
    ({ direction, key, role }) => `${direction === 'names' ? '→' : '←'} ${key}: ${role}`,
  );

const SUMMIT = `kind: summit
id: gabala
name: 12th Summit
names: [{ text: Саммит }]
organization: ots
level: heads-of-state
ordinal: 12
status: held
date: 2025-10-07
place: { city: Gabala, state: AZE }
host: AZE
participants:
  - { state: KAZ, person: tokayev, role: member, capacity: head-of-state }
  - { state: HUN, role: observer }
topics: [energy]
note: |
  The reports disagree
  on the hour.
citations:
  - { source: report, locator: paragraph 3, supports: [place.city, participants.0.state], quote: Turkic countries }
  - { source: lost }
exceptions: [{ rule: single-wire, reason: known }]
`;
const TOKAYEV = 'kind: person\nid: tokayev\nname: Kassym-Jomart Tokayev\n';
const REPORT =
  'kind: source\nid: report\ntitle: Leaders meet\npublisher: Trend\nurl: https://example.org/1\npublished: { value: 2025-10-07T15:12+04:00, text: Tuesday }\n';
const PROPOSAL =
  'kind: proposal\nid: council\ntitle: Council\ntype: establish-body\nstatus: proposed\nparties: [{ state: KAZ, person: tokayev, role: proposer, office: President }]\nmade_at: gabala\ndomains: [energy]\n';

describe('the facts on a card', () => {
  it('are what the entry has no place for, in words and in the order of the schema', () => {
    expect(details(SUMMIT, TOKAYEV).facts).toEqual([
      { label: 'Level', text: 'Heads of state' },
      { label: 'Ordinal', text: '12' },
      { label: 'Place', text: 'Gabala, Azerbaijan' },
      {
        label: 'Participants',
        text: 'member: Kazakhstan (Kassym-Jomart Tokayev, head of state) · observer: Hungary',
      },
      { label: 'Note', text: 'The reports disagree on the hour.' },
    ]);
  });

  it('have the wording of a date, and how it was arrived at, where the record keeps them', () => {
    const long = SUMMIT.replace(
      '2025-10-07',
      '{ value: 2017-41, text: later this year, basis: resolved, note: Of 2017. }',
    );
    expect(facts(long).Date).toBe('some time in the second half of 2017, “later this year” (resolved; Of 2017)');
    expect(facts(SUMMIT.replace('2025-10-07', '{ value: 2025-10-07, basis: stated }')).Date).toBe('7 October 2025');
    expect(facts(SUMMIT.replace('2025-10-07', '{ text: soon }')).Date).toBe('“soon”');
  });

  it('have the other dates of a document, but not the one it stands at', () => {
    const charter = 'kind: document\nid: d\ntitle: D\ntype: charter\nadopted: 2002-10-07\nin_force: 2003-09-18\n';
    expect(facts(charter)).toEqual({ Type: 'Charter', 'In force': '18 September 2003' });
    const term = 'kind: chairmanship\nid: t\norganization: ots\nstate: KGZ\nfrom: 2024-11-06\nto: 2025-10-07\n';
    expect(facts(term)).toEqual({});
  });

  it('leave to the story what it tells, and say what it cannot', () => {
    const steps = (second: string) =>
      `${PROPOSAL}history: [{ status: announced, date: 2025-09 }, { status: proposed${second} }]\n`;
    expect(facts(steps(', date: 2025-10'))).not.toHaveProperty('History');
    expect(facts(steps('')).History).toBe('announced some time in September 2025; proposed');
  });

  it('name the record that an id stands for, and the id where there is none', () => {
    const target = 'target: { date: { value: 2026, text: next year }, place: Almaty, host: KAZ, summit: nowhere }\n';
    expect(facts(PROPOSAL + target).Target).toBe('some time in 2026, “next year”, Almaty, Kazakhstan, nowhere');
    expect(facts(`${PROPOSAL}context: unknown-term\n`).Context).toBe('unknown-term');
    expect(facts(PROPOSAL, TOKAYEV).Parties).toBe('proposer: Kazakhstan (Kassym-Jomart Tokayev, President)');
  });

  it('leave out the records it leads to, one or many, unless one of them is missing', () => {
    const term = 'kind: chairmanship\nid: t\norganization: ots\nstate: KGZ\nfrom: 2024-11-06\n';
    const fields = 'decided: { summit: gabala }\npriorities: [council]\n';
    expect(facts(term + fields, SUMMIT, PROPOSAL)).toEqual({});
    expect(facts(term + fields, PROPOSAL)).toEqual({ Decided: 'gabala' });
    expect(facts(term + fields, SUMMIT)).toEqual({ Priorities: 'council' });
  });

  it('stay short, on one line, however much a record says', () => {
    const purposes = Array.from({ length: 40 }, (_, i) => `  - text: Purpose ${i} ${'with many words '.repeat(40)}\n`);
    const all = facts(`${PROPOSAL}purpose:\n${purposes.join('')}note: "${'word '.repeat(4000)}\\u0007"\n`);
    expect(all.Purpose).toMatch(/; and 3\d more$/);
    for (const text of Object.values(all)) {
      expect(text.length).toBeLessThan(800);
      expect(text).not.toMatch(/[\n\p{Cc}]/u);
    }
  });
});

describe('the citations on a card', () => {
  it('say what the source is, where in it, and what it vouches for', () => {
    expect(details(SUMMIT, REPORT).citations).toEqual([
      {
        key: 'source/report',
        title: 'Leaders meet',
        publisher: 'Trend',
        published: '7 October 2025',
        url: 'https://example.org/1',
        locator: 'paragraph 3',
        quote: 'Turkic countries',
        supports: ['place: city', 'participants: state'],
      },
      { key: 'source/lost', title: 'lost', supports: [] },
    ]);
  });

  it('have the sources of single fields after them, each once', () => {
    const purposes =
      'purpose: [{ text: A, source: report }, { text: B, source: report }, { text: C, source: other }]\n';
    const cited = `${PROPOSAL}${purposes}quotes: [{ text: Q, source: report }]\ncitations: [{ source: other }]\n`;
    expect(details(cited, REPORT).citations).toMatchObject([
      { key: 'source/other', supports: [] },
      { key: 'source/report', title: 'Leaders meet', supports: ['purpose', 'quotes'] },
    ]);
  });

  it('are counted where there are very many', () => {
    const many = Array.from({ length: 70 }, (_, i) => `  - { source: s${i} }\n`).join('');
    const { citations, moreCitations } = details(`${PROPOSAL}citations:\n${many}`);
    expect([citations.length, moreCitations]).toEqual([50, 20]);
    expect(details(PROPOSAL)).not.toHaveProperty('moreCitations');
  });
});

describe('the related records on a card', () => {
  it('are those it names and those that name it, with the fields that say so', () => {
    const declaration = 'kind: document\nid: d\ntitle: Declaration\ntype: declaration\nadopted_at: gabala\n';
    const term =
      'kind: chairmanship\nid: t\norganization: ots\nstate: AZE\nfrom: 2025-10-07\ndecided: { summit: gabala }\n';
    expect(related(`${SUMMIT}outcomes: [{ document: d }]\n`, TOKAYEV, REPORT, declaration, PROPOSAL, term)).toEqual([
      '→ organization/ots: Organization',
      '→ state/AZE: Place, host',
      '→ state/KAZ: Participants (member)',
      '→ person/tokayev: Participants (member)',
      '→ state/HUN: Participants (observer)',
      '→ document/d: Outcomes',
      '← proposal/council: Made at',
      '← document/d: Adopted at',
      '← chairmanship/t: Decided',
    ]);
  });

  it('have a name, and a day where there is one', () => {
    const term =
      'kind: chairmanship\nid: t\norganization: ots\nstate: AZE\nfrom: 2025-10-07\ndecided: { summit: gabala }\n';
    expect(details(SUMMIT, term).related).toContainEqual({
      key: 'chairmanship/t',
      kind: 'chairmanship',
      title: 'OTS chair: Azerbaijan',
      role: 'Decided',
      direction: 'named-by',
      when: 'since 7 October 2025',
    });
    const [state] = details(PROPOSAL).related;
    expect(state).toEqual({
      key: 'state/KAZ',
      kind: 'state',
      title: 'Kazakhstan',
      role: 'Parties (proposer)',
      direction: 'names',
    });
  });

  it('are tied by the choice that stands before them, as a step or a relation is', () => {
    const fields = 'relations: [{ type: supersedes, proposal: old }]\nhistory: [{ status: adopted, summit: gabala }]\n';
    const old = PROPOSAL.replace('id: council', 'id: old');
    expect(related(PROPOSAL.replace('made_at: gabala\n', '') + fields, SUMMIT, old)).toEqual([
      '→ state/KAZ: Parties (proposer)',
      '→ proposal/old: Supersedes',
      '→ summit/gabala: Adopted',
    ]);
    const host = 'target: { host: KAZ }\nquotes: [{ text: Q, speaker: tokayev }]\n';
    expect(related(PROPOSAL.replace('made_at: gabala\n', '') + host, TOKAYEV)).toEqual([
      '→ state/KAZ: Parties (proposer), target: host',
      '→ person/tokayev: Parties (proposer), quotes: speaker',
    ]);
  });

  it('are neither sources, nor the record itself, nor what does not exist', () => {
    const fields = 'relations: [{ type: same-as, proposal: council }, { type: repeats, proposal: nowhere }]\n';
    expect(related(`${PROPOSAL}${fields}citations: [{ source: report }]\n`, REPORT)).toEqual([
      '→ state/KAZ: Parties (proposer)',
    ]);
    expect(related(REPORT, `${PROPOSAL}citations: [{ source: report }]\n`)).toEqual(['← proposal/council: Citations']);
  });

  it('that name it stand by time, those without a date first, in whatever order their ids are', () => {
    const made = (id: string, date: string) =>
      PROPOSAL.replace('id: council', `id: ${id}`).replace('made_at: gabala', `${date}target: { summit: gabala }`);
    const proposals = [made('a', 'date: 2026\n'), made('b', 'date: 2024\n'), made('c', ''), made('d', 'date: 2025\n')];
    expect(related(SUMMIT, ...proposals).slice(-4)).toEqual([
      '← proposal/c: Target',
      '← proposal/b: Target',
      '← proposal/d: Target',
      '← proposal/a: Target',
    ]);
  });

  it('are bounded, the latest shown and the rest counted, with room for both directions', () => {
    const proposals = Array.from({ length: 90 }, (_, i) =>
      PROPOSAL.replace('id: council', `id: p${String(i).padStart(2, '0')}`).replace(
        'made_at',
        `date: ${1930 + i}\nmade_at`,
      ),
    );
    const few = details(SUMMIT, ...proposals);
    expect([few.related.length, few.moreRelated]).toEqual([50, 44]);
    expect(few.related.at(-1)?.key).toBe('proposal/p89');
    const people = Array.from({ length: 60 }, (_, i) => `  - { person: q${i} }\n`).join('');
    const persons = Array.from({ length: 60 }, (_, i) => `kind: person\nid: q${i}\nname: Q ${i}\n`);
    const summit = SUMMIT.replace(/participants:\n( {2}- .*\n)+/, `participants:\n${people}`);
    const many = details(summit, ...persons, ...proposals.slice(0, 30));
    expect(many.related.filter(({ direction }) => direction === 'names')).toHaveLength(30);
    expect(many.related.filter(({ direction }) => direction === 'named-by')).toHaveLength(20);
    expect(many.moreRelated).toBe(32 + 10);
  });
});

describe('details', () => {
  it('are the same whether they are asked for one by one or all at once', () => {
    const workspace = makeWorkspace({ 'all.yaml': [SUMMIT, TOKAYEV, REPORT, PROPOSAL].join('---\n') }, []);
    const all = detailer(workspace.reader());
    for (const document of workspace.documentsOf('file:///dataset/all.yaml')) {
      expect(all(document)).toEqual(timelineDetails(document, workspace.reader()));
    }
  });

  it('are there for records of the registry, and for none without an id', () => {
    const workspace = makeWorkspace({ 'a.yaml': 'kind: person\nname: Nobody\n' }, []);
    const ots = timelineDetails(workspace.dataset.find('organization', 'ots')!, workspace.reader());
    expect(ots?.facts).toContainEqual({ label: 'Seat', text: 'Istanbul, Türkiye' });
    expect(timelineDetails(workspace.documentsOf('file:///dataset/a.yaml')[0]!, workspace.reader())).toBeUndefined();
  });

  it('bear every value in every place', () => {
    const odd = fc.constantFrom(
      '1',
      'null',
      '[]',
      '{}',
      '[[[]]]',
      '{ value: { value: 1 } }',
      '[null, {}]',
      'true',
      '"#"',
    );
    const field = fc.constantFrom(
      ...['proposal', 'summit', 'organization'].flatMap((kind) =>
        [...schemaOf(kind).properties.keys()].map((name) => [kind, name] as const),
      ),
    );
    fc.assert(
      fc.property(field, odd, odd, ([kind, name], value, other) => {
        const at = name === 'kind' || name === 'id' ? 'note' : name;
        details(`kind: ${kind}\nid: x\n${at}: ${value}\n`, `kind: ${kind}\nid: y\n${at}: { x: ${other} }\n`);
        details(`kind: ${kind}\nid: x\n${at}: [${value}, &a { b: *a }, { state: ${other}, role: ${value} }]\n`);
      }),
      { numRuns: 200 },
    );
  });
});
