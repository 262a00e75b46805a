/** Links in a dataset are no way out of it: what they lead to elsewhere is neither shown nor written. */
import { mkdirSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run, useCli } from '../cli/support.ts';
import { makeFolder } from '../sources/folder.ts';
import { ServerSession } from '../support/server.ts';

useCli();

const SECRET = 'the hidden treaty of the neighbours';
/** What `check --fix` and `format` would change, and the others would show. */
const RECORD = `kind: summit\nid: secret\nname:   ${SECRET}   \norganization: ots\nstatus: held\ndate: 2025/10/07\n`;
const OUTSIDE = { 'secret.yaml': RECORD, 'secret.txt': `They signed ${SECRET}.`, 'others/secret.yaml': RECORD };
/** A quote that is right but for a word: whoever may read its source is offered the right one. */
const QUOTE = (source: string) =>
  `kind: proposal\nid: by-${source}\ntitle: T\ntype: position\nparties: [{ state: KAZ, role: proposer }]\ndomains: [water]\nstatus: proposed\nquotes: [{ text: They signed the treaty of the neighbours, source: ${source} }]\n`;
const SOURCE = (id: string, text: string) => `kind: source\nid: ${id}\ntitle: S\npublisher: P\ntext: ${text}\n`;
const INSIDE = {
  'data/initiatives.yaml': 'dataset: D\n',
  'data/quotes.yaml': ['by-file', 'by-folder'].map(QUOTE).join('---\n'),
  'data/sources.yaml': [SOURCE('by-file', 'texts/a.txt'), SOURCE('by-folder', 'beside/secret.txt')].join('---\n'),
};

/** A dataset `data` with links out of it, of files and of folders, beside what they lead to. */
function besideSecrets(): string {
  const top = makeFolder({ ...OUTSIDE, ...INSIDE });
  mkdirSync(join(top, 'data/texts'));
  symlinkSync('../secret.yaml', join(top, 'data/record.yaml'));
  symlinkSync(join(top, 'secret.txt'), join(top, 'data/texts/a.txt'));
  symlinkSync('../others', join(top, 'data/persons'));
  symlinkSync('..', join(top, 'data/beside'));
  return top;
}

function expectUntouched(top: string): void {
  for (const [name, text] of Object.entries(OUTSIDE)) expect(readFileSync(join(top, name), 'utf8'), name).toBe(text);
  expect(readdirSync(top).sort()).toEqual(['data', 'others', 'secret.txt', 'secret.yaml']);
  expect(readdirSync(join(top, 'others'))).toEqual(['secret.yaml']);
}

/** The text of all files that a command has left in the dataset, links aside. */
const left = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    // A recursive listing follows links.
    .filter((entry) => entry.isFile() && realpathSync(entry.parentPath).startsWith(folder))
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'))
    .join('\n');

const toldOf = (name: string) =>
  `${name} is not read, as a link leads out of the dataset there: replace the link with what it leads to.\n`;

// On Windows only few may make links; what leads where is found out by the same calls there.
describe.skipIf(process.platform === 'win32')('a link out of a dataset', () => {
  it.each([
    [['check', '.']],
    [['check', '.', '--fix']],
    [['check', '.', '--format', 'sarif']],
    [['format', '.']],
    [['stats', '.']],
    [['export', '.', '--format', 'ndjson']],
    [['export', '.', '--format', 'csv', '--output', 'out']],
    [['timeline', '.', '--output', 'out.html']],
  ])('is told once, and nothing behind it shown or changed, by %j', async (args) => {
    const top = besideSecrets();
    const { stdout, stderr } = await run(args, { cwd: join(top, 'data') });
    expect(stderr.split(toldOf('record.yaml')).length, stderr).toBe(2);
    expect(stderr.split(toldOf('persons')).length, stderr).toBe(2);
    expect(`${stdout}${stderr}${left(join(top, 'data'))}`).not.toMatch(/hidden/);
    expectUntouched(top);
  });

  it('is none for a file that someone names, where it is part of a dataset', async () => {
    const top = besideSecrets();
    for (const command of ['check', 'format']) {
      const { code, stdout, stderr } = await run([command, 'data/record.yaml'], { cwd: top });
      expect([code, stderr]).toEqual([1, toldOf('data/persons') + toldOf('data/record.yaml')]);
      expect(stdout).not.toMatch(/hidden|1 of/);
    }
    expectUntouched(top);
  });

  it('is no place for a new record', async () => {
    const top = besideSecrets();
    const { code, stderr } = await run(['new', 'person', '--name', 'A', '--id', 'a'], { cwd: join(top, 'data') });
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining('persons/a.yaml would not be in the dataset, as a link'),
    ]);
    expectUntouched(top);
  });

  it('is none for the server, not even where a checkout puts it in the place of a folder', async () => {
    const top = besideSecrets();
    rmSync(join(top, 'data/beside'));
    mkdirSync(join(top, 'data/beside'));
    const session = await new ServerSession(
      { 'beside/a.yaml': RECORD.replace(SECRET, 'Open') },
      join(top, 'data'),
    ).start();
    const quotes = INSIDE['data/quotes.yaml'];
    await session.open('quotes.yaml', quotes);
    await session.hasReadAll();
    const seen = async () => {
      const range = { start: { line: 0, character: 0 }, end: { line: quotes.split('\n').length, character: 0 } };
      const params = { textDocument: { uri: session.uri('quotes.yaml') }, range, context: { diagnostics: [] } };
      return JSON.stringify([
        await session.connection.sendRequest('workspace/symbol', { query: 'secret' }),
        await session.connection.sendRequest('textDocument/codeAction', params),
      ]);
    };
    expect(await seen()).toContain('Open');
    renameSync(join(top, 'data/beside'), join(top, 'data/.away'));
    symlinkSync('..', join(top, 'data/beside'));
    for (const name of ['beside', 'beside/a.yaml', 'beside/secret.yaml', 'beside/secret.txt'])
      await session.changedOnDisk(name, 2);
    await session.hasReadAll();
    expect(await seen()).not.toMatch(/Open|hidden/);
    expect(await session.leave()).toBe(0);
  });
});
