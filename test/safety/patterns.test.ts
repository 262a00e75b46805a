/** No pattern takes much longer than the text that it looks at is long, whatever a dataset holds. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { EXPLAINED, LIMITED, MADE } from './explained-patterns.ts';
import { modulesThatShip, type Pattern, patternsIn, patternsMadeBy, patternsOfSchemas } from './patterns.ts';

/** The checker's own build in JavaScript: no other process, and the same everywhere. */
const { checkSync } = createRequire(import.meta.url)('recheck/lib/browser.js') as typeof import('recheck');

/** What the checker has proven before. Nothing is lost with a line of it but time; `JUDGE=1` writes it anew. */
const PROVEN = new URL('proven-patterns.txt', import.meta.url);

const modules = modulesThatShip();
const found = modules.map(patternsIn);
const made = [...new Set(found.flatMap((module) => module.made))];
const patterns = unique([
  ...found.flatMap((module) => module.literals),
  ...patternsOfSchemas(),
  ...(await patternsMadeBy(made.filter((module) => module.startsWith('server/')))),
]);

function unique(all: readonly Pattern[]): Pattern[] {
  return [...new Map(all.map((pattern) => [nameOf(pattern), pattern])).values()];
}

function nameOf({ source, flags }: Pattern): string {
  return `/${source}/${flags}`;
}

describe('every pattern', () => {
  it('is proven to be linear, or explained', () => {
    const isAnew = process.env.JUDGE !== undefined;
    const before = new Set(isAnew ? [] : readFileSync(PROVEN, 'utf8').split('\n'));
    const unexplained = patterns.filter((pattern) => !(nameOf(pattern) in EXPLAINED) && !(nameOf(pattern) in LIMITED));
    const open = unexplained.filter((pattern) => !before.has(nameOf(pattern)) && !isProven(pattern));
    if (isAnew) {
      const proven = unexplained.filter((pattern) => !open.includes(pattern)).map(nameOf);
      writeFileSync(PROVEN, `${proven.sort().join('\n')}\n`);
    }
    expect(open.map((pattern) => `${pattern.place} ${nameOf(pattern)}`)).toEqual([]);
    expect(
      Object.keys({ ...EXPLAINED, ...LIMITED }).filter((name) => !patterns.some((pattern) => nameOf(pattern) === name)),
    ).toEqual([]);
  }, 600_000);

  it('is quick with texts that are made to keep it busy', () => {
    const measured = patterns.filter((pattern) => !(nameOf(pattern) in LIMITED));
    const usual = median(measured.map(timeFor));
    // Further looks, since something else may have kept the processor busy.
    const slow = Array.from({ length: LOOKS }).reduce<Pattern[]>(
      (left) => left.filter((pattern) => timeFor(pattern) > MOST * usual),
      measured,
    );
    expect(slow.map((pattern) => `${pattern.place} ${nameOf(pattern)}`)).toEqual([]);
  }, 600_000);

  it('that is made of a text is made of one that we know', () => {
    expect([...made].sort()).toEqual(Object.keys(MADE).sort());
  });
});

/** Whether the checker proves by automata that a search takes time in proportion to the text. */
function isProven({ source, flags }: Pattern): boolean {
  // What is asked of a match makes no difference to the search.
  const { status } = checkSync(source, flags.replace(/[dgy]/g, ''), { checker: 'automaton', timeout: 5_000 });
  return status === 'safe';
}

/** How long the texts are, in code units. */
const LENGTH = 8_000;
/** A search that takes the square of that needs hundreds of times as much as most; a dozen times as much is many branches. */
const MOST = 30;
/** How often what seems slow is looked at again. */
const LOOKS = 6;
const PARTS = [
  ...' \t-.,:;!&*#/\\[](){}<>"\'`$|_=?%@~a0Aé\n\u2028',
  ...['\r\n', 'a ', 'a-', ' a', '-a', ': ', '- ', ' #', '!a ', '&a,', '[a', '[a](', '{1:', '{1|', '1_', '1.', '0 '],
  ...['ab', 'A1', 'AE', 'АB', '&amp;', '```\n\r', 'http://'],
];
const ENDS = ['', '\u0000', '\n!x'];

/** Microseconds of the processor for searches in texts of one repeated part; without end for what does not come to one. */
function timeFor({ source, flags }: Pattern): number {
  const own = (source.match(/[a-z]{3,}/gi) ?? []).slice(0, 4);
  const texts = [...PARTS, ...own].flatMap((part) => ENDS.map((end) => part.repeat(LENGTH / part.length) + end));
  const context = { pattern: new RegExp(source, flags.replace('y', '')), texts };
  const before = process.cpuUsage();
  try {
    runInNewContext('for (const text of texts) text.search(pattern)', context, { timeout: 20_000 });
  } catch {
    return Number.POSITIVE_INFINITY;
  }
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1]!;
}
