/** Indentation while one types: the line that Enter begins, and the dash of a list, whatever the client does by itself. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { registryText } from '../../server/dataset/registry.ts';
import { documentStarts } from '../../server/dataset/yaml/yaml.ts';
import { onTypeFormatting } from '../../server/features/on-type-formatting.ts';
import { openEditor, textAfter } from '../support/editor.ts';
import { lineEnds, parseFixture } from '../support/fixture.ts';

/** The text after something was typed at the end of which the cursor stands. */
function afterTyping(marked: string, typed: string): string {
  const editor = openEditor({ 'a.yaml': marked });
  return textAfter(editor, onTypeFormatting(editor.workspace, editor.uri, editor.cursor, typed, editor.converter));
}

/** What clients do when Enter is pressed: nothing, keep the indentation, or indent in a way of their own. */
const clients = [
  () => '',
  (line: string) => /^ */.exec(line)![0],
  (line: string) => `${/^ */.exec(line)![0]}    `,
  () => '\t',
];

/** The line that Enter begins at the cursor, as `before|after` with the rest of what is there; the same for all clients. */
function afterEnter(marked: string): string {
  const { text, cursor } = parseFixture(marked);
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const above = text.slice(text.lastIndexOf('\n', cursor - 1) + 1, cursor);
  const rest = text.slice(cursor).replace(/^[ \t]+/, '');
  const outcomes = clients.map((indent) => {
    const head = text.slice(0, cursor) + lineEnd;
    const after = afterTyping(`${head}${indent(above)}$0${rest}`, '\n');
    expect(after.startsWith(head)).toBe(true);
    expect(after.endsWith(rest)).toBe(true);
    return after.slice(head.length, after.length - rest.length);
  });
  expect(new Set(outcomes).size, JSON.stringify(outcomes)).toBe(1);
  return `${outcomes[0]}|`;
}

const HEAD = '# Саммит 🙂\nkind: summit\n';

