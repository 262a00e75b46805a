/** What features make of texts that are written in any way, and broken: refactorings, formatting, renames, completion. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit as LspEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import { parseAllDocuments } from 'yaml';
import { completions } from '../../../server/features/completion/index.ts';
import { fileRename } from '../../../server/features/file-rename.ts';
import { formatting, rangesFormatting } from '../../../server/features/formatting.ts';
import { linkedEditing } from '../../../server/features/linked-editing.ts';
import { onTypeFormatting } from '../../../server/features/on-type-formatting.ts';
import { refactorActions, sortKeysInFile } from '../../../server/features/refactors/index.ts';
import { rename } from '../../../server/features/rename.ts';
import { isRefusal } from '../../../server/rules/support/renaming/refusal.ts';
import { expandSnippet } from '../../features/completion/support.ts';
import { ABLE } from '../../features/refactors/support.ts';
import { changesOf, type Editor, openEditor } from '../../support/editor.ts';
import { ROOT } from '../../support/fixture.ts';
import { share } from '../../support/share.ts';
import { edit, edited } from '../text-edits.ts';
import { records } from '../text-samples.ts';
import { dress, dressed } from './dressing.ts';
import { harmOf, read } from './judge.ts';

/** What edits may change: what they touch, aliases of that as well, nothing that the text says, or the order of keys alone. */
type Bounds = 'touched' | 'aliases' | 'nothing' | 'order';

const URI = `${ROOT}/a.yaml`;
const REFERRER = 'kind: chairmanship\nid: chair\norganization: ots\nstate: KAZ\nfrom: 2025\n';

const sound = fc.tuple(fc.constantFrom(...records), dress).map(([text, way]) => dressed(text, way));
const broken = fc
  .tuple(sound, fc.array(edit, { minLength: 1, maxLength: 3 }))
  .map(([text, edits]) => edits.reduce(edited, text));
const place = fc.tuple(fc.oneof({ weight: 3, arbitrary: sound }, { weight: 1, arbitrary: broken }), share);
const NAMES = [
  'new-id',
  'NEW',
  'XAB',
  'yes',
  '1e3',
  '2025',
  '007',
  '~',
  'null',
  '-',
  '<<',
  'a: b',
  '# c',
  '*x',
  '&x',
  "it's",
];
const HOSTILE = ['__proto__', 'constructor', '../../etc/passwd', 'a\nb', '🙂', '\u202e', "'", '"', 'a'.repeat(300), ''];
const name = fc.constantFrom(...NAMES, ...HOSTILE);

function open(text: string): Editor {
  return openEditor({ 'a.yaml': text, 'b.yaml': REFERRER });
}

/** The text after edits by another's hand, which refuses those that overlap, and what they may have changed. */
function expectWithin(bounds: Bounds, before: string, edits: readonly LspEdit[], what: string): string {
  const document = TextDocument.create(URI, 'yaml', 1, before);
  const after = TextDocument.applyEdits(document, [...edits]);
  const told = `${what}\n${before}\n=>\n${after}`;
  const spans = edits.map(({ range, newText }) => ({
    span: { start: document.offsetAt(range.start), end: document.offsetAt(range.end) },
    text: newText,
  }));
  expect(harmOf(before, spans, after, bounds !== 'touched'), told).toEqual([]);
  if ((bounds === 'nothing' || bounds === 'order') && read(before).mistakes.length === 0) {
    expect(valuesOf(after, bounds === 'order'), told).toEqual(valuesOf(before, bounds === 'order'));
    expect(commentsOf(after), told).toEqual(commentsOf(before));
  }
  return after;
}

function expectAllWithin(bounds: Bounds, { workspace }: Editor, edit: WorkspaceEdit | undefined, what: string): void {
  for (const [uri, edits] of Object.entries(changesOf(edit))) {
    const before = workspace.textOf(uri);
    if (before !== undefined) expectWithin(bounds, before, edits, what);
  }
}

/** What all documents of a file say, with keys of any sort, in their order unless `isSorted`. */
function valuesOf(text: string, isSorted: boolean): unknown[] {
  const documents = parseAllDocuments(text, { logLevel: 'silent' });
  return (Array.isArray(documents) ? documents : []).map((document) =>
    plain(document.toJS({ mapAsMap: true }), isSorted),
  );
}

function plain(value: unknown, isSorted: boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => plain(item, isSorted));
  if (!(value instanceof Map)) return value instanceof Uint8Array ? [...value] : value;
  const pairs = [...value].map(
    ([key, inner]) => [JSON.stringify(plain(key, isSorted)), plain(inner, isSorted)] as const,
  );
  return isSorted ? pairs.sort(([a], [b]) => (a < b ? -1 : 1)) : pairs;
}

