/** Making records and citations over stdio, as the extension's input boxes do. */
import { afterEach, describe, expect, it } from 'vitest';
import {
  type Citable,
  type Cite,
  type DraftCheck,
  type DraftChoice,
  type DraftFile,
  type DraftForm,
  type DraftId,
  type DraftStart,
  Method,
  type SourceGuess,
} from '../../server/protocol.ts';
import { ServerSession } from '../support/server.ts';

const GABALA = `kind: summit
id: ots-summit-2025-gabala
name: 12th Summit
organization: ots
body: ots-chs
status: held
date: { value: 2025-10-07, text: Oct. 7 }
place: { city: Gabala, state: AZE }
`;
const TASS = `kind: source
id: tass-2025-01-01-1894861
title: Kyrgyzstan takes the chair
publisher: TASS
url: https://tass.com/defense/1894861
published: 2025-01-01
language: en
type: news-agency
`;
const FILES = {
  'initiatives.yaml': 'dataset: Talks\n',
  'summits/ots-summit-2025-gabala.yaml': GABALA,
  'sources/tass-2025-01-01-1894861.yaml': TASS,
};

let server: ServerSession;

async function begin(files: Record<string, string> = FILES): Promise<ServerSession> {
  server = await new ServerSession(files).start();
  return server;
}

function ask<T>(method: string, params: object): Promise<T> {
  return server.connection.sendRequest(method, { uri: server.uri('initiatives.yaml'), ...params });
}

const inFile = (name: string, line = 0) => ({ uri: server.uri(name), position: { line, character: 0 } });

afterEach(async () => {
  await server.stop();
});

