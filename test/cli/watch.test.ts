/** `check --watch`: a real process over real files, which says what is wrong now whenever something has changed. */
import type { ChildProcess } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeFolder } from '../sources/folder.ts';
import { GitFolder } from './git-folder.ts';
import { type RunOptions, run, start, useCli } from './support.ts';

useCli();

const MANIFEST = 'dataset: D\nrules: { id-file-mismatch: off }\n';
const person = (id: string, state: string) =>
  `kind: person\nid: ${id}\nname: Person ${id}\noffices:\n  - { title: President, state: ${state} }\n`;

/** A process that goes on checking, and what it has said. */
class Watching {
  readonly child: ChildProcess;
  stdout = '';
  stderr = '';
  #seen = 0;
  #heard: () => void = () => {};

  constructor(args: readonly string[], options: RunOptions) {
    const child = start(['check', '--watch', ...args], options);
    this.child = child;
    child.stdout.setEncoding('utf8').on('data', (text) => {
      this.stdout += text;
      this.#heard();
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      this.stderr += text;
      this.#heard();
    });
    onTestFinished(() => void child.kill('SIGKILL'));
  }

  /** Waits until standard output, from the end of what was waited for before, has a text; gives what stands until its end. */
  async until(text: string): Promise<string> {
    for (;;) {
      const rest = this.stdout.slice(this.#seen);
      const place = rest.indexOf(text);
      if (place >= 0) {
        const end = place + text.length;
        this.#seen += end;
        return rest.slice(0, end);
      }
      await this.#more();
    }
  }

  async untilSaid(text: string): Promise<void> {
    while (!this.stderr.includes(text)) await this.#more();
  }

  /** Interrupts it as the keyboard does; gives its exit code. */
  interrupt(): Promise<number | null> {
    const end = new Promise<number | null>((resolve) => this.child.on('close', resolve));
    this.child.kill('SIGINT');
    return end;
  }

  #more(): Promise<void> {
    return new Promise((resolve) => {
      this.#heard = resolve;
    });
  }
}

