/** Time and memory grow with the text, not with its square: each shape is read and checked at one length and at four times that. */
import { describe, expect, it } from 'vitest';
import { rules } from '../../server/rules/index.ts';
import { makeWorkspace, ROOT } from '../support/fixture.ts';

const HEAD = 'kind: summit\nid: a\nname: A\norganization: ots\nstatus: held\ndate: 2025-10-07\n';
const PERSON = 'kind: person\nid: a\nname: A\n';
const URI = `${ROOT}/a.yaml`;
const numbered = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('');

/** Four times the text may take four times as long; sixteen times would be the square. */
const MOST = 12;
const TRIES = 3;
/** What takes less than this, in milliseconds, is not worth comparing. */
const LEAST = 5;

/** Each with the length that is taken for one. */
const SHAPES: Readonly<Record<string, readonly [count: number, text: (count: number) => string]>> = {
  'lists in lists': [2500, (n) => `${HEAD}x: ${'['.repeat(n)}${']'.repeat(n)}\n`],
  'lists that stay open': [1500, (n) => `${HEAD}x: ${'[a'.repeat(n)}\n`],
  'tags behind tags': [1500, (n) => `${HEAD}x: ${'!a '.repeat(n)}\n`],
  'quotes behind quotes': [2500, (n) => `${HEAD}x: ${'"a" '.repeat(n)}\n`],
  aliases: [1500, (n) => `${HEAD}participants:\n  - &k { state: KAZ, role: member }\n${'  - *k\n'.repeat(n)}`],
  'unknown keys': [5000, (n) => `${HEAD}${numbered(n, (i) => `k${i}: 1\n`)}`],
  'repeated keys': [1500, (n) => `${HEAD}${'host: AZE\n'.repeat(n)}`],
  'names of one record': [5000, (n) => `${PERSON}aliases:\n${numbered(n, (i) => `- a name ${i}\n`)}`],
  'a long line': [250_000, (n) => `${HEAD}note: ${'a'.repeat(n)}\n`],
  'conflicts of versions': [500, (n) => `${HEAD}${'<<<<<<< a\nnote: x\n=======\nnote: y\n>>>>>>> b\n'.repeat(n)}`],
  'marks that turn the direction': [1500, (n) => `${PERSON}note: ${'a\u202e b '.repeat(n)}\n`],
  'one id for all': [400, (n) => 'kind: person\nid: x\nname: X\n---\n'.repeat(n)],
  'one name for all': [100, (n) => numbered(n, (i) => `kind: proposal\nid: x${i}\ntitle: Y\naliases: [X]\n---\n`)],
};

/** The milliseconds of processor time that reading a text, and then typing in it, take. */
function timeOf(text: string): number {
  const before = process.cpuUsage();
  const workspace = makeWorkspace({ 'a.yaml': text }, rules);
  workspace.apply([{ uri: URI, text: `${text}x: 1\n` }]);
  workspace.check();
  const { user, system } = process.cpuUsage(before);
  return Math.max(LEAST, (user + system) / 1000);
}

describe('what is read and checked', () => {
  it.each(Object.entries(SHAPES))('takes time in proportion: %s', (_, [count, text]) => {
    const [short, long] = [text(count), text(4 * count)];
    // The first time is that of code which has never run.
    timeOf(short);
    let least = Number.POSITIVE_INFINITY;
    for (let tries = 0; tries < TRIES && least >= MOST; tries++) {
      least = Math.min(least, timeOf(long) / timeOf(short));
    }
    expect(least).toBeLessThan(MOST);
  });
});
