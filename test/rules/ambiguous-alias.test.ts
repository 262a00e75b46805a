/** `ambiguous-alias`: whom a name may mean, and one fix for each. */
import { describe, expect, it } from 'vitest';
import { lineEnds } from '../support/fixture.ts';
import { fixOf, messagesOf, problemsOf, type Story, tell } from './support.ts';

const BODY = 'kind: organization\nid: x-body\nname: Body\ntype: body\n';
const OTHERS = {
  'persons.yaml':
    'kind: person\nid: akylbek\nname: Akylbek Japarov\naliases: [Zhaparov]\n---\nkind: person\nid: sadyr\nname: Sadyr Japarov\naliases: [Zhaparov]\n',
};

const STORIES: Readonly<Record<string, Story>> = {
  'a name of several': {
    before: `${BODY}---\nkind: proposal\nid: a\ntitle: A\ntype: position\nparties: [{ person: Zhaparov }]\ndomains: []\nstatus: proposed\n`,
    fix: 'Change to `sadyr` (Sadyr Japarov)',
    after: `${BODY}---\nkind: proposal\nid: a\ntitle: A\ntype: position\nparties: [{ person: sadyr }]\ndomains: []\nstatus: proposed\n`,
  },
};

describe.each(lineEnds)('with %s', (_, convert) => {
  it.each(Object.entries(STORIES))('%s', (_name, story) =>
    tell('ambiguous-alias', { others: OTHERS, ...story }, convert),
  );
});

describe('ambiguous-alias', () => {
  it('lists whom it may mean, and leads to each', () => {
    const [problem] = problemsOf(
      'ambiguous-alias',
      `kind: source\nid: s\npublisher: P\n---\n${BODY}---\nkind: proposal\nid: a\ntitle: A\ntype: position\nparties: [{ person: Zhaparov }]\ndomains: []\nstatus: proposed\n`,
      OTHERS,
    );
    expect(problem?.message).toBe(
      '`Zhaparov` is a name of `akylbek` (Akylbek Japarov) and `sadyr` (Sadyr Japarov): write the id of the one that is meant.',
    );
    expect(problem?.related).toEqual([
      { kind: 'person', id: 'akylbek', path: ['id'], message: 'Akylbek Japarov' },
      { kind: 'person', id: 'sadyr', path: ['id'], message: 'Sadyr Japarov' },
    ]);
  });

  it('lists an id that two records have once, by the name of the first', () => {
    const [akylbek, sadyr] = OTHERS['persons.yaml'].split('---\n');
    const again = akylbek!.replace('Akylbek Japarov', 'Akylbek Zhaparov');
    const text = STORIES['a name of several']!.before;
    expect(messagesOf('ambiguous-alias', text, { 'a.yaml': akylbek!, 'b.yaml': again, 'c.yaml': sadyr! })).toEqual([
      '`Zhaparov` is a name of `akylbek` (Akylbek Japarov) and `sadyr` (Sadyr Japarov): write the id of the one that is meant.',
    ]);
  });

  it('lists them by id, in whichever files they are', () => {
    const [akylbek, sadyr] = OTHERS['persons.yaml'].split('---\n');
    const text = STORIES['a name of several']!.before;
    const [problem] = problemsOf('ambiguous-alias', text, { 'a.yaml': sadyr!, 'b.yaml': akylbek! });
    expect(problem?.related.map(({ id }) => id)).toEqual(['akylbek', 'sadyr']);
  });

  it('takes none of them unseen', () => {
    const text = STORIES['a name of several']!.before;
    expect(fixOf('ambiguous-alias', text, 'Change to `sadyr` (Sadyr Japarov)', OTHERS).certain).toBeUndefined();
  });

  it('says nothing of a name with one owner, or of a kind that nobody of that name is of', () => {
    const one = { 'persons.yaml': OTHERS['persons.yaml'].split('---\n')[0]! };
    expect(messagesOf('ambiguous-alias', STORIES['a name of several']!.before, one)).toEqual([]);
    expect(messagesOf('ambiguous-alias', `${BODY}parent: Zhaparov\n`, OTHERS)).toEqual([]);
  });
});
