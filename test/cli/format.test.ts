/** `format` as a process: what it writes, what it leaves alone, and what it says. */
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, lstatSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../sources/folder.ts';
import { run, useCli } from './support.ts';

useCli();

const CROOKED = 'kind: person\nid: a\nname: A\noffices:\n    - title: President   \n      state: KAZ\n\n\n';
const STRAIGHT = 'kind: person\nid: a\nname: A\noffices:\n  - title: President\n    state: KAZ\n';
const OTHER = 'apiVersion: v1\nspec:\n      a: 1   \n';

function textOf(folder: string, name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}

describe('format', () => {
  it('writes the files that change, and names them', async () => {
    const cwd = makeFolder({ 'a.yaml': CROOKED, 'b/b.yml': STRAIGHT.replace('id: a', 'id: b'), 'c.yaml': OTHER });
    const before = statSync(join(cwd, 'b/b.yml'));
    expect(await run(['format'], { cwd })).toEqual({
      code: 0,
      stdout: 'Formatted a.yaml\n1 of 2 files was formatted.\n',
      stderr: '',
    });
    expect([textOf(cwd, 'a.yaml'), textOf(cwd, 'c.yaml')]).toEqual([STRAIGHT, OTHER]);
    expect(statSync(join(cwd, 'b/b.yml')).mtimeMs).toBe(before.mtimeMs);
    expect(await run(['format'], { cwd })).toEqual({ code: 0, stdout: 'Nothing to format in 2 files.\n', stderr: '' });
  });

  it('keeps line ends, a byte order mark, permissions and links', async () => {
    const cwd = makeFolder({ 'x/a.yaml': `\ufeff${CROOKED.replaceAll('\n', '\r\n')}` });
    chmodSync(join(cwd, 'x/a.yaml'), 0o640);
    symlinkSync('x/a.yaml', join(cwd, 'link.yaml'));
    expect((await run(['format', 'link.yaml'], { cwd })).code).toBe(0);
    expect(textOf(cwd, 'x/a.yaml')).toBe(`\ufeff${STRAIGHT.replaceAll('\n', '\r\n')}`);
    expect(statSync(join(cwd, 'x/a.yaml')).mode & 0o777).toBe(0o640);
    expect(lstatSync(join(cwd, 'link.yaml')).isSymbolicLink()).toBe(true);
  });

  it('writes LF for a lone CR, as editors do, and leaves a file alone that has nothing to format', async () => {
    const cwd = makeFolder({ 'a.yaml': CROOKED.replaceAll('\n', '\r'), 'b.yaml': STRAIGHT.replaceAll('\n', '\r') });
    expect((await run(['format'], { cwd })).stdout).toBe('Formatted a.yaml\n1 of 2 files was formatted.\n');
    expect(textOf(cwd, 'a.yaml')).toBe(STRAIGHT);
    expect(textOf(cwd, 'b.yaml')).toBe(STRAIGHT.replaceAll('\n', '\r'));
  });

  it('formats the manifest, and of a file with other documents only records', async () => {
    const cwd = makeFolder({
      'initiatives.yaml': 'dataset: D\nrules:\n     uncited: off\n',
      'mixed.yaml': `${OTHER}---\n${CROOKED}`,
    });
    expect((await run(['format'], { cwd })).stdout).toContain('2 of 2 files were formatted.');
    expect(textOf(cwd, 'initiatives.yaml')).toBe('dataset: D\nrules:\n  uncited: off\n');
    expect(textOf(cwd, 'mixed.yaml')).toBe(`${OTHER}---\n${STRAIGHT}`);
  });

  it('is done after one time, also with blanks left over below a block of text that moves', async () => {
    const block = 'kind: person\nid: a\nname: >-\n      A\n     \n';
    const cwd = makeFolder({ 'a.yaml': `${block}aliases: [B]\n`, 'b.yaml': block, 'c.yaml': CROOKED });
    expect(await run(['format', '--quiet'], { cwd })).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(textOf(cwd, 'a.yaml')).toBe('kind: person\nid: a\nname: >-\n  A\n\naliases: [B]\n');
    expect(textOf(cwd, 'b.yaml')).toBe('kind: person\nid: a\nname: >-\n  A\n');
    expect((await run(['format', '--check'], { cwd })).stdout).toBe('Nothing to format in 3 files.\n');
  });

  it('puts keys into order when asked to', async () => {
    const text = 'name: A\nid: a # its id\nkind: person\n';
    const cwd = makeFolder({ 'a.yaml': text });
    expect((await run(['format'], { cwd })).stdout).toBe('Nothing to format in 1 file.\n');
    expect((await run(['format', '--sort-keys'], { cwd })).stdout).toBe(
      'Formatted a.yaml\n1 of 1 file was formatted.\n',
    );
    expect(textOf(cwd, 'a.yaml')).toBe('kind: person\nid: a # its id\nname: A\n');
  });

  it('touches only what was named', async () => {
    const cwd = makeFolder({ 'initiatives.yaml': 'dataset:   D\n', 'a.yaml': CROOKED, 'b/b.yaml': CROOKED });
    expect(await run(['format', 'b', '--quiet'], { cwd })).toEqual({ code: 0, stdout: '', stderr: '' });
    expect([textOf(cwd, 'a.yaml'), textOf(cwd, 'b/b.yaml')]).toEqual([CROOKED, STRAIGHT]);
  });

  it('changes nothing in the sample dataset, and keeps what records say where it does', async () => {
    const cwd = mkdtempSync(join(tmpdir(), 'initiatives-format-'));
    try {
      cpSync('samples/eurasia', cwd, { recursive: true });
      expect((await run(['format', '--check'], { cwd })).stdout).toMatch(/^Nothing to format in \d+ files\.\n$/);
    } finally {
      rmSync(cwd, { recursive: true });
    }
  });
});

