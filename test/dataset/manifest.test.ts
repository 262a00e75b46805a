/** The files that a manifest takes in: by its globs, but for those that it leaves out. */
import { describe, expect, it } from 'vitest';
import { readManifest, recordFiles } from '../../server/dataset/manifest.ts';

describe('the files of a manifest', () => {
  const FILES = ['a.yaml', 'x/a.yaml', 'drafts/a.yml', 'drafts/x/a.yaml', '.a.yaml', 'a.json'];
  it.each([
    [
      ['**/*.yaml', '!drafts/**'],
      ['a.yaml', 'x/a.yaml'],
    ],
    [['!drafts/**'], ['a.yaml', 'x/a.yaml']],
    [['*/*'], ['x/a.yaml', 'drafts/a.yml']],
    [['x/**', 'drafts/*', '!**/*.yml'], ['x/a.yaml']],
  ])('are with %j %j', (records, taken) => {
    expect(FILES.filter(recordFiles(readManifest({ records })))).toEqual(taken);
  });

  it('are the usual ones while its text is broken', () => {
    const usual = ['a.yaml', 'x/a.yaml', 'drafts/a.yml', 'drafts/x/a.yaml'];
    expect(FILES.filter(recordFiles(readManifest({ records: ['x/**'] }, true)))).toEqual(usual);
    expect(FILES.filter(recordFiles(readManifest(undefined)))).toEqual(usual);
  });
});
