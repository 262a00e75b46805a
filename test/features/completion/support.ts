/** Completion as a person meets it: a text with `$0`, a choice by label, and the text that comes of it. */
import { expect } from 'vitest';
import { applyEdits } from '../../../server/dataset/text.ts';
import type { Workspace } from '../../../server/dataset/workspace.ts';
import { type CompletionItem, type CompletionResult, completions } from '../../../server/features/completion/index.ts';
import { lineEnds, makeWorkspace, parseFixture, ROOT } from '../../support/fixture.ts';

/** A list of completions and the text it was asked for. */
export interface Asked extends CompletionResult {
  readonly text: string;
  readonly cursor: number;
  readonly labels: readonly string[];
  /** The item with a label. @throws when there is none. */
  item(label: string): CompletionItem;
  /** The text after choosing the item with a label, tab stops filled with what they suggest. */
  choose(label: string): string;
}

/** A few records that most stories refer to. */
export const world: Readonly<Record<string, string>> = {
  'summits/ots-summit-2025-gabala.yaml': `kind: summit
id: ots-summit-2025-gabala
name: 12th Summit of the Council of Heads of State of the OTS
aliases: [Gabala summit, Саммит в Габале]
organization: ots
status: held
date: 2025-10-07
host: AZE
`,
  'summits/csto-csc-2024-astana.yaml': `kind: summit
id: csto-csc-2024-astana
name: Session of the CSTO Collective Security Council in Astana
organization: csto
status: held
date: { value: 2024-11-28, stated: 2024-11-24, basis: resolved, note: TASS has 24 November }
`,
  'persons/sadyr-japarov.yaml': `kind: person
id: sadyr-japarov
name: Sadyr Japarov
names:
  - { text: Садыр Жапаров, lang: ky, type: official }
aliases: [Zhaparov]
`,
};

/** Asks for completions in a file beside the records of the world, or beside others. */
export function ask(
  marked: string,
  { file = 'draft.yaml', files = world, convert = (text: string) => text } = {},
): Asked {
  const { text, cursor } = parseFixture(convert(marked));
  return askIn(makeWorkspace({ ...files, [file]: text }, []), `${ROOT}/${file}`, cursor);
}

/** Asks for completions at an offset of a file that a workspace has. */
export function askIn(workspace: Workspace, uri: string, cursor: number): Asked {
  const text = workspace.textOf(uri) ?? '';
  const result = completions(workspace, uri, cursor);
  const item = (label: string): CompletionItem => {
    const found = result.items.find((candidate) => candidate.label === label);
    if (!found) throw new Error(`There is no "${label}" among: ${result.items.map((one) => one.label).join(', ')}`);
    return found;
  };
  return {
    ...result,
    text,
    cursor,
    labels: result.items.map(({ label }) => label),
    item,
    choose: (label) => apply(text, item(label)),
  };
}

/** The text with an item put in, as an editor does that adds nothing of its own. */
export function apply(text: string, { span, newText, isSnippet }: CompletionItem): string {
  return applyEdits(text, [{ span, text: isSnippet ? expandSnippet(newText) : newText }]);
}

/** A snippet as it looks before anyone types into it: placeholders as they are, the first of each choice. */
export function expandSnippet(snippet: string): string {
  let out = '';
  for (let at = 0; at < snippet.length; at++) {
    const rest = snippet.slice(at);
    const stop = /^\$(?:\d+|\{\d+\})/.exec(rest);
    const choice = /^\$\{\d+\|((?:\\.|[^|\\])*)\|\}/.exec(rest);
    const placeholder = /^\$\{\d+:((?:\\.|[^}\\])*)\}/.exec(rest);
    if (snippet[at] === '\\') out += snippet[++at] ?? '';
    else if (stop) at += stop[0].length - 1;
    else if (choice) {
      out += choice[1]!.split(/(?<!\\),/)[0]!.replace(/\\(.)/g, '$1');
      at += choice[0].length - 1;
    } else if (placeholder) {
      out += placeholder[1]!.replace(/\\(.)/g, '$1');
      at += placeholder[0].length - 1;
    } else out += snippet[at];
  }
  return out;
}

/** Each story is told four times: with both line ends, and below a document full of letters that are not ASCII. */
export const twins: readonly [name: string, convert: (text: string) => string][] = lineEnds.flatMap(
  ([name, convert]): [string, (text: string) => string][] => [
    [name, convert],
    [
      `${name}, below other letters`,
      (text) => convert(`# Совет 🙂\nkind: person\nname: Садыр Жапаров 🙂\n---\n${text}`),
    ],
  ],
);

/** Holds that choosing `label` in `before` gives `after`, in all four twins, and that every item is sound and would be shown. */
export function expectChoice(before: string, label: string, after: string, options: { file?: string } = {}): void {
  for (const [name, convert] of twins) {
    const asked = ask(before, { ...options, convert });
    expectSound(asked);
    expectShown(asked, label);
    expect(asked.choose(label), name).toBe(convert(after));
  }
}

/** Holds that nothing is offered at the cursor, in all four twins. */
export function expectNothing(before: string): void {
  for (const [name, convert] of twins) expect(ask(before, { convert }).labels, name).toEqual([]);
}

/** Holds that an item would survive the editor's own filter, which takes the letters typed for a subsequence. */
export function expectShown(asked: Asked, label: string): void {
  const { span, filterText } = asked.item(label);
  const word = asked.text.slice(span.start, asked.cursor).trimStart().toLowerCase();
  const target = (filterText ?? label).toLowerCase();
  let at = 0;
  for (const letter of word) {
    at = target.indexOf(letter, at) + 1;
    expect(at, `"${word}" hides ${label}, which is filtered by "${target}"`).toBeGreaterThan(0);
  }
}

/** Holds what every item must keep to: its span lies on the cursor's line and ends no earlier than the cursor. */
export function expectSound({ text, cursor, items }: Asked): void {
  for (const { span, label } of items) {
    expect(span.start <= cursor && cursor <= span.end, `${label} does not hold the cursor`).toBe(true);
    expect(text.slice(span.start, span.end), `${label} replaces more than one line`).not.toMatch(/[\r\n]/);
  }
  expect(new Set(items.map(({ sortText }) => sortText)).size).toBe(items.length);
}