describe.each(lineEnds)('with %s', (_, convert) => {
  describe('Enter', () => {
    it.each([
      ['after a key goes in by two', 'place:$0\n', '  |'],
      ['after a key with a comment', 'place: # where$0\n', '  |'],
      ['after a key with an anchor', 'place: &x$0\n', '  |'],
      ['after a nested key', 'place:\n  city:$0\n', '    |'],
      ['after a key beside a dash', 'quotes:\n  - text:$0\n', '      |'],
      ['after a key in Cyrillic', 'место:\n  город:$0\n', '    |'],
      ['after a key in quotes', '"the place":$0\n', '  |'],
      ['before a value that was on the line', 'theme: $0text\n', '  |'],
      ['above entries that are there', 'place:$0\n   city: X\n', '   |'],
      ['above a list in the column of its key', 'topics:$0\n- energy\n', '|'],
      ['after a value stays', 'place:\n  city: X$0\n', '  |'],
      ['after a value on the line below its key', 'theme:\n  text$0\n', '|'],
      ['after a value of the record', 'host: AZE$0\nmode: hybrid\n', '|'],
      ['after an empty flow list', 'topics: []$0\n', '|'],
      ['after a value beside a dash stands below it', 'quotes:\n  - text: X$0\n', '    |'],
      ['after a value beside a distant dash', 'quotes:\n  -   text: X$0\n', '      |'],
      ['after a further value of an entry', 'quotes:\n  - text: X\n    lang: ru$0\n', '    |'],
      ['after an entry of a list stands below the dash', 'topics:\n  - energy$0\n', '  |'],
      ['after an entry of a list in the column of the key', 'topics:\n- energy$0\n', '|'],
      ['after an entry of a list in a list', 'x:\n  - - a$0\n', '    |'],
      ['after a dash goes in by two', 'topics:\n  -$0\n', '    |'],
      ['after a dash and a blank', 'topics:\n  - $0\n', '    |'],
      ['after a comment stays below it', 'place:\n    # where$0\n', '    |'],
      ['after a document mark', '---$0\nkind: state\n', '|'],
      ['after the header of a literal goes in by two', 'theme: |$0\n', '  |'],
      ['after the header of a folded text beside a dash', 'quotes:\n  - text: >-$0\n', '      |'],
      ['after the header of a text in a list', 'x:\n  - |$0\n', '    |'],
      ['above the text of a literal', 'theme: |$0\n     x\n', '     |'],
      ['in a literal stays', 'theme: |\n     x: y$0\n', '     |'],
      ['in a literal keeps what is further in', 'theme: |\n  x\n     - y$0\n', '     |'],
      ['in the middle of a line of a literal', 'theme: |\n  x $0y\n', '  |'],
      ['in a quoted text goes in by two', 'theme: "one $0two"\nhost: AZE\n', '  |'],
      ['in a further line of a quoted text stays', 'theme: "one\n    two $0three"\n', '    |'],
      ['after a quote that nobody closed stays', 'place:\n  city: "X$0\nhost: AZE\n', '  |'],
      ['in the middle of a plain text goes in by two', 'place:\n  city: one $0two\n', '    |'],
      ['between two entries on one line stays', 'host: AZE$0 mode: hybrid\n', '|'],
      ['after an opening bracket goes in by two', 'topics: [$0\n', '  |'],
      ['between brackets', 'topics: [$0]\n', '|'],
      ['between brackets beside a dash', 'quotes:\n  - {$0}\n', '    |'],
      ['after a bracket beside a dash', 'quotes:\n  - {$0\n', '      |'],
      ['in a flow map stays', 'place: {\n    city: X,$0\n', '    |'],
      ['in a flow list on the line of its key', 'topics: [energy,$0\n', '  |'],
      ['in flow collections in one another', 'x: {\n  a: [$0\n', '    |'],
      ['after a closed one in another', 'x: {\n  a: [\n    1\n  ],$0\n', '  |'],
      ['after brackets that open side by side', 'x: [{$0\n', '    |'],
      ['after the last bracket stays with the key', 'place: {\n  city: X\n  }$0\n', '|'],
      ['after the last bracket beside a dash', 'quotes:\n  - {\n      text: X\n    }$0\n', '  |'],
      ['after a bracket that nobody closed, above', 'topics: [a\nplace:\n  city: X$0\n', '  |'],
      ['after an entry below a bracket that nobody closed', 'topics: [a\nhost: AZE$0\n', '|'],
      ['after a hash and brackets that are text', 'theme: "# [{"$0\n', '|'],
      ['below a quote that nobody closed', 'quotes:\n  - text: "X\n    lang: ru$0\n    speaker: x\n', '    |'],
    ])('%s', (_name, marked, line) => expect(afterEnter(convert(HEAD + marked))).toBe(line));
  });

  describe('Enter leaves the line as the client has it', () => {
    it.each([
      ['below an empty line', 'place:\n\n   $0\n'],
      ['below a line of blanks', 'place:\n  \n$0\n'],
      ['below a further line of a plain text', 'theme: one\n    two\n $0\n'],
      ['below a word that is no entry', 'plac\n   $0\n'],
      ['within a comment', 'host: AZE # so\n   $0far\n'],
      ['below a key over several lines', '? a\n   $0\n'],
    ])('%s', (_name, marked) => {
      const { text } = parseFixture(convert(HEAD + marked));
      expect(afterTyping(convert(HEAD + marked), '\n')).toBe(text);
    });

    it('in a document that is no record', () => {
      expect(afterTyping(convert('x:\n$0\n'), '\n')).toBe(convert('x:\n\n'));
    });
  });

  describe('a dash', () => {
    it.each([
      ['goes in by two below its key', 'topics:\n- $0\n', 'topics:\n  - \n'],
      ['comes back to two', 'topics:\n     - $0x\n', 'topics:\n  - x\n'],
      ['below a key beside a dash', 'x:\n  - y:\n    - $0\n', 'x:\n  - y:\n      - \n'],
      ['below a key with a comment', 'topics: # c\n  # d\n\n- $0\n', 'topics: # c\n  # d\n\n  - \n'],
      ['moves to the column of its list', 'topics:\n    - a\n  - $0\n', 'topics:\n    - a\n    - \n'],
      [
        'moves to its list from the column of the key',
        'topics:\n  - a: 1\n    b: 2\n- $0\n',
        'topics:\n  - a: 1\n    b: 2\n  - \n',
      ],
      ['goes in by two below a map', 'place:\n  city: X\ntopics:\n- $0\n', 'place:\n  city: X\ntopics:\n  - \n'],
      ['moves to the last column that its list had', 'x:\n    - a\n  - b\n- $0\n', 'x:\n    - a\n  - b\n  - \n'],
      ['moves out to its list', 'topics:\n  - a\n   - $0\n', 'topics:\n  - a\n  - \n'],
      ['stays in a list in the column of the key', 'topics:\n- a\n- $0\n', 'topics:\n- a\n- \n'],
      ['moves to such a list', 'topics:\n- a\n  - $0\n', 'topics:\n- a\n- \n'],
      ['stays in its list below a key without a value', 'x:\n  - a:\n  - $0\n', 'x:\n  - a:\n  - \n'],
      ['above entries that are there', 'topics:\n- $0\n    - b\n', 'topics:\n    - \n    - b\n'],
      ['in a list in a list', 'x:\n  -\n     - $0\n', 'x:\n  -\n    - \n'],
      ['stays where a map goes on below a list', 'x:\n  -\n  a:\n- $0\n', 'x:\n  -\n  a:\n- \n'],
      ['stays where a map goes on below several', 'x:\n  -\n  -\n  a:\n- $0\n', 'x:\n  -\n  -\n  a:\n- \n'],
      ['stays where a value is complete', 'host: AZE\n  - $0\n', 'host: AZE\n  - \n'],
      ['is text in a literal', 'theme: |\n  x\n   - $0\n', 'theme: |\n  x\n   - \n'],
      ['ends a literal', 'x:\n  - |\n    y\n - $0\n', 'x:\n  - |\n    y\n  - \n'],
      ['is text in quotes', 'theme: "x\n   - $0"\n', 'theme: "x\n   - "\n'],
      ['is left alone where it is no first word', 'topics:\na - $0\n', 'topics:\na - \n'],
    ])('%s', (_name, marked, after) => {
      expect(afterTyping(convert(HEAD + marked), ' ')).toBe(convert(HEAD + after));
    });
  });
});

