/** `export` as a process: what it writes where, what it says, and that it leaves nothing half done. */
import { once } from 'node:events';
import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, symlinkSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../sources/folder.ts';
import { type RunOptions, run, start, useCli } from './support.ts';

useCli();

const person = (id: string) => `kind: person\nid: ${id}\nname: Name of ${id}\n`;
const state = (id: string) => `kind: state\nid: ${id}\nname: Name of ${id}\n`;

const people = () => makeFolder({ 'b.yaml': person('b'), 'a.yaml': `${person('a')}---\n${state('XAA')}` });

const exported = (args: readonly string[], options: RunOptions = {}) => run(['export', ...args], options);

const idsIn = (lines: string) =>
  lines
    .trimEnd()
    .split('\n')
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { id: string }).id);

/** A dataset of many files, each with a record of about a megabyte; one file on the disk. */
function large(files: number): string {
  const folder = makeFolder({ 'data/0.yaml': `${person('long')}note: ${'x'.repeat(1_000_000)}\n` });
  for (let index = 1; index < files; index++) linkSync(join(folder, 'data/0.yaml'), join(folder, `data/${index}.yaml`));
  return folder;
}

describe('an export to a file', () => {
  it('has the records in the order of their files, and says so in a line', async () => {
    const folder = people();
    const ended = await exported(['--output', 'out.ndjson'], { cwd: folder });
    expect(ended).toEqual({ code: 0, stdout: 'out.ndjson: 3 records.\n', stderr: '' });
    expect(idsIn(readFileSync(join(folder, 'out.ndjson'), 'utf8'))).toEqual(['a', 'XAA', 'b']);
  });

  it('says nothing when it is to be quiet', async () => {
    const ended = await exported(['-o', 'out.ndjson', '--quiet'], { cwd: people() });
    expect(ended).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('orders files by their paths as people read them', async () => {
    const names = ['a-b.yaml', 'a b.yaml', 'aа.yaml', 'z/a.yaml', 'Z.yaml', 'é%20.yaml'];
    const folder = makeFolder(Object.fromEntries(names.map((name, index) => [name, person(`p${index}`)])));
    const { stdout } = await exported([folder, '--format', 'ndjson']);
    expect(idsIn(stdout).map((id) => names[Number(id.slice(1))])).toEqual([...names].sort());
  });

  it('is the same from files with CR LF', async () => {
    const texts = { 'a.yaml': `${person('a')}note: |\n  one\n  two\n---\n${person('b')}` };
    const windows = { 'a.yaml': texts['a.yaml'].replaceAll('\n', '\r\n') };
    const [lf, crlf] = await Promise.all(
      [texts, windows].map((files) => exported([makeFolder(files), '--format', 'ndjson'])),
    );
    expect(crlf).toEqual(lf);
  });

  it('is of the format that the name’s end says', async () => {
    const folder = people();
    await exported(['-o', 'OUT.JSON'], { cwd: folder });
    expect(JSON.parse(readFileSync(join(folder, 'OUT.JSON'), 'utf8'))).toMatchObject({ records: { length: 3 } });
    await exported(['-o', 'out.json', '--format', 'ndjson'], { cwd: folder });
    expect(idsIn(readFileSync(join(folder, 'out.json'), 'utf8'))).toEqual(['a', 'XAA', 'b']);
  });

  it('writes over a file only when told to', async () => {
    const folder = people();
    writeFileSync(join(folder, 'out.json'), 'mine');
    const kept = await exported(['-o', 'out.json'], { cwd: folder });
    expect(kept).toEqual({ code: 2, stdout: '', stderr: 'out.json is there already: --force writes over it.\n' });
    expect(readFileSync(join(folder, 'out.json'), 'utf8')).toBe('mine');
    expect(await exported(['-o', 'out.json', '--force'], { cwd: folder })).toMatchObject({ code: 0 });
    expect(JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8'))).toMatchObject({ records: { length: 3 } });
  });
});

describe('what is exported', () => {
  it('goes to standard output when no place is named, and nothing else does', async () => {
    const { code, stdout, stderr } = await exported([people(), '--format', 'ndjson']);
    expect([code, idsIn(stdout), stderr]).toEqual([0, ['a', 'XAA', 'b'], '']);
  });

  it.each([
    ['--kind', 'person'],
    ['--kind', 'person,summit'],
    ['--kind', 'summit', '--kind', 'person'],
  ])('is of the kinds that were asked for: %s %s', async (...args) => {
    const { stdout } = await exported([people(), '--format', 'ndjson', ...args]);
    expect(idsIn(stdout)).toEqual(['a', 'b']);
  });

  it('has the registry’s records that are referred to, unless told otherwise', async () => {
    const folder = makeFolder({ 'a.yaml': `${person('a')}offices: [{ title: President, state: KAZ }]\n` });
    expect(idsIn((await exported([folder, '--format', 'ndjson'])).stdout)).toEqual(['a', 'KAZ']);
    expect(idsIn((await exported([folder, '--format', 'ndjson', '--no-registry'])).stdout)).toEqual(['a']);
  });

  it('is what the manifest says is a record, under the manifest’s title', async () => {
    const folder = makeFolder({
      'initiatives.yaml': 'dataset: Talks\nrecords: [people/**]\n',
      'people/a.yaml': person('a'),
      'drafts/b.yaml': person('b'),
    });
    const { stdout } = await exported([join(folder, 'people'), '--format', 'json']);
    expect(JSON.parse(stdout)).toMatchObject({ dataset: 'Talks', records: [{ id: 'a' }] });
  });

  it('has the name of the folder where no manifest has a title', async () => {
    const folder = makeFolder({ 'My talks/a.yaml': person('a') });
    const { stdout } = await exported([join(folder, 'My talks'), '--format', 'json']);
    expect(JSON.parse(stdout)).toMatchObject({ dataset: 'My talks' });
  });

  it('may be of a single file', async () => {
    const { stdout, code } = await exported([join(people(), 'b.yaml'), '--format', 'ndjson']);
    expect([code, idsIn(stdout)]).toEqual([0, ['b']]);
  });
});

describe('files that cannot be exported whole', () => {
  it('are told, the rest is written, and the code is 1', async () => {
    const folder = makeFolder({
      'a.yaml': person('a'),
      'broken.yaml': `${person('c')}note: [\n`,
      'latin.yaml': Buffer.from(`${person('d')}note: caf\xe9\n`, 'latin1'),
      'nameless.yaml': 'kind: person\nname: Nobody\n',
      'notes.yaml': 'just: notes\n',
    });
    const { code, stdout, stderr } = await exported(['-o', 'out.ndjson', '--quiet'], { cwd: folder });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr.split('\n')).toEqual([
      'latin.yaml is not UTF-8 text: save it with the encoding UTF-8.',
      'broken.yaml has text that is not YAML: what can be read of it is exported.',
      'nameless.yaml has a record without an id, which is left out: give it one.',
      '',
    ]);
    expect(idsIn(readFileSync(join(folder, 'out.ndjson'), 'utf8'))).toEqual(['a', 'c']);
  });

  it('are told also when it is the manifest that is broken', async () => {
    const folder = makeFolder({ 'initiatives.yaml': 'dataset: [\n', 'a.yaml': person('a') });
    const { code, stderr } = await exported(['--format', 'ndjson'], { cwd: folder });
    expect([code, stderr]).toEqual([
      1,
      'initiatives.yaml has text that is not YAML: what can be read of it is exported.\n',
    ]);
  });

  it('are told once, however often a format reads them', async () => {
    const folder = makeFolder({ 'a.yaml': person('a'), 'dead.yaml': Buffer.from([0xff]) });
    const { code, stderr } = await exported(['-o', 'out.parquet'], { cwd: folder });
    expect([code, stderr.match(/dead\.yaml/g)?.length]).toEqual([1, 1]);
  });
});

describe('misuse of export', () => {
  it.each([
    ['no format', [], /^Say with --format what to write: json, .* or /],
    [
      'a name that says nothing',
      ['-o', 'out.xyz'],
      /^The name out\.xyz does not say what to write: say it with --format/,
    ],
    [
      'tables to standard output',
      ['--format', 'csv'],
      /^csv is several files: name a folder for them with --output\.$/,
    ],
    ['tables to one file', ['-o', 'out.csv'], /^csv is several files: name a folder for them with --output\.$/],
    ['an unknown format', ['--format', 'xls'], /'xls' is invalid\. Allowed choices are json, /],
    [
      'an unknown kind',
      ['--format', 'json', '--kind', 'summit,treaty'],
      /There is no kind "treaty", only chairmanship, /,
    ],
    ['no such folder', ['nowhere', '--format', 'json'], /^There is no file or folder nowhere\.$/],
    ['no folder to write to', ['-o', 'nowhere/out.json'], /^There is no folder to write nowhere\/out\.json to\.$/],
    [
      'no folder for tables',
      ['-o', 'nowhere/out', '--format', 'csv'],
      /^There is no folder to write nowhere\/out to\.$/,
    ],
    ['a file for tables', ['-o', 'a.yaml', '--format', 'csv', '--force'], /^a\.yaml is a file: name a folder\.$/],
    ['an empty name', ['-o', '', '--format', 'csv'], /^An empty name is no folder to write to\.$/],
  ] as const)('%s is told and writes nothing', async (_, args, message) => {
    const folder = people();
    const { code, stdout, stderr } = await exported(args, { cwd: folder });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr.split('\n').some((line) => message.test(line))).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(['a.yaml', 'b.yaml']);
  });

  it('asks which of several datasets is meant', async () => {
    const folder = makeFolder({ 'a/initiatives.yaml': '', 'b/initiatives.yaml': '' });
    const { code, stderr } = await exported(['--format', 'json'], { cwd: folder });
    expect([code, stderr]).toEqual([2, 'There are several datasets, say which one: a, b.\n']);
  });

  it('is avoided with --help, which lists the formats', async () => {
    const { code, stdout } = await exported(['--help']);
    expect(code).toBe(0);
    for (const name of ['json', 'ndjson', 'csv', 'csv-excel', 'datapackage', 'parquet'])
      expect(stdout).toMatch(new RegExp(`^ {2}${name} +\\S`, 'm'));
  });
});

describe('an export to a folder', () => {
  it('makes the folder with all files', async () => {
    const folder = people();
    const ended = await exported(['-o', 'out', '--format', 'csv', '--kind', 'person'], { cwd: folder });
    const files = readdirSync(join(folder, 'out'));
    expect(ended).toEqual({ code: 0, stdout: `out: 2 records in ${files.length} files.\n`, stderr: '' });
    expect(files).toContain('person_offices.csv');
    expect(readFileSync(join(folder, 'out/person.csv'), 'utf8')).toBe('id,name,note\na,Name of a,\nb,Name of b,\n');
  });

  it('takes an empty folder that is there', async () => {
    const folder = people();
    mkdirSync(join(folder, 'out'));
    expect(await exported(['-o', 'out/', '--format', 'csv'], { cwd: folder })).toMatchObject({ code: 0, stderr: '' });
    expect(existsSync(join(folder, 'out/person.csv'))).toBe(true);
  });

  it('replaces what such an export has written when told to, and takes away what is no longer there', async () => {
    const folder = people();
    await exported(['-o', 'out', '--format', 'csv'], { cwd: folder });
    const again = await exported(['-o', 'out', '--format', 'csv', '--kind', 'state'], { cwd: folder });
    expect(again).toEqual({ code: 2, stdout: '', stderr: 'out is there already: --force replaces what is in it.\n' });
    expect(existsSync(join(folder, 'out/person.csv'))).toBe(true);
    const forced = await exported(['-o', 'out', '--format', 'csv', '--kind', 'state', '--force'], { cwd: folder });
    expect(forced).toMatchObject({ code: 0, stderr: '' });
    expect(readdirSync(join(folder, 'out')).every((name) => name.startsWith('state'))).toBe(true);
  });

  it('takes away folders that nothing is left in', async () => {
    const folder = makeFolder({
      'a.yaml': 'kind: summit\nid: a\nname: A\ndate: 2024\n---\nkind: summit\nid: b\nname: B\ndate: 2025\n',
    });
    const args = ['-o', 'out', '--format', 'parquet-hive', '--force'];
    await exported(args, { cwd: folder });
    writeFileSync(join(folder, 'a.yaml'), 'kind: summit\nid: b\nname: B\ndate: 2025\n');
    expect(await exported(args, { cwd: folder })).toMatchObject({ code: 0 });
    expect(readdirSync(join(folder, 'out/kind=summit'))).toEqual(['year=2025']);
  });

  it.each([
    ['the dataset itself', '.', 'a.yaml'],
    ['a folder of something else', 'site', 'index.html'],
    ['one with a file among the tables', 'mixed', 'notes.txt'],
    ['one with an empty folder', 'holds', 'sub'],
  ])('never touches %s, whatever it is told', async (_, name, foreign) => {
    const folder = makeFolder({
      'a.yaml': person('a'),
      'site/index.html': '<p>',
      'mixed/person.csv': 'old',
      'mixed/notes.txt': 'mine',
    });
    mkdirSync(join(folder, 'holds/sub'), { recursive: true });
    const before = readdirSync(folder, { recursive: true }).sort();
    const { code, stdout, stderr } = await exported(['-o', name, '--format', 'csv', '--force'], { cwd: folder });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toBe(`${name} holds ${foreign}, which no such export writes: name a folder of its own.\n`);
    expect(readdirSync(folder, { recursive: true }).sort()).toEqual(before);
    expect(readFileSync(join(folder, 'mixed/person.csv'), 'utf8')).toBe('old');
  });

  it('goes through a link, which stays one', async () => {
    const folder = people();
    mkdirSync(join(folder, 'real'));
    symlinkSync('real', join(folder, 'out'));
    expect(await exported(['-o', 'out', '--format', 'csv'], { cwd: folder })).toMatchObject({ code: 0 });
    expect(existsSync(join(folder, 'real/person.csv'))).toBe(true);
  });

  it('keeps the files of a dataset apart from what it has written into it', async () => {
    const folder = people();
    await exported(['-o', 'out', '--format', 'csv'], { cwd: folder });
    expect(await exported(['-o', 'out', '--format', 'csv', '-f'], { cwd: folder })).toMatchObject({
      stdout: expect.stringContaining('3 records'),
      stderr: '',
    });
  });
});

describe('an export that ends early', () => {
  it('ends quietly when nobody reads on', async () => {
    const child = start(['export', large(40), '--format', 'ndjson']);
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text) => {
      stderr += text;
    });
    await once(child.stdout, 'readable');
    child.stdout.destroy();
    const [code] = await once(child, 'close');
    expect([code, stderr]).toEqual([0, '']);
  });

  it.each([
    ['a file', ['-o', 'out/x.ndjson']],
    ['a new folder', ['-o', 'out/tables', '--format', 'csv']],
    ['a folder that is there', ['-o', 'out', '--format', 'csv']],
  ])('by an interrupt leaves nothing behind: %s', async (_, args) => {
    const folder = large(400);
    mkdirSync(join(folder, 'out'));
    const watcher = watch(join(folder, 'out'));
    const begun = once(watcher, 'change');
    const child = start(['export', 'data', ...args], { cwd: folder });
    await begun;
    watcher.close();
    child.kill('SIGINT');
    const [code] = await once(child, 'close');
    expect(code).toBe(130);
    expect(readdirSync(join(folder, 'out'))).toEqual([]);
  });

  it('before anything could be written says so', async () => {
    const preload = `
      const fs = require('node:fs');
      const { openSync } = fs;
      fs.openSync = (path, ...rest) => {
        if (/[.]tmp$/.test(path)) throw new Error('EACCES: permission denied, open');
        return openSync(path, ...rest);
      };
      require('node:module').syncBuiltinESMExports();`;
    const folder = people();
    expect(await exported(['-o', 'out.ndjson'], { cwd: folder, preload })).toEqual({
      code: 1,
      stdout: '',
      stderr: 'out.ndjson could not be written: EACCES: permission denied.\n',
    });
    expect(readdirSync(folder).sort()).toEqual(['a.yaml', 'b.yaml']);
  });

  it('by a full disk says so and leaves nothing behind', async () => {
    const preload = `
      const fs = require('node:fs');
      const full = () => Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
      fs.promises.appendFile = async () => { throw full(); };
      require('node:module').syncBuiltinESMExports();`;
    const folder = people();
    const { code, stdout, stderr } = await exported(['-o', 'out', '--format', 'csv'], { cwd: folder, preload });
    expect([code, stdout, stderr]).toEqual([1, '', 'out could not be written: ENOSPC: no space left on device.\n']);
    expect(readdirSync(folder).sort()).toEqual(['a.yaml', 'b.yaml']);
  });
});

