/** `membership-overlap`: one party with two standings at a time, and how the earlier one is ended. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rules } from '../../server/rules/index.ts';
import { lineEnds, makeWorkspace, ROOT } from '../support/fixture.ts';
import { messagesOf, problemsOf, type Story, tell, titlesOf } from './support.ts';

const REGISTRY = new URL('../../schemas/registry/organizations/', import.meta.url);
const RULE = 'membership-overlap';
const union = (...entries: string[]) =>
  `kind: organization\nid: lake-union\nname: Lake Union\ntype: organization\nmembers:\n${entries.map((entry) => `  - ${entry}\n`).join('')}note: n\n`;
const said = (...entries: string[]) => messagesOf(RULE, union(...entries));

describe(RULE, () => {
  it('tells of an observer that has become a member, and leads to the other entry', () => {
    const [problem] = problemsOf(
      RULE,
      union('{ state: FIN, status: observer, from: 2010 }', '{ state: FIN, status: member, from: 2020-03-15 }'),
    );
    expect(problem?.message).toBe(
      'Finland has another entry, as a member, that begins on 15 March 2020, and this one does not end there: write `to: 2020-03-15`.',
    );
    expect(problem?.related).toEqual([
      { kind: 'organization', id: 'lake-union', path: ['members', 1], message: 'The other entry' },
    ]);
    expect(problem?.fixes().map(({ certain }) => certain === true)).toEqual([false]);
  });

  it('goes by the dates, not by the order of the entries', () => {
    const text = union(
      '{ state: FIN, status: member, from: 2020-03-15 }',
      '{ state: FIN, status: observer, from: 2010, to: 2021 }',
    );
    const marked = problemsOf(RULE, text).map(({ span }) => text.slice(span.start, span.end));
    expect(marked).toEqual(['2021']);
  });

  it('tells of what stands there twice', () => {
    expect(said('{ state: FIN, status: member, from: 2010 }', '{ state: FIN, status: member, from: 2010 }')).toEqual([
      'Finland is listed twice for the same time, as a member. Remove one of the entries, or part their periods.',
    ]);
    expect(said('{ state: FIN, status: member }', '{ state: FIN, status: partner }')).toEqual([
      'Finland is listed twice for the same time, as a member and as a partner. Remove one of the entries, or part their periods.',
    ]);
    const within = union(
      '{ state: FIN, status: member, from: 2000 }',
      '{ state: FIN, status: observer, from: 2005, to: 2007 }',
    );
    expect(messagesOf(RULE, within)).toHaveLength(1);
    expect(titlesOf(RULE, within)).toEqual([]);
  });

  it('tells of any standing that is there twice at once', () => {
    const entry = '{ state: FIN, status: candidate, from: 2010 }';
    expect(said(entry, entry)).toEqual([
      'Finland is listed twice for the same time, as a candidate. Remove one of the entries, or part their periods.',
    ]);
  });

  it('says nothing where a coarse beginning may lie behind the other period', () => {
    expect(
      said(
        '{ state: FIN, status: observer, from: 2024 }',
        '{ state: FIN, status: member, from: 2024-03, to: 2024-05 }',
      ),
    ).toEqual([]);
  });

  it('tells it once for each entry that begins too early', () => {
    const entries = ['2000', '2005', '2010'].map((from) => `{ state: FIN, status: member, from: ${from} }`);
    expect(titlesOf(RULE, union(...entries))).toEqual(['Write `to: 2005`', 'Write `to: 2010`']);
  });

  it('speaks of organizations, and of states that nobody has heard of not', () => {
    expect(said('{ organization: eu, status: observer }', '{ organization: eu, status: member }')).toEqual([
      'The EU is listed twice for the same time, as an observer and as a member. Remove one of the entries, or part their periods.',
    ]);
    expect(said('{ state: XQQ, status: observer }', '{ state: XQQ, status: member }')).toEqual([]);
  });

  it('does without the id of the record', () => {
    const text = union('{ state: FIN, status: member }', '{ state: FIN, status: member }');
    expect(problemsOf(RULE, text.replace('id: lake-union\n', '')).map(({ related }) => related)).toEqual([[]]);
  });

  it.each([
    ['a shared day', ', status: observer, from: 2010, to: 2020-03-15', ', status: member, from: 2020-03-15'],
    ['a year that they share', ', status: observer, to: 2020', ', status: member, from: 2020-03'],
    ['a time between them', ', status: member, to: 2004', ', status: member, from: 2010'],
    ['an approximate date', ', status: observer, to: 2022~', ', status: member, from: 2020'],
    ['an uncertain beginning', ', status: observer', ', status: member, from: 2020?'],
    ['a suspended member', ', status: member, from: 2010', ', status: suspended, from: 2020'],
    ['a frozen member', ', status: member, from: 2010', ', status: frozen, from: 2020'],
    ['an observer that wants to join', ', status: observer, from: 2010', ', status: candidate, from: 2020'],
    [
      'an end that cannot be read',
      ', status: observer, from: 2010, to: 2020-2-1',
      ', status: member, from: 2020-02-01',
    ],
    ['an end that is not there yet', ', status: observer, from: 2010, to: ', ', status: member, from: 2020-02-01'],
    ['an end that is not resolved', ', status: observer, to: { text: later }', ', status: member, from: 2020'],
    ['a period turned round', ', status: observer, from: 2022, to: 2010', ', status: member, from: 2005'],
    ['entries without a standing', '', ''],
    ['odd standings', ', status: [member]', ', status: [member]'],
  ])('says nothing of %s', (_, first, second) => {
    expect(said(`{ state: FIN${first} }`, `{ state: FIN${second} }`)).toEqual([]);
  });

  it('says nothing of two parties, nor of odd lists, nor on a broken line', () => {
    expect(said('{ state: FIN, status: member }', '{ state: EST, status: member }')).toEqual([]);
    expect(said('7', 'null', '[]', 'FIN', '{ state: [FIN], status: member }', '{ status: member }')).toEqual([]);
    for (const members of ['7', 'null', 'FIN', '{ state: FIN, status: member }']) {
      expect(messagesOf(RULE, `kind: organization\nid: a\nname: A\ntype: forum\nmembers: ${members}\n`)).toEqual([]);
    }
    expect(said('{ state: "FIN, status: member }', '{ state: FIN, status: member }')).toEqual([]);
  });

  it('bears a list of thousands of entries of one state', () => {
    const entries = Array.from(
      { length: 1500 },
      (_, i) => `{ state: FIN, status: member, from: ${1000 + i}, to: ${1000 + i} }`,
    );
    expect(said(...entries)).toEqual([]);
  });

  it('finds nothing in the registry', () => {
    const names = readdirSync(REGISTRY);
    const texts = Object.fromEntries(names.map((name) => [name, readFileSync(new URL(name, REGISTRY), 'utf8')]));
    const workspace = makeWorkspace(texts, rules);
    const found = names.flatMap((name) => workspace.problemsOf(`${ROOT}/${name}`));
    expect(names).toContain('ots.yaml');
    expect(found.filter(({ rule }) => rule === RULE).map(({ message }) => message)).toEqual([]);
  });
});

const FIRST = '{ state: FIN, status: observer, from: 2010 }';
const SECOND = '{ state: FIN, status: member, from: 2020-03-15 }';
const STORIES: Readonly<Record<string, Story>> = {
  'gets an end of its own': {
    before: union('&e { state: EST, status: observer, to: 2030 }', '{ <<: *e, state: FIN, from: 2010 }', SECOND),
    fix: 'Write `to: 2020-03-15`',
    after: union(
      '&e { state: EST, status: observer, to: 2030 }',
      '{ <<: *e, state: FIN, from: 2010, to: 2020-03-15 }',
      SECOND,
    ),
  },
  'gets an end': {
    before: union(FIRST, SECOND),
    fix: 'Write `to: 2020-03-15`',
    after: union('{ state: FIN, status: observer, from: 2010, to: 2020-03-15 }', SECOND),
  },
  'gets an end in its place': {
    before: union('state: FIN # Суоми\n    status: observer\n    from: 2010\n    note: so far', SECOND),
    fix: 'Write `to: 2020-03-15`',
    after: union(
      'state: FIN # Суоми\n    status: observer\n    from: 2010\n    to: 2020-03-15\n    note: so far',
      SECOND,
    ),
  },
  'gets another end': {
    before: union("{ state: FIN, status: observer, to: '2021' } # observer", SECOND),
    fix: 'Write `to: 2020-03-15`',
    after: union("{ state: FIN, status: observer, to: '2020-03-15' } # observer", SECOND),
  },
  'gets another end in the long form': {
    before: union(
      '{ state: FIN, status: observer, to: { value: 2021, text: last year } }',
      '{ state: FIN, status: member, from: { value: 2019 } }',
    ),
    fix: 'Write `to: 2019`',
    after: union(
      '{ state: FIN, status: observer, to: { value: 2019, text: last year } }',
      '{ state: FIN, status: member, from: { value: 2019 } }',
    ),
  },
};

describe.each(lineEnds)('with %s', (_, convert) => {
  it.each(Object.entries(STORIES))('the earlier entry %s', (_name, story) => tell(RULE, story, convert));
});
