/** A text that the library of YAML fails at: one error, and the documents around it are read as ever. */
import { expect, it, vi } from 'vitest';
import { parseYaml } from '../../../server/dataset/yaml/yaml.ts';

vi.mock('yaml', async (original) => ({
  ...(await original<typeof import('yaml')>()),
  parseDocument: () => {
    throw new Error('out of order');
  },
}));

it('is told of once, on the first line of its document', () => {
  const [broken, sound] = parseYaml('kind: summit\nhost: *x\n---\nkind: state\n');
  expect(broken!.document.errors).toEqual([
    { span: { start: 0, end: 12 }, message: 'This document cannot be read: Error: out of order.' },
  ]);
  expect(broken!.document.value).toBeNull();
  expect(sound!.document.errors).toEqual([]);
  expect(sound!.document.value).toEqual({ kind: 'state' });
});
