/** The server's bundle: one script that serves wherever it is started, without what nobody asks a server for. */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as types from 'vscode-languageserver-types';
import { SERVER } from '../../server/build/bundle.mjs';
import { rules } from '../../server/rules/index.ts';
import { modules } from '../laws/modules.ts';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly result?: unknown;
  readonly params?: { readonly diagnostics?: readonly { readonly code: string }[] };
}

const URI = 'file:///records/gabala.yaml';
const RECORD = 'kind: summit\nid: gabala\nname: Summit\norganization: ots\nstatus: held\ndate: 2025-10-07\nhost: AZX\n';

let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'initiatives-server-'));
  await build({ ...SERVER, outdir: folder, charset: 'utf8', logLevel: 'warning' });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each([
  ['a package of modules, as the extension is', '{ "type": "module" }'],
  ['a package of scripts', '{ "type": "commonjs" }'],
])('as a process, in %s', (_, manifest) => {
  let server: ChildProcess;
  const messages: Message[] = [];

  const until = (is: (message: Message) => boolean) =>
    new Promise<Message>((resolve) => {
      const look = () => {
        const found = messages.find(is);
        if (found) resolve(found);
        else server.once('message', look);
      };
      look();
    });
  const ask = (id: number, method: string, params?: object) => {
    server.send({ jsonrpc: '2.0', id, method, params });
    return until((message) => message.id === id && !message.method);
  };

  beforeAll(() => {
    writeFileSync(join(folder, 'package.json'), manifest);
    server = fork(join(folder, 'server.js'), ['--node-ipc']);
    server.on('message', (message) => messages.push(message as Message));
  });
  afterAll(() => server.kill());

  it('says hello, finds a problem, and says goodbye', async () => {
    const { result } = await ask(1, 'initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: {},
      workspaceFolders: null,
    });
    expect(result).toMatchObject({ capabilities: { hoverProvider: expect.anything() } });
    server.send({ jsonrpc: '2.0', method: 'initialized', params: {} });
    const textDocument = { uri: URI, languageId: 'yaml', version: 1, text: RECORD };
    server.send({ jsonrpc: '2.0', method: 'textDocument/didOpen', params: { textDocument } });
    const { params } = await until(({ params }) => (params?.diagnostics?.length ?? 0) > 0);
    expect(params!.diagnostics!.map(({ code }) => code)).toContain('unknown-reference');

    const ended = new Promise((resolve) => server.once('exit', resolve));
    await ask(2, 'shutdown');
    server.send({ jsonrpc: '2.0', method: 'exit' });
    expect(await ended).toBe(0);
  });
});

describe('the script', () => {
  it('knows what each rule reports, and leaves reasons and examples to papers', () => {
    const script = readFileSync(join(folder, 'server.js'), 'utf8');
    for (const { docs, name } of rules) {
      const said = (text: string) => script.includes(text) || script.includes(JSON.stringify(text).slice(1, -1));
      expect([name, said(docs.what), said(docs.why)]).toEqual([name, true, false]);
    }
    // How examples mark the place of a problem.
    expect(script.match(/: ⟦\w/g)).toBe(null);
  });

  it('asks the package of types for values of the protocol that it leaves out elsewhere', () => {
    const names = new Set(Object.keys(types));
    const wrong = modules(['server']).flatMap(({ path, text }) =>
      [...text.matchAll(/^(?:import|export) \{([^}]*)\} from 'vscode-languageserver(?:\/\w+)?';$/gm)]
        .flatMap(([, list]) => list!.split(',').map((one) => one.trim()))
        .filter((name) => names.has(name))
        .map((name) => `${path}: ${name}`),
    );
    expect(wrong).toEqual([]);
  });
});
