/** What waits for changes in folders, where folders go between being seen and being watched. */
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { FolderWatcher } from '../../server/cli/watching/folder-watcher.ts';
import { makeFolder } from '../sources/folder.ts';

describe('a folder to be watched', () => {
  const watcher = new FolderWatcher();
  afterEach(() => watcher.close());

  it('that has gone meanwhile asks for another look, and for no more as long as it is away', () => {
    const folder = join(makeFolder({ 'a.yaml': '' }), 'gone');
    expect(watcher.watch(new Set([folder]))).toBe(true);
    expect(watcher.watch(new Set([folder]))).toBe(false);
    expect(watcher.watch(new Set([dirname(folder)]))).toBe(true);
    expect(watcher.watch(new Set([dirname(folder), folder]))).toBe(true);
  });

  it('asks for another look once it is watched, and not again', () => {
    const folder = join(makeFolder({ 'a.yaml': '' }), 'new');
    watcher.watch(new Set([folder]));
    mkdirSync(folder);
    expect(watcher.watch(new Set([folder]))).toBe(true);
    expect(watcher.watch(new Set([folder]))).toBe(false);
  });
});
