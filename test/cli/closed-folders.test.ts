/** A folder that is named and cannot be looked at, in the midst of a dataset: every command says so, and writes nothing. */
import { readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../sources/folder.ts';
import { run, useCli } from './support.ts';

useCli();

/** A dataset with a link that leads in a circle. */
function withCircle(): string {
  const folder = makeFolder({ 'initiatives.yaml': 'dataset: D\n' });
  symlinkSync('circle', join(folder, 'circle'));
  return folder;
}

describe.skipIf(process.platform === 'win32')('a link that leads in a circle', () => {
  it.each([
    ['check', ['circle']],
    ['check', ['circle', '--fix']],
    ['check', ['circle', '--shard', '1/2']],
    ['format', ['circle']],
    ['export', ['circle', '--format', 'json']],
    ['timeline', ['circle', '--format', 'svg', '-o', '-']],
    ['stats', ['circle']],
    ['new', ['person', '--folder', 'circle', '--name', 'A']],
  ])('is told by %s %j', async (command, args) => {
    const cwd = withCircle();
    const { code, stderr } = await run([command, ...args], { cwd });
    expect([code, stderr]).toEqual([1, 'circle is a link that leads nowhere.\n']);
    expect(readdirSync(cwd).sort()).toEqual(['circle', 'initiatives.yaml']);
  });

  it('is no place for a dataset', async () => {
    const { code, stderr } = await run(['init', 'circle'], { cwd: withCircle() });
    expect([code, stderr]).toEqual([2, 'circle is a link that leads nowhere: remove it first.\n']);
  });
});
