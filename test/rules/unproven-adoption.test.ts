/** `unproven-adoption`: proposals that are adopted, and what shows it. */
import { describe, expect, it } from 'vitest';
import { lineEnds } from '../support/fixture.ts';
import { messagesOf, problemsOf } from './support.ts';

const RULE = 'unproven-adoption';
const IDEA =
  'kind: proposal\nid: idea\ntitle: An idea\ntype: hold-event\nparties: [{ organization: eu }]\ndomains: []\n';
const SUMMIT = {
  'paris.yaml': 'kind: summit\nid: paris\nname: Paris\norganization: eu\nstatus: held\ndate: { value: 2025-06-01 }\n',
};

const PARIS = (outcomes: string) => ({ 'paris.yaml': `${SUMMIT['paris.yaml']}outcomes: ${outcomes}\n` });

describe('unproven-adoption', () => {
  it.each([
    ['adopted', 'adopted'],
    ['implemented', 'carried out'],
  ])('tells of a proposal that is %s with nothing to show for it', (status, done) => {
    const text = `${IDEA}status: ${status}\n`;
    const [problem, ...others] = problemsOf(RULE, text);
    expect(problem?.message).toBe(
      `Nothing here shows that this was ${done}: add the document, the decision or the \`result\`.`,
    );
    expect(text.slice(problem?.span.start, problem?.span.end)).toBe(status);
    expect(others).toEqual([]);
  });

  it.each([
    ['an empty result', 'result: {}'],
    ['a result that is empty', 'result: { document: }'],
    ['steps alone', 'history: [{ status: proposed }, { status: adopted, source: report }]'],
    ['a document of another meeting', 'made_at: paris'],
    ['a meeting at which it was proposed', 'history: [{ status: proposed, summit: paris }, { status: adopted }]'],
  ])('takes %s for no proof', (_, more) => {
    expect(messagesOf(RULE, `${IDEA}status: adopted\n${more}\n`, PARIS('[{ document: x }]'))).toHaveLength(1);
  });

  it('wants to see what a meeting has brought about', () => {
    const text = `${IDEA}status: adopted\nhistory: [{ status: adopted, summit: paris }]\n`;
    expect(messagesOf(RULE, text, SUMMIT)).toHaveLength(1);
    expect(messagesOf(RULE, text, PARIS('[]'))).toHaveLength(1);
    expect(messagesOf(RULE, text, PARIS('[{ decision: A forum is held }]'))).toEqual([]);
    expect(messagesOf(RULE, text, PARIS('[{ document: x }]'))).toEqual([]);
    expect(messagesOf(RULE, text), 'a meeting that nobody knows may have').toEqual([]);
  });

  it.each([
    ['a result', 'status: adopted\nresult: { organization: eu }'],
    [
      'a document on the way',
      'status: implemented\nhistory: [{ status: adopted, document: paper }, { status: implemented }]',
    ],
    ['what is being carried out', 'status: in-implementation'],
    ['what is agreed', 'status: agreed'],
    ['what was withdrawn', 'status: withdrawn'],
    ['a status that is none', 'status: adoptd'],
    ['a status by a name of every object', 'status: toString'],
    ['a status that is a list', 'status: [adopted]'],
    ['a text that breaks off', 'status: adopted\nresult: { organization: "eu }'],
  ])('says nothing of %s', (_, text) => expect(messagesOf(RULE, `${IDEA}${text}\n`)).toEqual([]));

  it('says nothing of other records', () => {
    expect(messagesOf(RULE, 'kind: document\nid: a\ntitle: A\ntype: plan\nstatus: adopted\n')).toEqual([]);
  });
});

describe.each(lineEnds)('with %s', (_, convert) => {
  it('unproven-adoption marks the status alone', () => {
    const text = convert(`# Идея 🕊\n${IDEA}status: 'adopted' # so they say\n`);
    const [problem] = problemsOf(RULE, text);
    expect(text.slice(problem?.span.start, problem?.span.end)).toBe("'adopted'");
  });
});
