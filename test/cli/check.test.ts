/** `check` as a process: exit codes, JSON and its places, and what goes where. */
import { execFileSync } from 'node:child_process';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Row } from '../../server/cli/reports/results.ts';
import { makeFolder } from '../sources/folder.ts';
import { type RunOptions, run, useCli, VERSION } from './support.ts';

useCli();

const CLEAN = 'kind: person\nid: a\nname: A Person\n';
const person = (id: string, state: string) =>
  `kind: person\nid: ${id}\nname: Person ${id}\noffices:\n  - { title: President, state: ${state} }\n`;

async function json(
  args: readonly string[],
  options: RunOptions,
): Promise<{ code: number | null; stderr: string; rows: Row[] }> {
  const { code, stderr, stdout } = await run(['check', '--format', 'json', ...args], options);
  return { code, stderr, rows: JSON.parse(stdout) as Row[] };
}

describe('stored copies of sources', () => {
  const files = (text: string, path = 'texts/report.txt') => ({
    'initiatives.yaml': 'dataset: D\n',
    'speaker.yaml':
      'kind: person\nid: speaker\nname: S\ncitations: [{ source: report, quote: We will train peacekeepers }]\n',
    'report.yaml': `kind: source\nid: report\npublisher: P\ntext: ${path}\n`,
    'texts/report.txt': text,
  });

  it('are read to look quotes up in them, whatever was named', async () => {
    const cwd = makeFolder(files('“We will train peacemakers,” he said.'));
    for (const args of [[], ['speaker.yaml']]) {
      const { code, rows, stderr } = await json(args, { cwd });
      expect([code, rows.map(({ rule }) => rule), stderr]).toEqual([1, ['quote-not-found'], '']);
    }
    expect((await json(['report.yaml'], { cwd })).rows).toEqual([]);
  });

  it('say nothing where all is well, or none is there', async () => {
    for (const wanted of [
      files('“We will train\r\npeacekeepers,”'),
      files('', 'texts/missing.txt'),
      files('', '../a.txt'),
    ]) {
      expect(await json([], { cwd: makeFolder(wanted) })).toEqual({ code: 0, rows: [], stderr: '' });
    }
  });
});

