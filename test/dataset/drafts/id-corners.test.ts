/** Ids of new records from what is rarely said of them, and what an unusual id tells of its record. */
import { describe, expect, it } from 'vitest';
import { completed } from '../../../server/dataset/drafts/draft.ts';
import { draftText } from '../../../server/dataset/drafts/draft-text.ts';
import { fieldsFromId } from '../../../server/dataset/drafts/id-habit.ts';
import { idFromName } from '../../../server/dataset/drafts/ids.ts';
import { Placeholders } from '../../../server/dataset/drafts/placeholders.ts';
import { proposedId } from '../../../server/dataset/drafts/proposed-id.ts';
import type { YamlRecord } from '../../../server/dataset/yaml/tree.ts';
import { makeWorkspace } from '../../support/fixture.ts';

describe('the id that is proposed', () => {
  it.each<[string, string, YamlRecord, string | undefined]>([
    [
      'takes the day on which a page was seen where it has no other',
      'source',
      { publisher: 'TASS', accessed: '2025-03-01' },
      'tass-2025-03-01',
    ],
    [
      'takes no number of a site',
      'source',
      { publisher: 'TASS', url: 'https://x12345.org:44567/a/7654321' },
      'tass-7654321',
    ],
    [
      'takes no number of an address within an address',
      'source',
      { publisher: 'TASS', url: 'https://tass.com/7654321?from=http://x.org/1234567' },
      'tass-7654321',
    ],
    ['takes no number of a site alone', 'source', { publisher: 'TASS', url: 'https://123456.org' }, 'tass'],
    ['takes organization and year', 'summit', { organization: 'ots-chs', date: '2025-10-07' }, 'ots-chs-summit-2025'],
    [
      'is made of the name where the organization is no id',
      'summit',
      { name: 'Gabala', organization: 'O T', date: 2025 },
      'gabala',
    ],
    [
      'is made of the name where the date says nothing',
      'summit',
      { name: 'Gabala', organization: 'ots', date: null },
      'gabala',
    ],
    ['is made of the name where the first party is none', 'proposal', { title: 'Water', parties: ['x'] }, 'water'],
    ['is made of the name where there are no parties', 'proposal', { title: 'Water', parties: null }, 'water'],
    ['is made of the name where parties are a word', 'proposal', { title: 'Water', parties: 'x' }, 'water'],
    ['is made of the name where the state is none', 'proposal', { title: 'Water', parties: [{ state: 1 }] }, 'water'],
    ['is made of the name where nothing is said of parties', 'proposal', { title: 'Water' }, 'water'],
    [
      'takes the year of a moment',
      'summit',
      { organization: 'ots', date: { value: '2025-10-07T10:00+04:00' } },
      'ots-summit-2025',
    ],
    ['has no place where none is known', 'summit', { organization: 'ots', date: 2025, place: null }, 'ots-summit-2025'],
    [
      'takes no day that a source has wrong',
      'source',
      { publisher: 'TASS', published: { value: 'soon', stated: '2025-10-07' } },
      'tass',
    ],
    [
      'takes a word that ends with the 30th letter',
      'proposal',
      { title: 'Transboundary waters a council', parties: [{ state: 'KGZ' }] },
      'kgz-transboundary-waters-a-council',
    ],
    [
      'takes no word that ends with the 31st',
      'proposal',
      { title: 'Transboundary waters of council', parties: [{ state: 'KGZ' }] },
      'kgz-transboundary-waters-of',
    ],
  ])('%s', (_, kind, record, id) => expect(proposedId(kind, record)).toBe(id));
});

it.each([
  ['  Мира, Садыр!  ', 'mira-sadyr'],
  ['"Green" — Water', 'green-water'],
])('the name %j becomes the id %s', (name, id) => expect(idFromName(name)).toBe(id));

it('an id tells fields by their paths', () => {
  const { dataset } = makeWorkspace({}, []);
  expect([...fieldsFromId('chairmanship', 'ots-chair-2027-kgz', dataset)]).toEqual([
    ['organization', 'ots'],
    ['from', '2027'],
    ['state', 'KGZ'],
  ]);
  expect([...fieldsFromId('proposal', 'kaz-ots-water-2025', dataset)]).toEqual([['parties.0.state', 'KAZ']]);
});

it('gaps stand in the order of the schema', () => {
  const { gaps } = completed(makeWorkspace({}, []), 'chairmanship', { id: 'new-one', isGuess: false }, {});
  expect(gaps).toEqual([['organization'], ['state'], ['from']]);
});

it('whether a quote is a translation is guessed to be not so', () => {
  const guesses = new Placeholders(makeWorkspace({}, []), { kind: 'proposal', id: 'kaz-water' });
  expect(guesses.text(['quotes', 0, 'translated'])).toBe('false');
});

it('a draft says what is to be filled in, and writes what nobody would see as it is named', () => {
  const { value } = completed(
    makeWorkspace({}, []),
    'summit',
    { id: 'x', isGuess: false },
    {
      name: '\u0007 and \ufeff',
      note: null,
      'x-own': [{ b: null }, [], {}],
      place: { city: null },
    },
  );
  const text = draftText({ kind: 'summit', id: 'x', value, gaps: [['status'], ['date'], ['x-own']] });
  expect(text.split('\n')).toEqual([
    'kind: summit',
    'id: x',
    'name: "\\u0007 and \\ufeff"',
    'organization: ots',
    'status: planned  # TODO: planned | confirmed | held | postponed | cancelled',
    'date: 2025-10-31  # TODO: a date such as 2025-10-07, 2025-10 or 2025',
    'place: { city: null }',
    'note: null',
    'x-own:  # TODO: fill in',
    '  - { b: null }',
    '  - []',
    '  - {}',
    '',
  ]);
});

it('a draft lists few values whole, and of many what fits', () => {
  const value = { format: 'regular', topics: [] };
  expect(draftText({ kind: 'summit', id: 'x', value, gaps: [['format'], ['topics']] }).split('\n')).toEqual([
    'format: regular  # TODO: regular | informal | extraordinary | jubilee | preparatory | conference | forum | audience',
    'topics: []  # TODO: list of cybersecurity | information-security | critical-infrastructure | counter-terrorism | counter-extremism | organised-crime | …',
    '',
  ]);
});