describe('a change', () => {
  it('to a file is seen, in it and in what refers to it, until someone ends it', async () => {
    const cwd = makeFolder({
      'initiatives.yaml': MANIFEST,
      'a.yaml': person('a', 'XAA'),
      'b.yaml': person('b', 'KAZ'),
    });
    const watching = new Watching([], { cwd });
    expect(await watching.until('of 3 files\n')).toMatch(/^a\.yaml\n.*XAA/);
    await watching.untilSaid('Watching for changes; Ctrl-C ends it.\n');
    writeFileSync(join(cwd, 'b.yaml'), 'kind: state\nid: XAA\nname: Somewhere\n');
    await watching.until('No problems in 3 files.\n');
    writeFileSync(join(cwd, 'b.yaml'), 'kind: state\nid: XBB\nname: Somewhere\n');
    expect(await watching.until('1 error in 1 of 3 files\n')).toContain('a.yaml');
    expect(await watching.interrupt()).toBe(130);
    expect(watching.stdout.slice(-24)).toBe('1 error in 1 of 3 files\n');
  });

  it('may be a file that comes, goes or is moved, with its folder or without', async () => {
    const cwd = makeFolder({ 'initiatives.yaml': MANIFEST, 'data/a.yaml': person('a', 'KAZ') });
    const elsewhere = makeFolder({ 'c.yaml': person('c', 'XQQ'), 'deep/er/d.yaml': person('d', 'XQQ') });
    const watching = new Watching([], { cwd });
    await watching.until('No problems in 2 files.\n');
    writeFileSync(join(cwd, 'data/b.yaml'), person('b', 'XQQ'));
    await watching.until('1 error in 1 of 3 files\n');
    rmSync(join(cwd, 'data/b.yaml'));
    await watching.until('No problems in 2 files.\n');
    cpSync(elsewhere, join(cwd, 'new'), { recursive: true });
    await watching.until('2 errors in 2 of 4 files\n');
    appendFileSync(join(cwd, 'new/deep/er/d.yaml'), '---\n');
    appendFileSync(join(cwd, 'new/deep/er/d.yaml'), person('e', 'XQQ'));
    await watching.until('3 errors in 2 of 4 files\n');
    renameSync(join(cwd, 'new'), join(cwd, 'newer'));
    expect(await watching.until('3 errors in 2 of 4 files\n')).toContain('newer/deep/er/d.yaml');
    writeFileSync(join(cwd, 'newer/deep/er/d.yaml'), person('d', 'KAZ'));
    await watching.until('1 error in 1 of 4 files\n');
    rmSync(join(cwd, 'newer'), { recursive: true });
    await watching.until('No problems in 2 files.\n');
  });

  it('may be one to the manifest, which may come and go', async () => {
    const cwd = makeFolder({ 'data/a.yaml': person('a', 'XQQ'), 'b.yaml': person('b', 'XQQ') });
    const watching = new Watching([], { cwd });
    await watching.until('2 errors in 2 of 2 files\n');
    writeFileSync(join(cwd, 'initiatives.yaml'), `${MANIFEST}records: data/*.yaml\n`);
    await watching.until('1 error in 1 of 2 files\n');
    writeFileSync(join(cwd, 'initiatives.yaml'), 'dataset: D\nrules: { unknown-reference: warning }\n');
    await watching.until('2 warnings in 2 of 3 files\n');
    rmSync(join(cwd, 'initiatives.yaml'));
    await watching.until('2 errors in 2 of 2 files\n');
  });

  it('may be one to a stored copy of a source', async () => {
    const cwd = makeFolder({
      'initiatives.yaml': MANIFEST,
      'a.yaml': 'kind: person\nid: a\nname: A\ncitations: [{ source: report, quote: We will train peacekeepers }]\n',
      'report.yaml': 'kind: source\nid: report\npublisher: P\ntext: texts/report.txt\n',
      'texts/report.txt': 'We will train peacekeepers',
    });
    const watching = new Watching([], { cwd });
    await watching.until('No problems in 3 files.\n');
    writeFileSync(join(cwd, 'texts/report.txt'), 'We will train nobody');
    expect(await watching.until(' in 1 of 3 files\n')).toContain('quote-not-found');
  });

  it('of many files at once gives one report', async () => {
    const names = Array.from({ length: 40 }, (_, index) => `f${index}`);
    const folder = GitFolder.make({ 'initiatives.yaml': MANIFEST, 'data/keep.yaml': person('keep', 'KAZ') });
    folder.git('switch', '--quiet', '--create', 'broken');
    folder.commit(Object.fromEntries(names.map((name) => [`data/${name}/${name}.yaml`, person(name, 'XQQ')])));
    const watching = new Watching([], { cwd: folder.path });
    await watching.until('40 errors in 40 of 42 files\n');
    folder.git('switch', '--quiet', 'main');
    await watching.until('No problems in 2 files.\n');
    folder.git('switch', '--quiet', 'broken');
    await watching.until('40 errors in 40 of 42 files\n');
    writeFileSync(join(folder.path, 'data/f7/f7.yaml'), person('f7', 'KAZ'));
    await watching.until('39 errors in 39 of 42 files\n');
  });

  it('that changes nothing gives no report', async () => {
    const cwd = makeFolder({ 'a.yaml': person('a', 'XQQ'), 'notes.txt': '' });
    const watching = new Watching([], { cwd });
    await watching.until('1 error in 1 of 1 file\n');
    writeFileSync(join(cwd, 'notes.txt'), 'Not a record.');
    writeFileSync(join(cwd, '.hidden.yaml'), person('b', 'XQQ'));
    utimesSync(join(cwd, 'a.yaml'), 1, 1);
    writeFileSync(join(cwd, 'a.yaml'), person('a', 'XQQ'));
    writeFileSync(join(cwd, 'b.yaml'), person('b', 'XQQ'));
    expect(await watching.until('2 errors in 2 of 2 files\n')).toMatch(/^a\.yaml\n.*\nb\.yaml\n/s);
    expect(watching.stdout.match(/errors? in/g)).toHaveLength(2);
  });
});

