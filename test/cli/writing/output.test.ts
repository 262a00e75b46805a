/** Writing to places: whole or not at all, piece by piece, through links and pipes, with the permissions there were. */

import { execFile, execFileSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { ExitCode } from '../../../server/cli/process/exit-code.ts';
import { Failure } from '../../../server/cli/process/failure.ts';
import { checkOutput, writeOutput } from '../../../server/cli/writing/output.ts';
import { makeFolder } from '../../sources/folder.ts';

const read = (folder: string, name: string) => readFileSync(join(folder, name), 'utf8');

async function* inPieces(...pieces: readonly (string | Uint8Array | Error)[]) {
  for (const piece of pieces) {
    if (piece instanceof Error) throw piece;
    yield piece;
  }
}

/** Why a name is refused. */
async function refusal(name: string, force = false): Promise<unknown> {
  return checkOutput(name, force).then(
    () => undefined,
    (error: unknown) => error instanceof Failure && [error.code, error.message],
  );
}

describe('content', () => {
  it.each([
    ['a text', 'один\n'],
    ['bytes', Buffer.from('один\n')],
    ['pieces of both', inPieces('о', Buffer.from('ди'), '', 'н\n')],
  ])('may be %s', async (_, content) => {
    const folder = makeFolder();
    await writeOutput(await checkOutput(join(folder, 'a'), false), content);
    expect([read(folder, 'a'), readdirSync(folder)]).toEqual(['один\n', ['a']]);
  });

  it('of many small pieces is there in their order', async () => {
    const folder = makeFolder();
    const lines = Array.from({ length: 50_000 }, (_, index) => `line ${index}\n`);
    await writeOutput(await checkOutput(join(folder, 'a'), false), inPieces(...lines));
    expect(read(folder, 'a') === lines.join('')).toBe(true);
  });

  it('that fails says so itself, and leaves what was there', async () => {
    const folder = makeFolder({ a: 'mine' });
    const fault = new TypeError('broken');
    const place = await checkOutput(join(folder, 'a'), true);
    await expect(writeOutput(place, inPieces('half', fault))).rejects.toBe(fault);
    expect([read(folder, 'a'), readdirSync(folder)]).toEqual(['mine', ['a']]);
  });
});

describe.skipIf(process.platform === 'win32')('a file that is replaced', () => {
  it.each([0o600, 0o640, 0o755])('keeps its permissions: %o', async (mode) => {
    const folder = makeFolder({ a: 'old' });
    chmodSync(join(folder, 'a'), mode);
    await writeOutput(await checkOutput(join(folder, 'a'), true), 'new');
    expect([read(folder, 'a'), statSync(join(folder, 'a')).mode & 0o777]).toEqual(['new', mode]);
  });

  it('is the one that a link leads to', async () => {
    const folder = makeFolder({ 'deep/a': 'old' });
    symlinkSync('deep/a', join(folder, 'link'));
    await writeOutput(await checkOutput(join(folder, 'link'), true), 'new');
    expect([read(folder, 'deep/a'), lstatSync(join(folder, 'link')).isSymbolicLink()]).toEqual(['new', true]);
  });
});

describe('a place', () => {
  it('is refused before any work', async () => {
    const folder = makeFolder({ a: '', 'sub/b': '' });
    const at = (name: string) => join(folder, name);
    expect(await refusal('')).toEqual([ExitCode.misuse, 'An empty name is no file to write to.']);
    expect(await refusal(at('a'))).toEqual([ExitCode.misuse, `${at('a')} is there already: --force writes over it.`]);
    expect(await refusal(at('sub'))).toEqual([ExitCode.misuse, `${at('sub')} is a folder: name a file in it.`]);
    expect(await refusal(`${at('new')}/`)).toEqual([ExitCode.misuse, `${at('new')}/ is a folder: name a file in it.`]);
    expect(await refusal(at('no/b'))).toEqual([ExitCode.misuse, `There is no folder to write ${at('no/b')} to.`]);
    expect(await refusal(at('a'), true)).toBeUndefined();
  });

  it.skipIf(process.platform === 'win32')('behind a link that leads nowhere is refused', async () => {
    const folder = makeFolder();
    symlinkSync('nowhere', join(folder, 'dead'));
    symlinkSync('circle', join(folder, 'circle'));
    for (const name of ['dead', 'circle']) {
      expect(await refusal(join(folder, name), true)).toEqual([
        ExitCode.misuse,
        `${join(folder, name)} is a link that leads nowhere: remove it first.`,
      ]);
    }
  });

  it.skipIf(process.platform === 'win32')('may be standard output by its name', async () => {
    expect(await checkOutput('/dev/stdout', false)).toEqual({ shown: '/dev/stdout' });
    expect(await checkOutput('-', false)).toEqual({ shown: '-' });
  });

  it.skipIf(process.platform === 'win32')('may be a pipe whose reader comes late, or leaves early', async () => {
    const folder = makeFolder();
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const place = await checkOutput(pipe, false);
    const writing = writeOutput(place, inPieces('one\n', 'two\n'));
    expect((await promisify(execFile)('cat', [pipe])).stdout).toBe('one\ntwo\n');
    await writing;
    const much = writeOutput(place, Buffer.alloc(1 << 20));
    await promisify(execFile)('head', ['-c', '1', pipe]);
    await much;
  });
});

it('takes no name that has come to be a folder meanwhile', async () => {
  const folder = makeFolder();
  const place = await checkOutput(join(folder, 'a'), false);
  writeFileSync(join(folder, 'b'), '');
  mkdirSync(join(folder, 'a'));
  await expect(writeOutput(place, 'text')).rejects.toThrow(/a could not be written: \w+: /);
  expect(readdirSync(folder)).toEqual(['a', 'b']);
});
