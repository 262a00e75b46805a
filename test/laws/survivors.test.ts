/** Whoever looked at a mutant that no test notices said what came of it, in a row that finds it again. */
import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readVerdicts, survivorOf, VERDICTS } from '../mutation/looked-at.ts';

const rows = [...readVerdicts().values()];

it('stand in the order of their sources, each of which is there', () => {
  const paths = rows.map(({ path }) => path);
  expect(paths.length).toBeGreaterThan(0);
  expect(paths).toEqual(paths.toSorted());
  expect([...new Set(paths)].filter((path) => !existsSync(path))).toEqual([]);
});

it('have a verdict and say why', () => {
  expect(rows.filter(({ verdict, why }) => !VERDICTS.includes(verdict) || !why)).toEqual([]);
});

const SOURCE = 'export function half(n: number) {\n  return n / 2;\n}\n';
/** The mutant that makes `n * 2` of `n / 2`. */
const twice = (line: number, column: number) => ({
  location: { start: { line, column }, end: { line, column: column + 5 } },
  replacement: 'n * 2',
});

it('find a mutant again below other lines and within other braces', () => {
  const row = survivorOf('half.ts', SOURCE, twice(2, 10));
  expect(row).toMatchObject({ path: 'half.ts', change: 'n / 2 => n * 2' });
  const moved = `// Halves.\n\n${SOURCE.replace('  return', '    return')}`;
  expect(survivorOf('half.ts', moved, twice(4, 12))).toEqual(row);
});

it('are of another mutant once its line is another', () => {
  const { key } = survivorOf('half.ts', SOURCE, twice(2, 10));
  const other = SOURCE.replace('2;', '2 + 1;');
  expect(survivorOf('half.ts', other, twice(2, 10)).key).not.toBe(key);
  expect(survivorOf('third.ts', SOURCE, twice(2, 10)).key).not.toBe(key);
});
