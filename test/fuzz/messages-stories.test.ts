/** What is done about messages that no client should send, one by one. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PARAMS } from '../../server/params.ts';
import { ServerSession } from '../support/server.ts';
import { frame, Storm } from './messages-storm.ts';

const WRONG = 'kind: person\nid: speaker\nname: A Speaker\noffices:\n  - { title: Minister, state: AZX }\n';

let session: ServerSession;
let storm: Storm;

beforeEach(async () => {
  session = new ServerSession({ 'speaker.yaml': WRONG });
  storm = new Storm(session);
});
afterEach(() => {
  session.process.kill();
  session.remove('');
});

/** The code and the sentence with which a request is refused. */
async function refusal(id: string, method: string, params?: unknown) {
  storm.send([{ id, method, params }]);
  await storm.answered();
  const { code, message } = storm.answers.get(id)![0]!.error ?? {};
  return [code, message];
}

describe('params of another shape', () => {
  it('are refused, with what is wrong in words', async () => {
    await session.start();
    const textDocument = { uri: session.uri('speaker.yaml') };
    const position = { line: 0, character: 0 };
    const hover = 'textDocument/hover';
    const wrong = (params: unknown, method = hover) => refusal(JSON.stringify([method, params]), method, params);
    const invalid = (complaint: string, method = hover) => [-32602, `\`${method}\` cannot be read: ${complaint}`];
    expect(await wrong(null)).toEqual(invalid('params must be a map.'));
    expect(await wrong([textDocument, position])).toEqual(invalid('params must be a map.'));
    expect(await wrong({ position })).toEqual(invalid('params.textDocument must be a map.'));
    expect(await wrong({ textDocument: { uri: 5 }, position })).toEqual(
      invalid('params.textDocument.uri must be a text.'),
    );
    expect(await wrong({ textDocument, position: { line: 1.5, character: 0 } })).toEqual(
      invalid('params.position.line must be a whole number.'),
    );
    const moves = [{ oldUri: 'a', newUri: 'b' }, { oldUri: 'a' }];
    expect(await wrong({ files: moves }, 'workspace/willRenameFiles')).toEqual(
      invalid('params.files[1].newUri must be a text.', 'workspace/willRenameFiles'),
    );
    const files = JSON.parse('{ "__proto__": { "files": [] } }');
    expect(await wrong(files, 'workspace/willRenameFiles')).toEqual(
      invalid('params.files must be a list.', 'workspace/willRenameFiles'),
    );
  });

  it('reach no handler, whatever the method', async () => {
    await session.start();
    const shapes = [null, [], [null], 'text', 5, {}];
    const sent = [...PARAMS].flatMap(([method, shape]) =>
      shapes
        .filter((params) => shape(params, '') !== undefined)
        .map((params, index) => ({ id: `${method} ${index}`, method, params })),
    );
    storm.send(sent.flatMap(({ id, ...rest }) => [{ id, ...rest }, rest]));
    await storm.answered();
    const others = [...storm.answers].filter(([id, [answer]]) => {
      const wanted = String(id).startsWith('initialize') ? -32600 : -32602;
      return answer!.error?.code !== wanted;
    });
    expect(others).toEqual([]);
    expect(storm.answers.size).toBeGreaterThan(4 * PARAMS.size);
    expect(storm.errors).toEqual([]);
  });

  it('of a text leave the text as it was', async () => {
    await session.start();
    await session.open('speaker.yaml', WRONG);
    const textDocument = { uri: session.uri('speaker.yaml'), version: 2 };
    storm.send(
      [
        { textDocument, contentChanges: [{ text: 5 }] },
        { textDocument: { uri: textDocument.uri }, contentChanges: [{ text: '' }] },
        { textDocument, contentChanges: [{ range: { start: { line: 0.5, character: 0 } }, text: '' }] },
      ].map((params) => ({ method: 'textDocument/didChange', params })),
    );
    await session.hasReadAll();
    const symbols = await session.connection.sendRequest('textDocument/documentSymbol', { textDocument });
    expect(symbols).toHaveLength(1);
    expect(storm.errors).toEqual([]);
  });
});

