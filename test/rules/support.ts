/** Stories of fixes: a text with a mistake, the fix that is taken, and the text after it. */
import { expect } from 'vitest';
import type { Fix, Problem } from '../../server/dataset/problem.ts';
import { applyEdits } from '../../server/dataset/text.ts';
import { rules } from '../../server/rules/index.ts';
import { makeWorkspace, parseFixture, ROOT } from '../support/fixture.ts';

/** The problems that one rule finds in a text, in a dataset with further files if need be. */
export function problemsOf(rule: string, text: string, others: Readonly<Record<string, string>> = {}): Problem[] {
  const file = fileOf(text);
  const workspace = makeWorkspace({ ...others, [file]: text }, rules);
  return workspace.problemsOf(`${ROOT}/${file}`).filter((problem) => problem.rule === rule);
}

/** A story's file, named after its first record as people name them. */
function fileOf(text: string): string {
  return `${/^id: ["']?([\w-]+)/m.exec(text)?.[1] ?? 'story'}.yaml`;
}

/** The messages of one rule in a text. */
export function messagesOf(rule: string, text: string, others: Readonly<Record<string, string>> = {}): string[] {
  return problemsOf(rule, text, others).map(({ message }) => message);
}

/** The titles of all fixes that one rule offers in a text. */
export function titlesOf(rule: string, text: string, others: Readonly<Record<string, string>> = {}): string[] {
  return problemsOf(rule, text, others).flatMap((problem) => problem.fixes().map(({ title }) => title));
}

/** The first fix of a title that a rule offers in a text. */
export function fixOf(rule: string, text: string, title: string, others: Readonly<Record<string, string>> = {}): Fix {
  const fixes = problemsOf(rule, text, others).flatMap((problem) => problem.fixes());
  const fix = fixes.find((candidate) => candidate.title === title);
  if (!fix) throw new Error(`There is no fix "${title}", but: ${fixes.map((known) => known.title).join(' | ')}`);
  return fix;
}

/** The text after a fix. */
export function after(text: string, fix: Fix): string {
  return applyEdits(
    parseFixture(text).text,
    fix.edits.map(({ document, span, text: replacement }) => ({
      span: { start: document.start + span.start, end: document.start + span.end },
      text: replacement,
    })),
  );
}

export interface Story {
  readonly before: string;
  readonly fix: string;
  readonly after: string;
  readonly others?: Readonly<Record<string, string>>;
  /** How many problems of the rule are left, when the fix mends one of several or leaves a gap to fill. */
  readonly left?: number;
}

/** Tells a story with the given line ends: the fix gives just that text, which the rule no longer objects to. */
export function tell(rule: string, story: Story, convert: (text: string) => string): void {
  const before = convert(story.before);
  const result = after(before, fixOf(rule, before, story.fix, story.others));
  expect(result).toBe(convert(story.after));
  expect(messagesOf(rule, result, story.others)).toHaveLength(story.left ?? 0);
  expect(messagesOf('yaml-syntax', result, story.others)).toEqual([]);
}

/** A record of these lines by their keys; an empty text leaves a line out. */
export function recordOf(lines: Readonly<Record<string, string>>): string {
  return Object.entries(lines)
    .filter(([, value]) => value !== '')
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('');
}
