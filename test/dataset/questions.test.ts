/** Each question that a rule may ask: whoever asked is checked again when its answer changes, and left alone otherwise. */
import { expect, it } from 'vitest';
import { parseEdtf } from '../../server/dataset/dates/edtf.ts';
import type { Reader } from '../../server/dataset/reader.ts';
import { DatasetRecord } from '../../server/dataset/record.ts';
import { registry } from '../../server/dataset/registry.ts';
import type { Rule } from '../../server/dataset/rule.ts';
import { Workspace } from '../../server/dataset/workspace.ts';
import { makeWorkspace, ROOT } from '../support/fixture.ts';

const person = (id: string, more = '') => `kind: person\nid: ${id}\n${more}`;
const summit = (id: string, more = '') => `kind: summit\nid: ${id}\n${more}`;
const city = (id: string, state: string, name = 'Osh') => summit(id, `place: { city: ${name}, state: ${state} }\n`);

/**
 * Somebody who asks one question of a dataset, and says what the answer is.
 * @returns what is told after a change of a file; nothing where nobody has looked again
 */
function asker(ask: (reader: Reader) => unknown, files: Record<string, string> = {}) {
  let told: unknown;
  const rule: Rule = {
    name: 'asking',
    severity: 'hint',
    title: '',
    docs: { what: '', why: '', fix: '' },
    examples: { wrong: [], right: [] },
    check(document, reader) {
      if (document.record?.id === 'asker') told = ask(reader);
      return [];
    },
  };
  const workspace = makeWorkspace({ 'asker.yaml': 'kind: source\nid: asker\n', ...files }, [rule]);
  const first = told;
  return {
    first,
    after: (name: string, text: string | undefined) => {
      told = undefined;
      workspace.apply([{ uri: `${ROOT}/${name}.yaml`, text }]);
      workspace.check();
      return told;
    },
  };
}

const SETTINGS = { rules: {}, today: parseEdtf('2025-10-31')! };
const referring = new DatasetRecord('summit', { kind: 'summit', id: 's', parent: 'b' });
const ids = (views: readonly { readonly id: string }[]) => views.map(({ id }) => id);

it('which record has an id', () => {
  const { first, after } = asker((reader) => ids(reader.withId('a')));
  expect(first).toEqual([]);
  expect(after('a', person('a'))).toEqual(['a']);
  expect(after('b', person('b', 'name: a\n'))).toBeUndefined();
  expect(after('a', person('a', 'name: A\n'))).toBeUndefined();
  expect(after('c', summit('A'))).toEqual(['A', 'a']);
  expect(after('a', undefined)).toEqual(['A']);
});

it('another id than before, depending on who has the first', () => {
  const { first, after } = asker((reader) => ids(reader.withId(reader.withId('a').length > 0 ? 'b' : 'c')));
  expect(first).toEqual([]);
  expect(after('c', person('c'))).toEqual(['c']);
  expect(after('a', person('a'))).toEqual([]);
  expect(after('b', person('b'))).toEqual(['b']);
  expect(after('c', undefined)).toBeUndefined();
  expect(after('a', undefined)).toEqual([]);
});

it('which own record has an id but for case', () => {
  const { first, after } = asker((reader) => reader.ownIds('person', 'a', undefined), { 'b.yaml': person('b') });
  expect(first).toEqual([]);
  expect(after('a', person('A'))).toEqual(['A']);
  expect(after('b', person('c'))).toBeUndefined();
  expect(after('b', person('a'))).toEqual(['A', 'a']);
  expect(after('a', undefined)).toEqual(['a']);
});

it('which record had an id before', () => {
  const { first, after } = asker((reader) => ids(reader.formerly('person', 'old')));
  expect(first).toEqual([]);
  expect(after('a', person('a', 'former_ids: [old]\n'))).toEqual(['a']);
  expect(after('b', person('b'))).toBeUndefined();
  expect(after('b', person('b', 'former_ids: [old, older]\n'))).toEqual(['a', 'b']);
  expect(after('b', person('b', 'former_ids: [old]\n'))).toBeUndefined();
  expect(after('a', person('a', 'former_ids: []\n'))).toEqual(['b']);
  expect(after('b', person('b2', 'former_ids: [old]\n'))).toEqual(['b2']);
  expect(after('b', undefined)).toEqual([]);
});

it('which record goes by a name', () => {
  const { first, after } = asker((reader) => ids(reader.named('person', 'Садыр')));
  expect(first).toEqual([]);
  expect(after('a', person('a', 'name: Sadyr\n'))).toEqual(['a']);
  expect(after('a', person('a', 'name: Sadyr\nnote: x\n'))).toBeUndefined();
  expect(after('b', person('b', 'aliases: [sadyr]\n'))).toEqual(['a', 'b']);
  expect(after('a', person('c', 'name: Sadyr\n'))).toEqual(['b', 'c']);
  expect(after('a', person('c', 'name: Serdar\n'))).toEqual(['b']);
});

