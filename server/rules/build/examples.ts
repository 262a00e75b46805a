/** The examples of rules as datasets: files with names, marks taken out, and what is said of them. */
import { parseEdtf } from '../../dataset/dates/edtf.ts';
import type { Problem } from '../../dataset/problem.ts';
import { registry } from '../../dataset/registry.ts';
import { type Example, exampleBackdrop } from '../../dataset/rule.ts';
import type { Span } from '../../dataset/text.ts';
import { Workspace } from '../../dataset/workspace.ts';
import { rules } from '../index.ts';

/** The day that examples take for today. */
export const EXAMPLE_TODAY = '2025-10-31';

const ROOT = 'file:///example';
const MARK = /[⟦⟧]/g;

/** A file of an example, without marks. */
export interface ExampleFile {
  readonly name: string;
  readonly text: string;
  /** Where the rule must speak. */
  readonly marks: readonly Span[];
}

/** What a rule says of one place in an example. */
export interface Remark {
  readonly message: string;
  /** Titles of the fixes it offers, the certain one first. */
  readonly fixes: readonly { readonly title: string; readonly certain: boolean }[];
}

/** An example's texts by file name, with marks; a plain text is a file named after its first record, as people name them. */
export function namedTexts(example: Example): Readonly<Record<string, string>> {
  if (typeof example !== 'string') return example;
  const id = /^id: ([\w-]+)/m.exec(example.replace(MARK, ''))?.[1] ?? 'example';
  return { [`${id}.yaml`]: example };
}

/** An example's files. */
export function exampleFiles(example: Example): ExampleFile[] {
  return Object.entries(namedTexts(example)).map(([name, marked]) => {
    return { name, text: marked.replace(MARK, ''), marks: marksOf(marked) };
  });
}

/** The backdrop's files that an example refers to. */
export function backdropOf(files: readonly ExampleFile[]): ExampleFile[] {
  const isNamed = (id: string) => files.some(({ text }) => new RegExp(`\\b${id}\\b`).test(text));
  return Object.entries(exampleBackdrop)
    .filter(([, text]) => isNamed(/^id: (\S+)/m.exec(text)![1]!))
    .map(([name, text]) => ({ name, text, marks: [] }));
}

/** What one rule says of an example, in the order of its files, each message once. */
export function remarksOn(rule: string, example: Example): Remark[] {
  const files = [...Object.entries(exampleBackdrop).map(([name, text]) => ({ name, text })), ...exampleFiles(example)];
  const settings = { rules: {}, today: parseEdtf(EXAMPLE_TODAY)! };
  const workspace = new Workspace({ root: ROOT, registry: registry(), rules, settings });
  workspace.apply(files.map(({ name, text }) => ({ uri: `${ROOT}/${name}`, text })));
  workspace.check();
  const problems = files.flatMap(({ name }) => workspace.problemsOf(`${ROOT}/${name}`));
  const remarks = new Map<string, Remark>();
  for (const problem of problems) {
    if (problem.rule !== rule || remarks.has(problem.message)) continue;
    remarks.set(problem.message, { message: problem.message, fixes: fixesOf(problem) });
  }
  return [...remarks.values()];
}

function fixesOf(problem: Problem): Remark['fixes'] {
  return problem.fixes().map(({ title, certain = false }) => ({ title, certain }));
}

function marksOf(marked: string): Span[] {
  // The marks before it count in `index`, and are gone in the text.
  return [...marked.matchAll(/⟦([^⟧]*)⟧/g)].map(({ index, 1: inside }, i) => {
    const start = index - 2 * i;
    return { start, end: start + inside!.length };
  });
}
