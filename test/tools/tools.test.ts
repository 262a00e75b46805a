/** What tools answer: by any name, in any order that was asked for, and never more than an assistant can hold. */
import { describe, expect, it } from 'vitest';
import { parseEdtf } from '../../server/dataset/dates/edtf.ts';
import { registry } from '../../server/dataset/registry.ts';
import { Workspace } from '../../server/dataset/workspace.ts';
import { rules } from '../../server/rules/index.ts';
import { staleManifests } from '../../server/tools/build/generate.ts';
import { tools, useTool } from '../../server/tools/index.ts';

const ROOT = 'file:///data';
const person = (id: string, more = '') => `kind: person\nid: ${id}\nname: ${id} Somebody\n${more}`;
const summit = (id: string, date: string, more = '') =>
  `kind: summit\nid: ${id}\nname: Meeting ${id}\norganization: csto\nstatus: held\ndate: ${date}\n${more}`;

function dataset(files: Readonly<Record<string, string>>): Workspace {
  const today = parseEdtf('2026-01-01')!;
  const workspace = new Workspace({ root: ROOT, registry: registry(), rules, settings: { rules: {}, today } });
  workspace.apply(Object.entries(files).map(([path, text]) => ({ uri: `${ROOT}/${path}`, text })));
  return workspace;
}

function asking(files: Readonly<Record<string, string>>) {
  const workspace = dataset(files);
  // biome-ignore lint/suspicious/noExplicitAny: tests look at whatever is in it.
  return async (tool: string, input: object = {}): Promise<any> => {
    const keeper = () => ({ readWanted: () => Promise.resolve(false), rest: () => Promise.resolve() });
    const answer = await useTool({ tool, input, datasets: [{ id: ROOT, workspace }], keeper });
    if (answer.isMisuse) throw new Error(answer.text);
    expect(JSON.parse(answer.text)).toEqual(answer.data);
    return answer.data;
  };
}

const ids = (records: readonly { id: string }[]) => records.map(({ id }) => id);

describe('findRecords', () => {
  const ask = asking({
    'a.yaml': summit('late', '2025-12'),
    'b.yaml': summit('early', '2024-41', 'place: { city: Dushanbe, state: TJK }\n'),
    'c.yaml': person('zhaparov', 'aliases: [Жапаров]\n'),
    'd.yaml': `kind: proposal\nid: p\ntitle: P\ntype: position\nparties: [{ state: KAZ, role: proposer }]\ndomains: [energy]\nstatus: announced\naddressed_to: { organization: csto }\ndate: 2024-11\ntarget: { date: 2030 }\n`,
  });

  it('puts what is asked without words in the order of time, what has no date last', async () => {
    expect(ids((await ask('findRecords')).records)).toEqual(['early', 'p', 'late', 'zhaparov']);
  });

  it('takes each input for a condition', async () => {
    expect(ids((await ask('findRecords', { organization: 'ОДКБ', year: 2024 })).records)).toEqual(
      expect.arrayContaining(['early', 'p']),
    );
    expect(ids((await ask('findRecords', { kind: 'summit', state: 'Tajikistan' })).records)).toEqual(['early']);
    expect(ids((await ask('findRecords', { kind: 'proposal', year: 2030 })).records)).toEqual(['p']);
    expect(ids((await ask('findRecords', { query: 'жапаров' })).records)).toEqual(['zhaparov']);
    expect((await ask('findRecords', { query: 'qqqqqqqqqq' })).records).toEqual([]);
  });

  it('knows the records of the registry, and says so', async () => {
    const { records } = await ask('findRecords', { query: 'Казахстан', kind: 'state' });
    expect(records[0]).toMatchObject({ kind: 'state', id: 'KAZ', isFromRegistry: true });
  });

  it('goes on where it has ended', async () => {
    const first = await ask('findRecords', { limit: 3 });
    expect(first).toMatchObject({ found: 4, more: expect.stringContaining('skip 3') });
    const rest = await ask('findRecords', { limit: 3, skip: 3 });
    expect([ids(rest.records), rest.more]).toEqual([['zhaparov'], undefined]);
    expect((await ask('findRecords', { skip: 100 })).records).toEqual([]);
  });
});

