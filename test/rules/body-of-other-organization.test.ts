/** Stories of bodies beside organizations: whose they are, and what nobody can know. */
import { describe, expect, it } from 'vitest';
import { lineEnds } from '../support/fixture.ts';
import { messagesOf, problemsOf } from './support.ts';

const RULE = 'body-of-other-organization';

const summit = (fields: string) =>
  `kind: summit\nid: meeting\nname: A meeting\n${fields}status: held\ndate: 2025-10-07\ncitations: [{ source: report }]\n`;

function textsAt(text: string, others = {}): string[] {
  return problemsOf(RULE, text, others).map(({ span, document }) => document.yaml.text.slice(span.start, span.end));
}

describe.each(lineEnds)('a body of another organization, with %s', (_, convert) => {
  it('is marked, and told whose it is', () => {
    const text = convert(summit('organization: csto\nbody: ots-council-of-elders # the elders\n'));
    expect(messagesOf(RULE, text)).toEqual([
      'OTS Council of Elders is a body of the OTS, not of the CSTO: take another body, or name that organization.',
    ]);
    expect(textsAt(text)).toEqual(['ots-council-of-elders']);
  });

  it('is found among the addressees of a proposal, in a document and in a series', () => {
    const proposal =
      'kind: proposal\nid: idea\ntitle: An idea\ntype: position\nparties: [{ state: KAZ }]\naddressed_to: { organization: ots, body: "csto-ccc" }\ndomains: []\nstatus: proposed\n';
    expect(textsAt(convert(proposal))).toEqual(['"csto-ccc"']);
    const paper = 'kind: document\nid: paper\ntitle: Paper\ntype: plan\norganization: sco\nbody: csto-cfm\n';
    expect(textsAt(convert(paper))).toEqual(['csto-cfm']);
    const series =
      'kind: organization\nid: ots\nname: OTS\ntype: organization\nseries:\n  - { body: ots-chs, format: regular }\n  - { body: csto-csc, format: regular }\n';
    expect(
      textsAt(convert(series), { 'chs.yaml': 'kind: organization\nid: ots-chs\nname: CHS\ntype: body\nparent: ots\n' }),
    ).toEqual(['csto-csc']);
  });
});

describe('what a problem leads to', () => {
  it('is what the body is tied to, its type where it stands alone, else what it is a part of', () => {
    const related = (body: string, others = {}) =>
      problemsOf(RULE, summit(`organization: ots\nbody: ${body}\n`), others)[0]?.related;
    const academy = {
      'academy.yaml': 'kind: organization\nid: academy\nname: Academy\ntype: affiliated\naffiliated_to: [ots]\n',
    };
    expect(related('academy', academy)).toEqual([
      { kind: 'organization', id: 'academy', path: ['affiliated_to'], message: 'What Academy is tied to' },
    ]);
    expect(related('csto')).toEqual([
      { kind: 'organization', id: 'csto', path: ['type'], message: 'Collective Security Treaty Organization' },
    ]);
    expect(related('csto-cfm')?.[0]).toMatchObject({ id: 'csto-cfm', path: ['parent'] });
  });
});

