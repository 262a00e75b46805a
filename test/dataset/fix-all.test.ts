/** Fixing everything at once: nothing certain is left, nothing is broken by it, and the order makes no difference. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { certainFix, fixAll } from '../../server/dataset/fix-all.ts';
import type { Problem } from '../../server/dataset/problem.ts';
import { applyEdits, shift } from '../../server/dataset/text.ts';
import type { Workspace } from '../../server/dataset/workspace.ts';
import { namedTexts } from '../../server/rules/build/examples.ts';
import { rules } from '../../server/rules/index.ts';
import { makeWorkspace, parseFixture, ROOT } from '../support/fixture.ts';

const LINES = [
  'id: x-org',
  'name: Org',
  'name:',
  'type: forum',
  'type: forum # c',
  'status: Held',
  'organization: Turkic Council',
  'organization: ots',
  'date: 2025-8-1',
  'date: 7 Oct 2025',
  "date: { value: '07.10.2025', text: x }",
  'date: 2025-10-07/2025-10-01',
  'seat: { city: Istanbul, city: Istanbul, state: Türkiye }',
  'abbreviation: 007',
  'abbreviation: NO',
  'abbreviation: СSTO',
  'aliases: [СSTO, yes, "Collective Secu\u00ADrity", 1_000]',
  'parent: Тurkic Council',
  'participants:',
  '  - state: kaz',
  '  - { role: Member }',
  '  - <<: *a',
  '    <<: *a',
  '  - &a { state: KGZ }',
  'members: [{ state: KAZ, from: 2025, to: 2024 }, { state: Japan }]',
  'exceptions: [{ rule: bad-date, reason: printed so }, { rule: bad-date, reason: twice }]',
  'exceptions:',
  '  - { rule: duplicate-id, reason: a }',
  '  - rule: interval-reversed',
  '    reason: b',
  '---',
  'kind: organization',
  'kind: summit',
  '# a comment',
  '',
];

const line = fc.constantFrom(...LINES);
const textOf = (lines: fc.Arbitrary<string[]>) =>
  fc
    .tuple(fc.constantFrom('\n', '\r\n'), lines)
    .map(([lineEnd, all]) => ['kind: organization', ...all, ''].join(lineEnd));
/** Texts of a few lines that often have several mistakes, some in each other's way. */
const texts = textOf(fc.array(line, { maxLength: 16 }));
/** The same without a key twice: which of two may go is certain only as long as both say the same. */
const textsOfDistinctKeys = textOf(
  fc.uniqueArray(line, { maxLength: 16, selector: (text) => /^\w+/.exec(text)?.[0] ?? text }),
);

function problemsIn(workspace: Workspace): Problem[] {
  return [...workspace.uris].flatMap((uri) => workspace.problemsOf(uri));
}

/** What the files become, all of them. */
function fixed(files: Readonly<Record<string, string>>): Record<string, string> {
  const workspace = makeWorkspace(files, rules);
  const changed = fixAll(workspace, workspace.uris);
  return Object.fromEntries(
    Object.entries(files).map(([name, text]) => [
      name,
      changed.get(`${ROOT}/${name}`)?.text ?? parseFixture(text).text,
    ]),
  );
}

/** The same, one fix at a time, each time any of those that there are. */
function fixedByHand(text: string, choices: readonly number[]): string {
  let now = text;
  for (let step = 0; step < 100; step++) {
    const fixes = problemsIn(makeWorkspace({ 'a.yaml': now }, rules)).flatMap((problem) => certainFix(problem) ?? []);
    if (fixes.length === 0) return now;
    const fix = fixes[(choices[step % choices.length] ?? 0) % fixes.length]!;
    now = applyEdits(
      now,
      fix.edits.map(({ document, span, text }) => ({ span: shift(span, document.start), text })),
    );
  }
  throw new Error(`There is no end of fixes for ${JSON.stringify(text)}.`);
}

const numRuns = 200;

