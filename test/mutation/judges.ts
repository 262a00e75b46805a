/** Which tests judge a mutant, and which of them is asked first. */
import { existsSync, readFileSync } from 'node:fs';

/** Tests of a rule that stand elsewhere, among those of what is hostile. */
const ELSEWHERE: Readonly<Record<string, string>> = { 'mixed-script': 'test/hostile/bidi.test.ts' };

/** Tests of core, rules and features; none of them starts another process. */
export const TESTS: readonly string[] = ['test/{dataset,rules,features}/**/*.test.ts', ...Object.values(ELSEWHERE)];

/** They look for crashes at length, and would take most of the time that there is. */
const LONG = /\/(rules\/incremental|odd-values|hostile|once|safety|laws|trees)[\w-]*\.test\.ts$/;

/** Can a file of tests judge mutants: is it short, and does it leave modules as they are (a stand-in needs vitest itself)? */
export function canJudge(test: string): boolean {
  return !LONG.test(test) && !readFileSync(test, 'utf8').includes('vi.mock(');
}

/**
 * How far a file of tests stands from a source: 0 for its own, `Infinity` where it has no say. A rule is judged by its
 * own test, the rules' examples and what tests say of rules in general, not by those of other rules; a feature by the
 * tests of features; the core, and what rules share, by those of features as well.
 */
export function distanceFrom(source: string): (test: string) => number {
  const [, room, ...rest] = source.split('/');
  const name = rest.at(-1)?.replace(/\.ts$/, '') ?? '';
  const isRule = room === 'rules' && rest.length === 1;
  return (test) => {
    if (test.endsWith(`/${name}.test.ts`) || test === ELSEWHERE[name]) return 0;
    if (test === 'test/rules/examples.test.ts') return room === 'features' ? Infinity : 1;
    if (isRule) return test.startsWith('test/rules/') && !isOfARule(test) ? 2 : Infinity;
    if (test.startsWith(`test/${room}/`)) return rest.some((part) => test.includes(`/${part}/`)) ? 1 : 2;
    return test.startsWith('test/features/') ? 3 : Infinity;
  };
}

function isOfARule(test: string): boolean {
  return existsSync(test.replace(/^test(.*)\.test\.ts$/, 'server$1.ts'));
}
