/** Fixes in general: whatever the text, they can be made, leave it readable, and those that are certain mend it. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rules } from '../../server/rules/index.ts';
import { makeWorkspace, ROOT } from '../support/fixture.ts';
import { after } from './support.ts';

const SAMPLE = fileURLToPath(new URL('../../samples/eurasia/', import.meta.url));
const sample = Object.fromEntries(
  readdirSync(SAMPLE, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ya?ml$/.test(name))
    .map((name) => [name.replace(/\\/g, '/'), readFileSync(SAMPLE + name, 'utf8')]),
);

const LINES = [
  'kind: organization',
  'kind: summit',
  'id: x-org',
  'id: 7',
  'name: Org',
  'name: 2040',
  'name: on',
  'name: \u0421STO',
  'aliases: [O\u0422, "a\u200Bb", \u200B- x]',
  'abbreviation: [007, null]',
  'note: null',
  'ordinal: 012',
  'former_ids: [ots]',
  'predecessor: otss',
  'name:',
  'type: forumm',
  'typ: forum',
  'type: forum # c',
  'status: Held',
  'organization: Turkic Council',
  'organization: "otss"',
  'date: 2025-8-1',
  "date: { value: '07.10.2025', tex: x }",
  'date: [2025]',
  'date:',
  'seat: { city: Istanbul, city: Ankara, state: Türkiye }',
  'seat: {}',
  'participants:',
  '  - state: kaz',
  '  - { role: membr }',
  '  - <<: *a',
  '    <<: *a',
  '    state: KGZ',
  '  - &a { person: Nobody }',
  'citations: { source: x }',
  'members: [{ state: KAZ, from: 2025, to: 2024 }, { }]',
  'topics: energy',
  'note: |',
  '  text',
  'note: "open',
  '---',
  '',
];

describe('fixes', () => {
  it('can be made in any text, and leave a readable one readable', { timeout: 60_000 }, () => {
    const text = fc
      .tuple(fc.constantFrom('\n', '\r\n'), fc.array(fc.constantFrom(...LINES), { maxLength: 14 }))
      .map(([lineEnd, lines]) => ['kind: organization', ...lines].join(lineEnd));
    fc.assert(
      fc.property(text, (before) => {
        const problems = makeWorkspace({ 'a.yaml': before }, rules).problemsOf(`${ROOT}/a.yaml`);
        const syntax = problems.filter(({ rule }) => rule === 'yaml-syntax').length;
        for (const problem of problems) {
          expect(problem.span.start).toBeGreaterThanOrEqual(0);
          expect(problem.span.end).toBeGreaterThanOrEqual(problem.span.start);
          expect(problem.document.start + problem.span.end).toBeLessThanOrEqual(before.length);
          for (const fix of problem.fixes()) {
            const left = makeWorkspace({ 'a.yaml': after(before, fix) }, rules).problemsOf(`${ROOT}/a.yaml`);
            const told = `${fix.title} in ${JSON.stringify(before)}`;
            if (syntax === 0)
              expect(
                left.map(({ rule }) => rule),
                told,
              ).not.toContain('yaml-syntax');
            if (fix.certain) {
              const count = (list: typeof left) => list.filter(({ rule }) => rule === problem.rule).length;
              expect(count(left), told).toBeLessThan(count(problems));
            }
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('the sample dataset', () => {
  it('has nothing for these rules to report', () => {
    const workspace = makeWorkspace(sample, rules);
    const problems = Object.keys(sample).flatMap((name) =>
      workspace.problemsOf(`${ROOT}/${name}`).map(({ rule, message }) => `${name}: ${rule}: ${message}`),
    );
    expect(problems).toEqual([]);
  });
});