it('which ids a kind has', () => {
  const { first, after } = asker((reader) => reader.idsOf('person'));
  expect(first).toEqual([]);
  expect(after('a', person('a'))).toEqual(['a']);
  expect(after('a', person('a', 'name: A\n'))).toBeUndefined();
  expect(after('b', summit('b'))).toBeUndefined();
  expect(after('a', person('c'))).toEqual(['c']);
  expect(after('a', summit('c'))).toEqual([]);
});

it('what a mistyped text may mean', () => {
  const { first, after } = asker((reader) => reader.similar('person', 'sadyt'));
  expect(first).toEqual([]);
  expect(after('a', person('sadyr'))).toEqual(['sadyr']);
  expect(after('b', person('kassym'))).toBeUndefined();
  expect(after('b', person('kassym', 'name: Sadys\n'))).toEqual(['sadyr', 'kassym']);
  expect(after('b', person('kassym', 'name: Sadys\nnote: x\n'))).toBeUndefined();
  expect(after('a', undefined)).toEqual(['kassym']);
});

it('how many documents a file has', () => {
  const { first, after } = asker((reader) => reader.sizeOfFile(`${ROOT}/a.yaml`));
  expect(first).toBe(0);
  expect(after('a', person('a'))).toBe(1);
  expect(after('b', person('b'))).toBeUndefined();
  expect(after('a', 'x: 1\n---\ny: 2\n---\n')).toBe(2);
  expect(after('a', 'x: 3\n---\ny: 2\n')).toBeUndefined();
  expect(after('a', undefined)).toBe(0);
});

it('a property of a record', () => {
  const { first, after } = asker((reader) => [reader.find('person', 'a')?.get('note')]);
  expect(first).toEqual([undefined]);
  expect(after('a', person('a', 'note: x\n'))).toEqual(['x']);
  expect(after('a', person('a', 'note: x\nname: A\n'))).toBeUndefined();
  expect(after('a', person('a', 'note: y\nname: A\n'))).toEqual(['y']);
  expect(after('a', person('a'))).toEqual([undefined]);
});

it('the names of a record', () => {
  const { first, after } = asker((reader) => reader.find('person', 'a')?.foldedNames, { 'a.yaml': person('a') });
  expect(first).toEqual(['a']);
  expect(after('a', person('a', 'aliases: [B]\n'))).toEqual(['b', 'a']);
  expect(after('a', person('a', 'aliases: [B]\nnote: x\n'))).toBeUndefined();
  expect(after('a', person('a', 'names: [{ text: C, lang: en }]\naliases: [B]\n'))).toEqual(['c', 'b', 'a']);
});

it('who refers to a record, and one of their properties', () => {
  const ask = (reader: Reader) => reader.referrers('summit', 'organization', 'ots').map((view) => view.get('note'));
  const { first, after } = asker(ask);
  const meeting = (id: string, organization: string, note = '~') =>
    summit(id, `organization: ${organization}\nnote: ${note}\n`);
  expect(first).toEqual([]);
  expect(after('a', meeting('a', 'ots', 'x'))).toEqual(['x']);
  expect(after('b', meeting('b', 'csto', 'y'))).toBeUndefined();
  expect(after('b', meeting('b', 'ots', 'y'))).toEqual(['x', 'y']);
  expect(after('b', meeting('b', 'ots', 'z'))).toEqual(['x', 'z']);
  expect(after('b', meeting('c', 'ots', 'z'))).toEqual(['x', 'z']);
  expect(after('a', `${meeting('a', 'ots', 'x')}theme: t\n`)).toBeUndefined();
  expect(after('a', undefined)).toEqual(['z']);
});

it('what speaks against a city lying in a state', () => {
  const place = { kind: 'state', name: 'osh', owner: 'KGZ' };
  const ask = (isWitness: boolean) => (reader: Reader) => reader.rivals(place, isWitness).map(({ owner }) => owner);
  const { first, after } = asker(ask(true), { 'a.yaml': city('a', 'KGZ') });
  expect(first).toEqual([]);
  expect(after('b', city('b', 'UZB'))).toEqual(['UZB']);
  expect(after('c', city('c', 'TJK', 'Gabala'))).toBeUndefined();
  expect(after('c', city('c', 'KGZ'))).toEqual([]);
  expect(after('c', city('c', 'UZB'))).toEqual(['UZB']);
  // Another record is the example of it now.
  expect(after('b', undefined)).toEqual(['UZB']);
  expect(after('c', undefined)).toEqual([]);
  const stranger = asker(ask(false));
  expect(stranger.first).toEqual([]);
  expect(stranger.after('b', city('b', 'UZB'))).toEqual(['UZB']);
  // Nobody speaks against the state that alone is named.
  expect(asker(ask(true)).after('c', city('c', 'KGZ'))).toBeUndefined();
});

