/** Records that do not exist yet: whatever is said of one is kept, whatever it lacks is guessed and marked. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { completed, type Draft } from '../../../server/dataset/drafts/draft.ts';
import { draftText } from '../../../server/dataset/drafts/draft-text.ts';
import { kinds, schemaOf } from '../../../server/dataset/schema.ts';
import { shapeErrors } from '../../../server/dataset/shape.ts';
import type { YamlRecord } from '../../../server/dataset/yaml/tree.ts';
import { makeWorkspace } from '../../support/fixture.ts';

const empty = makeWorkspace({}, []);

const begin = (kind: string, id: string, given: YamlRecord = {}, workspace = empty): Draft =>
  completed(workspace, kind, { id, isGuess: false }, given);
const plain = (value: unknown) => JSON.parse(JSON.stringify(value));
const gapsOf = ({ gaps }: Draft) => gaps.map((path) => path.join('.'));

describe('a new record', () => {
  it.each(kinds)('of the kind %s has all that it needs, in the order of its schema', (kind) => {
    const draft = begin(kind, kind === 'state' ? 'XAA' : 'new-one');
    expect(shapeErrors(kind, draft.value)).toEqual([]);
    const order = [...schemaOf(kind).properties.keys()];
    expect(Object.keys(draft.value)).toEqual(order.filter((name) => name in draft.value));
    expect(Object.keys(draft.value)).toEqual(expect.arrayContaining([...schemaOf(kind).required]));
    expect(parse(draftText(draft))).toEqual(plain(draft.value));
  });

  it('takes from its id which records it is about, and guesses nothing that is said', () => {
    const draft = begin('chairmanship', 'csto-chair-2027-kgz', { from: '2027-01-01' });
    expect(plain(draft)).toEqual({
      kind: 'chairmanship',
      id: 'csto-chair-2027-kgz',
      value: {
        kind: 'chairmanship',
        id: 'csto-chair-2027-kgz',
        organization: 'csto',
        state: 'KGZ',
        from: '2027-01-01',
      },
      gaps: [],
    });
  });

  it('has a name to begin with, also where it could do without one', () => {
    expect(begin('source', 'tass-one').value.title).toBe('Tass One');
  });

  it('keeps what is said, whatever its id tells', () => {
    const { value } = begin('chairmanship', 'csto-chair-2027-kgz', { organization: 'ots', state: 'KAZ', from: 2028 });
    expect(plain(value)).toMatchObject({ organization: 'ots', state: 'KAZ', from: 2028 });
  });

  it('has a place to look at for each guess, and for its id when that is one', () => {
    const workspace = makeWorkspace({}, []);
    const draft = completed(workspace, 'summit', { id: 'ots-summit-2026', isGuess: true }, { status: 'planned' });
    expect(gapsOf(draft)).toEqual(['id', 'name', 'date']);
    expect(plain(draft.value)).toEqual({
      kind: 'summit',
      id: 'ots-summit-2026',
      name: 'Ots Summit 2026',
      organization: 'ots',
      status: 'planned',
      date: 2026,
    });
  });

  it('is given what maps within it lack, one of several where one is enough', () => {
    const draft = begin('proposal', 'kaz-water', { parties: [{ role: 'proposer' }], history: [{ date: '2025' }] });
    expect(plain(draft.value)).toMatchObject({
      parties: [{ state: 'KAZ', role: 'proposer' }],
      history: [{ date: '2025', status: expect.any(String) }],
    });
    expect(gapsOf(draft)).toEqual(expect.arrayContaining(['parties.0.state', 'history.0.status']));
    expect(shapeErrors('proposal', draft.value)).toEqual([]);
    const [party] = draft.value.parties as YamlRecord[];
    expect(Object.keys(party!)).toEqual(['state', 'role']);
  });

  it('keeps keys that the model does not have, after all others', () => {
    const { value } = begin('person', 'a', { zeal: 1, name: 'A', constructor: 'x', offices: [] });
    expect(Object.keys(value)).toEqual(['kind', 'id', 'name', 'offices', 'zeal', 'constructor']);
  });

  it('stays as it is where no guess would do', () => {
    const draft = begin('person', 'a', { name: 'A', offices: 'President' });
    expect(plain(draft.value)).toEqual({ kind: 'person', id: 'a', name: 'A', offices: 'President' });
  });
});

describe('its text', () => {
  const textOf = (kind: string, value: YamlRecord, gaps: Draft['gaps'] = []) =>
    draftText({ kind, id: '', value, gaps });

  it('has short maps on a line, long ones and those that hold others on several, and lists an item a line', () => {
    expect(
      textOf('summit', {
        place: { city: 'Gabala', state: 'AZE' },
        date: { value: '2025-10-07', text: `in the ${'very '.repeat(15)}end` },
        topics: ['water', 'energy'],
        sources: [{ source: 'a', note: 'b' }, { source: 'c', quotes: [{ text: 'd' }] }, [], ['e', 'f'], {}],
        aliases: [],
        note: null,
      }),
    ).toBe(`place: { city: Gabala, state: AZE }
date:
  value: 2025-10-07
  text: in the ${'very '.repeat(15)}end
topics:
  - water
  - energy
sources:
  - { source: a, note: b }
  - source: c
    quotes:
      - { text: d }
  - []
  - [e, f]
  - {}
aliases: []
note: null
`);
  });

  it('breaks a map that would pass the 80th column, and no sooner', () => {
    const map = (length: number) => ({ place: { city: 'a'.repeat(length) } });
    expect(textOf('summit', map(63)).split('\n')[0]).toHaveLength(80);
    expect(textOf('summit', map(64)).split('\n')[0]).toBe('place:');
    const item = (length: number) => ({ sources: [{ source: 'a'.repeat(length) }, 'x'] });
    expect(textOf('summit', item(65)).split('\n')[1]).toContain('{ source: ');
    expect(textOf('summit', item(68)).split('\n')[1]).toMatch(/^ {2}- source: /);
  });

  it('says beside each guess what belongs there', () => {
    const gaps = [['name'], ['organization'], ['status'], ['date'], ['ordinal'], ['town'], ['tags'], ['host']];
    const value = { name: 'A', organization: 'ots', status: 'held', date: 2025, ordinal: 1, town: 'x', tags: [] };
    expect(textOf('summit', { ...value, host: { x: 1 } }, gaps)).toBe(`name: A  # TODO: What the meeting is called.
organization: ots  # TODO: id of an organization
status: held  # TODO: planned | confirmed | held | postponed | cancelled
date: 2025  # TODO: a date such as 2025-10-07, 2025-10 or 2025
ordinal: 1  # TODO: number
town: x  # TODO: fill in
tags: []  # TODO: fill in
host: { x: 1 }  # TODO: id of a state
`);
  });

  it('has no comment within a line: a map with a guess inside stands on several', () => {
    const value = { parties: [{ state: 'KAZ' }, { state: 'KGZ' }], made: [['x']] };
    expect(textOf('proposal', value, [['parties', 0, 'state']])).toBe(
      'parties:\n  - state: KAZ  # TODO: id of a state\n  - { state: KGZ }\nmade:\n  - [x]\n',
    );
    expect(textOf('proposal', { parties: ['x'], tags: [] }, [['parties', 0]])).toMatch(/^parties:\n {2}- x {2}# TODO/);
    expect(textOf('summit', { place: { city: 'Osh' } }, [['place', 'city']])).toMatch(
      /^place:\n {2}city: Osh {2}# TODO: /,
    );
    expect(textOf('summit', { place: { city: 'Osh' } }, [['pla']])).toBe('place: { city: Osh }\n');
  });

  it('has a text of a list on its line, however long it is, and nothing where nothing is', () => {
    const long = 'very '.repeat(30).trim();
    expect(textOf('summit', { aliases: [long, null, 12] })).toBe(`aliases:\n  - ${long}\n  - null\n  - 12\n`);
  });

  it('ends each line as it is told to', () => {
    const draft = begin('person', 'a', { name: 'A', offices: [{ title: 'P', state: 'KAZ' }] });
    expect(draftText(draft, '\r\n').split('\r\n').join('\n')).toBe(draftText(draft));
    expect(draftText(draft, '\r\n')).toMatch(/[^\r]\r\n$/);
  });

  it('shows what nobody would see, and holds nothing that a file cannot', () => {
    const value = {
      name: 'a\u001b[31mb\u0000',
      note: 'x\u2028y\ufeff\u0085',
      title: 'lone \ud800',
      text: 'two\nlines',
    };
    const text = textOf('person', value);
    expect(text).toBe(
      'name: "a\\u001b[31mb\\u0000"\nnote: "x\\u2028y\\ufeff\\u0085"\ntitle: "lone \\ud800"\ntext: "two\\nlines"\n',
    );
    expect(parse(Buffer.from(text, 'utf8').toString('utf8'))).toEqual(value);
  });

  it('takes a guess for what stands under its own key, whatever characters keys hold', () => {
    expect(parse(textOf('summit', { a: {}, 'a\nb': 'x' }, [['a\nb']]))).toEqual({ a: {}, 'a\nb': 'x' });
  });

  it('says the same as the record, whatever that holds, and wherever its guesses are', () => {
    const word = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.string({ unit: fc.constantFrom(...': #-{}[]\'"\\,&*!|>%@`\n\r\t?~\u0085\u2028\ud800 0x1eé'), maxLength: 8 }),
      fc.constantFrom('true', 'null', '2025', '1e3', '~', '<<', '=', '---', '...', '', '0x1f', '- a', '# b', 'a: b'),
    );
    const { value } = fc.letrec<{ value: unknown; leaf: unknown }>((tie) => ({
      leaf: fc.oneof(word, fc.integer(), fc.boolean(), fc.constant(null)),
      value: fc.oneof(
        { maxDepth: 3, withCrossShrink: true },
        tie('leaf'),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(word, tie('value'), { maxKeys: 3 }),
      ),
    }));
    const record = fc.dictionary(fc.oneof(word, fc.constantFrom('name', 'place', 'participants', 'topics')), value, {
      maxKeys: 5,
    });
    fc.assert(
      fc.property(record, fc.boolean(), (said, isMarked) => {
        const gaps = isMarked ? Object.keys(said).map((name) => [name]) : [];
        const text = Buffer.from(textOf('summit', said as YamlRecord, gaps), 'utf8').toString('utf8');
        expect(plain(parse(text, { logLevel: 'error' }) ?? {})).toEqual(plain(said));
      }),
      { numRuns: 100 },
    );
  });
});
