/** What people see: the pretty form, colours, progress, and how the command ends when nobody looks any more. */
import { createColors } from 'picocolors';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { formatPretty } from '../../server/cli/reports/pretty.ts';
import type { FileRows, Row } from '../../server/cli/results.ts';
import { colorsFor, ProgressLine } from '../../server/cli/terminal.ts';
import { makeFolder } from '../sources/folder.ts';
import { run, start, useCli } from './support.ts';

useCli();

/** The report without colours. */
function pretty(files: readonly FileRows[]): string {
  return formatPretty({ files, unread: [] }, { colors: createColors(false), quiet: false, version: '1' });
}

function row(line: number, column: number, endLine: number, endColumn: number, changes: Partial<Row> = {}): Row {
  return {
    file: 'a.yaml',
    line,
    column,
    endLine,
    endColumn,
    rule: 'some-rule',
    severity: 'error',
    message: 'Wrong.',
    ...changes,
  };
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
    const evil = '\u001b[2J\u202e\u0007';
    const rows = [row(1, 1, 1, 2, { message: `Not ${evil}.` })];
    const text = pretty([{ file: evil, text: `a: ${evil}`, rows }]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there.
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  });
});

describe('colours', () => {
  it.each([
    [true, {}, true],
    [false, {}, false],
    [false, { CI: 'true' }, false],
    [true, { TERM: 'dumb' }, false],
    [true, { NO_COLOR: '1' }, false],
    [true, { NO_COLOR: '' }, true],
    [false, { FORCE_COLOR: '1' }, true],
    [true, { FORCE_COLOR: '0' }, false],
    [true, { FORCE_COLOR: '1', NO_COLOR: '1' }, true],
  ])('terminal %s, %j: %s', (isTTY, environment, colored) => {
    expect(colorsFor({ isTTY }, environment).isColorSupported).toBe(colored);
  });

  it('obeys FORCE_COLOR in a pipe', async () => {
    const cwd = makeFolder({ 'a.yaml': 'kind: person\nid: a\nname: A\n' });
    expect((await run(['check'], { cwd, env: { FORCE_COLOR: '1' } })).stdout).toContain('\u001b[32mNo problems');
  });
});

describe('progress', () => {
  const record = (isTTY: boolean) => {
    const written: string[] = [];
    const stream = { isTTY, write: (text: string) => written.push(text) > 0 };
    return { written, line: new ProgressLine(stream as unknown as ConstructorParameters<typeof ProgressLine>[0]) };
  };
  beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
  afterEach(() => void vi.useRealTimers());

  it('is shown on a terminal only, and taken away', () => {
    const { written, line } = record(true);
    line.update(1, 9);
    expect(written).toEqual([]);
    vi.advanceTimersByTime(1000);
    line.update(5, 9);
    line.clear();
    line.clear();
    expect(written).toEqual(['\r\u001b[KRead 5 of 9 files', '\r\u001b[K']);
    const piped = record(false);
    vi.advanceTimersByTime(1000);
    piped.line.update(5, 9);
    piped.line.clear();
    expect(piped.written).toEqual([]);
  });
});

describe('the end', () => {
  it('does not crash when nobody reads the results', async () => {
    const broken = Array.from({ length: 2000 }, () => 'kind: person\nidd: x\n').join('---\n');
    const child = start(['check'], { cwd: makeFolder({ 'a.yaml': broken }) });
    child.stdout.destroy();
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect([code, stderr]).toEqual([1, '']);
  });

  it.skipIf(process.platform === 'win32')('is 130 when interrupted from the keyboard', async () => {
    const preload = `
      setInterval(() => {}, 1000);
      require('node:fs').promises.realpath = () => {
        process.stderr.write('waiting');
        return new Promise(() => {});
      };
    `;
    const child = start(['check'], { cwd: makeFolder({ 'a.yaml': '' }), preload });
    child.stderr.once('data', () => child.kill('SIGINT'));
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(130);
  });
});
