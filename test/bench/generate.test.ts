/** Generated datasets: the same every time, as large as asked for, and wrong only where they are meant to be. */
import { describe, expect, it } from 'vitest';
import { parseEdtf } from '../../server/dataset/dates/edtf.ts';
import { registry } from '../../server/dataset/registry.ts';
import { Workspace } from '../../server/dataset/workspace.ts';
import { rules } from '../../server/rules/index.ts';
import { generateDataset, SUMMIT_LINES, summitFile } from './generate.ts';

const ROOT = 'file:///generated';

function filesWithProblems(files: readonly { path: string; text: string }[]): string[] {
  const settings = { rules: {}, today: parseEdtf('2025-10-31')! };
  const workspace = new Workspace({ root: ROOT, registry: registry(), rules, settings });
  workspace.apply(files.map(({ path, text }) => ({ uri: `${ROOT}/${path}`, text })));
  workspace.check();
  return files.map(({ path }) => path).filter((path) => workspace.problemsOf(`${ROOT}/${path}`).length > 0);
}

describe('generated datasets', () => {
  it('have mistakes just where they are said to be', () => {
    const files = generateDataset({ records: 600, faultyEvery: 20 });
    expect(files).toHaveLength(600);
    expect(new Set(files.map(({ path }) => path)).size).toBe(600);
    expect(filesWithProblems(files)).toEqual(files.filter(({ isFaulty }) => isFaulty).map(({ path }) => path));
  });

  it('are the same for the same seed, and others for another', () => {
    expect(generateDataset({ records: 50 })).toEqual(generateDataset({ records: 50 }));
    expect(generateDataset({ records: 50, seed: 2 })).not.toEqual(generateDataset({ records: 50 }));
  });

  it('can be one file of meetings that need no other file', () => {
    const text = summitFile(30);
    const meetings = text.split('---\n').slice(0, -1);
    expect(meetings.map((record) => record.trimEnd().split('\n').length)).toEqual(
      Array.from({ length: 30 }, () => SUMMIT_LINES),
    );
    expect(filesWithProblems([{ path: 'summits/meetings.yaml', text }])).toEqual([]);
  });
});
