/** The compiled validators: what fits, and that one mistake is one error. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { kinds, mistakes, validators } from './support.ts';

type Fields = Record<string, unknown>;

const fixtures = parseAllDocuments(readFileSync(new URL('fixtures/records.yaml', import.meta.url), 'utf8')).map(
  (document) => (document as { toJS(): Fields }).toJS(),
);

/** The least that a record of each kind can be. */
const LEAST: Record<string, Fields> = {
  summit: { name: 'Summit', organization: 'ots', status: 'held', date: 2025 },
  proposal: {
    title: 'Proposal',
    type: 'position',
    parties: [{ state: 'KAZ' }],
    domains: ['water'],
    status: 'proposed',
  },
  organization: { name: 'Organization', type: 'forum' },
  state: { id: 'KAZ', name: 'Kazakhstan' },
  person: { name: 'Somebody' },
  document: { title: 'Document', type: 'plan' },
  chairmanship: { organization: 'ots', state: 'KGZ', from: '2024-11-06' },
  source: { publisher: 'TASS' },
};

/** The least record of a kind, with some fields changed or added. */
function record(kind: string, fields: Fields = {}): Fields {
  return { kind, id: 'some-id', ...LEAST[kind], ...fields };
}

describe('a right record', () => {
  it.each(fixtures.map((fields) => [fields.id, fields] as const))('%s', (_id, fields) => {
    expect(mistakes(fields.kind as string, fields)).toEqual([]);
  });

  it.each(kinds)('%s with nothing but what is required', (kind) => {
    expect(mistakes(kind, record(kind))).toEqual([]);
    expect(validators[kind]?.(record(kind))).toBe(true);
  });

  it.each(kinds)('%s with all common fields', (kind) => {
    const common = {
      names: [{ text: 'Имя', lang: 'ru', type: 'former', from: 2001, to: '2005~' }],
      aliases: ['Other'],
      former_ids: ['old-id'],
      citations: [{ source: 'tass', locator: 'p. 1', supports: ['date'], quote: 'one' }],
      note: 'Note',
      exceptions: [{ rule: 'uncited', reason: 'no source yet' }],
    };
    expect(mistakes(kind, record(kind, common))).toEqual([]);
  });

  it.each([
    2025,
    '2017-41',
    { text: 'next year' },
    { value: 2025, basis: 'inferred' },
    { value: '2024-11-28', stated: '2024-11-24', note: 'x' },
  ])('a date may be %j', (date) => {
    expect(mistakes('summit', record('summit', { date }))).toEqual([]);
  });

  it('a manifest, with one glob or several', () => {
    expect(
      mistakes('manifest', { dataset: 'D', records: '**/*.yaml', rules: { uncited: 'off' }, today: 2025 }),
    ).toEqual([]);
    expect(mistakes('manifest', { records: ['a/*.yaml', 'b/*.yaml'] })).toEqual([]);
    expect(mistakes('manifest', {})).toEqual([]);
  });
});