describe('typing', () => {
  it('in a text of the registry, which nobody can change, does nothing', () => {
    const { workspace, converter } = openEditor({ 'a.yaml': '$0' });
    const uri = 'security-initiatives-registry:/organizations/ots.yaml';
    const text = registryText(uri)!;
    const dash = text.indexOf('\n  - ') + 5;
    expect(dash).toBeGreaterThan(5);
    for (const typed of ['\n', ' ']) expect(onTypeFormatting(workspace, uri, dash, typed, converter)).toEqual([]);
  });

  const SAMPLES = new URL('../../samples/eurasia/', import.meta.url);
  const samples = readdirSync(SAMPLES, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => readFileSync(new URL(name, SAMPLES), 'utf8'))
    .filter((text) => documentStarts(text).length === 1)
    .filter((_, index) => index % 4 === 0);

  it('of the samples, line by line, gets what belongs to a key two blanks in, and leaves each dash in its place', () => {
    for (const text of samples) {
      const lines = text.split('\n');
      for (const [index, line] of lines.entries()) {
        const above = lines.slice(0, index).join('\n');
        if (!above.startsWith('kind') || line === '' || lines[index - 1] === '') continue;
        const indent = /^ */.exec(line)![0];
        const isInner = /:$|[|>]-?$/.test(lines[index - 1]!) && indent !== '';
        if (isInner) expect(afterEnter(`${above}$0`), `${above}\n${line}`).toBe(`${indent}|`);
        if (/^ *- /.test(line)) {
          const typed = `${above}\n${indent}- `;
          expect(afterTyping(`${typed}$0`, ' ')).toBe(typed);
        }
      }
    }
  });

  it('never fails, whatever the text, and changes nothing but the indentation of its line', () => {
    const part = fc.constantFrom(
      '\n',
      '\n  ',
      '\n    ',
      '- ',
      'a: ',
      'b:',
      '# c',
      '|',
      '"',
      "'",
      '{',
      '}',
      '[',
      ']',
      ',',
      '&a ',
      '*a',
      '? ',
      '\t',
      '---\n',
      'ё🙂',
      '\r\n',
    );
    const text = fc.array(part, { maxLength: 20 }).map((parts) => `kind: state\n${parts.join('')}`);
    fc.assert(
      fc.property(text, text, fc.constantFrom('\n', '- '), (head, tail, typed) => {
        const marked = `${head}${typed}$0${tail}`;
        const before = parseFixture(marked).text;
        const after = afterTyping(marked, typed.at(-1)!);
        const line = before.lastIndexOf('\n', head.length + typed.length - 1) + 1;
        expect(after.slice(0, line)).toBe(before.slice(0, line));
        expect(after.slice(line).trimStart()).toBe(before.slice(line).trimStart());
      }),
      { numRuns: 1000 },
    );
  });
});