describe('what is watched', () => {
  it('is the whole dataset of what was named, and that alone is shown', async () => {
    const cwd = makeFolder({
      'initiatives.yaml': MANIFEST,
      'one/a.yaml': person('a', 'XAA'),
      'two/b.yaml': person('b', 'XQQ'),
    });
    const watching = new Watching(['one/a.yaml'], { cwd });
    await watching.until('1 error in 1 of 1 file\n');
    writeFileSync(join(cwd, 'two/s.yaml'), 'kind: state\nid: XAA\nname: Somewhere\n');
    await watching.until('No problems in 1 file.\n');
  });

  it('is a single file without a dataset, and waits for it to come back', async () => {
    const cwd = makeFolder({ 'a.yaml': person('a', 'XAA') });
    const watching = new Watching(['a.yaml'], { cwd });
    await watching.until('1 error in 1 of 1 file\n');
    rmSync(join(cwd, 'a.yaml'));
    await watching.untilSaid('There is no file or folder a.yaml.\n');
    writeFileSync(join(cwd, 'a.yaml'), person('a', 'KAZ'));
    await watching.until('No problems in 1 file.\n');
  });

  it('may be a folder that is made anew, in one that is, too', async () => {
    const cwd = makeFolder({ 'x/data/a.yaml': person('a', 'XAA') });
    const watching = new Watching(['x/data'], { cwd });
    await watching.until('1 error in 1 of 1 file\n');
    rmSync(join(cwd, 'x'), { recursive: true });
    await watching.until('Nothing was checked.\n');
    mkdirSync(join(cwd, 'x/data'), { recursive: true });
    writeFileSync(join(cwd, 'x/data/b.yaml'), person('b', 'KAZ'));
    await watching.until('No problems in 1 file.\n');
    writeFileSync(join(cwd, 'x/data/b.yaml'), person('b', 'XQQ'));
    await watching.until('1 error in 1 of 1 file\n');
  });

  it.skipIf(process.platform === 'win32')('is what a link leads to', async () => {
    const cwd = makeFolder({ 'initiatives.yaml': MANIFEST, '.store/a.yaml': person('a', 'KAZ') });
    symlinkSync('.store', join(cwd, 'link'));
    const watching = new Watching([], { cwd });
    await watching.until('No problems in 2 files.\n');
    writeFileSync(join(cwd, '.store/a.yaml'), person('a', 'XQQ'));
    expect(await watching.until('1 error in 1 of 2 files\n')).toContain('link/a.yaml');
  });

  it('may be what has changed, which becomes more', async () => {
    const folder = GitFolder.make({ 'a.yaml': person('a', 'XQQ'), 'b.yaml': person('b', 'XQQ') });
    const watching = new Watching(['--changed'], { cwd: folder.path });
    await watching.until('Nothing was checked.\n');
    appendFileSync(join(folder.path, 'a.yaml'), 'note: New\n');
    await watching.until('1 error in 1 of 1 file\n');
    appendFileSync(join(folder.path, 'b.yaml'), 'note: New\n');
    await watching.until('2 errors in 2 of 2 files\n');
  });
});

describe('the process', () => {
  it('ends when nobody reads any more, with the code of what it said last', async () => {
    const cwd = makeFolder({ 'a.yaml': person('a', 'XQQ') });
    const { child, ...watching } = new Watching([], { cwd });
    expect(watching.stdout).toBe('');
    const end = new Promise((resolve) => child.on('close', resolve));
    child.stderr?.once('data', () => {
      child.stdout?.destroy();
      writeFileSync(join(cwd, 'b.yaml'), person('b', 'XQQ'));
    });
    expect(await end).toBe(1);
  });

  it('clears a screen and says the time there, and leaves a dumb one alone', async () => {
    const cwd = makeFolder({ 'a.yaml': person('a', 'XQQ') });
    const preload = 'process.stdout.isTTY = true;';
    const watching = new Watching([], { cwd, preload, env: { TERM: 'xterm', NO_COLOR: '1' } });
    expect((await watching.until('1 error in 1 of 1 file')).startsWith('\u001b[2J\u001b[Ha.yaml\n')).toBe(true);
    await watching.untilSaid('Watching for changes');
    expect(watching.stderr).toMatch(/^\d\d:\d\d:\d\d Watching for changes; Ctrl-C ends it\.\n$/);
    const dumb = new Watching([], { cwd, preload, env: { TERM: 'dumb', NO_COLOR: '1' } });
    expect(await dumb.until('1 error in 1 of 1 file')).toMatch(/^a\.yaml\n/);
    await dumb.untilSaid('Watching for changes');
    expect(dumb.stderr).toBe('Watching for changes; Ctrl-C ends it.\n');
  });

  it('writes every format as a whole each time, and nothing else to standard output', async () => {
    const cwd = makeFolder({ 'a.yaml': person('a', 'XQQ') });
    const watching = new Watching(['--format', 'json', '--quiet'], { cwd });
    expect(JSON.parse(await watching.until('\n]\n'))).toHaveLength(1);
    writeFileSync(join(cwd, 'a.yaml'), person('a', 'KAZ'));
    expect(JSON.parse(await watching.until(']\n'))).toEqual([]);
    expect(watching.stderr).toBe('');
  });

  it('says that the system lets no more be watched', async () => {
    const preload = `
      const fs = require('node:fs');
      fs.watch = () => { throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' }); };
    `;
    const { code, stderr } = await run(['check', '--watch'], { cwd: makeFolder({ 'a.yaml': '' }), preload });
    expect(code).toBe(1);
    expect(stderr).toMatch(/The system lets no more folders be watched: name fewer, or raise its limit/);
  });

  it.each([
    [['--fix'], /cannot be used with/],
    [['--shard', '1/2'], /cannot be used with/],
    [['nope'], /^There is no file or folder nope\.\n$/],
    [['--changed'], /in no working tree of git/],
  ])('is misused by %j', async (args, message) => {
    const { code, stdout, stderr } = await run(['check', '--watch', ...args], { cwd: makeFolder({ 'a.yaml': '' }) });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
  });
});