describe('a new record', () => {
  it('can be of any kind, in any dataset that has a folder', async () => {
    await begin({ ...FILES, 'other/initiatives.yaml': 'description: A second one\n' });
    const start = await ask<DraftStart>(Method.draftStart, {});
    expect(start.dataset).toBe(server.uri('').replace(/\/$/, ''));
    expect(start.datasets.map(({ title }) => title).sort()).toEqual(['Talks', 'other']);
    expect(start.kinds.find(({ kind }) => kind === 'summit')).toMatchObject({ count: 1 });
    const outside = await ask<DraftStart>(Method.draftStart, { uri: 'file:///nowhere/at-all.yaml' });
    expect(outside.dataset).toBeNull();
  });

  it('goes into no folder that only holds datasets, unless there is nothing else', async () => {
    await begin({
      'a/initiatives.yaml': 'dataset: A\n',
      'a/p.yaml': 'kind: person\nid: p\nname: P\n',
      'b/initiatives.yaml': 'dataset: B\n',
      'b/q.yaml': 'kind: person\nid: q\nname: Q\n',
    });
    const root = server.uri('').replace(/\/$/, '');
    const start = await ask<DraftStart>(Method.draftStart, { uri: root });
    expect(start.dataset).toBeNull();
    expect(start.datasets.map(({ title }) => title).sort()).toEqual(['A', 'B']);
    expect(start.kinds.find(({ kind }) => kind === 'person')).toMatchObject({ count: 2 });
    const inA = await ask<DraftStart>(Method.draftStart, { uri: server.uri('a/p.yaml') });
    expect(inA).toMatchObject({ dataset: server.uri('a') });
    expect(inA.kinds.find(({ kind }) => kind === 'person')).toMatchObject({ count: 1 });
  });

  it('can be the first of a folder that is empty', async () => {
    await begin({});
    const start = await ask<DraftStart>(Method.draftStart, { uri: server.uri('').replace(/\/$/, '') });
    expect(start.datasets).toHaveLength(1);
    const settings = [{ path: 'name', text: 'P' }];
    const file = await ask<DraftFile>(Method.draftRecord, { kind: 'person', settings, id: 'p' });
    expect(file.path).toBe('persons/p.yaml');
  });

  it('is refused in words where something that is said cannot be', async () => {
    await begin();
    const settings = [{ path: 'organization', text: 'No such organization' }];
    await expect(ask(Method.draftId, { kind: 'summit', settings })).rejects.toThrow('there is no organization');
    await expect(ask(Method.draftForm, { kind: 'treaty' })).rejects.toThrow('There is no kind treaty');
    await expect(ask(Method.draftId, { kind: 'summit', settings: 'none' })).rejects.toThrow();
  });

  it('is asked for by what its id is made of, then by what else it needs', async () => {
    await begin();
    const names = async (kind: string) =>
      (await ask<DraftForm>(Method.draftForm, { kind })).questions.map(({ name, type }) => `${name} (${type})`);
    expect(await names('summit')).toEqual([
      'Organization (record)',
      'Date (date)',
      'Place: city (text)',
      'Name (text)',
    ]);
    expect(await names('proposal')).toEqual([
      'Parties (record)',
      'Addressed to: organization (record)',
      'Title (text)',
      'Date (date)',
    ]);
    expect(await names('chairmanship')).toEqual(['Organization (record)', 'From (date)', 'State (record)']);
    expect(await names('source')).toEqual(['Publisher (text)', 'Published (date)', 'Url (text)', 'Title (text)']);
    expect(await names('person')).toEqual(['Name (text)']);
  });

  it('is likely to be of what the record under the cursor is of', async () => {
    await begin();
    const at = inFile('summits/ots-summit-2025-gabala.yaml');
    const { questions } = await ask<DraftForm>(Method.draftForm, { kind: 'chairmanship', at });
    expect(questions.map(({ guess }) => guess?.id ?? null)).toEqual(['ots', null, 'AZE']);
  });

  it('refers to records that are found by any name in any script', async () => {
    await begin();
    const find = async (kinds: string[], query: string) =>
      (await ask<DraftChoice[]>(Method.draftRecords, { kinds, query })).map(({ id }) => id);
    expect((await find(['organization'], 'Türk Devletleri'))[0]).toBe('ots');
    expect((await find(['state', 'person', 'organization'], 'Қазақстан'))[0]).toBe('KAZ');
    expect(await find(['state'], '???')).toEqual([]);
  });

  it('takes dates as people type them, and says what they mean', async () => {
    await begin();
    const check = (text: string) => ask<DraftCheck>(Method.draftCheck, { kind: 'summit', path: 'date', text });
    expect(await check('7 Oct 2025')).toEqual({ text: '2025-10-07', message: '2025-10-07: 7 October 2025' });
    expect(await check('2025-10')).toEqual({ text: '2025-10', message: 'some time in October 2025' });
    expect(await check('07.10.2025')).toMatchObject({ text: null, message: expect.stringContaining('several ways') });
    expect(await check('2025-02-30')).toMatchObject({ text: null, message: expect.stringContaining('no such day') });
    expect(await check('soon')).toMatchObject({ text: null });
    expect(await check('')).toEqual({ text: '', message: null });
  });

  it('gets an id by habit, a file in the usual folder, and stops for what is left open', async () => {
    await begin();
    const settings = [
      { path: 'organization', text: 'ots' },
      { path: 'date', text: '2026-10' },
      { path: 'place.city', text: 'Gabala' },
      { path: 'name', text: 'Talks for $5 {of} \\water' },
    ];
    const { id, path } = await ask<DraftId>(Method.draftId, { kind: 'summit', settings });
    expect({ id, path }).toEqual({ id: 'ots-summit-2026-gabala', path: 'summits/ots-summit-2026-gabala.yaml' });
    const file = await ask<DraftFile>(Method.draftRecord, { kind: 'summit', settings, id });
    expect(file.uri).toBe(server.uri('summits/ots-summit-2026-gabala.yaml'));
    expect(file.text).toBe(
      "kind: summit\nid: ots-summit-2026-gabala\nname: 'Talks for $5 {of} \\water'\norganization: ots\nstatus: planned\ndate: 2026-10\nplace: { city: Gabala, state: AZE }\n",
    );
    expect(file.snippet).toMatch(/^status: \$\{1\|planned,confirmed,held,postponed,cancelled\|\}$/m);
    expect(file.snippet).toContain("name: 'Talks for \\$5 {of\\} \\\\water'\n");
  });

  it('cannot have an id that another one has or had, nor one that cannot be', async () => {
    await begin();
    const why = async (id: string) =>
      (await ask<DraftId>(Method.draftId, { kind: 'summit', settings: [], id })).message;
    expect(await why('ots-summit-2025-gabala')).toBe(
      'The record in summits/ots-summit-2025-gabala.yaml has this id already. ots-summit-2025-gabala-2 is free.',
    );
    expect(await why('Not an id')).toContain('lower-case');
    expect(await why('ots-summit-2027')).toBeNull();
  });

  it('is told of where the manifest would leave it out', async () => {
    await begin({ ...FILES, 'initiatives.yaml': "records: ['summits/**']\n" });
    const { message } = await ask<DraftId>(Method.draftId, { kind: 'person', settings: [], id: 'somebody' });
    expect(message).toContain('leaves it out');
    const refused = ask(Method.draftRecord, { kind: 'person', settings: [], id: 'somebody' });
    await expect(refused).rejects.toThrow('leaves it out');
  });

  it('has the line ends of the dataset', async () => {
    await begin({ 'persons/p.yaml': 'kind: person\r\nid: p\r\nname: P\r\n' });
    const settings = [{ path: 'name', text: 'Садыр Жапаров' }];
    const { id } = await ask<DraftId>(Method.draftId, { uri: server.uri('persons/p.yaml'), kind: 'person', settings });
    const file = await ask<DraftFile>(Method.draftRecord, {
      uri: server.uri('persons/p.yaml'),
      kind: 'person',
      settings,
      id,
    });
    expect(file.text).toBe('kind: person\r\nid: sadyr-zhaparov\r\nname: Садыр Жапаров\r\n');
    expect(file.snippet).toBeNull();
  });
});

