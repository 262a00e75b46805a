/** What VS Code does on Enter by itself: the same as the server would, so that neither takes back what the other did. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { onTypeFormatting } from '../../server/features/on-type-formatting.ts';
import { openEditor } from '../support/editor.ts';
import { parseFixture } from '../support/fixture.ts';

interface Rule {
  readonly beforeText: string;
  readonly afterText?: string;
  readonly action: { readonly indent: string; readonly appendText?: string };
}

const path = new URL('../../client/language-configuration.json', import.meta.url);
const { onEnterRules } = JSON.parse(readFileSync(path, 'utf8')) as {
  onEnterRules: readonly Rule[];
};

/** The indentation that VS Code gives a new line: by the first rule that fits, else that of the line above. */
function indentation(marked: string): number {
  const { text, cursor } = parseFixture(marked);
  const before = text.slice(text.lastIndexOf('\n', cursor - 1) + 1, cursor);
  const after = text.slice(cursor, text.indexOf('\n', cursor));
  const rule = onEnterRules.find(
    ({ beforeText, afterText }) => new RegExp(beforeText).test(before) && new RegExp(afterText ?? '').test(after),
  );
  // Blanks rather than an indentation of the editor's, which may be set to any width.
  if (rule) expect(rule.action.indent).toBe('none');
  return /^ */.exec(before)![0].length + (rule?.action.appendText?.length ?? 0);
}

describe('Enter', () => {
  it.each([
    ['after a key', 'place:$0\n', 2],
    ['after a key and blanks', 'place:  $0\n', 2],
    ['after a key with a comment', 'place: # where$0\n', 2],
    ['after a key with an anchor', 'place: &x !!map$0\n', 2],
    ['after a key in quotes', '"the place: here":$0\n', 2],
    ['after a key in Cyrillic', 'место:\n  город:$0\n', 4],
    ['after the header of a literal', 'theme: |$0\n', 2],
    ['after a key beside a dash', 'quotes:\n  - text:$0\n', 6],
    ['after the header of a folded text beside a dash', 'quotes:\n  - text: >-$0\n', 6],
    ['after a key beside two dashes', 'x:\n  - - a:$0\n', 8],
    ['after a value', 'place:\n  city: X$0\n', 2],
    ['after a value with a colon', 'url: https://example.org/a:b$0\n', 0],
    ['after a value in quotes with a colon', "theme: 'a: b'$0\n", 0],
    ['after a value beside a dash', 'quotes:\n  - text: X$0\n', 4],
    ['after a value beside two dashes', 'x:\n  - - a: 1$0\n', 6],
    ['after a flow map beside a dash', 'x:\n  - { a: 1 }$0\n', 2],
    ['after a key with a flow map beside a dash', 'x:\n  - a: { b: 1 }$0\n', 4],
    ['after a further value of an entry', 'quotes:\n  - text: X\n    lang: ru$0\n', 4],
    ['after an entry of a list', 'topics:\n  - energy$0\n', 2],
    ['after an entry in quotes', 'topics:\n  - "a: b"$0\n', 2],
    ['after a dash', 'topics:\n  - $0\n', 4],
    ['after two dashes', 'topics:\n  - -$0\n', 6],
    ['after a dash with the header of a text', 'topics:\n  - >-$0\n', 4],
    ['after a document mark', '---$0\n', 0],
    ['after a comment like a key', 'place:\n  # city:$0\n', 2],
    ['after a comment at the end of a value', 'host: AZE # so: it says:$0\n', 0],
    ['after a comment beside a dash', 'quotes:\n  - text: X # so:$0\n', 4],
    ['after an opening bracket', 'topics: [$0\n', 2],
    ['after an opening bracket and a value', 'topics: [energy,$0\n', 2],
    ['after an opening bracket beside a dash', 'quotes:\n  - {$0\n', 6],
    ['after an opening bracket and a value beside a dash', 'quotes:\n  - text: [a,$0\n', 6],
    ['after a closed flow list', 'topics: [energy]$0\n', 0],
    ['within a flow map', 'place: {\n  city: X,$0\n', 2],
    ['in a quoted text', 'theme: "one $0two"\n', 2],
    ['in a quoted text beside a dash', 'x:\n  - a: "one $0two"\n', 6],
    ['in a quoted text of a list', 'x:\n  - "one $0two"\n', 4],
    ['in a plain text', 'theme: one $0two\n', 2],
    ['in a plain text beside a dash', 'x:\n  - a: one $0two\n', 6],
    ['in a plain text of a list', 'x:\n  - one $0two\n', 4],
    ['between two entries', 'host: AZE$0 mode: hybrid\n', 0],
  ] as const)('%s', (_name, marked, expected) => {
    const fixture = `kind: summit\n${marked}`;
    expect(indentation(fixture)).toBe(expected);
    const { text, cursor } = parseFixture(fixture);
    const line = `${text.slice(0, cursor)}\n${' '.repeat(expected)}$0${text.slice(cursor).trimStart()}`;
    const editor = openEditor({ 'a.yaml': line });
    expect(onTypeFormatting(editor.workspace, editor.uri, editor.cursor, '\n', editor.converter)).toEqual([]);
  });
});
