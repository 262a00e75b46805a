/** `duplicate-id`: which records count as having one id, and where the rule leads. */
import { describe, expect, it } from 'vitest';
import { messagesOf, problemsOf } from './support.ts';

const ORG = 'kind: organization\nid: x-org\nname: Org\ntype: forum\n';

describe('duplicate-id', () => {
  it('tells of a record with the same id in another file, and leads there', () => {
    const [problem] = problemsOf('duplicate-id', ORG, { 'other.yaml': ORG });
    expect(problem?.message).toBe('Another organization has this id, too: give one of them another.');
    expect(problem?.related).toEqual([
      { kind: 'organization', id: 'x-org', path: ['id'], message: 'The other organization' },
    ]);
  });

  it('leads to each of the others by a fix that changes nothing', () => {
    const [problem] = problemsOf('duplicate-id', ORG, { 'b.yaml': ORG, 'c.yaml': ORG.replace('x-org', 'X-Org') });
    expect(problem?.fixes()).toEqual(
      problem?.related.map((goesTo) => ({ title: `Go to the other \`${goesTo.id}\``, edits: [], goesTo })),
    );
    expect(problem?.related.map(({ id }) => id)).toContain('x-org');
  });

  it('tells of ids that differ in case only', () => {
    expect(messagesOf('duplicate-id', ORG, { 'other.yaml': ORG.replace('x-org', 'X-Org') })).toEqual([
      'Another organization has the id `X-Org`, which differs in case only: give one of them another.',
    ]);
  });

  it.each([
    ['records of two kinds', ORG, 'kind: person\nid: x-org\nname: A\n'],
    ['a record that takes the place of one in the registry', 'kind: state\nid: KAZ\nname: Kazakhstan\n', ''],
    ['records without an id', 'kind: person\nname: A\n', 'kind: person\nname: B\n'],
  ])('says nothing of %s', (_, text, other) => {
    expect(messagesOf('duplicate-id', text, { 'other.yaml': other })).toEqual([]);
  });
});