describe('a proposal at a summit', () => {
  it('takes over what the summit tells', async () => {
    await begin();
    const at = inFile('summits/ots-summit-2025-gabala.yaml', 4);
    const form = await ask<DraftForm>(Method.draftForm, { kind: 'proposal', at, isHere: true });
    expect(form.questions.map(({ name }) => name)).toEqual(['Parties', 'Title']);
    expect(form.at).toMatchObject({ id: 'ots-summit-2025-gabala', label: '12th Summit' });
    const settings = [
      ...form.given,
      { path: 'parties.0.state', text: 'KAZ' },
      { path: 'title', text: 'A water council' },
    ];
    const { id } = await ask<DraftId>(Method.draftId, { kind: 'proposal', settings });
    expect(id).toBe('kaz-ots-a-water-council-2025');
    const { text } = await ask<DraftFile>(Method.draftRecord, { kind: 'proposal', settings, id });
    expect(text).toContain(
      'addressed_to: { organization: ots, body: ots-chs }\nmade_at: ots-summit-2025-gabala\ndate: 2025-10-07\n',
    );
  });

  it('is not made where there is no summit', async () => {
    await begin();
    const at = inFile('sources/tass-2025-01-01-1894861.yaml');
    expect(await ask(Method.draftForm, { kind: 'proposal', at, isHere: true })).toBeNull();
  });
});

describe('a citation', () => {
  const cite = (source: string, settings?: object) =>
    ask<Cite>(Method.cite, { ...inFile('summits/ots-summit-2025-gabala.yaml'), source, ...(settings && { settings }) });

  it('is of a source that is found by title, publisher, day or address', async () => {
    await begin();
    const found = async (query: string) => {
      const params = { ...inFile('summits/ots-summit-2025-gabala.yaml'), query };
      return (await ask<Citable>(Method.citable, params)).sources.map(({ id }) => id);
    };
    for (const query of [
      '',
      'kyrgyzstan chair',
      'ТАСС',
      '2025-01-01',
      'http://www.tass.com/defense/1894861?utm_source=x',
    ])
      expect(await found(query), query).toEqual(['tass-2025-01-01-1894861']);
    expect(await found('Reuters')).toEqual([]);
    expect(
      await ask(Method.citable, {
        uri: server.uri('initiatives.yaml'),
        position: { line: 0, character: 0 },
        query: '',
      }),
    ).toBeNull();
  });

  it('stands where the schema has it, in the style that there is', async () => {
    await begin();
    expect(await cite('tass-2025-01-01-1894861')).toEqual({
      edits: [
        {
          range: { start: { line: 7, character: 35 }, end: { line: 7, character: 35 } },
          newText: '\ncitations:\n  - source: tass-2025-01-01-1894861',
        },
      ],
      creates: null,
    });
    const name = 'summits/ots-summit-2025-gabala.yaml';
    await server.open(name, `${GABALA}citations: [{ source: a }]\n`);
    expect((await cite('b')).edits[0]?.newText).toBe(', { source: b }');
    await server.change(name, `${GABALA}citations:\n- source: a\n  locator: paragraph 3\n`.replaceAll('\n', '\r\n'));
    expect((await cite('b')).edits[0]?.newText).toBe('\r\n- source: b');
    await server.change(name, `${GABALA}citations:\n`);
    expect((await cite('b')).edits[0]?.newText).toBe(' [{ source: b }]');
    await server.change(name, `${GABALA}quotes: &q [{ source: a }]\ncitations: *q\n`);
    await expect(cite('b')).rejects.toThrow('cannot be added here');
  });

  it('makes its source of an address and a headline', async () => {
    await begin();
    const text = 'https://tass.com/world/2025/10/07/1900001 – Leaders meet in Gabala';
    const guess = await ask<SourceGuess>(Method.sourceGuess, { text });
    expect(guess.known).toBeNull();
    expect(guess.questions.map(({ fields, text }) => [fields[0]?.path, text])).toEqual([
      ['title', 'Leaders meet in Gabala'],
      ['publisher', 'TASS'],
      ['published', '2025-10-07'],
    ]);
    const settings = [...guess.given, ...guess.questions.map(({ fields, text }) => ({ path: fields[0]!.path, text }))];
    const { id } = await ask<DraftId>(Method.draftId, { kind: guess.kind, settings });
    expect(id).toBe('tass-2025-10-07-1900001');
    const { creates } = await cite(id, settings);
    expect(creates?.text).toBe(
      'kind: source\nid: tass-2025-10-07-1900001\ntitle: Leaders meet in Gabala\npublisher: TASS\nurl: https://tass.com/world/2025/10/07/1900001\npublished: 2025-10-07\nlanguage: en\ntype: news-agency\n',
    );
  });

  it('is of the source that is there already, however its address is written', async () => {
    await begin();
    const guess = await ask<SourceGuess>(Method.sourceGuess, {
      text: 'See http://m.tass.com/defense/1894861/amp?utm_source=x.',
    });
    expect(guess.known).toMatchObject({ id: 'tass-2025-01-01-1894861' });
    expect(await ask(Method.sourceGuess, { text: 'no address' })).toBeNull();
    const other = await ask<SourceGuess>(Method.sourceGuess, { text: 'https://www.mfa.gov.kz/en/news' });
    expect(other.questions.map(({ text }) => text)).toEqual(['', 'Mfa', '']);
  });
});
