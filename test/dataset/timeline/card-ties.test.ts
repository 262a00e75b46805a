/** Sources and related records on a card: whom they are of, what they are called, and that nothing stands there in vain. */
import { describe, expect, it } from 'vitest';
import { type TimelineDetails, timelineDetails } from '../../../server/dataset/timeline-details.ts';
import { makeWorkspace } from '../../support/fixture.ts';

/** The details of the first of some documents. */
function details(...documents: string[]): TimelineDetails | undefined {
  const workspace = makeWorkspace(Object.fromEntries(documents.map((text, i) => [`${i}.yaml`, text])), []);
  const [document] = workspace.documentsOf('file:///dataset/0.yaml');
  return timelineDetails(document!, workspace.reader());
}

const related = (...documents: string[]) => details(...documents)!.related.map(({ key, role }) => `${key}: ${role}`);
const SUMMIT = 'kind: summit\nid: gabala\nname: Gabala summit\ndate: 2025-10-07\n';
const proposal = (fields: string) => `kind: proposal\nid: council\ntitle: Council\n${fields}`;

describe('the sources on a card', () => {
  it.each<[what: string, fields: string]>([
    ['entries that name none', 'citations: [7, ~, { locator: page 3 }, { source: 7 }, { source: "" }]\n'],
    ['a field that is empty', 'purpose: [{ text: Peace, source: "" }]\n'],
  ])('leave out %s', (_what, fields) => {
    expect(details(proposal(fields))!.citations).toEqual([]);
  });

  it('vouch for fields by their names, whatever numbers stand among them', () => {
    const cited = 'citations: [{ source: lost, supports: [alpha2, cities.12.name, 7] }]\n';
    expect(details(`kind: state\nid: XXX\nname: X\n${cited}`)!.citations).toEqual([
      { key: 'source/lost', title: 'lost', supports: ['alpha2', 'cities: name'] },
    ]);
  });

  it('are fifty without a word of more', () => {
    const citations = Array.from({ length: 50 }, (_, i) => `{ source: s${i} }`).join(', ');
    const found = details(proposal(`citations: [${citations}]\n`))!;
    expect(found.citations).toHaveLength(50);
    expect(found).not.toHaveProperty('moreCitations');
  });

  it('are cut in what they say', () => {
    const long = 'x'.repeat(700);
    const source = `kind: source\nid: s\ntitle: ${long}\n`;
    const [found] = details(
      proposal(`citations: [{ source: s, locator: ${long}, quote: ${long} }]\n`),
      source,
    )!.citations;
    expect([found!.title, found!.locator, found!.quote].map((text) => text!.length)).toEqual([200, 120, 600]);
  });
});

describe('the related records on a card', () => {
  it('are all of them without a word of more', () => {
    expect(details(SUMMIT, proposal('made_at: gabala\n'))).not.toHaveProperty('moreRelated');
  });

  it('have those fields alone that lead to the record', () => {
    const fields = 'made_at: gabala\ntarget: { summit: next }\nrelations: [{ type: repeats, proposal: gabala }]\n';
    expect(related(SUMMIT, proposal(fields))).toEqual(['proposal/council: Made at']);
  });

  it('have each role once, and no sort that its field says already', () => {
    const parties = 'participants: [{ state: KAZ, role: member }, { state: KAZ, role: member }]\n';
    expect(related(SUMMIT + parties)).toEqual(['state/KAZ: Participants (member)']);
    const body =
      'kind: organization\nid: body\nname: Body\nmembers: [{ state: KAZ, status: member }, { state: UZB, status: observer }]\n';
    expect(related(body)).toEqual(['state/KAZ: Members', 'state/UZB: Members (observer)']);
    expect(related(proposal('concerns: [KAZ]\n'))).toEqual(['state/KAZ: Concerns']);
  });

  it('have an id', () => {
    expect(related(SUMMIT, proposal('made_at: gabala\n').replace('id: council\n', ''))).toEqual([]);
  });
});

it('nothing that is no record has a card', () => {
  expect(details('title: A page\n')).toBeUndefined();
});
