/** `status-not-latest`: proposals whose history has gone on, or has not kept up. */
import { describe, expect, it } from 'vitest';
import { lineEnds } from '../support/fixture.ts';
import { fixOf, messagesOf, problemsOf, type Story, tell } from './support.ts';

const RULE = 'status-not-latest';
const IDEA =
  'kind: proposal\nid: idea\ntitle: An idea\ntype: adopt-agreement\nparties: [{ organization: asean }]\ndomains: []\n';
const proposal = (status: string, ...steps: string[]) =>
  `${IDEA}status: ${status}\nhistory:\n${steps.map((step) => `  - { ${step} }\n`).join('')}`;

describe('status-not-latest', () => {
  it('tells of a status that the history has passed, and leads to the last step', () => {
    const text = proposal('proposed', 'status: proposed, date: 2016', 'status: adopted, date: 2017');
    const [problem, ...others] = problemsOf(RULE, text);
    expect(problem?.message).toBe(
      'The history ends with `adopted`: take that, or add the step that has led to `proposed`.',
    );
    expect(text.slice(problem?.span.start, problem?.span.end)).toBe('proposed');
    expect(problem?.related).toEqual([
      { kind: 'proposal', id: 'idea', path: ['history', 1, 'status'], message: 'The last step: `adopted`' },
    ]);
    expect(others).toEqual([]);
  });

  it.each([
    ['one step', ['status: adopted']],
    ['three steps', ['status: announced', 'status: proposed', 'status: adopted']],
  ])('finds the last of %s', (_, steps) => {
    expect(messagesOf(RULE, proposal('proposed', ...steps))).toEqual([
      'The history ends with `adopted`: take that, or add the step that has led to `proposed`.',
    ]);
  });

  it('leads nowhere in a record that has no id yet', () => {
    const [problem] = problemsOf(RULE, proposal('proposed', 'status: adopted').replace('id: idea\n', ''));
    expect(problem?.related).toEqual([]);
  });

  it('is certain only where the status is one that the proposal had before', () => {
    const passed = proposal('proposed', 'status: proposed', 'status: adopted');
    expect(fixOf(RULE, passed, 'Change to `adopted`').certain).toBe(true);
    const ahead = proposal('implemented', 'status: proposed', 'status: adopted');
    expect(fixOf(RULE, ahead, 'Change to `adopted`').certain).toBe(false);
  });

  it.each([
    ['the same status', proposal('adopted', 'status: proposed', 'status: adopted')],
    ['no history', `${IDEA}status: adopted\n`],
    ['an empty history', `${IDEA}status: adopted\nhistory: []\n`],
    ['a last step without a status', proposal('adopted', 'status: proposed', 'date: 2017')],
    ['a last step with a status that is none', proposal('adopted', 'status: proposed', 'status: adoptd')],
    ['a status that is none', proposal('propozed', 'status: adopted')],
    ['a status that is a map', proposal('{ proposed: true }', 'status: adopted')],
    ['a history out of order', proposal('proposed', 'status: adopted', 'status: proposed', 'status: agreed')],
    ['a history that is a text', `${IDEA}status: proposed\nhistory: adopted\n`],
    ['a line that cannot be read', `${IDEA}status: "proposed\nhistory: [{ status: adopted }]\n`],
  ])('says nothing of %s', (_, text) => expect(messagesOf(RULE, text)).toEqual([]));
});

const SET: Readonly<Record<string, Story>> = {
  'in its quotes': {
    before: proposal("'proposed' # for now", 'status: proposed', 'status: adopted'),
    fix: 'Change to `adopted`',
    after: proposal("'adopted' # for now", 'status: proposed', 'status: adopted'),
  },
};

describe.each(lineEnds)('with %s', (_, convert) => {
  it.each(Object.entries(SET))('status-not-latest sets the status %s', (_name, story) => tell(RULE, story, convert));
});
