/** Which diagnostics are taken for those of a text that has been edited: never those of the text before. */
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver/node';
import { endOf, insertion, settledBy } from './edits.ts';
import { oneFile, sample, type Workload } from './workloads.ts';

const place = { path: 'summits/a.yaml', line: 4, character: 9 };
const BEACON = 7;

const errorsIn = (...lines: number[]): Diagnostic[] =>
  lines.map((line) => ({
    range: { start: { line, character: 0 }, end: { line, character: 1 } },
    severity: 1,
    message: 'wrong',
  }));

describe('a new line above a mistake', () => {
  const settled = settledBy(insertion('new line', place, '\n'), BEACON);
  it('is answered when the mistake has moved down', () => {
    expect(settled.done(errorsIn(7))).toBe(false);
    expect(settled.done(errorsIn(8))).toBe(true);
  });

  it('is taken back when the mistake is where it was', () => {
    expect(settled.undone(errorsIn(8))).toBe(false);
    expect(settled.undone(errorsIn(7))).toBe(true);
  });
});

describe('a wrong key above a mistake', () => {
  const edit = insertion('new key', place, '\nmodus: hybrid', /^modus/);
  it('is answered when both are told', () => {
    const { done, undone } = settledBy(edit, BEACON);
    expect(done(errorsIn(8))).toBe(false);
    expect(done(errorsIn(5, 8))).toBe(true);
    expect(undone(errorsIn(5, 7))).toBe(false);
    expect(undone(errorsIn(7, 23))).toBe(true);
  });

  it('ends where its text ends', () => {
    expect(endOf(edit)).toEqual({ line: 5, character: 13 });
    expect(endOf(insertion('word', place, 'abc'))).toEqual({ line: 4, character: 12 });
  });
});

describe.each<[string, Workload]>([
  ['generated', oneFile(3, 1)],
  ['real', sample(1)],
])('a paste of %s records', (_, workload) => {
  const idsIn = (text: string): string[] => text.match(/^id: .*$/gm) ?? [];
  const [first, second] = [1, 2].map((number) => workload.edits(number).at(-1)!);

  it('has a hundred ids that are nowhere else, and one mistake', () => {
    const known = new Set(workload.files.flatMap(({ text }) => idsIn(text)));
    const pasted = idsIn(first!.text);
    expect(new Set(pasted).size).toBe(100);
    expect(pasted.filter((id) => known.has(id) || idsIn(second!.text).includes(id))).toEqual([]);
    expect(first!.mistakes).toHaveLength(1);
  });

  it('stands before a record', () => {
    const lines = workload.files.find(({ path }) => path === first!.place.path)!.text.split('\n');
    expect(lines[first!.place.line]).toBe('kind: summit');
    expect(first!.text.endsWith('\n---\n')).toBe(true);
  });
});