it('a record that is shipped, of which the dataset gets one of its own', () => {
  const ask = (reader: Reader) => [reader.find('organization', 'ots')?.label, ids(reader.named('organization', 'OTS'))];
  const { first, after } = asker(ask);
  expect(first).toEqual(['Organization of Turkic States', ['ots']]);
  const own = 'kind: organization\nid: ots\nname: Ours\n';
  expect(after('own', own)).toEqual(['Ours', ['ots']]);
  expect(after('own', `${own}note: x\n`)).toBeUndefined();
  expect(after('own', own.replace('id: ots', 'id: OTS'))).toEqual(['Organization of Turkic States', ['OTS', 'ots']]);
  expect(after('own', undefined)).toEqual(first);
});

it('a name that a shipped record alone has, while the dataset has no other in its place', () => {
  const { first, after } = asker((reader) => ids(reader.named('organization', 'Organization of Turkic States')));
  expect(first).toEqual(['ots']);
  const own = 'kind: organization\nid: ots\nname: Ours\n';
  expect(after('own', own)).toEqual([]);
  expect(after('own', `${own}note: x\n`)).toBeUndefined();
  expect(after('own', undefined)).toEqual(['ots']);
});

it('which record has an id, but not where two change and change places', () => {
  const { first, after } = asker((reader) => ids(reader.withId('a')), {
    'f.yaml': `${person('a')}---\n${person('b')}`,
  });
  expect(first).toEqual(['a']);
  expect(after('f', `${person('b', 'name: B\n')}---\n${person('a', 'name: A\n')}`)).toBeUndefined();
  expect(after('f', person('b', 'name: B\n'))).toEqual([]);
});

it('what a reference leads to', () => {
  const ask = (reader: Reader) => Object.keys(reader.resolve({ kind: 'person', id: 'sadyr', path: [] }));
  const { first, after } = asker(ask);
  const missing = first;
  const found = after('a', person('sadyr'));
  expect(found).not.toEqual(missing);
  expect(after('b', person('b'))).toBeUndefined();
  const former = after('a', person('a', 'former_ids: [sadyr]\n'));
  expect(former).not.toEqual(found);
  expect(after('a', person('a', 'name: Sadyr\n'))).toBeDefined();
  expect(after('a', undefined)).toEqual(missing);
});

/** A dataset that nobody changes while it is checked remembers its answers, and not who has asked. */
it.each<[name: string, ask: (reader: Reader) => unknown]>([
  ['which records have an id', (reader) => reader.withId('b').map(({ label }) => label)],
  ['which records go by a name', (reader) => ids(reader.named('person', 'B'))],
  ['what a mistyped text may mean', (reader) => reader.similar('person', 'sadir')],
  ['how many documents a file has', (reader) => reader.sizeOfFile(`${ROOT}/b.yaml`)],
  ['where a reference leads', (reader) => reader.resolve({ kind: 'person', id: 'b', path: [] }).type],
  ['which references lead astray', (reader) => reader.astray(referring).map(({ resolved }) => resolved.type)],
  [
    'what speaks against a city',
    (reader) => reader.rivals({ kind: 'state', name: 'osh', owner: 'KGZ' }, true).map(({ owner }) => owner),
  ],
])('%s, anew once the dataset has changed', (_, ask) => {
  const texts = [
    undefined,
    person('b', 'name: B\n'),
    [person('b', 'name: C\n'), city('c', 'KGZ'), city('d', 'UZB')].join('---\n'),
    person('sadyr'),
  ];
  const workspace = new Workspace({ root: ROOT, registry: registry(), rules: [], settings: SETTINGS, isOnce: true });
  for (const text of texts) {
    workspace.apply([{ uri: `${ROOT}/b.yaml`, text }]);
    const fresh = makeWorkspace(text === undefined ? {} : { 'b.yaml': text }, []);
    const answer = ask(fresh.reader());
    expect([ask(workspace.reader()), ask(workspace.reader())]).toEqual([answer, answer]);
  }
});

/** What is made of a record may tell of others, too: who founded it, which cities it has. A fix may ask long after the check. */
it('a name, of a reader that is older than the last change: nothing that was made of the record before stays', () => {
  const workspace = makeWorkspace({ 'a.yaml': person('a') }, []);
  const reader = workspace.reader();
  const [before] = reader.named('person', 'a');
  before!.made.set('what it is about', 'others');
  expect(reader.named('person', 'a')[0]).toBe(before);
  workspace.apply([{ uri: `${ROOT}/b.yaml`, text: person('b') }]);
  expect(reader.named('person', 'a')[0]!.made.size).toBe(0);
});
