/** What a record or an argument says never leads out of the dataset: beside it lie files that nobody may open or make. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { run, useCli } from '../cli/support.ts';
import { ServerSession } from '../support/server.ts';
import { Spy } from '../trust/spied.ts';

useCli();

const SECRET = 'The Council agreed upon the secret of the neighbours.';
/** From the top of the dataset to a file beside it, in all the ways that systems and programs have for it. */
const WAYS_OUT: readonly string[] = [
  '../secret.txt',
  './../secret.txt',
  'texts/../../secret.txt',
  'texts/..//../secret.txt',
  '..\\secret.txt',
  'texts\\..\\..\\secret.txt',
  '%2e%2e/secret.txt',
  '%2e%2e%2fsecret.txt',
  '..%2fsecret.txt',
  '..%5csecret.txt',
  '.../secret.txt',
  '~/secret.txt',
  '$HOME/secret.txt',
  'FOLDER/secret.txt',
  '/FOLDER/secret.txt',
  '//localhost/FOLDER/secret.txt',
  '\\\\localhost\\c$\\secret.txt',
  'file://FOLDER/secret.txt',
  'file:../secret.txt',
  'c:/secret.txt',
  'C:secret.txt',
  '/etc/passwd',
  '/dev/zero',
  'CON',
  '../secret.txt\u0000.txt',
  'texts/a.txt\u0000../../secret.txt',
  '..\u2215secret.txt',
  '．．/secret.txt',
  '..',
  '/',
];

const SYSTEM = /^(?:\/etc\/passwd|\/dev\/zero|CON|c:.*|~.*|\/secret\.txt)$/i;

let top = '';
let folder = '';
beforeAll(() => {
  top = mkdtempSync(join(tmpdir(), 'hostile-paths-'));
  folder = join(top, 'data');
  mkdirSync(join(folder, 'texts'), { recursive: true });
  writeFileSync(join(top, 'secret.txt'), SECRET);
  writeFileSync(join(top, 'secret.yaml'), 'kind: person\nid: secret\nname: Secret\n');
  const records = Object.entries({
    'initiatives.yaml': 'records: ["**/*.yaml", "../**", "../../**/*.yaml", "/**", "file:///**", "..\\\\**", "~/**"]\n',
    ...Object.fromEntries(
      WAYS_OUT.flatMap((way, index) => {
        const path = JSON.stringify(way.replaceAll('FOLDER', top));
        return [
          [
            `quote-${index}.yaml`,
            `kind: proposal\nid: ${path}\ntitle: ${path}\ntype: position\nparties: [{ state: KAZ, role: proposer }]\ndomains: [water]\nstatus: announced\nquotes: [{ text: The Council agreed upon the secret, source: s-${index} }]\n`,
          ],
          [
            `source-${index}.yaml`,
            `kind: source\nid: s-${index}\npublisher: ${path}\npublished: ${path}\ntext: ${path}\n---\nkind: summit\nid: ${path}\nname: ${path}\norganization: ${path}\nstatus: held\ndate: "../../x"\n`,
          ],
        ];
      }),
    ),
  });
  for (const [name, text] of records) writeFileSync(join(folder, name), text);
});
afterAll(() => rmSync(top, { recursive: true, force: true }));

/** The paths outside of the dataset that a process under watch has touched, and that are no part of the program. */
function strayed(spy: Spy): string[] {
  const touched = spy.of('file').map((call) => call.replace(/^\w+ (?:file:\/\/)?/, ''));
  expect(touched.join('\n'), 'it was watched').toContain(folder);
  const isBeside = (path: string) => path.startsWith(top) && path !== folder && !path.startsWith(`${folder}/`);
  // Of what is above the dataset only manifests are looked for.
  const isStray = (path: string) => (isBeside(path) && path !== join(top, 'initiatives.yaml')) || SYSTEM.test(path);
  return touched.filter(isStray);
}

// What systems without drives take for a path is tried; on Windows the same records are held to by their words.
describe.skipIf(process.platform === 'win32')('what leads out of a dataset', () => {
  it.each([
    [['check', '.']],
    [['check', '.', '--fix']],
    [['format', '.', '--sort-keys']],
    [['stats', '.']],
    [['export', '.', '--format', 'ndjson', '--output', '-']],
    [['export', '.', '--format', 'parquet-hive', '--output', 'out-hive']],
    [['export', '.', '--format', 'csv', '--output', 'out-csv']],
    [['timeline', '.', '--output', 'out.html']],
    [['new', 'person', '--name', '../../secret']],
    [['new', 'person', '--name', 'A', '--id', '../secret']],
    [['new', 'source', '--publisher', '/../../secret', '--published', '2025-01-01']],
    [['new', 'person', '--name', 'A', '--set', 'id=../secret']],
  ])('is not followed by %j', async (args) => {
    const spy = new Spy();
    const { code, stderr } = await run(args, { cwd: folder, env: spy.env });
    expect(stderr).not.toContain('has a fault');
    expect([0, 1, 2]).toContain(code);
    expect(strayed(spy)).toEqual([]);
    expect(readdirSync(top).sort()).toEqual(['data', 'secret.txt', 'secret.yaml']);
    expect(readFileSync(join(top, 'secret.txt'), 'utf8')).toBe(SECRET);
  });

  it('is not followed by the server, nor by what it offers', async () => {
    const spy = new Spy();
    for (const [name, value] of Object.entries(spy.env)) vi.stubEnv(name, value);
    const session = new ServerSession({}, folder);
    vi.unstubAllEnvs();
    await session.start();
    const told: string[] = [];
    for (const index of WAYS_OUT.keys()) {
      for (const name of [`source-${index}.yaml`, `quote-${index}.yaml`]) {
        const text = readFileSync(join(folder, name), 'utf8');
        await session.open(name, text);
        const textDocument = { uri: session.uri(name) };
        const range = { start: { line: 0, character: 0 }, end: { line: text.split('\n').length, character: 0 } };
        const params = { textDocument, range, context: { diagnostics: [] } };
        for (const method of ['documentLink', 'codeAction'])
          told.push(JSON.stringify(await session.connection.sendRequest(`textDocument/${method}`, params)));
      }
    }
    await session.hasReadAll();
    expect(await session.leave()).toBe(0);
    expect(strayed(spy)).toEqual([]);
    const uris = told.join('\n').match(/file:\/\/[^"\\]*/g) ?? [];
    const decoded = uris.map((uri) => decodeURIComponent(new URL(uri).pathname));
    const others = decoded.filter((path) => !/\/docs\/rules\/[\w-]+\.md$/.test(path));
    expect(others.filter((path) => !path.startsWith(`${folder}/`) || path.includes('/../'))).toEqual([]);
  });
});
