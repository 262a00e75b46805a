/** The protocol's own rules: hello and goodbye, requests called off, and messages that come while the disk is busy. */
import { spawn } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import {
  CancellationTokenSource,
  createMessageConnection,
  type Diagnostic,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { Method } from '../../server/protocol.ts';
import { ServerSession } from '../support/server.ts';
import { serverScript } from '../support/server-bundle.ts';

const START = { line: 0, character: 1 };
const STATE = { line: 4, character: 31 };
const person = (id: string, state: string) =>
  `kind: person\nid: ${id}\nname: A Speaker\noffices:\n  - { title: Minister, state: ${state} }\n`;

/** A server that nobody has said hello to, and how it ends. */
function startProcess() {
  const process_ = spawn(process.execPath, [serverScript(), '--stdio'], { stdio: 'pipe' });
  const connection = createMessageConnection(
    new StreamMessageReader(process_.stdout),
    new StreamMessageWriter(process_.stdin),
  );
  connection.listen();
  const ended = new Promise<number | null>((resolve) => process_.once('exit', resolve));
  const hello = () => connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
  return { connection, ended, hello };
}

describe('a server', () => {
  it('wants to hear hello first, and once, and nothing after goodbye', async () => {
    const { connection, ended, hello } = startProcess();
    const textDocument = { uri: 'untitled:a', languageId: 'yaml', version: 1, text: '' };
    await connection.sendNotification('textDocument/didOpen', { textDocument });
    await expect(connection.sendRequest('textDocument/hover', { textDocument, position: START })).rejects.toMatchObject(
      { code: -32002 },
    );
    expect(await hello()).toMatchObject({ capabilities: { hoverProvider: expect.anything() } });
    await expect(hello()).rejects.toMatchObject({ code: -32600 });
    await connection.sendNotification('initialized', {});
    expect(await connection.sendRequest('textDocument/hover', { textDocument, position: START })).toBeNull();
    await connection.sendRequest('shutdown');
    await expect(connection.sendRequest('textDocument/hover', { textDocument, position: START })).rejects.toMatchObject(
      { code: -32600 },
    );
    await connection.sendNotification('exit');
    expect(await ended).toBe(0);
  });

  it('says that it does not know a request, and takes no notice of such a notification', async () => {
    const session = await new ServerSession({}).start();
    await session.connection.sendNotification('textDocument/dance', {});
    await expect(session.connection.sendRequest('textDocument/dance', {})).rejects.toMatchObject({ code: -32601 });
    expect(await session.stop()).toBe(0);
  });

  it.each([true, false])('ends with 1 when it is sent away without warning (after hello: %s)', async (greeted) => {
    const { connection, ended, hello } = startProcess();
    if (greeted) await hello();
    await connection.sendNotification('exit');
    expect(await ended).toBe(1);
  });
});

describe('a request that is called off', () => {
  it('is answered at once, even while files are being read, and leaves no trace', async () => {
    const session = new ServerSession({});
    const listing = new Promise<(files: string[]) => void>((asked) => {
      session.connection.onRequest(Method.listFiles, () => new Promise((answer) => asked(answer)));
    });
    await session.start({ initializationOptions: { files: 'client' } });
    await session.open('a.yaml', person('a', 'KAZ'));
    const ask = (token: CancellationTokenSource) =>
      session.connection.sendRequest(
        'textDocument/hover',
        // Of a state more is known once all is read; what a key means would be told at once.
        { textDocument: { uri: session.uri('a.yaml') }, position: STATE },
        token.token,
      );
    const [first, second] = [new CancellationTokenSource(), new CancellationTokenSource()];
    const [calledOff, wanted] = [ask(first), ask(second)];
    first.cancel();
    await expect(calledOff).rejects.toMatchObject({ code: -32800 });
    (await listing)([]);
    expect(await wanted).not.toBeNull();
    second.cancel();
    expect(await ask(new CancellationTokenSource())).not.toBeNull();
    expect(await session.stop()).toBe(0);
  });

  it('disturbs none of those around it', async () => {
    const session = await new ServerSession({ 'a.yaml': person('a', 'KAZ') }).start();
    const asked = Array.from({ length: 200 }, () => {
      const source = new CancellationTokenSource();
      const params = { textDocument: { uri: session.uri('a.yaml') }, position: START };
      return { source, answer: session.connection.sendRequest('textDocument/hover', params, source.token) };
    });
    for (const [index, { source }] of asked.entries()) if (index % 2) source.cancel();
    const answers = await Promise.allSettled(asked.map(({ answer }) => answer));
    for (const [index, answer] of answers.entries()) {
      if (answer.status === 'fulfilled') expect(answer.value).not.toBeNull();
      else expect([index % 2, answer.reason.code]).toEqual([1, -32800]);
    }
    expect(await session.stop()).toBe(0);
  });
});

describe.each([
  ['in one message', 2000],
  ['each in a message of its own', 1],
])('a checkout of thousands of files, told %s', (_, size) => {
  it('keeps nobody from typing, and tells of each file once, when all are read', async () => {
    const names = Array.from({ length: 2000 }, (_, index) => `persons/p${index}.yaml`);
    const session = await new ServerSession({
      ...Object.fromEntries(names.map((name, index) => [name, person(`p${index}`, 'KAZ')])),
      'open.yaml': person('open', 'KAZ'),
    }).start();
    await session.open('open.yaml', person('open', 'KAZ'));
    await session.hasReadAll();
    for (const [index, name] of names.entries()) session.write(name, person(`p${index}`, 'XQX'));
    const parts = names.flatMap((_, at) => (at % size === 0 ? [names.slice(at, at + size)] : []));
    session.sendTogether([
      ...parts.map((part) => {
        const changes = part.map((name) => ({ uri: session.uri(name), type: 2 }));
        return ['workspace/didChangeWatchedFiles', { changes }] as const;
      }),
      ['textDocument/didChange', session.changeOf('open.yaml', person('open', 'XQX'))],
    ]);
    await session.waitFor('open.yaml', (all) => all.length === 1);
    expect(session.takePublished()).toEqual(['open.yaml']);
    const published: string[] = [];
    await session.waitUntil(
      () => published.push(...session.takePublished()) >= names.length,
      () => `problems of all files (${published.length})`,
    );
    await session.hasReadAll();
    expect([...published, ...session.takePublished()].sort()).toEqual([...names].sort());
    await session.stop();
  });
});

describe('folders', () => {
  const codes = (session: ServerSession, name: string) => session.diagnosticsOf(name).map(({ code }) => code);
  const state = 'kind: state\nid: XAA\nname: Alphaland\n';

  it('side by side do not see each other, be their ids the same or not', async () => {
    const session = await new ServerSession({
      'a/XAA.yaml': state,
      'a/p.yaml': person('p', 'XAA'),
      'b/XBB.yaml': state.replace('XAA', 'XBB'),
      'b/p.yaml': person('p', 'XAA'),
    }).start({ folders: ['a', 'b'] });
    await session.waitFor('b/p.yaml', (all) => all.length === 1);
    await session.hasReadAll();
    expect(codes(session, 'a/p.yaml')).toEqual([]);
    expect(codes(session, 'b/p.yaml')).toEqual(['unknown-reference']);
    expect(await session.stop()).toBe(0);
  });

  it('that are told of alone stand for their files when they go, come and change their names', async () => {
    const session = await new ServerSession({ 'states/XAA.yaml': state, 'p.yaml': person('p', 'XAA') }).start();
    await session.hasReadAll();
    session.write('away/XAA.yaml', state);
    session.remove('states');
    session.remove('away');
    await session.changedOnDisk('states', 3);
    await session.waitFor('p.yaml', (all) => all.length === 1);
    session.write('moved/deep/XAA.yaml', state);
    await session.changedOnDisk('moved', 1);
    await session.waitFor('p.yaml', (all) => all.length === 0);
    expect(await session.stop()).toBe(0);
  });

  it('become datasets of their own with a manifest, and cease to be with it', async () => {
    const session = await new ServerSession({ 'states/XAA.yaml': state, 'own/p.yaml': person('p', 'XAA') }).start();
    await session.open('own/p.yaml', person('p', 'XAA'));
    await session.hasReadAll();
    for (const name of ['own/initiatives.yaml', 'own/initiatives.yaml']) {
      session.write(name, 'dataset: Own\n');
      await session.changedOnDisk(name, 1);
      await session.waitFor('own/p.yaml', (all) => all.length === 1);
      session.remove(name);
      await session.changedOnDisk(name, 3);
      await session.waitFor('own/p.yaml', (all) => all.length === 0);
    }
    // Written and not saved, it counts as long as it is open.
    await session.open('own/initiatives.yaml', 'dataset: Own\n');
    await session.waitFor('own/p.yaml', (all) => all.length === 1);
    await session.close('own/initiatives.yaml');
    await session.waitFor('own/p.yaml', (all) => all.length === 0);
    expect(await session.stop()).toBe(0);
  });

  it('that are hidden, and those of packages, are left alone whatever happens in them', async () => {
    const session = await new ServerSession({ 'p.yaml': person('p', 'XAA') }).start();
    await session.waitFor('p.yaml', (all) => all.length === 1);
    for (const name of ['node_modules/x/XAA.yaml', '.git/XAA.yaml', 'states/.XAA.yaml']) {
      session.write(name, state);
      await session.changedOnDisk(name, 1);
    }
    await session.changedOnDisk('node_modules', 1);
    await session.hasReadAll();
    expect(codes(session, 'p.yaml')).toEqual(['unknown-reference']);
    expect(await session.stop()).toBe(0);
  });
});

describe('a file', () => {
  it('that cannot be read has a problem until it can, or somebody opens it', async () => {
    const session = new ServerSession({ 'p.yaml': person('p', 'KAZ') });
    session.write('latin.yaml', Uint8Array.of(0x61, 0xe4));
    await session.start();
    const [problem] = await session.waitFor('latin.yaml', (all) => all.length === 1);
    expect(problem?.message).toMatch(/is not UTF-8 text/);
    await session.open('latin.yaml', 'a: ä\n');
    await session.waitFor('latin.yaml', (all) => all.length === 0);
    await session.close('latin.yaml');
    await session.waitFor('latin.yaml', (all) => all.length === 1);
    session.write('latin.yaml', 'a: ä\n');
    await session.changedOnDisk('latin.yaml', 2);
    await session.waitFor('latin.yaml', (all) => all.length === 0);
    expect(await session.stop()).toBe(0);
  });

  it('that is deleted while it is open is known until it is closed', async () => {
    const session = await new ServerSession({
      'XAA.yaml': 'kind: state\nid: XAA\nname: Alphaland\n',
      'p.yaml': person('p', 'XAA'),
    }).start();
    await session.open('p.yaml', person('p', 'XAA'));
    await session.open('XAA.yaml', 'kind: state\nid: XAA\nname: Alphaland\n');
    session.remove('XAA.yaml');
    await session.changedOnDisk('XAA.yaml', 3);
    await session.change('p.yaml', person('p', 'XQX'));
    await session.waitFor('p.yaml', (all) => all.length === 1);
    await session.change('p.yaml', person('p', 'XAA'));
    await session.waitFor('p.yaml', (all) => all.length === 0);
    await session.close('XAA.yaml');
    await session.waitFor('p.yaml', (all) => all.length === 1);
    expect(await session.stop()).toBe(0);
  });

  it('that problems elsewhere point to moves them along, however the client spells its name', async () => {
    const session = await new ServerSession({ 'b.yaml': person('same', 'KAZ') }).start();
    const uri = `${session.uri('')}/a(1).yaml`;
    const text = person('same', 'KAZ');
    await session.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'yaml', version: 1, text },
    });
    const places = (all: readonly Diagnostic[]) =>
      all.flatMap(({ relatedInformation }) => relatedInformation ?? []).map(({ location }) => location);
    const [place] = places(await session.waitFor('b.yaml', (all) => places(all).length > 0));
    expect(place).toMatchObject({ uri, range: { start: { line: 1 } } });
    await session.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ text: `# Ə\n${text}` }],
    });
    await session.waitFor('b.yaml', (all) => places(all)[0]?.range.start.line === 2);
    expect(await session.stop()).toBe(0);
  });

  it('that has no name yet sees itself and the registry', async () => {
    const session = await new ServerSession({ 'XAA.yaml': 'kind: state\nid: XAA\nname: Alphaland\n' }).start();
    const uri = 'untitled:Untitled-1';
    const told = new Promise<unknown[]>((resolve) => {
      session.connection.onNotification('textDocument/publishDiagnostics', (params) => {
        if (params.uri === uri) resolve(params.diagnostics);
      });
    });
    const text = `${person('p', 'KAZ')}---\n${person('q', 'XAA')}`;
    await session.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'yaml', version: 1, text },
    });
    expect(await told).toMatchObject([{ code: 'unknown-reference', range: { start: { line: 10 } } }]);
    expect(await session.stop()).toBe(0);
  });
});