describe('format --check and --diff', () => {
  it('write nothing, and fail where a file would change', async () => {
    const cwd = makeFolder({ 'a.yaml': CROOKED, 'b.yaml': STRAIGHT.replace('id: a', 'id: b') });
    expect(await run(['format', '--check'], { cwd })).toEqual({
      code: 1,
      stdout: 'Would format a.yaml\n1 of 2 files would change.\n',
      stderr: '',
    });
    const { code, stdout, stderr } = await run(['format', '--diff'], { cwd });
    expect([code, stderr]).toEqual([1, '1 of 2 files would change.\n']);
    expect(stdout).toMatchInlineSnapshot(`
      "--- a/a.yaml
      +++ b/a.yaml
      @@ -2,7 +2,5 @@
       id: a
       name: A
       offices:
      -    - title: President   
      -      state: KAZ
      -
      -
      +  - title: President
      +    state: KAZ
      "
    `);
    expect(textOf(cwd, 'a.yaml')).toBe(CROOKED);
    expect(await run(['format', '--check', 'b.yaml'], { cwd })).toEqual({
      code: 0,
      stdout: 'Nothing to format in 1 file.\n',
      stderr: '',
    });
    expect(await run(['format', '--check', '--quiet'], { cwd })).toEqual({ code: 1, stdout: '', stderr: '' });
  });

  const long = `kind: person\nid: a\nname: A\noffices:\n${'    - title: President\n      state: KAZ\n'.repeat(600)}`;
  it.each([
    ['LF', { 'a b.yaml': CROOKED }],
    ['CRLF, without a last line end', { 'пути/а.yaml': `${CROOKED.trimEnd().replaceAll('\n', '\r\n')}` }],
    ['thousands of changes', { 'long.yaml': long }],
    ['thousands of changes without a last line end', { 'long.yaml': long.trimEnd() }],
  ])('show what git applies, to the same text as is written: %s', async (_, files) => {
    const [cwd, other] = [makeFolder(files), makeFolder(files)];
    const { stdout } = await run(['format', '--diff'], { cwd });
    execFileSync('git', ['apply', '--whitespace=nowarn', '-'], { cwd, input: stdout });
    expect((await run(['format'], { cwd: other })).code).toBe(0);
    for (const name of Object.keys(files)) expect(textOf(cwd, name)).toBe(textOf(other, name));
  });

  it('colour a diff on a terminal, and let no text act upon it', async () => {
    const cwd = makeFolder({ 'a.yaml': CROOKED.replace('name: A', 'name: "A" # \u202e') });
    const { stdout } = await run(['format', '--diff'], { cwd, env: { FORCE_COLOR: '1' } });
    expect(stdout).toContain('\u001b[32m+  - title: President\u001b[39m');
    expect(stdout).not.toContain('\u202e');
  });
});

