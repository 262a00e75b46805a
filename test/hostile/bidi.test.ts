/** Marks that turn the direction of writing: wherever in a record one stands it is shown, and can be removed where that is safe. */
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../server/dataset/text.ts';
import { rules } from '../../server/rules/index.ts';
import { makeWorkspace, ROOT } from '../support/fixture.ts';

const HEAD = 'kind: person\nid: a\nname: A\n';
const URI = `${ROOT}/a.yaml`;
const OVERRIDE = '\u202e';

/** The problems whose range has a mark in it. */
const told = (text: string, mark: string) =>
  makeWorkspace({ 'a.yaml': text }, rules)
    .problemsOf(URI)
    .filter(({ span, document }) => document.yaml.text.slice(span.start, span.end).includes(mark));

describe.each(
  [...'\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u200e\u200f\u061c'].map((mark) => [
    mark.codePointAt(0)!.toString(16),
    mark,
  ]),
)('the mark U+%s', (_, mark) => {
  it.each([
    ['a comment', `${HEAD}# not${mark} a b\n`],
    ['a comment behind a value', `${HEAD}note: b # not${mark} a b\n`],
    ['a comment before the record', `# ${mark}a\n${HEAD}`],
    ['a comment behind the record', `${HEAD}# ${mark}a`],
    ['a value', `${HEAD}note: a${mark}b\n`],
    ['a value in quotes', `${HEAD}note: "a ${mark} # b"\n`],
    ['a block of text', `${HEAD}note: |\n  a ${mark} b\n  c\n`],
    ['a key', `${HEAD}no${mark}te: a\n`],
    ['a key in quotes', `${HEAD}"no${mark}te": a\n`],
    ['a value from a list', `kind: organization\nid: a\nname: A\ntype: for${mark}um\n`],
    ['an id', `kind: person\nid: a${mark}b\nname: A\n`],
    ['a reference', `${HEAD}offices:\n  - { title: x, state: KA${mark}Z }\n`],
    ['a date', `${HEAD}offices:\n  - { title: x, state: KAZ, from: 2025-${mark}01 }\n`],
  ])('is shown in %s', (_where, text) => {
    expect(told(text, mark).length).toBeGreaterThan(0);
  });

  it('goes from comments and values, and nothing else does', () => {
    const text = `${HEAD}note: a${mark}b # c${mark}d\n`;
    const edits = told(text, mark).flatMap(({ fixes }) => fixes()[0]!.edits);
    expect(applyEdits(text, edits)).toBe(`${HEAD}note: ab # cd\n`);
  });
});

describe('marks for the direction of writing', () => {
  it('are shown in the name of an anchor, where no fix would leave its aliases whole', () => {
    const [problem, ...others] = told(`${HEAD}note: &a${OVERRIDE}b x\naliases: [b]\n`, OVERRIDE);
    expect([problem?.rule, problem?.fixes(), others]).toEqual(['mixed-script', [], []]);
  });

  it('are shown in a manifest', () => {
    const files = { 'initiatives.yaml': `dataset: a # b${OVERRIDE}c\n` };
    expect(makeWorkspace(files, rules).problemsOf(`${ROOT}/initiatives.yaml`)).toHaveLength(1);
  });

  it.each([
    ['a mark after a Hebrew word', 'note: "\u05d0\u05d1\u200f (x) \u05d2"\n'],
    ['a word in another direction, closed again', 'note: "\u05d0\u05d1 \u2066x (y)\u2069 \u05d2"\n'],
    ['one in another', 'note: "\u05d0 \u2067\u202ax\u202c\u2069"\n'],
    ['a comment in Arabic', 'note: a # \u0646\u0635\u200f (x)\n'],
  ])('are none where a text that runs from the right needs them: %s', (_, line) => {
    expect(makeWorkspace({ 'a.yaml': HEAD + line }, rules).problemsOf(URI)).toEqual([]);
  });

  it.each([
    ['a word that is never closed', 'note: "\u05d0\u05d1 \u2066x (y) \u05d2"\n', '\u2066'],
    ['one that the line before has closed', 'note: |\n  \u05d0 \u2067x\n  y\u2069\n', '\u2067'],
    ['one that is closed as something else', 'note: "\u05d0\u05d1 \u202bx\u2069"\n', '\u202b'],
    ['letters turned round', 'note: "\u05d0\u202e\u05d1\u202c"\n', OVERRIDE],
    ['a comment in Arabic', 'note: a # \u0646\u0635 \u202b(x)\n', '\u202b'],
  ])('are shown where they reach further than such a text needs: %s', (_, line, mark) => {
    expect(told(HEAD + line, mark)).toHaveLength(1);
  });
});