describe('hello and goodbye', () => {
  it('are such only with what belongs to them, and a right hello may follow a wrong one', async () => {
    for (const params of [undefined, null, {}, { capabilities: null }]) {
      expect(await refusal(`hello ${JSON.stringify(params)}`, 'initialize', params)).toEqual([
        -32602,
        expect.stringMatching(/^`initialize` cannot be read: params/),
      ]);
    }
    await session.start();
    await session.waitFor('speaker.yaml', (all) => all.length === 1);
  });

  it('bound all that is asked', async () => {
    for (const method of ['shutdown', 'completionItem/resolve', 'securityInitiatives/timeline']) {
      expect(await refusal(`before ${method}`, method, {})).toEqual([-32002, 'Say hello first, with `initialize`.']);
    }
    await session.start();
    await session.connection.sendRequest('shutdown');
    for (const method of ['shutdown', 'initialize', 'completionItem/resolve', 'securityInitiatives/timeline', 'x']) {
      expect(await refusal(`after ${method}`, method, {})).toEqual([-32600, 'Goodbye has been said.']);
    }
  });

  it('are heard once: who is ready twice is not served twice', async () => {
    const registered: unknown[] = [];
    session.connection.onRequest('client/registerCapability', (params) => {
      registered.push(params);
      return null;
    });
    await session.start();
    storm.send([{ method: 'initialized', params: {} }]);
    await session.hasReadAll();
    expect(registered).toHaveLength(1);
  });
});

it('a client that never tells its settings is served by the defaults', async () => {
  session.connection.onRequest('workspace/configuration', () => new Promise<never>(() => {}));
  await session.start();
  await session.waitFor('speaker.yaml', (all) => all.length === 1);
  await session.hasReadAll();
});

it('a client that tells its settings no more when a folder comes is served all the same', async () => {
  await session.start();
  await session.hasReadAll();
  session.connection.onRequest('workspace/configuration', () => new Promise<never>(() => {}));
  const added = [{ uri: session.uri('further'), name: 'further' }];
  storm.send([
    { method: 'workspace/didChangeWorkspaceFolders', params: { event: { added, removed: [] } } },
    { id: 'after', method: 'workspace/symbol', params: { query: 'speaker' } },
  ]);
  await storm.answered();
  expect(storm.answers.get('after')![0]!.result).toHaveLength(1);
});

it('no news of files is no reason to wait for any', async () => {
  await session.start();
  await session.waitFor('speaker.yaml', (all) => all.length === 1);
  storm.send([
    { method: 'workspace/didChangeWatchedFiles', params: { changes: [] } },
    { method: 'workspace/didCreateFiles', params: { files: [] } },
  ]);
  session.write('other.yaml', WRONG.replace('speaker', 'other'));
  await session.changedOnDisk('other.yaml', 1);
  await session.waitFor('other.yaml', (all) => all.length === 1);
});

describe('a frame', () => {
  const CALL = { id: 'call', method: 'workspace/symbol', params: { query: 'speaker' } };

  it('that cannot be read is passed over', async () => {
    await session.start();
    const bad: Readonly<Record<string, string>> = {
      'no JSON': frame('{"jsonrpc":'),
      nothing: frame(''),
      'JSON of other kinds': ['null', '5', '"x"', '[]', '{}', '{"id":1}', '{"method":5}'].map(frame).join(''),
      'a batch': frame(JSON.stringify([CALL])),
      'no length': 'Content-Type: text\r\n\r\n',
      'a length that is no number': 'Content-Length: many\r\n\r\n',
      'a line that is no header': 'hello\r\n\r\n',
    };
    for (const [id, bytes] of Object.entries(bad)) {
      storm.write(bytes);
      storm.send([{ ...CALL, id }]);
      // What comes in one piece with a bad header is read with the next piece.
      const nudge = setInterval(() => storm.send([{ method: '$/nudge' }]), 20);
      await storm.answered().finally(() => clearInterval(nudge));
      expect(storm.answers.get(id)![0]!.result, id).toHaveLength(1);
    }
  });

  it.each([
    ['half a frame', frame(JSON.stringify(CALL)).slice(0, -5)],
    ['a header without an end', `Content-Length: ${'9'.repeat(1 << 20)}`],
  ])('%s before the end of all input ends the process with 1', async (_, bytes) => {
    await session.start();
    const ended = new Promise((resolve) => session.process.once('exit', resolve));
    storm.write(bytes);
    session.process.stdin.end();
    expect(await ended).toBe(1);
  });
});
