/** Every rule has a file, a place in the list and a test of its own, all by its name. */
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../../server/rules/index.ts';
import { modules } from './modules.ts';

const FILES = modules(['server/rules'])
  .map(({ path }) => path)
  .filter((path) => /^server\/rules\/[^/]+\.ts$/.test(path) && !path.endsWith('/index.ts'))
  .map((path) => basename(path, '.ts'));

describe('rules', () => {
  it('are listed once each, and each has a file by its name', () => {
    expect(rules.map(({ name }) => name).sort()).toEqual(FILES.toSorted());
  });

  it.each(FILES)('%s has a test of its own', (name) => {
    expect(existsSync(new URL(`../rules/${name}.test.ts`, import.meta.url))).toBe(true);
  });
});
