/** The fixture language: YAML text with `$0` where the cursor stands and `⟦…⟧` around ranges, and its CRLF twin. */

import { parseEdtf } from '../../server/dataset/dates/edtf.ts';
import { registry } from '../../server/dataset/registry.ts';
import type { Rule } from '../../server/dataset/rule.ts';
import type { Span } from '../../server/dataset/text.ts';
import { Workspace } from '../../server/dataset/workspace.ts';

/** A text without its markers, and where they stood. */
export interface Fixture {
  readonly text: string;
  /** Offset of `$0`. @throws when there is none: the test is wrong. */
  readonly cursor: number;
  /** Every `⟦…⟧`, in order of their beginnings. */
  readonly ranges: readonly Span[];
}

const MARKER = /\$0|⟦|⟧/g;

/** Takes the markers out of a text. */
export function parseFixture(marked: string): Fixture {
  let text = '';
  let done = 0;
  let cursor: number | undefined;
  const open: number[] = [];
  const ranges: Span[] = [];
  for (const match of marked.matchAll(MARKER)) {
    text += marked.slice(done, match.index);
    done = match.index + match[0].length;
    if (match[0] === '$0') cursor = text.length;
    else if (match[0] === '⟦') open.push(text.length);
    else {
      const start = open.pop();
      if (start === undefined) throw new Error('A fixture closes a range that it did not open.');
      ranges.push({ start, end: text.length });
    }
  }
  if (open.length > 0) throw new Error('A fixture opens a range that it does not close.');
  text += marked.slice(done);
  return {
    text,
    get cursor() {
      if (cursor === undefined) throw new Error('A fixture without `$0` has no cursor.');
      return cursor;
    },
    ranges: ranges.sort((a, b) => a.start - b.start),
  };
}

/** The two ways to end lines, for `describe.each`: each position test runs with both. */
export const lineEnds: readonly [name: string, convert: (text: string) => string][] = [
  ['LF', (text) => text],
  ['CRLF', (text) => text.replace(/\r?\n/g, '\r\n')],
];

/** The root of the datasets that {@link makeWorkspace} makes. */
export const ROOT = 'file:///dataset';

/** A workspace over files given by name (relative to {@link ROOT}), markers taken out, checked. Today is 2025-10-31. */
export function makeWorkspace(files: Readonly<Record<string, string>>, rules: readonly Rule[]): Workspace {
  const workspace = new Workspace({
    root: ROOT,
    registry: registry(),
    rules,
    settings: { rules: {}, today: parseEdtf('2025-10-31')! },
  });
  workspace.apply(
    Object.entries(files).map(([name, text]) => ({ uri: `${ROOT}/${name}`, text: parseFixture(text).text })),
  );
  workspace.check();
  return workspace;
}
