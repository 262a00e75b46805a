/** The files that a manifest takes in: by its globs, but for those that it leaves out; and its day. */
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

describe('the day that a manifest gives for today', () => {
  it.each(['2025-10-31', '2025-10', 2025, '2025-10-31~', '0001-01-01', '9999-12-31'])('may be %s', (today) => {
    expect(readManifest({ today }).today?.text).toBe(String(today));
  });

  it.each(['../2025', '2025-10-31/..', '2025-10/2025-11', 'Y12345', '-0044-03-15', '0000', 'XXXX', 'today'])(
    'is not taken from %s, which calendars could not write',
    (today) => expect(readManifest({ today }).today).toBeUndefined(),
  );
});
