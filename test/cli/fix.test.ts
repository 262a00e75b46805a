/** `check --fix`: certain fixes are made in the files, whole or not at all, and what is left is shown. */
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../sources/folder.ts';
import { GitFolder } from './git-folder.ts';
import { run, useCli } from './support.ts';

useCli();

const MANIFEST = 'dataset: D\nrules: { id-file-mismatch: off, missing-member: off, uncited: off }\n';
/** A meeting with two things that can be fixed: how its date is written, and what its organization is called. */
const meeting = (id: string, date: string, organization: string) =>
  `kind: summit\nid: ${id} # kept\nname: A meeting\norganization: ${organization}\nstatus: held\ndate: ${date}\n`;
const WRONG = meeting('m', '2025/10/07', 'Organization of Turkic States');
const RIGHT = meeting('m', '2025-10-07', 'ots');
const OTHER = meeting('other', '2024/05/06', 'Organization of Turkic States').replace('A meeting', 'Another');
const OTHER_RIGHT = meeting('other', '2024-05-06', 'ots').replace('A meeting', 'Another');
/** It has no fix that is certain. */
const LOST = 'kind: person\nid: p\nname: P\noffices: [{ title: President, state: KAX }]\n';

const read = (folder: string, name: string) => readFileSync(join(folder, name), 'utf8');

describe('what is fixed', () => {
  it('is written, counted, and no problem any more', async () => {
    const cwd = makeFolder({
      'initiatives.yaml': MANIFEST,
      'm.yaml': WRONG,
      'n.yaml': OTHER,
    });
    expect(await run(['check'], { cwd })).toMatchObject({ code: 1, stdout: expect.stringContaining('--fix') });
    expect(await run(['check', '--fix'], { cwd })).toEqual({
      code: 0,
      stdout: 'No problems in 3 files.\n',
      stderr: 'Made 4 fixes in 2 files.\n',
    });
    expect(read(cwd, 'm.yaml')).toBe(RIGHT);
    expect(read(cwd, 'n.yaml')).toBe(OTHER_RIGHT);
    expect(await run(['check', '--fix'], { cwd })).toEqual({
      code: 0,
      stdout: 'No problems in 3 files.\n',
      stderr: '',
    });
  });

  it('is not what takes a person to decide, which is shown', async () => {
    const cwd = makeFolder({ 'initiatives.yaml': MANIFEST, 'm.yaml': WRONG, 'p.yaml': LOST });
    const { code, stdout, stderr } = await run(['check', '--fix'], { cwd });
    expect([code, stderr]).toEqual([1, 'Made 2 fixes in 1 file.\n']);
    expect(stdout).toMatch(/^p\.yaml\n.*KAX/);
    expect(stdout).toContain('1 error in 1 of 3 files\n');
    expect(read(cwd, 'p.yaml')).toBe(LOST);
  });

  it('is as it was but for the fix: line ends, byte order mark, permissions, and the link that it is', async () => {
    const crlf = (text: string) => `\ufeff${text.replaceAll('\n', '\r\n')}---\r\n${LOST}`;
    const cwd = makeFolder({
      'data/initiatives.yaml': MANIFEST,
      'data/m.yaml': crlf(WRONG),
      'data/.kept/real.yaml': OTHER,
    });
    chmodSync(join(cwd, 'data/m.yaml'), 0o640);
    symlinkSync('.kept/real.yaml', join(cwd, 'data/link.yaml'));
    expect((await run(['check', '--fix', 'data'], { cwd })).stderr).toBe('Made 4 fixes in 2 files.\n');
    expect(read(cwd, 'data/m.yaml')).toBe(crlf(RIGHT));
    expect(statSync(join(cwd, 'data/m.yaml')).mode & 0o777).toBe(0o640);
    expect(lstatSync(join(cwd, 'data/link.yaml')).isSymbolicLink()).toBe(true);
    expect(read(cwd, 'data/.kept/real.yaml')).toBe(OTHER_RIGHT);
    expect(readdirSync(join(cwd, 'data')).sort()).toEqual(['.kept', 'initiatives.yaml', 'link.yaml', 'm.yaml']);
  });

  it('is only in what was named, or has changed', async () => {
    const files = { 'initiatives.yaml': MANIFEST, 'm.yaml': WRONG, 'n.yaml': OTHER };
    const cwd = makeFolder(files);
    expect((await run(['check', '--fix', 'n.yaml'], { cwd })).stderr).toBe('Made 2 fixes in 1 file.\n');
    expect(read(cwd, 'm.yaml')).toBe(WRONG);
    const folder = GitFolder.make(files);
    folder.write({ 'm.yaml': `${WRONG}# changed\n` });
    expect((await run(['check', '--fix', '--changed'], { cwd: folder.path })).stderr).toBe('Made 2 fixes in 1 file.\n');
    expect(read(folder.path, 'm.yaml')).toBe(`${RIGHT}# changed\n`);
    expect(read(folder.path, 'n.yaml')).toBe(files['n.yaml']);
  });

  it('is in the manifest, too', async () => {
    const cwd = makeFolder({ 'initiatives.yaml': 'dataset: D\ntoday: 2025/10/31\n' });
    expect(await run(['check', '--fix'], { cwd })).toMatchObject({ code: 0, stderr: 'Made 1 fix in 1 file.\n' });
    expect(read(cwd, 'initiatives.yaml')).toBe('dataset: D\ntoday: 2025-10-31\n');
  });

  it('goes by the rules that are asked for, and is not told of when quiet', async () => {
    const cwd = makeFolder({ 'initiatives.yaml': MANIFEST, 'm.yaml': WRONG });
    expect(await run(['check', '--fix', '--quiet', '--rule', 'bad-date=off'], { cwd })).toEqual({
      code: 0,
      stdout: 'No errors in 2 files.\n',
      stderr: '',
    });
    expect(read(cwd, 'm.yaml')).toBe(meeting('m', '2025/10/07', 'ots'));
  });

  it('leaves standard output to the report', async () => {
    const cwd = makeFolder({ 'initiatives.yaml': MANIFEST, 'm.yaml': WRONG });
    const { stdout } = await run(['check', '--fix', '--format', 'json'], { cwd });
    expect(JSON.parse(stdout)).toEqual([]);
  });
});

