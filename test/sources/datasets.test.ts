/** Which dataset a file belongs to. */
import { expect, it } from 'vitest';
import { datasetRoots, groupByDataset, rootOf } from '../../server/sources/datasets.ts';

const FILES = [
  'file:///w/a.yaml',
  'file:///w/inner/b.yaml',
  'file:///w/inner/deep/c.yaml',
  'file:///w/inner/initiatives.yaml',
  'file:///w/innermost/d.yaml',
  'file:///elsewhere/e.yaml',
  'file:///elsewhere/initiatives.yaml',
];

it('takes folders and what holds a manifest inside them as roots', () => {
  expect(datasetRoots(['file:///w'], FILES)).toEqual(['file:///w', 'file:///w/inner']);
  expect(datasetRoots([], FILES)).toEqual([]);
  expect(datasetRoots(['file:///w', 'file:///w'], [])).toEqual(['file:///w']);
  expect(datasetRoots(['file:///w'], ['file:///w/old-initiatives.yaml'])).toEqual(['file:///w']);
});

it('gives a file to the deepest root above it', () => {
  const roots = new Set(['file:///w', 'file:///w/inner']);
  expect(rootOf('file:///w/inner/deep/c.yaml', roots)).toBe('file:///w/inner');
  expect(rootOf('file:///w/inner/initiatives.yaml', roots)).toBe('file:///w/inner');
  expect(rootOf('file:///w/innermost/d.yaml', roots)).toBe('file:///w');
  expect(rootOf('file:///elsewhere/e.yaml', roots)).toBeUndefined();
  expect(rootOf('untitled:Untitled-1', roots)).toBeUndefined();
});

it('knows the top of a file system as a root', () => {
  expect(rootOf('file:///a.yaml', new Set(['file://']))).toBe('file://');
});

it('groups files by dataset in the order given', () => {
  const groups = groupByDataset(FILES, datasetRoots(['file:///w'], FILES));
  expect([...groups]).toEqual([
    ['file:///w', ['file:///w/a.yaml', 'file:///w/innermost/d.yaml']],
    ['file:///w/inner', ['file:///w/inner/b.yaml', 'file:///w/inner/deep/c.yaml', 'file:///w/inner/initiatives.yaml']],
    [undefined, ['file:///elsewhere/e.yaml', 'file:///elsewhere/initiatives.yaml']],
  ]);
});
