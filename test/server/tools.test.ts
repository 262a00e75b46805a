/** The tools for assistants through the real server: they see what is open, tell datasets apart, and leave nothing behind. */
import { afterEach, describe, expect, it } from 'vitest';
import { Method, type ToolAnswer, type UseToolParams } from '../../server/protocol.ts';
import { ServerSession } from '../support/server.ts';

const PERSON = 'kind: person\nid: sadyr-japarov\nname: Sadyr Japarov\n';
const SUMMIT =
  'kind: summit\nid: s\nname: S\norganization: ots\nstatus: held\ndate: 2025-10-07\nlevel: heads-of-state\nplace: { city: Gabala, state: AZE }\nchair: { person: sadyr-japarov }\ncitations:\n  - source: x\n';
const SOURCE = 'kind: source\nid: x\npublisher: X\n';

let session: ServerSession | undefined;
afterEach(async () => {
  await session?.stop();
  session = undefined;
});

async function started(files: Readonly<Record<string, string>>, folders?: readonly string[]): Promise<ServerSession> {
  session = new ServerSession(files);
  return session.start(folders ? { folders } : {});
}

function ask(tool: string, input: unknown, uri?: string): Promise<ToolAnswer> {
  return session!.connection.sendRequest(Method.useTool, { tool, input, uri } satisfies UseToolParams);
}

// biome-ignore lint/suspicious/noExplicitAny: tests look at whatever is in it.
async function data(tool: string, input: unknown, uri?: string): Promise<any> {
  const { text, isMisuse } = await ask(tool, input, uri);
  expect(isMisuse, text).toBe(false);
  return JSON.parse(text);
}

describe('a draft that is checked', () => {
  it('leaves problems of other files as they were told, and says nothing of its own', async () => {
    const server = await started({ 'p.yaml': PERSON, 's.yaml': SUMMIT, 'x.yaml': SOURCE });
    await server.open('s.yaml', SUMMIT.replace('person: sadyr', 'person: sadir'));
    await server.waitFor('s.yaml', (it) => it.some(({ code }) => code === 'unknown-reference'));
    await server.hasReadAll();
    const before = server.diagnosticsOf('s.yaml');
    server.takePublished();
    const draft = { yaml: PERSON.replace('sadyr', 'sadir') };
    expect((await data('checkDraft', draft)).problems).toEqual([]);
    const changed = { yaml: `${PERSON}offices:\n  - { title: President, state: KAX }\n`, replace: true };
    expect((await data('checkDraft', changed)).problems).toMatchObject([{ rule: 'unknown-reference', line: 5 }]);
    await server.hasReadAll();
    await server.change('p.yaml', PERSON);
    expect(server.takePublished().filter((name) => name.includes('draft'))).toEqual([]);
    expect(server.diagnosticsOf('s.yaml')).toEqual(before);
  });

  it('is as good as a file with the same text: the rules that compare records speak', async () => {
    await started({ 'p.yaml': PERSON, 's.yaml': SUMMIT, 'x.yaml': SOURCE });
    const twin = await data('checkDraft', { yaml: SUMMIT.replace('id: s\n', 'id: t\n') });
    expect(twin.problems.map(({ rule }: { rule: string }) => rule)).toContain('duplicate-summit');
    const same = await data('checkDraft', { yaml: SUMMIT, replace: true });
    expect(same.problems).toEqual([]);
    expect(same.records).toMatchObject([{ id: 's', replacesRecordIn: 's.yaml' }]);
  });

  it('may replace one of several records in a file', async () => {
    const both = `${PERSON}---\nkind: person\nid: other\nname: Other\n`;
    await started({ 'p.yaml': both });
    const draft = 'kind: person\nid: other\nname: Another\n---\nkind: person\nid: third\nname: Third\n';
    const { records, problems } = await data('checkDraft', { yaml: draft, replace: true });
    expect(problems).toEqual([]);
    expect(records).toMatchObject([
      { id: 'other', line: 1, replacesRecordIn: 'p.yaml' },
      { id: 'third', line: 5, file: expect.stringContaining('third.yaml') },
    ]);
    const read = await data('readRecord', { id: 'other' });
    expect(read.yaml).toBe('---\nkind: person\nid: other\nname: Other');
  });

  it('is told what is wrong by the lines of its own, however broken it is', async () => {
    await started({ 'p.yaml': PERSON });
    const { problems, verdict } = await data('checkDraft', {
      yaml: `${PERSON}---\r\nkind: person\r\nid: [x\r\nname: "Y\r\n`,
    });
    expect(verdict).toMatch(/^The draft has errors/);
    expect(problems.map(({ rule, line }: { rule: string; line: number }) => `${line} ${rule}`)).toContain(
      '2 duplicate-id',
    );
    expect(problems.some(({ rule, line }: { rule: string; line: number }) => rule === 'yaml-syntax' && line > 4)).toBe(
      true,
    );
  });
});

describe('the dataset', () => {
  const files = {
    'a/x.yaml': 'kind: person\nid: x\nname: In A\n',
    'b/x.yaml': 'kind: person\nid: x\nname: In B\n',
  };

  it('is that of the file somebody looks at', async () => {
    const server = await started(files, ['a', 'b']);
    for (const [folder, name] of [
      ['a', 'In A'],
      ['b', 'In B'],
    ] as const) {
      const { record } = await data('readRecord', { id: 'x' }, server.uri(`${folder}/x.yaml`));
      expect(record.name).toBe(name);
    }
  });

  it('is that which the asker names, wherever somebody looks', async () => {
    const server = await started(files, ['a', 'b']);
    for (const dataset of ['b', server.uri('b'), server.uri('b/x.yaml')]) {
      const { record } = await data('readRecord', { id: 'x', dataset }, server.uri('a/x.yaml'));
      expect(record.name).toBe('In B');
    }
  });

  it('has to be said where there are several and nobody looks at either', async () => {
    await started(files, ['a', 'b']);
    for (const uri of [undefined, 'untitled:Untitled-1', 'output:x']) {
      const { isMisuse, text } = await ask('findRecords', {}, uri);
      expect([isMisuse, text]).toEqual([true, expect.stringMatching(/Say with `dataset` which one.* a \(.* b \(/)]);
    }
  });

  it('may be a file that stands alone', async () => {
    const server = await started({ 'x.yaml': PERSON }, []);
    expect((await ask('findRecords', {})).text).toMatch(/No dataset is open/);
    await server.open('x.yaml', PERSON);
    const { records } = await data('findRecords', {}, server.uri('x.yaml'));
    expect(records).toMatchObject([{ id: 'sadyr-japarov', file: 'x.yaml' }]);
  });
});

it('answers nonsense with a sentence, and goes on', async () => {
  await started({ 'p.yaml': PERSON });
  for (const input of [[], 'x', 7, { id: 3 }, { __proto__: null, constructor: 'x', id: 'y' }, { toString: 1 }])
    expect((await ask('readRecord', input)).isMisuse, JSON.stringify(input)).toBe(true);
  expect(await ask('constructor', {})).toMatchObject({ isMisuse: true, text: expect.stringMatching(/no tool/) });
  await expect(session!.connection.sendRequest(Method.useTool, { tool: 5 })).rejects.toThrow(/must be a text/);
  expect((await data('readRecord', { id: 'SADYR-JAPAROV' })).record.id).toBe('sadyr-japarov');
});
