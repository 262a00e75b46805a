/** What people see: the pretty form, colours, progress, and how the command ends when nobody looks any more. */
import { createColors } from 'picocolors';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { formatPretty } from '../../server/cli/reports/pretty.ts';
import type { FileRows, Row } from '../../server/cli/results.ts';
import { colorsFor, ProgressBar } from '../../server/cli/terminal.ts';
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
  const record = (terminal: { isTTY: boolean; columns?: number }, environment = {}) => {
    const written: string[] = [];
    const stream = { ...terminal, write: (text: string) => written.push(text) > 0 };
    return { written, bar: new ProgressBar(stream as ConstructorParameters<typeof ProgressBar>[0], environment) };
  };
  /** What is on the terminal after some time of work, from the left margin to the cleared rest of the line. */
  const shown = (columns: number | undefined, read: number, all: number) => {
    const { written, bar } = record({ isTTY: true, ...(columns !== undefined && { columns }) });
    bar.begin();
    vi.advanceTimersByTime(1000);
    bar.update(read, all);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what clears a line.
    return /^\r(.*)\u001b\[K$/.exec(written.join(''))?.[1];
  };
  beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
  afterEach(() => void vi.useRealTimers());

  it('is shown when work takes a while, now and then, and taken away', () => {
    const { written, bar } = record({ isTTY: true, columns: 60 });
    bar.begin();
    bar.update(1, 9);
    expect(written).toEqual([]);
    vi.advanceTimersByTime(1000);
    bar.update(5, 9);
    bar.update(6, 9);
    expect(written).toHaveLength(1);
    vi.advanceTimersByTime(100);
    bar.update(7, 9);
    expect(written).toHaveLength(2);
    bar.clear();
    bar.clear();
    expect(written.slice(2)).toEqual(['\r\u001b[K']);
  });

  it('is hidden where no person watches, or the terminal cannot take it away', () => {
    for (const { written, bar } of [record({ isTTY: false }), record({ isTTY: true }, { TERM: 'dumb' })]) {
      bar.begin();
      vi.advanceTimersByTime(1000);
      bar.update(5, 9);
      bar.clear();
      expect(written).toEqual([]);
    }
  });

  it.each([
    [80, 0, 10000, 'Reading [                                        ]     0 of 10000 files'],
    [80, 5000, 10000, 'Reading [===================>                    ]  5000 of 10000 files'],
    [80, 10000, 10000, 'Reading [========================================] 10000 of 10000 files'],
    [undefined, 1, 4, 'Reading [=========>                              ] 1 of 4 files'],
    [50, 5000, 10000, 'Reading [========>         ]  5000 of 10000 files'],
    [40, 5000, 10000, 'Reading  5000 of 10000 files'],
    [25, 5000, 10000, ' 5000 of 10000 files'],
    [10, 5000, 10000, '50%'],
    [2, 5000, 10000, ''],
    [80, 0, 0, 'Reading [========================================] 0 of 0 files'],
  ])('fits into %s columns: %i of %i', (columns, read, all, text) => {
    expect(shown(columns, read, all)).toBe(text);
    expect(text.length).toBeLessThan(columns ?? 80);
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
