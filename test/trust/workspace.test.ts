/** A hostile workspace, opened by the server and read by each command: nothing in it is run, loaded or fetched. */
import { readdirSync } from 'node:fs';
import { relative } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { run, useCli } from '../cli/support.ts';
import { makeFolder } from '../sources/folder.ts';
import { ServerSession } from '../support/server.ts';
import { HOSTILE, MANIFEST, READABLE, RECORD } from './hostile-workspace.ts';
import { Spy } from './spied.ts';

useCli();
afterEach(() => vi.unstubAllEnvs());

/** Holds that a process under watch has done nothing that a workspace could have asked for. */
function expectHarmless(spy: Spy, folder: string): void {
  const within = (path: string) => !relative(folder, path).startsWith('..');
  expect(spy.of('module').length, 'it was watched').toBeGreaterThan(0);
  expect(spy.deeds.filter(([what]) => !['file', 'module'].includes(what))).toEqual([]);
  expect(spy.of('module').filter((url) => url.startsWith('file:') && within(new URL(url).pathname))).toEqual([]);
  const opened = spy.of('file').map((call) => call.replace(/^\w+ (?:file:\/\/)?/, ''));
  const names = opened.filter((path) => path.startsWith('/') && within(path)).map((path) => relative(folder, path));
  expect(names.filter((name) => !READABLE.test(name))).toEqual([]);
  const traps = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /(?:^|\/)ran-/.test(name));
  expect(traps).toEqual([]);
}

// Paths are compared as they are written on systems without drives.
describe.skipIf(process.platform === 'win32')('a hostile workspace', () => {
  it('is opened, asked about and left by the server without any of it being run', async () => {
    const folder = makeFolder(HOSTILE);
    const spy = new Spy();
    for (const [name, value] of Object.entries(spy.env)) vi.stubEnv(name, value);
    const session = new ServerSession({}, folder);
    vi.unstubAllEnvs();
    session.settings = JSON.parse(HOSTILE['.vscode/settings.json']!);
    await session.start();
    await session.open('initiatives.yaml', MANIFEST);
    await session.open('records/gabala.yaml', RECORD);
    await session.waitFor('records/gabala.yaml', (diagnostics) => diagnostics.length > 0);
    const textDocument = { uri: session.uri('records/gabala.yaml') };
    const range = { start: { line: 0, character: 0 }, end: { line: RECORD.split('\n').length, character: 0 } };
    for (const method of ['documentLink', 'documentSymbol', 'foldingRange', 'semanticTokens/full', 'codeLens']) {
      await session.connection.sendRequest(`textDocument/${method}`, { textDocument });
    }
    await session.connection.sendRequest('textDocument/codeAction', {
      textDocument,
      range,
      context: { diagnostics: [] },
    });
    for (let line = 0; line < range.end.line; line++) {
      for (const method of ['hover', 'completion', 'definition']) {
        await session.at(method, 'records/gabala.yaml', { line, character: 8 });
      }
    }
    await session.hasReadAll();
    expect(await session.leave()).toBe(0);
    expect(spy.of('file').join('\n')).toContain('initiatives.yaml');
    expectHarmless(spy, folder);
  });

  it.each([
    [['check', '--fix']],
    [['format', '--sort-keys']],
    [['export', '--format', 'json-ld', '--output', '-']],
    [['timeline', '--output', '-']],
    [['stats']],
  ])('is read by %j without any of it being run', async (args) => {
    const folder = makeFolder(HOSTILE);
    const spy = new Spy();
    const { code, stderr } = await run(args, { cwd: folder, env: spy.env });
    expect(stderr).not.toMatch(/\n {4}at /);
    expect([0, 1, 2]).toContain(code);
    expectHarmless(spy, folder);
  });
});