describe('memory', () => {
  /** Says at the end how much of it the process had, in kilobytes. */
  const preload = `process.once('exit', () => process.stderr.write(String(process.resourceUsage().maxRSS)));`;
  const env = { NODE_OPTIONS: '--max-old-space-size=100' };
  /** Megabytes that are exported; a process has some hundred from the start. */
  const size = 250;

  it.each([
    ['a file', ['-o', '../out.ndjson']],
    ['a folder', ['-o', '../out', '--format', 'csv']],
  ])('is less than what is written to %s', async (_, args) => {
    const { code, stderr } = await exported(args, { cwd: join(large(size), 'data'), env, preload });
    expect(code).toBe(0);
    expect(Number(stderr)).toBeLessThan(size * 1000);
  });

  it('is less than what a slow reader has still to read', async () => {
    const child = start(['export', join(large(size), 'data'), '--format', 'ndjson'], { env, preload });
    const closed = once(child, 'close');
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text) => {
      stderr += text;
    });
    let read = 0;
    for await (const chunk of child.stdout) {
      read += (chunk as Buffer).length;
      await setImmediate();
    }
    expect(await closed).toEqual([0, null]);
    expect(read).toBeGreaterThan(size * 1_000_000);
    expect(Number(stderr)).toBeLessThan(size * 1000);
  });
});
