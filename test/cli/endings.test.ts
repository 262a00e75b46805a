/** How commands end when something is in their way: a plain line on standard error, the right exit code, nothing half-done. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../sources/folder.ts';
import { cliCommand, type Ended, type RunOptions, run, start, useCli } from './support.ts';

useCli();

const SUMMIT = 'kind: summit\nid: a\nname: A summit\norganization: ots\nstatus: held\ndate: 2025-10-07\n';
const MANIFEST = "dataset: Talks\ntoday: '2025-10-31'\nrules: { uncited: off }\n";
const talks = (files = {}) => makeFolder({ 'initiatives.yaml': MANIFEST, 'a.yaml': SUMMIT, ...files });

/** A function of Node that says where it is, and never comes back. */
const waitIn = (name: string) => `
  setInterval(() => {}, 1000);
  require('node:fs').promises.${name} = () => {
    process.stderr.write('waiting');
    return new Promise(() => {});
  };
`;

/** Starts a command, sends a signal once it waits, and gives how it ends. */
async function interrupted(args: readonly string[], signal: NodeJS.Signals, options: RunOptions): Promise<Ended> {
  const child = start(args, options);
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk;
    if (stderr.startsWith('waiting')) child.kill(signal);
  });
  child.stdout.resume();
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, stdout: '', stderr };
}

