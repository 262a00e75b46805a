/** Stories of bodies that are only proposed, and of those that have come to be. */
import { describe, expect, it } from 'vitest';
import { lineEnds } from '../support/fixture.ts';
import { messagesOf, problemsOf } from './support.ts';

const RULE = 'body-not-established';

const COUNCIL =
  'kind: organization\nid: ots-cybersecurity-council\nname: OTS Cybersecurity Council\ntype: body\nparent: ots\n';

function proposal(fields = 'status: proposed\n', id = 'council-idea'): string {
  return `kind: proposal\nid: ${id}\ntitle: Cybersecurity Council\ntype: establish-body\nparties: [{ state: KAZ }]\naddressed_to: { organization: ots }\ndate: 2025-10-07\ndomains: []\nresult: { organization: ots-cybersecurity-council }\n${fields}`;
}

function others(idea = proposal(), council = COUNCIL) {
  return { 'proposals/council-idea.yaml': idea, 'organizations/ots-cybersecurity-council.yaml': council };
}

const meeting = (date = '2025-10-20', fields = 'status: held\n') =>
  `kind: summit\nid: meeting\nname: First meeting\norganization: ots\nbody: ots-cybersecurity-council\ndate: ${date}\n${fields}`;

describe.each(lineEnds)('a body that is only proposed, with %s', (_, convert) => {
  it('is marked where it meets, and its proposal is shown', () => {
    const [problem, ...rest] = problemsOf(RULE, convert(meeting()), others());
    expect(rest).toEqual([]);
    expect(problem!.message).toBe(
      'OTS Cybersecurity Council is not established: the proposal for it is `proposed`. Name another body, or record in the proposal when it was adopted.',
    );
    expect(problem!.document.yaml.text.slice(problem!.span.start, problem!.span.end)).toBe('ots-cybersecurity-council');
    expect(problem!.related).toEqual([
      { kind: 'proposal', id: 'council-idea', path: ['status'], message: 'The proposal to establish it' },
    ]);
  });
});

describe('a body that is only proposed', () => {
  it('adopts no document, takes no proposal and has no chair', () => {
    const paper =
      'kind: document\nid: paper\ntitle: Paper\ntype: plan\norganization: ots\nbody: ots-cybersecurity-council\nadopted: 2025-10-20\n';
    const idea =
      'kind: proposal\nid: idea\ntitle: Idea\ntype: position\nparties: [{ state: KAZ }]\naddressed_to: { organization: ots, body: ots-cybersecurity-council }\ndomains: []\nstatus: proposed\n';
    const chair =
      'kind: chairmanship\nid: chair\norganization: ots-cybersecurity-council\nstate: KAZ\nfrom: 2025-10-20\n';
    for (const text of [paper, idea, chair]) expect(messagesOf(RULE, text, others()), text).toHaveLength(1);
  });

  it('of any sort is meant: body, centre, network', () => {
    for (const type of ['establish-centre', 'establish-network']) {
      expect(messagesOf(RULE, meeting(), others(proposal().replace('establish-body', type)))).toHaveLength(1);
    }
    for (const type of ['hold-event', 'transform-organization', 'new-format']) {
      expect(messagesOf(RULE, meeting(), others(proposal().replace('establish-body', type)))).toEqual([]);
    }
  });

  it('stays one while the proposal is anything short of adopted', () => {
    for (const status of ['announced', 'under-consideration', 'agreed', 'rejected', 'withdrawn', 'lapsed']) {
      expect(messagesOf(RULE, meeting(), others(proposal(`status: ${status}\n`))), status).toHaveLength(1);
    }
    for (const status of ['adopted', 'in-implementation', 'implemented', 'superseded', 'merged']) {
      expect(messagesOf(RULE, meeting(), others(proposal(`status: ${status}\n`))), status).toEqual([]);
    }
  });

  it('may be the result of proposals, the part of another body, and somebody’s employer', () => {
    const again = proposal('status: proposed\n', 'again');
    expect(messagesOf(RULE, again, others())).toEqual([]);
    const group =
      'kind: organization\nid: group\nname: Group\ntype: working-group\nparent: ots-cybersecurity-council\n';
    expect(messagesOf(RULE, group, others())).toEqual([]);
    const person =
      'kind: person\nid: head\nname: Head\noffices: [{ title: Head, organization: ots-cybersecurity-council }]\n';
    expect(messagesOf(RULE, person, others())).toEqual([]);
    expect(messagesOf(RULE, COUNCIL, { 'idea.yaml': proposal() })).toEqual([]);
  });

  it('is not one that the proposal is merely addressed to, nor a source of that id', () => {
    const league = 'kind: organization\nid: league\nname: League\ntype: organization\n';
    const asked = proposal()
      .replace('organization: ots', 'organization: league')
      .replace(/result:.*\n/, '');
    const text = meeting().replace('organization: ots\nbody: ots-cybersecurity-council', 'organization: league');
    expect(messagesOf(RULE, text, others(asked, league))).toEqual([]);
    const cited = 'status: held\ncitations: [{ source: ots-cybersecurity-council }]\n';
    const plain = meeting('2025-10-20', cited).replace('body: ots-cybersecurity-council\n', '');
    expect(messagesOf(RULE, plain, others())).toEqual([]);
  });

  it('may have a meeting planned for a day to come', () => {
    expect(messagesOf(RULE, meeting('2026', 'status: planned\n'), others())).toEqual([]);
    expect(messagesOf(RULE, meeting('2025-11-01', 'status: planned\n'), others())).toEqual([]);
    expect(messagesOf(RULE, meeting('2025', 'status: planned\n'), others())).toHaveLength(1);
  });
});

