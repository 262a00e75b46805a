/** Quick fixes in texts that are written in every way that YAML has: each alone, and all that are certain at once. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixAll } from '../../../server/dataset/fix-all.ts';
import type { Fix, Problem } from '../../../server/dataset/problem.ts';
import { exampleBackdrop } from '../../../server/dataset/rule.ts';
import { applyEdits, shift, type TextEdit } from '../../../server/dataset/text.ts';
import type { Workspace } from '../../../server/dataset/workspace.ts';
import { exampleFiles } from '../../../server/rules/build/examples.ts';
import { rules } from '../../../server/rules/index.ts';
import { makeWorkspace } from '../../support/fixture.ts';
import { edit, edited } from '../text-edits.ts';
import { dress, dressed } from './dressing.ts';
import { harmOf } from './judge.ts';

type Texts = Readonly<Record<string, string>>;

/** What each rule is shown to find, as files. */
const examples: readonly Texts[] = rules.flatMap(({ examples: { wrong } }) =>
  wrong.map((example) => Object.fromEntries(exampleFiles(example).map(({ name, text }) => [name, text]))),
);
const MOST_FILES = 4;
const dresses = fc.array(dress, { minLength: MOST_FILES, maxLength: MOST_FILES });

const written = fc
  .tuple(fc.constantFrom(...examples), dresses)
  .map(([files, dresses]) => mapTexts(files, (text, index) => dressed(text, dresses[index % MOST_FILES]!)));

const broken = fc
  .tuple(written, fc.array(edit, { minLength: 1, maxLength: 3 }))
  .map(([files, edits]) => mapTexts(files, (text) => edits.reduce(edited, text)));

function mapTexts(files: Texts, change: (text: string, index: number) => string): Texts {
  return Object.fromEntries(Object.entries(files).map(([name, text], index) => [name, change(text, index)]));
}

/** What is wrong in these files, to all rules. */
function open(texts: Texts): Workspace {
  return makeWorkspace({ ...exampleBackdrop, ...texts }, rules);
}

function problemsOf(workspace: Workspace): Problem[] {
  return [...workspace.uris].flatMap((uri) => workspace.problemsOf(uri));
}

/** The edits of a fix by file, counted from each file's beginning. */
function editsByFile({ edits }: Fix): Map<string, TextEdit[]> {
  const files = new Map<string, TextEdit[]>();
  for (const { document, span, text } of edits) {
    expect(span.start).toBeGreaterThanOrEqual(0);
    expect(span.end).toBeGreaterThanOrEqual(span.start);
    expect(span.end).toBeLessThanOrEqual(document.yaml.text.length);
    files.set(document.uri, [...(files.get(document.uri) ?? []), { span: shift(span, document.start), text }]);
  }
  return files;
}

/** The texts after edits, by URI; each is judged. */
function judged(workspace: Workspace, files: Iterable<[string, readonly TextEdit[]]>, follow: boolean, told: string) {
  const texts = new Map([...workspace.uris].map((uri) => [uri, workspace.textOf(uri)!]));
  for (const [uri, edits] of files) {
    const before = texts.get(uri)!;
    const after = applyEdits(before, edits);
    expect(harmOf(before, edits, after, follow), `${told}\n${before}\n=>\n${after}`).toEqual([]);
    texts.set(uri, after);
  }
  return texts;
}

/** A workspace of texts by URI, checked. */
function reopened(texts: ReadonlyMap<string, string>): Workspace {
  const workspace = open({});
  workspace.apply([...texts].map(([uri, text]) => ({ uri, text })));
  workspace.check();
  return workspace;
}

const count = (problems: readonly Problem[], isCounted: (problem: Problem) => boolean) =>
  problems.filter(isCounted).length;

/** What is wrong for an alias in the same way is put right at once; a rename knows by itself who follows. */
const FOLLOWED = new Set([
  'mixed-script',
  'unquoted-scalar',
  'yaml-1-1-value',
  'id-file-mismatch',
  'duplicate-summit',
  'duplicate-proposal',
]);
/** Fixes of references: what the record is whose name stood there was not asked before, so its mistakes come to light. */
const LEADING = new Set(['alias-as-reference', 'former-id-reference']);
/** Errors that a value has in itself, whatever it leads to. */
const OWN = new Set([
  'yaml-syntax',
  'duplicate-key',
  'schema',
  'bad-date',
  'unknown-reference',
  'wrong-kind-reference',
  'ambiguous-alias',
  'duplicate-id',
  'reused-id',
]);
describe('a fix', () => {
  it.each([
    ['written in any way', written, 150],
    ['broken in any way', broken, 80],
  ])('changes nothing that it is not about, in texts %s', { timeout: 300_000 }, (_, texts, usual) => {
    fc.assert(
      fc.property(texts, (files) => {
        const workspace = open(files);
        for (const problem of problemsOf(workspace)) {
          for (const fix of problem.fixes()) {
            const told = `${problem.rule}: ${fix.title}`;
            judged(workspace, editsByFile(fix), FOLLOWED.has(problem.rule), told);
          }
        }
      }),
      { numRuns: usual },
    );
  });

  it('that is certain mends its problem, and makes no error', { timeout: 300_000 }, () => {
    fc.assert(
      fc.property(written, (files) => {
        const workspace = open(files);
        const before = problemsOf(workspace);
        for (const problem of before) {
          for (const fix of problem.fixes().filter(({ certain }) => certain)) {
            const told = `${problem.rule}: ${fix.title}`;
            const after = problemsOf(reopened(judged(workspace, editsByFile(fix), true, told)));
            const isOfRule = ({ rule }: Problem) => rule === problem.rule;
            const isMade = ({ rule, severity }: Problem) =>
              severity === 'error' && (!LEADING.has(problem.rule) || OWN.has(rule));
            // An alias that gets its text for its own has the same mistake still.
            const aliases = problem.document.yaml.text.includes('*') ? 1 : 0;
            expect(count(after, isOfRule), told).toBeLessThan(count(before, isOfRule) + aliases);
            expect(count(after, isMade), told).toBeLessThanOrEqual(count(before, isMade));
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('all certain fixes at once', () => {
  it('change nothing that they are not about, and leave none to make', { timeout: 300_000 }, () => {
    fc.assert(
      fc.property(written, (files) => {
        const workspace = open(files);
        const changed = [...fixAll(workspace, [...workspace.uris])].map(([uri, text]): [string, TextEdit[]] => [
          uri,
          text.edits(),
        ]);
        const after = reopened(judged(workspace, changed, true, 'all'));
        expect([...fixAll(after, [...after.uris]).keys()]).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