describe('to fix all', () => {
  it('leaves nothing certain to fix, and a readable text readable', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { 'a.yaml': after } = fixed({ 'a.yaml': text });
        const left = problemsIn(makeWorkspace({ 'a.yaml': after! }, rules));
        expect(left.flatMap((problem) => certainFix(problem)?.title ?? [])).toEqual([]);
        const slips = (of: string) =>
          problemsIn(makeWorkspace({ 'a.yaml': of }, rules)).filter(({ rule }) => rule === 'yaml-syntax').length;
        expect(slips(after!)).toBeLessThanOrEqual(slips(text));
        expect(fixed({ 'a.yaml': after! })).toEqual({ 'a.yaml': after });
      }),
      { numRuns },
    );
  });

  it('gives what the same fixes give one by one, in whatever order', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(textsOfDistinctKeys, fc.array(fc.nat(20), { minLength: 1, maxLength: 10 }), (text, choices) => {
        expect(fixedByHand(text, choices)).toBe(fixed({ 'a.yaml': text })['a.yaml']);
      }),
      { numRuns },
    );
  });

  it('leaves the workspace as it was', { timeout: 60_000 }, () => {
    const told = (workspace: Workspace) =>
      problemsIn(workspace).map(({ rule, message, span, document }) => [rule, message, document.start + span.start]);
    fc.assert(
      fc.property(texts, (text) => {
        const files = { 'a.yaml': text, 'b.yaml': 'kind: organization\nid: b-org\nparent: x-org\n' };
        const workspace = makeWorkspace(files, rules);
        const before = told(workspace);
        fixAll(workspace, workspace.uris);
        expect(told(workspace), 'at once, for the files it has edited').toEqual(before);
        workspace.check();
        expect(told(workspace)).toEqual(told(makeWorkspace(files, rules)));
        expect(workspace.textOf(`${ROOT}/a.yaml`)).toBe(text);
      }),
      { numRuns },
    );
  });

  it.each(rules.map((rule) => [rule.name, rule] as const))(
    'comes to an end with the wrong examples of %s',
    (_, rule) => {
      for (const example of rule.examples.wrong) {
        const files = namedTexts(example);
        const after = fixed(files);
        const left = problemsIn(makeWorkspace(after, rules));
        expect(left.flatMap((problem) => certainFix(problem)?.title ?? [])).toEqual([]);
      }
    },
  );

  const PERSON = 'kind: person\nid: a\nname: A\n';

  it('removes a list of which every entry goes', () => {
    const entries =
      'exceptions:\n  # one\n  - { rule: bad-date, reason: a }\n  - { rule: duplicate-id, reason: b }\n  - { rule: schema, reason: c }\n';
    expect(fixed({ 'a.yaml': `${PERSON}${entries}note: x\n` })).toEqual({ 'a.yaml': `${PERSON}note: x\n` });
  });

  it('fixes the problems of one rule alone where it is asked to', () => {
    const text = `${PERSON}offices: [{ title: President, state: KGZ, from: 2025-8-1 }]\nexceptions: [{ rule: schema, reason: x }]\n`;
    const workspace = makeWorkspace({ 'a.yaml': text }, rules);
    const fixedOf = (rule: string) => fixAll(workspace, workspace.uris, rule).get(`${ROOT}/a.yaml`)?.text;
    expect(fixedOf('unused-exception')).toBe(text.replace(/exceptions.*\n/, ''));
    expect(fixedOf('bad-date')).toBe(text.replace('2025-8-1', '2025-08-01'));
    expect(fixedOf('duplicate-id')).toBeUndefined();
  });

  it('tells of each fix that is made', () => {
    const workspace = makeWorkspace(
      { 'a.yaml': 'kind: summit\nid: a\norganization: Turkic Council\ndate: 2025-8-1\n' },
      rules,
    );
    const titles: string[] = [];
    fixAll(workspace, workspace.uris, undefined, ({ title }) => titles.push(title));
    expect(titles).toHaveLength(2);
    expect(titles.join()).toMatch(/ots.*2025-08-01/);
  });

  it('edits only the files it is given, and gives nothing for those that stay as they are', () => {
    const wrong = `${PERSON}exceptions: [{ rule: schema, reason: x }]\n`;
    const workspace = makeWorkspace({ 'a.yaml': wrong, 'b.yaml': wrong.replace('id: a', 'id: b') }, rules);
    const changed = (...names: string[]) => [
      ...fixAll(
        workspace,
        names.map((name) => `${ROOT}/${name}`),
      ).keys(),
    ];
    expect(changed('b.yaml')).toEqual([`${ROOT}/b.yaml`]);
    expect(changed('a.yaml', 'b.yaml', 'none.yaml')).toHaveLength(2);
  });
});