describe('a body that was adopted', () => {
  const history = (date: string) =>
    proposal(
      `status: adopted\nhistory:\n  - { status: proposed, date: 2025-10-07 }\n  - { status: adopted, ${date} }\n`,
    );

  it('was not there before that day', () => {
    expect(messagesOf(RULE, meeting('2025-10-20'), others(history('date: 2025-10-25')))).toEqual([
      'OTS Cybersecurity Council was not established yet: it was adopted on 25 October 2025. Name another body, or record in the proposal when it was adopted.',
    ]);
    expect(messagesOf(RULE, meeting('2025-10-25'), others(history('date: 2025-10-25')))).toEqual([]);
    expect(messagesOf(RULE, meeting('2025-10-30'), others(history('date: { value: 2025-10-25 }')))).toEqual([]);
  });

  it('is there from the first of the days that its proposal has, in whatever order', () => {
    const idea = proposal(
      'status: implemented\nhistory:\n  - { status: implemented, date: 2025-10-30 }\n  - { status: adopted, date: 2025-10-15 }\n',
    );
    expect(messagesOf(RULE, meeting('2025-10-20'), others(idea))).toEqual([]);
    expect(messagesOf(RULE, meeting('2025-10-10'), others(idea))[0]).toMatch(/adopted on 15 October 2025/);
  });

  it('is given the benefit of coarse and approximate dates', () => {
    for (const date of [
      'date: 2025',
      'date: 2025-10',
      'date: 2025-10-25~',
      'date: 2025-10-25?',
      'date: soon',
      'source: x',
    ]) {
      expect(messagesOf(RULE, meeting('2025-10-20'), others(history(date))), date).toEqual([]);
    }
    expect(messagesOf(RULE, meeting('2025'), others(history('date: 2025-10-25')))).toEqual([]);
    expect(messagesOf(RULE, meeting('2024'), others(history('date: 2025')))).toHaveLength(1);
  });

  it('at a meeting was so on the day of the meeting', () => {
    const summit = {
      'gabala.yaml': 'kind: summit\nid: gabala\nname: Gabala\norganization: ots\nstatus: held\ndate: 2025-10-07\n',
    };
    const adopted = others(history('summit: gabala'));
    expect(messagesOf(RULE, meeting('2025-10-06'), { ...adopted, ...summit })).toHaveLength(1);
    expect(messagesOf(RULE, meeting('2025-10-07'), { ...adopted, ...summit })).toEqual([]);
    expect(messagesOf(RULE, meeting('2025-10-06'), adopted)).toEqual([]);
  });

  it('by one of several proposals is there', () => {
    const all = { ...others(), 'again.yaml': proposal('status: adopted\n', 'again') };
    expect(messagesOf(RULE, meeting(), all)).toEqual([]);
    const last = { ...others(), 'once-more.yaml': proposal('status: adopted\n', 'once-more') };
    expect(messagesOf(RULE, meeting(), last)).toEqual([]);
  });

  it('may have been so before the first day that is known, where a step has none', () => {
    const idea = proposal(
      'status: implemented\nhistory:\n  - { status: adopted }\n  - { status: in-implementation, summit: nowhere }\n  - { status: implemented, date: 2025-10-25 }\n',
    );
    expect(messagesOf(RULE, meeting('2025-10-20'), others(idea))).toEqual([]);
  });

  it('is founded when its own record says so, whatever the proposal still says', () => {
    const founded = (date: string) => others(proposal(), `${COUNCIL}founded: { in_force: ${date} }\n`);
    expect(messagesOf(RULE, meeting(), founded('2025-10-15'))).toEqual([]);
    expect(messagesOf(RULE, meeting(), founded('2025'))).toEqual([]);
    expect(messagesOf(RULE, meeting(), founded('2026')), 'anachronistic-organization tells').toEqual([]);
    expect(messagesOf(RULE, meeting(), founded('soon'))).toHaveLength(1);
  });
});

describe('a half-written record', () => {
  it('is no reason to speak, nor to fail', () => {
    for (const fields of [
      'history: [',
      'history: { status: adopted }\n',
      'history: [null, 7, [adopted]]\nstatus: adopted\n',
    ]) {
      expect(() => messagesOf(RULE, meeting(), others(proposal(fields)))).not.toThrow();
    }
    for (const result of [
      'result:\n',
      'result: ots-cybersecurity-council\n',
      'result: { organization: [x] }\n',
      'result: []\n',
    ]) {
      const text = proposal().replace(/result:.*\n/, result);
      expect(messagesOf(RULE, meeting(), others(text)), result).toEqual([]);
    }
    expect(messagesOf(RULE, meeting(), others(proposal(''))), 'nobody knows how far it is').toEqual([]);
    expect(messagesOf(RULE, meeting(), others(proposal().replace(/type:.*\n/, '')))).toEqual([]);
    expect(messagesOf(RULE, meeting(), others(proposal(), '')), 'unknown-reference tells').toEqual([]);
    expect(messagesOf(RULE, meeting().replace(/body: .*/, 'body: "ots-cybersecurity-council'), others())).toEqual([]);
  });
});
