/** What every command that writes leaves behind where it cannot write: all as it was, nothing half-done, and a plain line. */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  constants,
  copyFileSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { cliCommand, type Ended, run, useCli } from '../cli/support.ts';
import { isRoot, makeFolder } from '../sources/folder.ts';

useCli();

/** So long that no file of the dataset can be written within {@link LIMIT}. */
const COMMENT = `${'# a long comment that makes the file larger than what may be written\n'.repeat(80)}`;
/** What one process may write to a file, in blocks of 512 bytes. */
const LIMIT = 2;

const SUMMIT = 'kind: summit\nid: a\nname: A summit\norganization: ots\nstatus: held\ndate: 2025-10-07\n';
const DATASET = {
  'initiatives.yaml': "dataset: Talks\ntoday: '2025-10-31'\nrules: { uncited: off }\n",
  // To be formatted, and with something certain to be fixed.
  'a.yaml': `${COMMENT}kind: summit\nid: a   \nname: A summit\norganization: OTS\nstatus: held\ndate: 2025-10-07\n`,
  'b.yaml': `${COMMENT}${SUMMIT.replace('id: a', 'id: b').replace('A summit', 'Another summit')}`,
  'old.svg': 'my old picture',
  'old.ndjson': 'my old export',
  'out/summit.csv': 'my old table\n',
  'out/person.csv': 'my old people\n',
};

const COMMANDS: readonly (readonly [string, readonly string[]])[] = [
  ['format', ['format']],
  ['check --fix', ['check', '--fix']],
  ['timeline', ['timeline', '-o', 'new.svg']],
  ['timeline over an old file', ['timeline', '-o', 'old.svg', '--force']],
  ['timeline as a page', ['timeline', '-o', 'new.html']],
  ['export to a file', ['export', '-o', 'new.ndjson']],
  ['export over an old file', ['export', '-o', 'old.ndjson', '--force']],
  ['export to a folder', ['export', '--format', 'csv', '-o', 'tables']],
  ['export over an old folder', ['export', '--format', 'csv', '-o', 'out', '--force']],
];
/** These write less than a limit of the system can forbid. */
const SMALL: typeof COMMANDS = [
  ['new', ['new', 'person', '--name', 'A Person']],
  ['init', ['init', 'fresh']],
  ['init over an old dataset', ['init', '.', '--force']],
];

/** Every file and folder with its content. */
function contents(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    names.map((name) => {
      const path = join(folder, name);
      return [name, lstatSync(path).isDirectory() ? 'a folder' : readFileSync(path, 'utf8')];
    }),
  );
}

/** Everything is as it was, the command says why in one line for each thing it could not write, and no stack is shown. */
function expectCalm({ code, stderr }: Ended, reason: RegExp): void {
  const lines = stderr.split('\n').filter((line) => / could not be written: /.test(line));
  expect(lines.length, stderr).toBeGreaterThan(0);
  for (const line of lines) expect(line).toMatch(reason);
  expect(stderr).not.toMatch(/^\s+at |has a fault/m);
  expect(code).toBe(1);
}

/** Runs the command line by a shell that does something first. */
function runIn(cwd: string, before: string, args: readonly string[]): Ended {
  return runBy(['sh', '-c', `${before} "$@"`, 'sh', ...cliCommand()], cwd, args);
}

function runBy([program, ...first]: readonly string[], cwd: string, args: readonly string[], as: object = {}): Ended {
  const { status, stdout, stderr } = spawnSync(program!, [...first, ...args], { cwd, encoding: 'utf8', ...as });
  return { code: status, stdout, stderr };
}

describe.skipIf(process.platform === 'win32')('where no more may be written', () => {
  it.each(COMMANDS)('%s leaves all as it was', (_, args) => {
    const cwd = makeFolder(DATASET);
    const before = contents(cwd);
    expectCalm(runIn(cwd, `ulimit -f ${LIMIT};`, args), /^\S+ could not be written: EFBIG: file too large\.$/);
    expect(contents(cwd)).toEqual(before);
  });
});

/** A disk of its own of some kilobytes; `undefined` where we may not make one. */
function smallDisk(kilobytes: number): string | undefined {
  const folder = makeFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'none', folder], { stdio: 'ignore' });
  } catch {
    // Only who may mount can have one; the limit above stands for it elsewhere.
    return undefined;
  }
  onTestFinished(() => void execFileSync('umount', [folder]));
  return folder;
}