describe('nothing is lost', () => {
  const files = { 'initiatives.yaml': MANIFEST, 'm.yaml': WRONG, 'n.yaml': OTHER };

  it('when a file changes while it is checked', async () => {
    const cwd = makeFolder(files);
    const preload = `
      const fs = require('node:fs');
      const { readFile } = fs.promises;
      fs.promises.readFile = (path, ...rest) => {
        if (String(path).endsWith('m.yaml')) fs.appendFileSync(path, '# by someone else\\n');
        return readFile(path, ...rest);
      };
    `;
    const { code, stdout, stderr } = await run(['check', '--fix'], { cwd, preload });
    expect([code, stderr]).toEqual([
      1,
      'm.yaml has changed while it was checked, so nothing is fixed in it: run this again.\nMade 2 fixes in 1 file.\n',
    ]);
    expect(stdout).toContain('m.yaml');
    expect(stdout).not.toContain('n.yaml');
    expect(read(cwd, 'm.yaml')).toBe(`${WRONG}# by someone else\n`);
  });

  it('when a file goes while it is checked', async () => {
    const cwd = makeFolder(files);
    const preload = `
      const fs = require('node:fs');
      const { readFile } = fs.promises;
      fs.promises.readFile = (path, ...rest) => {
        if (String(path).endsWith('m.yaml')) fs.rmSync(path);
        return readFile(path, ...rest);
      };
    `;
    const { code, stderr } = await run(['check', '--fix'], { cwd, preload });
    expect([code, stderr]).toEqual([1, expect.stringContaining('m.yaml has changed while it was checked')]);
    expect(readdirSync(cwd).sort()).toEqual(['initiatives.yaml', 'n.yaml']);
  });

  it.each([
    ['a file is read-only', 'access', /^m\.yaml could not be written: EACCES: permission denied\.\n/],
    ['its folder is full', 'rename', /^m\.yaml could not be written: ENOSPC: no space left on device\.\n/],
  ])('when %s', async (_, call, message) => {
    const cwd = makeFolder(files);
    const error = call === 'access' ? 'EACCES: permission denied' : 'ENOSPC: no space left on device';
    const preload = `
      const fs = require('node:fs');
      const real = fs.promises.${call};
      fs.promises.${call} = async (from, to, ...rest) => {
        if ([from, to].some((path) => String(path).endsWith('m.yaml'))) throw new Error('${error}, ${call}');
        return real(from, to, ...rest);
      };
    `;
    const { code, stdout, stderr } = await run(['check', '--fix'], { cwd, preload });
    expect([code, stderr]).toEqual([1, expect.stringMatching(message)]);
    expect(stderr).toContain('Made 2 fixes in 1 file.\n');
    expect(stdout).toMatch(/^m\.yaml\n/);
    expect(read(cwd, 'm.yaml')).toBe(WRONG);
    expect(readdirSync(cwd).sort()).toEqual(Object.keys(files).sort());
  });

  it('when it is only tried out', async () => {
    const cwd = makeFolder(files);
    const { code, stdout, stderr } = await run(['check', '--fix', '--dry-run'], { cwd });
    expect([code, stderr]).toEqual([1, 'Would make 4 fixes in 2 files:\n  m.yaml\n  n.yaml\n']);
    expect(stdout).toContain('in 2 of 3 files');
    expect([read(cwd, 'm.yaml'), read(cwd, 'n.yaml')]).toEqual([files['m.yaml'], files['n.yaml']]);
  });

  it.each([
    [['--dry-run'], /^--dry-run is for --fix/],
    [['--fix', '--shard', '1/2'], /cannot be used with/],
  ])('by misuse such as %j', async (args, message) => {
    const cwd = makeFolder(files);
    const { code, stdout, stderr } = await run(['check', ...args], { cwd });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
    expect(read(cwd, 'm.yaml')).toBe(WRONG);
  });
});