describe('a wrong record has exactly one error', () => {
  const WRONG: [string, string, Fields, string, string][] = [
    ['an unknown property', 'summit', { statuss: 'held' }, '', 'unevaluatedProperties'],
    ['a value that is not in the list', 'summit', { status: 'hold' }, '/status', 'enum'],
    ['a number where a listed value belongs', 'summit', { level: 3 }, '/level', 'enum'],
    ['a list where a text belongs', 'summit', { name: ['a'] }, '/name', 'type'],
    ['an empty name', 'summit', { name: ' ' }, '/name', 'pattern'],
    ['an empty value', 'summit', { name: null }, '/name', 'type'],
    ['an ordinal of zero', 'summit', { ordinal: 0 }, '/ordinal', 'minimum'],
    ['a date with an unknown key', 'summit', { date: { valu: 2025 } }, '/date', 'additionalProperties'],
    ['a date without anything', 'summit', { date: {} }, '/date', 'minProperties'],
    ['a list for a date', 'summit', { date: [2025] }, '/date', 'type'],
    ['a basis that is not in the list', 'summit', { date: { value: 2025, basis: 'guess' } }, '/date/basis', 'enum'],
    ['a participant who is nobody', 'summit', { participants: [{ role: 'member' }] }, '/participants/0', 'anyOf'],
    ['a participant that is no map', 'summit', { participants: ['KAZ'] }, '/participants/0', 'type'],
    ['an outcome that is nothing', 'summit', { outcomes: [{}] }, '/outcomes/0', 'anyOf'],
    [
      'an outcome that is both',
      'summit',
      { outcomes: [{ document: 'a', decision: 'b' }] },
      '/outcomes/0/decision',
      'false schema',
    ],
    ['an unknown key in a map', 'summit', { place: { town: 'Gabala' } }, '/place', 'additionalProperties'],
    ['a topic that is not in the list', 'summit', { topics: ['cyber'] }, '/topics/0', 'enum'],
    ['an id in capitals', 'summit', { id: 'OTS-2025' }, '/id', 'pattern'],
    ['another kind', 'summit', { kind: 'meeting' }, '/kind', 'const'],
    ['a citation of nothing', 'summit', { citations: [{ locator: 'p. 1' }] }, '/citations/0', 'required'],
    ['an exception without a reason', 'summit', { exceptions: [{ rule: 'uncited' }] }, '/exceptions/0', 'required'],
    [
      'a name with an unknown key',
      'summit',
      { names: [{ text: 'a', language: 'en' }] },
      '/names/0',
      'additionalProperties',
    ],
    ['two occasions', 'proposal', { made_at: 'a', context: 'b' }, '/context', 'false schema'],
    ['no party', 'proposal', { parties: [] }, '/parties', 'minItems'],
    ['two results', 'proposal', { result: { summit: 'a', document: 'b' } }, '/result/document', 'false schema'],
    ['a result in the short form', 'proposal', { result: 'a' }, '/result', 'type'],
    ['a relation without a type', 'proposal', { relations: [{ proposal: 'a' }] }, '/relations/0', 'required'],
    ['an addressee without an organization', 'proposal', { addressed_to: { body: 'a' } }, '/addressed_to', 'required'],
    ['a member that is nobody', 'organization', { members: [{ status: 'member' }] }, '/members/0', 'anyOf'],
    ['a lower-case code', 'state', { id: 'kaz' }, '/id', 'pattern'],
    ['an office that belongs nowhere', 'person', { offices: [{ title: 'President' }] }, '/offices/0', 'anyOf'],
    ['an address that is none', 'source', { url: 'example.org' }, '/url', 'pattern'],
  ];

  it.each(WRONG)('%s', (_what, kind, fields, instancePath, keyword) => {
    expect(mistakes(kind, record(kind, fields))).toMatchObject([{ instancePath, keyword }]);
  });

  it('a missing field, each by its name', () => {
    const { name: _name, date: _date, ...rest } = record('summit');
    const missing = mistakes('summit', rest).map(({ params }) => params.missingProperty);
    expect(missing).toEqual(['name', 'date']);
  });

  it('two occasions and an unknown field are two errors', () => {
    const both = mistakes('proposal', record('proposal', { made_at: 'a', context: 'b', nothing: 1 }));
    expect(both.map(({ keyword }) => keyword).sort()).toEqual(['false schema', 'unevaluatedProperties']);
  });

  it.each([
    [{ rules: { uncited: 'warn' } }, '/rules/uncited', 'enum'],
    [{ records: 5 }, '/records', 'type'],
    [{ name: 'D' }, '', 'additionalProperties'],
  ])('a manifest with %j', (manifest, instancePath, keyword) => {
    expect(mistakes('manifest', manifest)).toMatchObject([{ instancePath, keyword }]);
  });
});