describe('a body', () => {
  it('is explained by the record that says whose it is, in the registry as in the dataset', () => {
    const [problem] = problemsOf(RULE, summit('organization: csto\nbody: ots-council-of-elders\n'));
    expect(problem!.related).toEqual([
      {
        kind: 'organization',
        id: 'ots-council-of-elders',
        path: ['parent'],
        message: 'What OTS Council of Elders is a part of',
      },
    ]);
  });

  it('may be a body of a body, and the organization itself', () => {
    expect(messagesOf(RULE, summit('organization: csto\nbody: csto-working-group-afghanistan\n'))).toEqual([]);
    expect(messagesOf(RULE, summit('organization: csto-cfm\nbody: csto-working-group-afghanistan\n'))).toEqual([]);
    expect(messagesOf(RULE, summit('organization: ots\nbody: ots\n'))).toEqual([]);
    expect(messagesOf(RULE, summit('organization: ots-chs\nbody: ots-chs\n'))).toEqual([]);
  });

  it('is no part of its own bodies, nor of its neighbours', () => {
    expect(messagesOf(RULE, summit('organization: ots-chs\nbody: ots\n'))).toEqual([
      'Organization of Turkic States is no body of OTS Council of Heads of State, but stands on its own: name it as the organization, or take another body.',
    ]);
    expect(messagesOf(RULE, summit('organization: ots-chs\nbody: ots-cfm\n'))).toHaveLength(1);
  });

  it('of any organization is judged alike', () => {
    const asean = 'kind: organization\nid: asean-forum\nname: ASEAN Regional Forum\ntype: body\nparent: asean\n';
    const own = 'kind: organization\nid: league\nname: League of Inventors\ntype: organization\n';
    const others = { 'asean-forum.yaml': asean, 'league.yaml': own };
    expect(messagesOf(RULE, summit('organization: asean\nbody: asean-forum\n'), others)).toEqual([]);
    expect(messagesOf(RULE, summit('organization: league\nbody: asean-forum\n'), others)).toEqual([
      'ASEAN Regional Forum is a body of ASEAN, not of League of Inventors: take another body, or name that organization.',
    ]);
  });

  it('that an organization is merely tied to is no part of it', () => {
    expect(messagesOf(RULE, summit('organization: ots\nbody: turkic-academy\n'))).toEqual([
      'International Turkic Academy is tied to the OTS without being a part of it: name it as the organization, or take another body.',
    ]);
  });

  it('is left alone where its record does not say whose it is', () => {
    const others = { 'club.yaml': 'kind: organization\nid: club\nname: Club\ntype: body\n' };
    expect(messagesOf(RULE, summit('organization: ots\nbody: club\n'), others)).toEqual([]);
    const inside = { ...others, 'part.yaml': 'kind: organization\nid: part\nname: Part\ntype: body\nparent: club\n' };
    expect(messagesOf(RULE, summit('organization: ots\nbody: part\n'), inside)).toEqual([]);
  });

  it('is left alone where a parent is unknown, of a wrong kind, or in a circle', () => {
    const body = (parent: string) => ({
      'club.yaml': `kind: organization\nid: club\nname: Club\ntype: organization\nparent: ${parent}\n`,
    });
    for (const parent of ['nobody', 'KAZ', 'club', '[ots]', '7']) {
      expect(messagesOf(RULE, summit('organization: ots\nbody: club\n'), body(parent))).toEqual([]);
    }
  });

  it('may have passed from an organization to the one that took over', () => {
    expect(messagesOf(RULE, summit('organization: cst\nbody: csto-csc\n'))).toEqual([]);
    expect(messagesOf(RULE, summit('organization: turkic-speaking-states-summits\nbody: ots-chs\n'))).toEqual([]);
    const circle = {
      'old.yaml': 'kind: organization\nid: old\nname: Old\ntype: organization\npredecessor: new\n',
      'new.yaml': 'kind: organization\nid: new\nname: New\ntype: organization\npredecessor: old\n',
    };
    expect(messagesOf(RULE, summit('organization: old\nbody: new\n'), circle)).toEqual([]);
    expect(messagesOf(RULE, summit('organization: ots\nbody: new\n'), circle)).toHaveLength(1);
  });

  it('that does not exist, or is no text, is for other rules to tell', () => {
    for (const fields of [
      'organization: csto\nbody: ots-council-of-eldest\n',
      'organization: nobody\nbody: ots-chs\n',
      'organization: csto\nbody: KAZ\n',
      'organization: csto\nbody:\n',
      'organization:\nbody: ots-chs\n',
      'organization: [csto]\nbody: { id: ots-chs }\n',
      'body: ots-chs\n',
      'organization: csto\nbody: "ots-chs\n',
    ]) {
      expect(messagesOf(RULE, summit(fields)), fields).toEqual([]);
    }
  });

  it('follows a record of the dataset that takes the place of the registry’s', () => {
    const others = {
      'ots-council-of-elders.yaml':
        'kind: organization\nid: ots-council-of-elders\nname: Elders of both\ntype: body\nparent: csto\n',
    };
    expect(messagesOf(RULE, summit('organization: csto\nbody: ots-council-of-elders\n'), others)).toEqual([]);
    expect(messagesOf(RULE, summit('organization: ots\nbody: ots-council-of-elders\n'), others)).toHaveLength(1);
  });
});
