/** The pretty form: places, carets and counts, whatever the texts hold. */
import { describe, expect, it } from 'vitest';
import { formatPretty } from '../../../server/cli/reports/pretty.ts';
import type { FileRows, Row } from '../../../server/cli/reports/results.ts';
import { makeFolder } from '../../sources/folder.ts';
import { run, useCli } from '../support.ts';
import { findings, inFile, row, SURROUNDINGS } from './findings.ts';

useCli();

/** The report without colours. */
function pretty(files: readonly FileRows[]): string {
  return formatPretty(findings(files), SURROUNDINGS);
}

/** The excerpt of one problem: the line and what stands below it. */
function excerpt(text: string, place: Row): string[] {
  return pretty([{ file: 'a.yaml', text, rows: [place] }])
    .split('\n')
    .slice(2, 4);
}

describe('the pretty form', () => {
  it('groups by file, underlines and counts', async () => {
    const cwd = makeFolder({
      'a.yaml': 'kind: person\nid: a\nname: A\noffices:\n  - { title: President, state: KAZX }\n',
      'b.yaml': 'kind: person\r\nid: b\r\nname: "B\r\n',
      'c.yaml': 'kind: person\nid: c\nname: C\n',
    });
    const { code, stdout, stderr } = await run(['check'], { cwd });
    expect([code, stderr]).toEqual([1, '']);
    expect(stdout).toMatchInlineSnapshot(`
      "a.yaml
        5:32  error  There is no state with the id \`KAZX\`. Did you mean \`KAZ\`?  unknown-reference
          5 |   - { title: President, state: KAZX }
            |                                ^^^^

      b.yaml
        3:7  error  This double quote is not closed: add \`"\` at the end of the text it opens.  yaml-syntax
          3 | name: "B
            |       ^

      2 errors in 2 of 3 files
      "
    `);
  });

  it('counts each severity, and files with problems among all', () => {
    const results = [
      {
        file: 'a.yaml',
        text: 'a: b',
        rows: [row(1, 1, 1, 2), row(1, 1, 1, 2), row(1, 4, 1, 5, { severity: 'warning' })],
      },
      { file: 'b.yaml', text: 'a: b', rows: [row(1, 1, 1, 2, { severity: 'hint' })] },
      { file: 'c.yaml', text: '', rows: [] },
    ];
    expect(pretty(results).split('\n').at(-2)).toBe('2 errors, 1 warning, 1 hint in 2 of 3 files');
    expect(pretty([results[2]!])).toBe('No problems in 1 file.\n');
  });

  it('puts carets under tabs, wide characters, marks that take no room, and characters of two code units', () => {
    expect(excerpt('a:\tx', row(1, 4, 1, 5))).toEqual(['    1 | a:\tx', '      |   \t^']);
    expect(excerpt('名: 日本', row(1, 4, 1, 6))).toEqual(['    1 | 名: 日本', '      |     ^^^^']);
    expect(excerpt('😀: x', row(1, 5, 1, 6))).toEqual(['    1 | 😀: x', '      |     ^']);
    expect(excerpt('e\u0301: x', row(1, 5, 1, 6))).toEqual(['    1 | e\u0301: x', '      |    ^']);
  });

  it('shows one caret where there is nothing to underline, and the first line of several', () => {
    expect(excerpt('a:', row(1, 3, 1, 3))).toEqual(['    1 | a:', '      |   ^']);
    expect(excerpt('a: |\n  b\n  c\n', row(1, 4, 3, 4))).toEqual(['    1 | a: |', '      |    ^']);
  });

  it('cuts long lines around what they are about', () => {
    const [line = '', carets = ''] = excerpt(`${'x'.repeat(500)}WRONG${'y'.repeat(500)}`, row(1, 501, 1, 506));
    expect(line.length).toBeLessThan(180);
    expect(carets.indexOf('^')).toBe(line.indexOf('WRONG'));
    expect(carets.lastIndexOf('^')).toBe(line.indexOf('WRONG') + 4);
  });

  it('lets no text of a file act upon the terminal', () => {
    const evil = '\u001b[2J\u202e\u061c\u0007';
    const rows = [row(1, 1, 1, 2, { message: `Not ${evil}.` })];
    const text = pretty([{ file: evil, text: `a: ${evil}`, rows }]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there.
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u061c\u202e]/);
  });

  it('puts carets under emoji of several parts, tabs within, and never cuts a character in two', () => {
    expect(excerpt('👩‍💻🇰🇿: x', row(1, 11, 1, 12))).toEqual(['    1 | 👩‍💻🇰🇿: x', '      |      ^']);
    expect(excerpt('a: b\tc d', row(1, 4, 1, 7))).toEqual(['    1 | a: b\tc d', '      |    ^\t^']);
    expect(excerpt('\t- x', row(1, 1, 1, 2))).toEqual(['    1 | \t- x', '      | ^']);
    const faces = '😀'.repeat(200);
    const [line = ''] = excerpt(`x${faces}`, row(1, 202, 1, 204));
    expect(line).not.toMatch(/\p{Surrogate}|\ufffd/u);
    const [odd = ''] = excerpt(faces, row(1, 202, 1, 203));
    expect(odd).not.toMatch(/^ {4}1 \| …?\p{Surrogate}|\p{Surrogate}…?$/u);
  });

  it('names the places that explain a problem, and what --fix would do', () => {
    const related = [{ file: 'b.yaml', line: 3, column: 5, endLine: 3, endColumn: 9, message: 'The other one.' }];
    const fix = { title: 'Write it so', edits: [] };
    const rows = [row(10, 1, 10, 2, { related }), row(10, 1, 10, 2, { fix: () => fix })];
    expect(pretty([inFile('a.yaml', `${'\n'.repeat(9)}a: b\n`, rows)])).toMatchInlineSnapshot(`
      "a.yaml
        10:1  error  Wrong.  some-rule
          10 | a: b
             | ^
             = b.yaml:3:5: The other one.
        10:1  error  Wrong.  some-rule
          10 | a: b
             | ^

      2 errors in 1 of 1 file
      1 can be fixed with --fix.
      "
    `);
  });

  it('says in the last line what could not be read', () => {
    const unread = [{ file: 'b.yaml', message: 'b.yaml is not there.' }];
    const last = (files: readonly FileRows[]) => formatPretty(findings(files, unread), SURROUNDINGS).split('\n').at(-2);
    expect(last([])).toBe('Nothing was checked; 1 could not be read.');
    expect(last([inFile('a.yaml', 'a', [])])).toBe('No problems in 1 file; 1 could not be read.');
    expect(last([inFile('a.yaml', 'a', [row(1, 1, 1, 2)])])).toBe('1 error in 1 of 1 file; 1 could not be read');
  });
});