describe.skipIf(process.platform === 'win32')('a signal', () => {
  const SIGNALS = [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const;

  it.each(SIGNALS)('%s ends reading with %i, and nothing is said', async (signal, code) => {
    const ended = await interrupted(['check'], signal, { cwd: talks(), preload: waitIn('realpath') });
    expect(ended).toEqual({ code, stdout: '', stderr: 'waiting' });
  });

  it.each(SIGNALS)('%s ends writing with %i, the old file as it was and no other there', async (signal, code) => {
    const cwd = talks({ 'a.svg': 'mine' });
    const before = readdirSync(cwd);
    const options = { cwd, preload: waitIn('rename') };
    const ended = await interrupted(['timeline', '-o', 'a.svg', '--force'], signal, options);
    expect(ended).toEqual({ code, stdout: '', stderr: 'waiting' });
    expect([readdirSync(cwd), readFileSync(join(cwd, 'a.svg'), 'utf8')]).toEqual([before, 'mine']);
  });

  it.each([
    ['a folder that is new', {}, ['export', '--format', 'csv', '-o', 'out']],
    ['a folder that is there', { 'out/summit.csv': 'id\n' }, ['export', '--format', 'csv', '-o', 'out', '--force']],
    ['a file', {}, ['export', '-o', 'out.ndjson']],
  ])('leaves an export to %s as it was', async (_, files, args) => {
    const cwd = talks(files);
    const contents = () => readdirSync(cwd, { recursive: true }).sort();
    const before = contents();
    const preload = `${waitIn('rename')} require('node:fs').promises.appendFile = require('node:fs').promises.rename;`;
    expect((await interrupted(args, 'SIGTERM', { cwd, preload })).code).toBe(143);
    expect(contents()).toEqual(before);
  });

  it('ends the wait for the reader of a pipe', async () => {
    const cwd = talks();
    execFileSync('mkfifo', [join(cwd, 'pipe')]);
    const preload = `
      const fs = require('node:fs/promises');
      const { open } = fs;
      fs.open = (path, ...rest) => {
        if (String(path).endsWith('pipe')) process.stderr.write('waiting');
        return open(path, ...rest);
      };
    `;
    const options = { cwd, preload };
    expect((await interrupted(['timeline', '-o', 'pipe', '--format', 'svg'], 'SIGINT', options)).code).toBe(130);
  });
});

describe('results', () => {
  it('that nobody reads to their end are no error', async () => {
    const child = start(['timeline', '-o', '-', '--format', 'svg'], { cwd: talks() });
    child.stdout.destroy();
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    expect([await new Promise((resolve) => child.on('close', resolve)), stderr]).toEqual([0, '']);
  });

  it('keep their exit code when nobody reads the messages', async () => {
    const child = start(['check', 'nope', 'neither'], { cwd: talks() });
    child.stderr.destroy();
    child.stdout.resume();
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(2);
  });

  const full = { code: 1, stderr: 'The results could not be written: ENOSPC: no space left on device.\n' };
  it.runIf(process.platform === 'linux').each([
    ['check', ['check'], full],
    ['check as JSON', ['check', '--format', 'json'], full],
    ['a picture', ['timeline', '-o', '-', '--format', 'svg'], full],
    ['help', ['--help'], full],
    [
      'a picture on a named device',
      ['timeline', '-o', '/dev/full', '--format', 'svg'],
      { ...full, stderr: full.stderr.replace('The results', '/dev/full') },
    ],
  ])('that do not fit are an error: %s', (_, args, ended) => {
    const { status, stderr } = spawnSync('sh', ['-c', '"$@" > /dev/full', 'sh', ...cliCommand(), ...args], {
      cwd: talks(),
      encoding: 'utf8',
    });
    expect({ code: status, stderr }).toEqual(ended);
  });

  it.skipIf(process.platform === 'win32')('go through a pipe that someone reads', async () => {
    const cwd = talks();
    execFileSync('mkfifo', [join(cwd, 'pipe')]);
    const ended = run(['timeline', '-o', 'pipe', '--format', 'svg', '--quiet'], { cwd });
    const read = execFileSync('cat', [join(cwd, 'pipe')], { encoding: 'utf8' });
    expect(await ended).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(read).toMatch(/^<\?xml .*<\/svg>\n$/s);
  });
});

describe('a fault of ours', () => {
  const SENTENCE = /^security-initiatives 1\.2\.3-test has a fault and cannot go on: this is broken\n/;
  const rejecting = `process.stdout.write = () => { throw new TypeError('this is broken'); };`;
  const throwing = (name: string) => `
    require('node:fs').promises.${name} = () => {
      setImmediate(() => { throw new TypeError('this is broken'); });
      return new Promise(() => {});
    };
  `;

  it.each([
    ['rejected', rejecting],
    ['thrown', throwing('realpath')],
  ])('that is %s is one sentence, and where to go with it', async (_, preload) => {
    const { code, stderr } = await run(['check'], { cwd: talks(), preload });
    expect(code).toBe(1);
    expect(stderr).toMatch(SENTENCE);
    expect(stderr).toContain('Please report it');
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('is shown with its place when someone looks for it', async () => {
    const options = { cwd: talks(), preload: rejecting, env: { SECURITY_INITIATIVES_DEBUG: '1' } };
    expect((await run(['check'], options)).stderr).toMatch(/^TypeError: this is broken\n\s+at /m);
  });

  it('leaves no half of a file', async () => {
    const cwd = talks();
    const before = readdirSync(cwd);
    const { code, stderr } = await run(['timeline', '-o', 'a.svg'], { cwd, preload: throwing('rename') });
    expect(code).toBe(1);
    expect(stderr).toMatch(SENTENCE);
    expect(readdirSync(cwd)).toEqual(before);
  });
});

describe('a place', () => {
  it.skipIf(process.platform === 'win32')('that is gone is told', () => {
    const leave = 'mkdir gone && cd gone && rmdir ../gone && exec "$@" 2>&1';
    const { status, stdout } = spawnSync('sh', ['-c', leave, 'sh', ...cliCommand(), 'check'], {
      cwd: makeFolder(),
      encoding: 'utf8',
    });
    expect([status, stdout]).toEqual([2, 'The current directory is not there any more: change to one that is.\n']);
  });

  it('without any variables is no hindrance', async () => {
    const preload = 'for (const name of Object.keys(process.env)) delete process.env[name];';
    expect((await run(['check'], { cwd: talks(), preload })).code).toBe(0);
  });
});

describe('files', () => {
  /** Node's reading, with something done to the file just before, which may open it, too. */
  const beforeReading = (name: string, does: string) => `
    const fs = require('node:fs');
    // A file is read at once, or in the pool of threads where the disk is slow.
    let isDoing = false;
    for (const reading of ['openSync', 'readFile']) {
      const read = fs[reading];
      fs[reading] = (path, ...rest) => {
        if (!isDoing && String(path).endsWith(${JSON.stringify(name)})) {
          isDoing = true;
          try { ${does} } finally { isDoing = false; }
        }
        return read(path, ...rest);
      };
    }
  `;

  it.each([
    ['check', []],
    ['format', []],
    ['stats', []],
    ['export', ['--format', 'json', '-o', 'out.json']],
    ['timeline', ['-o', 'out.svg']],
  ])('of 200 MB are told, and all others are read: %s', async (command, rest) => {
    const cwd = talks({ 'b.yaml': '' });
    // A hole in the file: it takes no room on the disk.
    truncateSync(join(cwd, 'b.yaml'), 200 * 1024 * 1024);
    const { code, stdout, stderr } = await run([command, ...rest], { cwd });
    expect([code, stderr]).toEqual([1, 'b.yaml is larger than 50 MB: split it into several files.\n']);
    expect(stdout).not.toBe('');
  });

  it('that vanish while others are read are told', async () => {
    const cwd = talks({ 'b.yaml': SUMMIT.replace('id: a', 'id: b') });
    const { code, stderr } = await run(['check'], { cwd, preload: beforeReading('b.yaml', 'fs.unlinkSync(path);') });
    expect([code, stderr]).toEqual([1, 'b.yaml is not there.\n']);
  });

  it.each([
    ['a lot', '60 * 1024 * 1024'],
    ['beyond what Node can hold', '3 * 1024 ** 3'],
  ])('that grow %s while others are read are too large', async (_, size) => {
    const cwd = talks({ 'b.yaml': SUMMIT.replace('id: a', 'id: b') });
    const preload = beforeReading('b.yaml', `fs.truncateSync(path, ${size});`);
    const { code, stderr } = await run(['check'], { cwd, preload });
    expect([code, stderr]).toEqual([1, 'b.yaml is larger than 50 MB: split it into several files.\n']);
  });

  it.each([
    ['with a mark, little end first', Buffer.from(`\ufeff${SUMMIT}`, 'utf16le')],
    ['with a mark, big end first', Buffer.from(`\ufeff${SUMMIT}`, 'utf16le').swap16()],
    ['without a mark, little end first', Buffer.from(SUMMIT, 'utf16le')],
    ['without a mark, big end first', Buffer.from(SUMMIT, 'utf16le').swap16()],
  ])('in UTF-16 %s are no records', async (_, bytes) => {
    const { code, stdout } = await run(['check'], { cwd: talks({ 'b.yaml': bytes }) });
    expect(code).toBe(1);
    expect(stdout).toContain('This file is not UTF-8 text: save it with the encoding UTF-8.');
  });

  it.skipIf(process.platform === 'win32')('cannot act upon the terminal by their names', async () => {
    const cwd = talks({ 'b\n\u001b[31m.yaml': SUMMIT, 'c.yaml': SUMMIT });
    const preload = beforeReading('.yaml', "throw Object.assign(new Error('EACCES'), { code: 'EACCES' });");
    const { code, stderr } = await run(['check', 'b\n\u001b[31m.yaml'], { cwd, preload });
    expect([code, stderr.split('\n')]).toEqual([
      1,
      expect.arrayContaining(['b\\u000a\\u001b[31m.yaml cannot be read: permission denied.']),
    ]);
    expect((await run(['check', '\u001b[2J.yaml'], { cwd })).stderr).toBe(
      'There is no file or folder \\u001b[2J.yaml.\n',
    );
  });

  it.skipIf(process.platform === 'win32')('that are none keep nothing waiting', async () => {
    const cwd = talks({ 'dir.yaml/b.yaml': SUMMIT.replace('id: a', 'id: b') });
    const make = (script: string) => execFileSync('sh', ['-c', script], { cwd });
    make(
      'mkfifo pipe.yaml && ln -s pipe.yaml link.yaml && ln -s /dev/zero zero.yaml && ln -s . circle && ln -s /dev dev',
    );
    const leadsOut =
      'dev is not read, as a link leads out of the dataset there: replace the link with what it leads to.\n';
    expect(await run(['check'], { cwd })).toMatchObject({
      code: 1,
      stdout: 'No problems in 3 files; 1 could not be read.\n',
      stderr: leadsOut,
    });
    for (const [name, reason] of [
      ['pipe.yaml', 'cannot be read: it is not a file.\n'],
      ['link.yaml', 'cannot be read: it is not a file.\n'],
      ['zero.yaml', leadsOut.slice('dev '.length)],
    ]) {
      const { code, stderr } = await run(['check', name!], { cwd });
      expect([code, stderr]).toEqual([1, `${leadsOut}${name} ${reason}`]);
    }
  });

  it.skipIf(process.platform === 'win32')('that links lead to in a circle are told', async () => {
    const cwd = talks();
    execFileSync('ln', ['-s', 'b.yaml', join(cwd, 'b.yaml')]);
    for (const args of [['check'], ['check', 'b.yaml']]) {
      const { code, stderr } = await run(args, { cwd });
      expect([code, stderr]).toEqual([1, 'b.yaml is a link that leads nowhere.\n']);
    }
  });

  it.runIf(process.platform === 'linux')('deeper than the system can name them are told, shortened', async () => {
    const cwd = talks();
    const name = 'd'.repeat(200);
    const nest = `for i in $(seq 25); do mkdir ${name} && cd -P ./${name} || exit; done`;
    execFileSync('sh', ['-c', nest], { cwd });
    const { code, stderr } = await run(['check'], { cwd });
    execFileSync('rm', ['-rf', join(cwd, name)]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^d+….*d cannot be read: ENAMETOOLONG: name too long\.\n$/);
    expect(stderr.length).toBeLessThan(500);
  });
});

describe('help', () => {
  it('has examples for every command', async () => {
    const { stdout } = await run(['--help']);
    const names = [...stdout.slice(stdout.indexOf('Commands:')).matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name!);
    expect(names).toContain('lsp');
    for (const name of names) {
      const help = await run([name, '--help']);
      expect(help).toMatchObject({ code: 0, stderr: '' });
      expect(help.stdout).toMatch(new RegExp(`^Examples:\\n {2}\\$ security-initiatives ${name}`, 'm'));
    }
  });
});

describe('--quiet', () => {
  it('leaves the file alone to tell that a timeline has been made', async () => {
    const cwd = talks();
    const ended = await run(['timeline', '-o', 'a.svg', '--quiet'], { cwd });
    expect(ended).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(readdirSync(cwd)).toContain('a.svg');
  });

  it('does not hide what is wrong', async () => {
    const cwd = talks();
    writeFileSync(join(cwd, 'a.svg'), 'mine');
    expect((await run(['timeline', '-o', 'a.svg', '--quiet'], { cwd })).stderr).toMatch(/is there already/);
  });
});