describe('on a disk that is full', () => {
  it.each([...COMMANDS, ...SMALL])('%s leaves all as it was', (_, args) => {
    const cwd = smallDisk(256);
    if (cwd === undefined) return;
    for (const [name, text] of Object.entries(DATASET)) {
      mkdirSync(dirname(join(cwd, name)), { recursive: true });
      writeFileSync(join(cwd, name), text);
    }
    fill(cwd);
    const before = contents(cwd);
    expectCalm(runIn(cwd, '', args), /^\S+ could not be written: ENOSPC: no space left on device\.$/);
    expect(contents(cwd)).toEqual(before);
  });
});

/** Writes until nothing more fits. */
function fill(folder: string): void {
  for (let length = 1 << 16; length >= 1; length >>= 1) {
    for (let fits = true; fits; ) {
      try {
        writeFileSync(join(folder, 'ballast'), 'x'.repeat(length), { flag: 'a' });
      } catch {
        // It is full for pieces of this length.
        fits = false;
      }
    }
  }
}

describe.skipIf(process.platform === 'win32')('where permission is denied', () => {
  /** With a copy of Node, as the folder that it is in may be closed to other users. */
  let command: readonly string[];

  beforeAll(() => {
    const [node, script] = cliCommand();
    const folder = mkdtempSync(join(tmpdir(), 'initiatives-node-'));
    const copy = join(folder, 'node');
    copyFileSync(node, copy, constants.COPYFILE_FICLONE);
    chmodSync(folder, 0o755);
    command = [copy, script!];
    return () => rmSync(folder, { recursive: true });
  });

  it.each([...COMMANDS, ...SMALL])('%s leaves all as it was', (name, args) => {
    const cwd = makeFolder(DATASET);
    const before = contents(cwd);
    const folders = [cwd, join(cwd, 'out')];
    for (const folder of folders) chmodSync(folder, 0o555);
    onTestFinished(() => {
      for (const folder of folders) chmodSync(folder, 0o755);
    });
    // No permission holds back the one user who may be another.
    const ended = runBy(command, cwd, args, isRoot ? { uid: 65534, gid: 65534 } : {});
    expectCalm(ended, /^\S+ could not be written: EACCES: permission denied\.$/);
    expect(contents(cwd), name).toEqual(before);
  });
});

/** Has calls of Node's fail as those of a disk that goes bad do; `from` is the first call that does, counted from 1. */
const failing = (names: readonly string[], code: string, from = 1) => `
  const fs = require('node:fs');
  let calls = 0;
  const fails = (path) => {
    if (++calls < ${from}) return undefined;
    return Object.assign(new Error('${code}: the disk is going bad, call ' + path), { code: '${code}' });
  };
  for (const name of ${JSON.stringify(names)}) {
    for (const [holder, how] of [[fs, 'callback'], [fs, 'sync'], [fs.promises, 'promise']]) {
      const key = how === 'sync' ? name + 'Sync' : name;
      const original = holder[key];
      if (!original) continue;
      holder[key] = (...args) => {
        const error = fails(String(args[0]));
        if (!error) return original(...args);
        if (how === 'sync') throw error;
        if (how === 'promise') return Promise.reject(error);
        args.at(-1)(error);
      };
    }
  }
`;

describe('a disk that goes bad', () => {
  it.each([...COMMANDS, ...SMALL])('when a file gets its name: %s', async (_, args) => {
    const cwd = makeFolder(DATASET);
    const before = contents(cwd);
    expectCalm(await run(args, { cwd, preload: failing(['rename'], 'EIO') }), /^\S+ could not be written: EIO: /);
    expect(contents(cwd)).toEqual(before);
  });

  it.each([
    ['an export over an old folder', ['export', '--format', 'csv', '-o', 'out', '--force'], 3],
    ['an export over an old folder, its old files gone', ['export', '--format', 'csv', '-o', 'out', '--force'], 4],
    ['an init over an old dataset', ['init', '.', '--force'], 2],
    ['an init over an old dataset, some files made', ['init', '.', '--force'], 5],
  ])('amid %s', async (_, args, from) => {
    const cwd = makeFolder(DATASET);
    const before = contents(cwd);
    // What is taken back is renamed, too: that one call alone fails.
    const preload = failing(['rename'], 'EIO', from).replace(`++calls < ${from}`, `++calls !== ${from}`);
    expectCalm(await run(args, { cwd, preload }), /^\S+ could not be written: EIO: /);
    expect(contents(cwd)).toEqual(before);
  });

  it.each([COMMANDS[0]!, COMMANDS[1]!, COMMANDS[3]!, COMMANDS[6]!])(
    'when all has been written and is to be kept: %s',
    async (_, args) => {
      const cwd = makeFolder(DATASET);
      const before = contents(cwd);
      expectCalm(await run(args, { cwd, preload: failing(['fsync'], 'ENOSPC') }), /could not be written: ENOSPC: /);
      expect(contents(cwd)).toEqual(before);
    },
  );
});