describe('readRecord', () => {
  it('reads on in a long record', async () => {
    const note = Array.from({ length: 2_000 }, (_, at) => `  line ${at} of a long note\n`).join('');
    const ask = asking({ 'a.yaml': person('long', `note: |\n${note}`) });
    const first = await ask('readRecord', { id: 'long' });
    expect(first.yaml.length).toBeLessThanOrEqual(12_000);
    const [, next] = /fromLine (\d+)/.exec(first.moreText) ?? [];
    const second = await ask('readRecord', { id: 'long', fromLine: Number(next) });
    expect(first.yaml.split('\n').length + 1).toBe(Number(next));
    expect(`${first.yaml}\n${second.yaml}`).toContain('of a long note\n  line 600 of');
  });

  it('cuts a line that is longer than an answer', async () => {
    const ask = asking({ 'a.yaml': person('wide', `note: ${'x'.repeat(50_000)}\n`) });
    const { yaml, cutText } = await ask('readRecord', { id: 'wide', fromLine: 4 });
    expect([yaml.length, cutText]).toEqual([12_000, expect.stringContaining('left out')]);
  });

  it('lists those that share a name, and those that share an id by their files', async () => {
    const ask = asking({
      'a.yaml': 'kind: person\nid: a\nname: Same\n',
      'b.yaml': 'kind: document\nid: b\ntitle: Same\ntype: plan\n',
      'c.yaml': person('twin'),
      'd.yaml': person('twin'),
    });
    expect(ids((await ask('readRecord', { id: 'Same' })).several).sort()).toEqual(['a', 'b']);
    expect((await ask('readRecord', { id: 'Same', kind: 'person' })).record.id).toBe('a');
    expect((await ask('readRecord', { id: 'document/b' })).record.id).toBe('b');
    const twin = await ask('readRecord', { id: 'twin' });
    expect([twin.record.file, twin.sameIdIn]).toEqual(['c.yaml', ['d.yaml']]);
    expect(twin.problems).toMatchObject([{ rule: 'duplicate-id', line: 2 }]);
  });

  it('tells sources, what it names and who names it', async () => {
    const ask = asking({
      's.yaml': summit('s', '2025', 'citations:\n  - { source: x, quote: As it was, supports: [date] }\n'),
      'x.yaml': 'kind: source\nid: x\npublisher: TASS\npublished: 2025-01-02\ntitle: News\n',
    });
    const { sources, names, references } = await ask('readRecord', { id: 's' });
    expect(sources).toMatchObject([{ kind: 'source', id: 'x', publisher: 'TASS', quote: 'As it was' }]);
    expect(ids(names)).toEqual(['csto']);
    expect(references).toBe(0);
    expect((await ask('readRecord', { id: 'x' })).namedBy).toMatchObject([{ kind: 'summit', id: 's' }]);
  });
});