describe('exit codes', () => {
  it('is 0 when all is well, and says so', async () => {
    const cwd = makeFolder({ 'a.yaml': CLEAN });
    expect(await run(['check'], { cwd })).toEqual({ code: 0, stdout: 'No problems in 1 file.\n', stderr: '' });
    expect(await run(['check', '--format', 'json'], { cwd })).toEqual({ code: 0, stdout: '[]\n', stderr: '' });
  });

  it('is 1 for errors and 0 for warnings', async () => {
    const files = { 'a.yaml': person('a', 'KAX') };
    const warned = { ...files, 'initiatives.yaml': 'dataset: D\nrules: { unknown-reference: warning }\n' };
    expect((await json([], { cwd: makeFolder(files) })).code).toBe(1);
    const { code, rows } = await json([], { cwd: makeFolder(warned) });
    expect([code, rows.map(({ severity }) => severity)]).toEqual([0, ['warning']]);
  });

  it.each([
    ['an unknown option', ['check', '--nope'], /unknown option '--nope'/],
    ['an unknown command', ['chek'], /unknown command 'chek'/],
    ['an unknown format', ['check', '--format', 'xml'], /choices are pretty, json/],
    ['a day that does not exist', ['check', '--today', '2025-02-30'], /a day that exists/],
    ['a day that is not one day', ['check', '--today', '2025-10'], /a day that exists/],
    ['an uncertain day', ['check', '--today', '2025-10-07?'], /a day that exists/],
    ['a folder that is not there', ['check', '.', 'nope'], /^There is no file or folder nope\.\n$/],
    ['an empty name', ['check', ''], /^An empty name is no file or folder\.\n$/],
    ['a file that is not YAML', ['check', 'x.txt'], /^x\.txt is not a YAML file/],
  ])('is 2 for %s', async (_, args, message) => {
    const { code, stdout, stderr } = await run(args, { cwd: makeFolder({ 'a.yaml': CLEAN, 'x.txt': '' }) });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
  });

  it('is 2 for no command at all, with help on standard error', async () => {
    const { code, stdout, stderr } = await run([]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('Usage: security-initiatives');
  });

  it('is 0 for help and version', async () => {
    const help = await run(['check', '--help']);
    expect(help).toMatchObject({ code: 0, stderr: '' });
    expect(help.stdout).toContain('$ security-initiatives check');
    expect(await run(['--version'])).toEqual({ code: 0, stdout: `${VERSION}\n`, stderr: '' });
  });
});

describe('JSON', () => {
  it('counts lines and columns from 1, columns in UTF-16 code units', async () => {
    const text = `# 😀\nkind: person\nid: a\nname: Ә\noffices:\n  - { title: "😀 Президент", state: KAX }\n`;
    const { rows } = await json([], { cwd: makeFolder({ 'a.yaml': text }) });
    const column = '  - { title: "😀 Президент", state: '.length + 1;
    expect(rows.filter(({ rule }) => rule === 'unknown-reference')).toEqual([
      {
        file: 'a.yaml',
        line: 6,
        column,
        endLine: 6,
        endColumn: column + 3,
        rule: 'unknown-reference',
        severity: 'error',
        message: expect.stringContaining('KAX'),
      },
    ]);
  });

  it('has the same places for LF, CRLF, a lone CR and a byte order mark', async () => {
    const text = `${person('a', 'KAX')}---\n${person('b', 'UZX')}`;
    const places = async (content: string) =>
      (await json(['x.yaml'], { cwd: makeFolder({ 'x.yaml': content }) })).rows
        .filter(({ rule }) => rule === 'unknown-reference')
        .map(({ line, column, endLine, endColumn }) => [line, column, endLine, endColumn]);
    expect(await places(text)).toEqual([
      [5, 32, 5, 35],
      [11, 32, 11, 35],
    ]);
    expect(await places(text.replaceAll('\n', '\r\n'))).toEqual(await places(text));
    expect(await places(text.replaceAll('\n', '\r'))).toEqual(await places(text));
    expect(await places(`\ufeff${text}`)).toEqual(await places(text));
  });

  it('names files from the current directory, in order, with forward slashes', async () => {
    const folder = makeFolder({
      'data/b/x y.yaml': person('x', 'KAX'),
      'data/a/саммит.yaml': person('y', 'KAX'),
      'work/readme.md': '',
    });
    const { rows } = await json(['../data'], { cwd: join(folder, 'work') });
    expect([...new Set(rows.map(({ file }) => file))]).toEqual(['../data/a/саммит.yaml', '../data/b/x y.yaml']);
  });

  it('says of a file that is not UTF-8 that it is an error', async () => {
    const cwd = makeFolder({
      'a.yaml': Uint8Array.of(0x6b, 0x3a, 0x20, 0xe9),
      'b.yaml': CLEAN.replace('id: a', 'id: b'),
    });
    expect(await json([], { cwd })).toEqual({
      code: 1,
      stderr: '',
      rows: [
        {
          file: 'a.yaml',
          line: 1,
          column: 1,
          endLine: 1,
          endColumn: 1,
          rule: 'yaml-syntax',
          severity: 'error',
          message: 'This file is not UTF-8 text: save it with the encoding UTF-8.',
        },
      ],
    });
  });

  it('leaves out all but errors when quiet', async () => {
    const cwd = makeFolder({
      'a.yaml': person('a', 'KAX'),
      'initiatives.yaml': 'dataset: D\nrules: { unknown-reference: info }\n',
    });
    expect((await json([], { cwd })).rows).toHaveLength(1);
    expect((await json(['--quiet'], { cwd })).rows).toEqual([]);
    expect((await run(['check', '--quiet'], { cwd })).stdout).toBe('No errors in 2 files.\n');
  });
});

describe('datasets', () => {
  const files = {
    'initiatives.yaml': 'dataset: Outer\n',
    'a.yaml': CLEAN,
    'summits/b.yaml': `${person('b', 'KAZ')}    person: nobody\n`,
    'states/xaa.yaml': 'kind: state\nid: XAA\nname: Somewhere\n',
    'persons/c.yaml': person('c', 'XAA'),
    'inner/initiatives.yaml': 'dataset: Inner\n',
    'inner/d.yaml': person('d', 'XAA'),
  };
  const unknown = (rows: readonly Row[]) =>
    rows.filter(({ rule }) => rule === 'unknown-reference').map(({ file }) => file);

  it('keeps a dataset within another apart', async () => {
    const { rows } = await json([], { cwd: makeFolder(files) });
    expect(unknown(rows)).toEqual(['inner/d.yaml']);
  });

  it('checks a part as part of its dataset, and shows that part only', async () => {
    const cwd = makeFolder(files);
    expect(await json(['persons', 'persons/c.yaml'], { cwd })).toEqual({ code: 0, stderr: '', rows: [] });
    expect((await run(['check', 'persons'], { cwd })).stdout).toBe('No problems in 1 file.\n');
    expect(unknown((await json(['inner/d.yaml'], { cwd })).rows)).toEqual(['inner/d.yaml']);
  });

  it('takes a folder without a manifest as a dataset, and files without one together', async () => {
    const { 'initiatives.yaml': _, ...loose } = files;
    const cwd = makeFolder(loose);
    expect(unknown((await json(['persons'], { cwd })).rows)).toEqual(['persons/c.yaml']);
    expect(unknown((await json(['persons/c.yaml', 'states/xaa.yaml'], { cwd })).rows)).toEqual([]);
    expect(unknown((await json(['.', 'persons'], { cwd })).rows)).toEqual(['inner/d.yaml']);
  });

  it('reads only what the manifest calls records', async () => {
    const cwd = makeFolder({
      'initiatives.yaml': 'dataset: D\nrecords: ["records/**/*.yaml"]\n',
      'records/a.yaml': CLEAN,
      'other/b.yaml': Uint8Array.of(0xff, 0xe9),
      'other/c.yaml': person('c', 'KAX'),
    });
    expect(await run(['check'], { cwd })).toEqual({ code: 0, stdout: 'No problems in 2 files.\n', stderr: '' });
  });

  it('says which of the files named are no records, and where none of a folder is', async () => {
    const cwd = makeFolder({
      'initiatives.yaml': 'dataset: D\nrecords: ["[", "records/*.yaml"]\n',
      'records/a.yaml': CLEAN,
      'other/b.yaml': person('b', 'KAX'),
      'other/c.yaml': person('c', 'KAX'),
    });
    const why = '`records` in initiatives.yaml leaves';
    expect(await run(['check', 'records', 'other/b.yaml'], { cwd })).toEqual({
      code: 0,
      stdout: 'No problems in 1 file.\n',
      stderr: `other/b.yaml is not checked: ${why} it out.\n`,
    });
    expect(await run(['check', 'other'], { cwd })).toEqual({
      code: 0,
      stdout: 'Nothing was checked.\n',
      stderr: `No file there is a record: ${why} out all 2.\n`,
    });
  });

  it('reports a broken manifest and goes on with the defaults', async () => {
    const cwd = makeFolder({ 'initiatives.yaml': 'dataset: "D\nrules: { nope', 'a.yaml': person('a', 'KAX') });
    const { code, rows } = await json([], { cwd });
    expect(code).toBe(1);
    expect(rows.map(({ file, rule }) => `${file} ${rule}`)).toContain('initiatives.yaml yaml-syntax');
    expect(unknown(rows)).toEqual(['a.yaml']);
  });

  it('says so when there is nothing to check', async () => {
    const { code, stdout, stderr } = await run(['check'], { cwd: makeFolder() });
    expect([code, stdout]).toEqual([0, 'Nothing was checked.\n']);
    expect(stderr).toMatch(/No file there can hold records/);
  });
});

describe('what cannot be read', () => {
  const lock = (name: string) => `
    const fs = require('node:fs');
    const locked = (path) => String(path).includes(${JSON.stringify(name)});
    const deny = () => { throw Object.assign(new Error('EACCES'), { code: 'EACCES' }); };
    const { openSync, readFile, promises: { readdir } } = fs;
    fs.openSync = (path, ...rest) => (locked(path) ? deny() : openSync(path, ...rest));
    fs.readFile = (path, ...rest) => (locked(path) ? deny() : readFile(path, ...rest));
    fs.promises.readdir = async (path, ...rest) => (locked(path) ? deny() : readdir(path, ...rest));
  `;

  it.each(['locked', 'locked.yaml'])('names %s on standard error, goes on, and fails', async (name) => {
    const inside = name === 'locked' ? 'locked/b.yaml' : name;
    const cwd = makeFolder({ 'a.yaml': CLEAN, [inside]: CLEAN.replace('id: a', 'id: b') });
    const options = { cwd, preload: lock(name) };
    const message = `${name} cannot be read: permission denied.\n`;
    const start = { line: 1, column: 1, endLine: 1, endColumn: 1 };
    expect(await json([], options)).toEqual({
      code: 1,
      stderr: message,
      rows: [{ file: name, ...start, rule: 'unread', severity: 'error', message: message.trimEnd() }],
    });
    expect(await run(['check'], options)).toEqual({
      code: 1,
      stderr: message,
      stdout: 'No problems in 1 file; 1 could not be read.\n',
    });
    expect(await run(['check', name], options)).toEqual({
      code: 1,
      stderr: message,
      stdout: 'Nothing was checked; 1 could not be read.\n',
    });
  });

  it('says of a file in a folder that may not be entered that permission is missing', async () => {
    const cwd = makeFolder({ 'a.yaml': CLEAN });
    const preload = `
      const fs = require('node:fs');
      const deny = () => { throw Object.assign(new Error('EACCES'), { code: 'EACCES' }); };
      const { openSync, readFile, promises } = fs;
      const { stat, realpath } = promises;
      fs.openSync = (path, ...rest) => (String(path).includes('locked') ? deny() : openSync(path, ...rest));
      fs.readFile = (path, ...rest) => (String(path).includes('locked') ? deny() : readFile(path, ...rest));
      promises.stat = async (path, ...rest) => (path.includes('locked') ? deny() : stat(path, ...rest));
      promises.realpath = async (path, ...rest) => (path.includes('locked') ? deny() : realpath(path, ...rest));
    `;
    expect(await run(['check', 'locked/b.yaml', 'a.yaml'], { cwd, preload })).toEqual({
      code: 1,
      stderr: 'locked/b.yaml cannot be read: permission denied.\n',
      stdout: 'No problems in 1 file; 1 could not be read.\n',
    });
  });

  it.skipIf(process.platform === 'win32')(
    'tells a dead link and a pipe from files, by their paths from here',
    async () => {
      const cwd = makeFolder({ 'data/a.yaml': CLEAN });
      symlinkSync('gone.yaml', join(cwd, 'data/dead.yaml'));
      execFileSync('mkfifo', [join(cwd, 'data/pipe.yaml')]);
      const { code, stderr } = await run(['check', 'data', 'data/pipe.yaml'], { cwd });
      expect([code, stderr]).toEqual([
        1,
        'data/dead.yaml is a link that leads nowhere.\ndata/pipe.yaml cannot be read: it is not a file.\n',
      ]);
    },
  );

  it.skipIf(process.platform !== 'linux')('says what is wrong with a name that is not UTF-8', async () => {
    const cwd = makeFolder({ 'a.yaml': CLEAN });
    writeFileSync(Buffer.concat([Buffer.from(`${cwd}/b`), Buffer.of(0xff), Buffer.from('.yaml')]), CLEAN);
    const { code, stderr } = await run(['check'], { cwd });
    expect([code, stderr]).toEqual([1, 'b\uFFFD.yaml cannot be read: its name is not UTF-8. Rename it.\n']);
  });
});

describe('today', () => {
  const files = (today: string) => ({
    'initiatives.yaml': `dataset: D\n${today}rules: { uncited: off, online-with-place: off, missing-member: off }\n`,
    'ots-summit-2030.yaml': [
      'kind: summit',
      'id: ots-summit-2030',
      'name: A summit to come',
      'organization: ots',
      'status: planned',
      'date: 2030-05-05',
      '',
    ].join('\n'),
  });
  const stale = async (today: string, args: readonly string[]) =>
    (await json(args, { cwd: makeFolder(files(today)) })).rows.some(({ rule }) => rule === 'stale-status');

  it('is what the command line says, else the manifest, else the clock', async () => {
    expect(await stale('', [])).toBe(false);
    expect(await stale('', ['--today', '2031-01-01'])).toBe(true);
    expect(await stale('today: 2031-01-01\n', [])).toBe(true);
    expect(await stale('today: 2031-01-01\n', ['--today', '2029-01-01'])).toBe(false);
  });
});
