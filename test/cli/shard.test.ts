/** `check --shard`: several runs that share the work do together what one run does. */
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../sources/folder.ts';
import { GitFolder } from './git-folder.ts';
import { type RunOptions, run, useCli } from './support.ts';

useCli();

const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const person = (id: string, state: string) =>
  `kind: person\nid: ${id}\nname: Person ${id}\noffices:\n  - { title: President, state: ${state} }\n`;

/** Two datasets with errors and warnings in most files; each file refers to what is in another. */
const FILES = {
  'one/initiatives.yaml': 'dataset: One\nrules: { id-file-mismatch: warning }\n',
  'one/states/xaa.yaml': 'kind: state\nid: XAA\nname: Somewhere\n',
  ...Object.fromEntries(names.map((name) => [`one/persons/${name}.yaml`, person(name, name < 'c' ? 'XAA' : 'XQQ')])),
  'one/persons/twin.yaml': person('a', 'XAA'),
  'two/initiatives.yaml': 'dataset: Two\nrecords: ["*.yaml"]\n',
  'two/latin.yaml': Uint8Array.of(0x6b, 0x3a, 0x20, 0xe9),
  'two/p.yaml': person('p', 'XAA'),
  'two/other/q.yaml': person('q', 'XAA'),
};

/** Everything that runs say, line by line, and the worst of their exit codes. */
async function together(args: readonly (readonly string[])[], options: RunOptions) {
  const ends = await Promise.all(args.map((arg) => run(['check', '--format', 'json', ...arg], options)));
  return {
    code: Math.max(...ends.map(({ code }) => code ?? 99)),
    rows: ends
      .flatMap(({ stdout }) => JSON.parse(stdout) as { file: string }[])
      .map((row) => JSON.stringify(row))
      .sort(),
    stderr: ends
      .flatMap(({ stderr }) => stderr.split('\n'))
      .filter((line) => line !== '' && !/falls to/.test(line))
      .sort(),
  };
}

/** All runs that share the work, one after the other. */
const shards = (count: number, args: readonly string[] = []) =>
  Array.from({ length: count }, (_, index) => [...args, '--shard', `${index + 1}/${count}`]);

describe('all shards together', () => {
  it.each([1, 2, 5, 16])('say what one run says, when they are %i', async (count) => {
    const cwd = makeFolder(FILES);
    const whole = await together([[]], { cwd });
    expect(whole.code).toBe(1);
    expect(whole.rows.length).toBeGreaterThan(9);
    expect(await together(shards(count), { cwd })).toEqual(whole);
  });

  it('do so for a part of a dataset, for single files, and for those that a manifest leaves out', async () => {
    const cwd = makeFolder(FILES);
    for (const named of [['one/persons'], ['one/persons/c.yaml', 'two'], ['two/other/q.yaml', 'one/states']]) {
      expect(await together(shards(3, named), { cwd })).toEqual(await together([named], { cwd }));
    }
  });

  it('tell once of what cannot be read', async () => {
    const preload = `
      const fs = require('node:fs');
      const locked = (path) => String(path).includes('locked');
      const deny = () => { throw Object.assign(new Error('EACCES'), { code: 'EACCES' }); };
      const { openSync, readFile, promises: { readdir } } = fs;
      fs.openSync = (path, ...rest) => (locked(path) ? deny() : openSync(path, ...rest));
      fs.readFile = (path, ...rest) => (locked(path) ? deny() : readFile(path, ...rest));
      fs.promises.readdir = async (path, ...rest) => (locked(path) ? deny() : readdir(path, ...rest));
    `;
    const cwd = makeFolder({ ...FILES, 'one/persons/locked.yaml': '', 'one/locked/a.yaml': '', 'locked/b.yaml': '' });
    for (const named of [[], ['one/persons'], ['one/states'], ['locked']]) {
      const whole = await together([named], { cwd, preload });
      expect(whole).toMatchObject({ code: 1, stderr: expect.arrayContaining([expect.stringMatching(/denied/)]) });
      expect(await together(shards(4, named), { cwd, preload })).toEqual(whole);
    }
  });

  it('share out what has changed', async () => {
    const folder = GitFolder.make(Object.fromEntries(names.map((name) => [`${name}.yaml`, person(name, 'XQQ')])));
    folder.write(Object.fromEntries(names.slice(3).map((name) => [`${name}.yaml`, person(name, 'XRR')])));
    const whole = await together([['--changed']], { cwd: folder.path });
    expect(whole.rows).toHaveLength(5);
    expect(await together(shards(3, ['--changed']), { cwd: folder.path })).toEqual(whole);
  });
});

describe('a shard', () => {
  it('checks the same files whatever others come and go, wherever the dataset lies', async () => {
    const files = Object.fromEntries(names.map((name) => [`${name}.yaml`, person(name, 'XQQ')]));
    const one = makeFolder({ 'initiatives.yaml': 'dataset: D\n', ...files });
    const { rows } = await together([['--shard', '1/2']], { cwd: one });
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.length).toBeLessThan(names.length);
    const moved = makeFolder({
      'x/initiatives.yaml': 'dataset: D\n',
      'x/0.yaml': '',
      'x/zz.yaml': '',
      ...prefixed(files),
    });
    expect((await together([['--shard', '1/2']], { cwd: `${moved}/x` })).rows).toEqual(rows);
  });

  it('says so when no file falls to it', async () => {
    const cwd = makeFolder({ 'a.yaml': 'kind: person\nid: a\nname: A\n' });
    const ends = await Promise.all([1, 2].map((index) => run(['check', '--shard', `${index}/2`], { cwd })));
    expect(ends.map(({ code }) => code)).toEqual([0, 0]);
    const empty = ends.findIndex(({ stdout }) => stdout === 'Nothing was checked.\n');
    expect(ends[empty]?.stderr).toBe(`No file there falls to the share ${empty + 1}/2.\n`);
    expect(ends[1 - empty]?.stdout).toBe('No problems in 1 file.\n');
  });

  it.each(['0/2', '3/2', '1', '1/', '/2', '1/0', '-1/2', '1.5/2', 'a/b', '1/2/3', '', '1/99999'])(
    'is misused by %j',
    async (text) => {
      const { code, stdout, stderr } = await run(['check', `--shard=${text}`], { cwd: makeFolder() });
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(/Write it as 2\/3/);
    },
  );
});

function prefixed(files: Readonly<Record<string, string>>) {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [`x/${name}`, text]));
}
