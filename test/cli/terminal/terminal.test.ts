/** What people see: colours, progress, and how the command ends when nobody looks any more. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { colorsFor, ProgressBar } from '../../../server/cli/terminal/terminal.ts';
import { makeFolder } from '../../sources/folder.ts';
import { run, start, useCli } from '../support.ts';

useCli();

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
