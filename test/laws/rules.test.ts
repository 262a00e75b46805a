/** Every rule has a file, a place in the list and a test of its own, all by its name; every feature has a test, too. */
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { namedTexts } from '../../server/rules/build/examples.ts';
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

  it.each(rules.map((rule) => [rule.name, rule] as const))('%s has an example that fails without it', (_, rule) => {
    const marked = rule.examples.wrong.map((example) => Object.values(namedTexts(example)).join(''));
    expect(marked.filter((text) => text.includes('⟦'))).not.toEqual([]);
  });
});

/** Features that requests only ask where something is or what it is about; each is half of another one's answer. */
const HELPERS = ['locate', 'subject'];

const FEATURES = modules(['server/requests'])
  .flatMap(({ imports }) => imports.filter(({ typeOnly }) => !typeOnly).map(({ to }) => to))
  .filter((to) => /^server\/features\/[^/]+\.ts$/.test(to))
  .map((to) => basename(to, '.ts'))
  .filter((name) => !HELPERS.includes(name));

describe('features', () => {
  it.each([...new Set(FEATURES)])('%s has a test of its own', (name) => {
    expect(existsSync(new URL(`../features/${name}.test.ts`, import.meta.url))).toBe(true);
  });
});