describe('checkDraft', () => {
  const ask = asking({ 'persons/a.yaml': person('a'), 'persons/b.yaml': person('b') });

  it('tells the worst first, and no more than can be mended at a time', async () => {
    const parts = Array.from(
      { length: 60 },
      (_, at) => `  - { title: T${at}, state: Kazakhstan, from: 2025-13-${at} }\n`,
    );
    const { problems, moreProblems, counts } = await ask('checkDraft', {
      yaml: person('x', `offices:\n${parts.join('')}`),
    });
    expect(problems).toHaveLength(40);
    expect(problems.every(({ severity }: { severity: string }) => severity === 'error')).toBe(true);
    expect([counts.error, counts.warning]).toEqual([60, 60]);
    expect(moreProblems).toBe('80 more: mend these first, then look again.');
  });

  it('proposes an id and a file by the habits of the dataset', async () => {
    const { records } = await ask('checkDraft', { yaml: 'kind: person\nname: Tokaev Junior\n' });
    expect(records).toMatchObject([{ proposedId: 'tokaev-junior', file: 'persons/tokaev-junior.yaml' }]);
  });

  it('says what kinds there are to a document without one', async () => {
    const { verdict, records, kinds } = await ask('checkDraft', { yaml: 'name: Somebody\n' });
    expect(verdict).toMatch(/each has to say its kind/);
    expect(records[0].lacks).toMatch(/no kind/);
    expect(kinds.map(({ kind }: { kind: string }) => kind)).toContain('person');
  });

  it('says where the manifest would leave the file out', async () => {
    const narrow = asking({ 'initiatives.yaml': 'records: summits/*.yaml\n', 'summits/s.yaml': summit('s', '2025') });
    const { records } = await narrow('checkDraft', { yaml: person('x') });
    expect(records[0].isLeftOut).toMatch(/leaves this file out/);
  });

  it('refuses what is longer than anybody drafts', async () => {
    await expect(ask('checkDraft', { yaml: 'x'.repeat(100_001) })).rejects.toThrow(/not be longer than 100000/);
  });

  it('tells what it would bring to other records', async () => {
    const source = (published: string) => `kind: source\nid: x\npublisher: X\npublished: ${published}\n`;
    const citing = asking({
      's.yaml': summit('s', '2025-10-07', 'place: { city: Minsk, state: BLR }\ncitations: [{ source: x }]\n'),
      'x.yaml': source('2025-10-08'),
    });
    const better = await citing('checkDraft', { yaml: source('2025-10-09'), replace: true });
    expect([better.problems, better.elsewhere]).toEqual([[], undefined]);
    const worse = await citing('checkDraft', { yaml: source('2024-10-08'), replace: true });
    expect([worse.problems, worse.verdict]).toEqual([[], expect.stringContaining('see elsewhere')]);
    expect(worse.elsewhere).toMatchObject([{ kind: 'summit', id: 's', file: 's.yaml', rule: 'source-before-event' }]);
    expect((await citing('readRecord', { id: 's' })).problems).toEqual([]);
  });

  it('leaves the dataset as it was', async () => {
    const workspace = dataset({ 'a.yaml': person('a'), 's.yaml': summit('s', '2025', 'chair: { person: a }\n') });
    workspace.check();
    const before = [...workspace.uris].map((uri) => [uri, workspace.textOf(uri), workspace.problemsOf(uri).length]);
    const keeper = () => ({ readWanted: () => Promise.resolve(false), rest: () => Promise.resolve() });
    const datasets = [{ id: ROOT, workspace }];
    for (const yaml of [person('a', 'offices: 5\n'), person('new'), 'kind: [', summit('s', '2020')])
      for (const replace of [true, false])
        await useTool({ tool: 'checkDraft', input: { yaml, replace }, datasets, keeper });
    workspace.check();
    const after = [...workspace.uris].map((uri) => [uri, workspace.textOf(uri), workspace.problemsOf(uri).length]);
    expect(after).toEqual(before);
  });
});

describe('timeline', () => {
  const ask = asking({
    'a.yaml': summit('a', '2025-12'),
    'b.yaml': summit('b', '2024-41'),
    'c.yaml': summit('c', '2023', 'body: csto-csc\n'),
  });

  it('tells events in their order, within the time that is asked for', async () => {
    const { organization, events, found } = await ask('timeline', { organization: 'csto', from: '2023', to: '2024' });
    expect(organization).toMatchObject({ kind: 'organization', id: 'csto' });
    expect([ids(events), found]).toEqual([['c', 'b'], 2]);
    expect(events[1]).toMatchObject({ edtf: '2024-41', words: expect.stringContaining('half of 2024') });
  });

  it('of a body tells what names it', async () => {
    expect(ids((await ask('timeline', { organization: 'csto-csc', from: '2020' })).events)).toEqual(['c']);
  });
});

describe('describeKind', () => {
  const ask = asking({});

  it.each(tools[0]!.input.properties.kind!.enum!)('tells what a %s may hold, in few words', async (kind) => {
    const answer = await ask('describeKind', { kind });
    expect(answer.required).toContain('kind');
    expect(answer.example).toMatch(new RegExp(`^kind: ${kind}\n`));
    expect(JSON.stringify(answer).length).toBeLessThan(20_000);
  });

  it('lists the kinds, and tells what each choice of a field means', async () => {
    expect((await ask('describeKind')).kinds).toHaveLength(8);
    const { choices } = await ask('describeKind', { kind: 'proposal', field: 'parties[].role' });
    expect(choices[0]).toMatchObject({ value: 'proposer', description: expect.any(String) });
  });
});

it('is what package.json says of it', () => {
  expect([...staleManifests().keys()]).toEqual([]);
});