describe('format leaves alone', () => {
  it('a file that is broken anywhere, says where, and fails', async () => {
    const broken = `${CROOKED}---\nkind: person\nid: "b\n`;
    const cwd = makeFolder({ 'a.yaml': broken, 'c.yaml': CROOKED });
    const { code, stdout, stderr } = await run(['format'], { cwd });
    expect([code, stdout]).toEqual([1, 'Formatted c.yaml\n1 of 2 files was formatted; 1 is left as it is.\n']);
    expect(stderr).toMatch(/^a\.yaml:11:5: This file is left as it is: This double quote is not closed.*\n$/);
    expect([textOf(cwd, 'a.yaml'), textOf(cwd, 'c.yaml')]).toEqual([broken, STRAIGHT]);
  });

  it('what is no record, and says so of files that were named where there are no others', async () => {
    const cwd = makeFolder({
      'initiatives.yaml': 'dataset: D\nrecords: [records/*.yaml]\n',
      'records/other.yaml': '# nothing\n',
      'out.yaml': CROOKED,
    });
    expect(await run(['format', 'out.yaml', 'records/other.yaml'], { cwd })).toEqual({
      code: 0,
      stdout: '',
      stderr: [
        'out.yaml is no record by the manifest of its dataset, and is left as it is.',
        'records/other.yaml holds no record, and is left as it is.',
        'Nothing was formatted: no file there holds a record.',
        '',
      ].join('\n'),
    });
    expect(textOf(cwd, 'out.yaml')).toBe(CROOKED);
    expect(await run(['format', 'out.yaml', 'initiatives.yaml'], { cwd })).toEqual({
      code: 0,
      stdout: 'Nothing to format in 1 file.\n',
      stderr: '',
    });
  });

  it('what is not UTF-8, cannot be written, or was changed meanwhile', async () => {
    const cwd = makeFolder({
      'a.yaml': CROOKED,
      'b.yaml': Uint8Array.of(0xe9),
      'c.yaml': CROOKED.replace('id: a', 'id: c'),
    });
    const preload = `
      const { promises } = require('node:fs');
      const { access, readFile } = promises;
      promises.access = async (path, ...rest) => {
        if (path.endsWith('a.yaml')) throw Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
        return access(path, ...rest);
      };
      promises.readFile = async (path, ...rest) => {
        const bytes = await readFile(path, ...rest);
        return path.endsWith('c.yaml') ? Buffer.concat([bytes, Buffer.from('# new')]) : bytes;
      };
      require('node:module').syncBuiltinESMExports();
    `;
    expect(await run(['format'], { cwd, preload })).toEqual({
      code: 1,
      stdout: '0 of 2 files were formatted; 2 are left as they are.\n',
      stderr: [
        'b.yaml is not UTF-8 text: save it with the encoding UTF-8.',
        'a.yaml could not be written: EACCES: permission denied.',
        'c.yaml has been changed meanwhile, and is left as it is: format it again.',
        '',
      ].join('\n'),
    });
    expect(textOf(cwd, 'a.yaml')).toBe(CROOKED);
  });

  it('everything when nothing is there, or what is named is not', async () => {
    expect(await run(['format'], { cwd: makeFolder() })).toEqual({
      code: 0,
      stdout: '',
      stderr: 'Nothing was formatted: no file there holds a record.\n',
    });
    const { code, stderr } = await run(['format', 'nope'], { cwd: makeFolder() });
    expect([code, stderr]).toEqual([2, 'There is no file or folder nope.\n']);
  });
});