function commentsOf(text: string): string[] {
  const comments = read(text).marks.filter(({ type }) => type === 'comment');
  return comments.map(({ meaning }) => meaning).sort();
}

const STYLE = /^refactor\.rewrite\.(?:blockStyle|flowStyle|quotes)$/;
describe('at any place of any text', { timeout: 300_000 }, () => {
  it('a refactoring changes nothing that it is not about', () => {
    fc.assert(
      fc.property(place, share, ([text, at], length) => {
        const editor = open(text);
        const start = Math.floor(at * text.length);
        const end = length < 0.5 ? start : Math.min(text.length, start + Math.floor(length * 60));
        const range = editor.converter.fileRange(URI, { start, end });
        for (const { kind, title, edit } of refactorActions(
          editor.workspace,
          URI,
          range,
          editor.converter,
          ABLE,
          () => true,
        )) {
          const bounds = STYLE.test(kind!) ? 'nothing' : kind === 'refactor.rewrite.sortKeys' ? 'order' : 'touched';
          expectAllWithin(bounds, editor, edit, title);
        }
        for (const { edit, title } of sortKeysInFile(editor.workspace, URI, editor.converter)) {
          expectAllWithin('order', editor, edit, title);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('formatting changes no value and no comment, and is done after one time', () => {
    const tidying = fc.record({
      trimTrailingWhitespace: fc.boolean(),
      insertFinalNewline: fc.boolean(),
      trimFinalNewlines: fc.boolean(),
    });
    fc.assert(
      fc.property(place, share, tidying, fc.boolean(), ([text, at], length, options, sortsKeys) => {
        const { workspace, converter } = open(text);
        const edits = formatting(workspace, URI, converter, options, sortsKeys);
        const after = expectWithin(sortsKeys ? 'order' : 'nothing', text, edits, 'formatting');
        const again = open(after);
        expect(formatting(again.workspace, URI, again.converter, options, sortsKeys), after).toEqual([]);
        const start = Math.floor(at * text.length);
        const range = converter.fileRange(URI, { start, end: Math.min(text.length, start + Math.floor(length * 200)) });
        expectWithin('nothing', text, rangesFormatting(workspace, URI, converter, [range]), 'formatting of a part');
      }),
      { numRuns: 60 },
    );
  });

  it('indentation while typing touches nothing but the blanks before a line', () => {
    fc.assert(
      fc.property(place, fc.constantFrom('\n', ' '), ([text, at], typed) => {
        const start = Math.floor(at * text.length);
        const now = text.slice(0, start) + typed + text.slice(start);
        const { workspace, converter } = open(now);
        for (const { range, newText } of onTypeFormatting(workspace, URI, start + 1, typed, converter)) {
          const line = converter.offset(URI, range.start);
          expect(now.slice(0, line)).toMatch(/(?:^|\n)$/);
          expect(now.slice(line, converter.offset(URI, range.end)) + newText).toMatch(/^[ \t]*$/);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('a rename changes names, and aliases of them', () => {
    fc.assert(
      fc.property(place, name, ([text, at], wanted) => {
        const editor = open(text);
        const { workspace, converter } = editor;
        const offset = Math.floor(at * text.length);
        for (const offered of [offset, text.indexOf('id: ') + 5, text.indexOf('&') + 1]) {
          const answer = rename(workspace, URI, offered, wanted, converter, { renamesFiles: true });
          if (!isRefusal(answer)) expectAllWithin('aliases', editor, answer, `rename to ${wanted}`);
        }
        const newUri = `${ROOT}/${encodeURIComponent(wanted)}.yaml`;
        expectAllWithin('aliases', editor, fileRename(workspace, [{ oldUri: URI, newUri }], converter), newUri);
        const linked = linkedEditing(workspace, URI, text.indexOf('&') + 1, converter);
        const typed = (linked?.ranges ?? []).map((range) => ({ range, newText: 'another' }));
        expectWithin('nothing', text, typed, 'linked editing');
      }),
      { numRuns: 80 },
    );
  });

  it('a choice of completion changes nothing but what is being typed', () => {
    fc.assert(
      fc.property(place, fc.nat(), ([text, at], choice) => {
        // What is typed into a text that cannot be read may be one more mistake.
        if (read(text).mistakes.length > 0) return;
        const { workspace, converter } = open(text);
        const { items } = completions(workspace, URI, Math.floor(at * text.length));
        const item = items[choice % items.length];
        if (!item) return;
        const written = item.isSnippet ? expandSnippet(item.newText) : item.newText;
        expectWithin('aliases', text, converter.textEdits(URI, [{ span: item.span, text: written }]), item.label);
      }),
      { numRuns: 150 },
    );
  });
});
