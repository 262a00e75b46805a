/** Listing and reading on a real disk. */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { filePath, fileUri, NodeFiles } from '../../server/sources/node-files.ts';
import type { FileSystem } from '../../server/sources/node-fs.ts';
import { MAX_BYTES, readEach } from '../../server/sources/source.ts';
import { isRoot, makeFolder } from './folder.ts';

/** What a listing finds, as paths from the folder. */
async function listed(folder: string, source = new NodeFiles()): Promise<string[]> {
  const { files, failures } = await source.list(fileUri(folder));
  expect(failures).toEqual([]);
  return files.map((uri) =>
    filePath(uri)
      .slice(folder.length + 1)
      .replaceAll('\\', '/'),
  );
}

/** Node's fs with some of it replaced. */
function faulty(
  changes: { promises?: Partial<FileSystem['promises']> } & Partial<Omit<FileSystem, 'promises'>>,
): FileSystem {
  return { ...fs, ...changes, promises: { ...fs.promises, ...changes.promises } };
}

function fault(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: it is so`), { code });
}

it('lists YAML files at any depth, sorted, and nothing hidden', async () => {
  const folder = makeFolder({
    'b.yaml': '',
    'a.yml': '',
    'deep/er/c.yaml': '',
    'readme.md': '',
    'x.yaml.bak': '',
    'node_modules/p/d.yaml': '',
    '.git/e.yaml': '',
    '.hidden/f.yaml': '',
    '.g.yaml': '',
  });
  expect(await listed(folder)).toEqual(['a.yml', 'b.yaml', 'deep/er/c.yaml']);
});

it('lists and reads names with blanks, percent and number signs, brackets and other scripts', async () => {
  const names = ['a b.yaml', '100%.yaml', '50%20.yaml', 'c#1.yaml', 'd(1)!.yaml', 'İstanbul/саммит.yaml', "q'&+.yaml"];
  const folder = makeFolder(Object.fromEntries(names.map((name) => [name, name])));
  const source = new NodeFiles();
  const { files } = await source.list(fileUri(folder));
  const texts: string[] = [];
  await readEach(source, files, (_, result) => {
    texts.push(result.text ?? '');
  });
  expect(texts.sort()).toEqual([...names].sort());
  for (const uri of files) expect(fileUri(filePath(uri))).toBe(uri);
});

it('drops a byte order mark and keeps line ends', async () => {
  const folder = makeFolder({ 'a.yaml': '\ufeffkind: person\r\nid: a\r\n' });
  expect(await new NodeFiles().read(fileUri(join(folder, 'a.yaml')))).toEqual({ text: 'kind: person\r\nid: a\r\n' });
});

it.each([
  ['Latin-1', Uint8Array.of(0x6e, 0x3a, 0x20, 0xe9)],
  ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x6e, 0x00)],
  ['UTF-16 without a mark, little end first', Buffer.from('name: a', 'utf16le')],
  ['UTF-16 without a mark, big end first', Buffer.from('name: a', 'utf16le').swap16()],
  ['half a character', Uint8Array.of(0x6e, 0xd1)],
])('says of %s that it is not UTF-8', async (_, bytes) => {
  const folder = makeFolder({ 'a.yaml': bytes });
  const { failure } = await new NodeFiles().read(fileUri(join(folder, 'a.yaml')));
  expect(failure?.reason).toBe('not-utf8');
  expect(failure?.message).toMatch(/a\.yaml is not UTF-8 text: save it/);
});

it('tells a missing file and a missing folder', async () => {
  const folder = makeFolder();
  const uri = fileUri(join(folder, 'gone.yaml'));
  expect((await new NodeFiles().read(uri)).failure).toMatchObject({ uri, reason: 'missing' });
  const listing = await new NodeFiles().list(fileUri(join(folder, 'gone')));
  expect(listing.failures).toMatchObject([{ reason: 'missing' }]);
});

it('tells what is no file of this machine, and what is no file', async () => {
  const source = new NodeFiles();
  expect((await source.read('vscode-vfs://github/a.yaml')).failure?.reason).toBe('other');
  expect((await source.list('vscode-vfs://github/a')).failures).toHaveLength(1);
  const folder = makeFolder({ 'a.yaml/b.txt': '' });
  expect((await source.read(fileUri(join(folder, 'a.yaml')))).failure?.message).toMatch(/it is not a file/);
});

it.skipIf(process.platform !== 'linux')('says of a pipe and of a socket that they are no files', async () => {
  const folder = makeFolder();
  execFileSync('mkfifo', [join(folder, 'pipe.yaml')]);
  const server = createServer().listen(join(folder, 'socket.yaml'));
  await once(server, 'listening');
  for (const name of ['pipe.yaml', 'socket.yaml']) {
    expect((await new NodeFiles().read(fileUri(join(folder, name)))).failure?.reason).toBe('no-file');
  }
  server.close();
});

it('reads files larger than most, and empty ones', async () => {
  const long = 'текст\n'.repeat(20_000);
  const folder = makeFolder({ 'a.yaml': long, 'b.yaml': '', 'c.yaml': 'c' });
  const source = new NodeFiles();
  const texts = ['a.yaml', 'b.yaml', 'c.yaml'].map((name) => source.read(fileUri(join(folder, name))));
  expect((await Promise.all(texts)).map(({ text }) => text)).toEqual([long, '', 'c']);
});

it('leaves files alone that are too large', async () => {
  const folder = makeFolder({ 'a.yaml': '' });
  fs.truncateSync(join(folder, 'a.yaml'), MAX_BYTES + 1);
  expect((await new NodeFiles().read(fileUri(join(folder, 'a.yaml')))).failure?.reason).toBe('too-large');
});

it('goes on past a folder that may not be listed', async () => {
  const folder = makeFolder({ 'a.yaml': '', 'locked/b.yaml': '' });
  const locked = join(folder, 'locked');
  const readdir = (async (path: string, options: { withFileTypes: true }) => {
    if (path === locked) throw fault('EACCES');
    return fs.promises.readdir(path, options);
  }) as typeof fs.promises.readdir;
  const { files, failures } = await new NodeFiles(faulty({ promises: { readdir } })).list(fileUri(folder));
  expect(files).toEqual([fileUri(join(folder, 'a.yaml'))]);
  expect(failures).toEqual([
    {
      uri: fileUri(locked),
      reason: 'denied',
      message: expect.stringContaining(`${locked.replaceAll('\\', '/')} cannot be read: permission denied`),
    },
  ]);
});

it.skipIf(isRoot || process.platform === 'win32')('is held back by real permissions', async () => {
  const folder = makeFolder({ 'a.yaml': '', 'locked/b.yaml': '' });
  fs.chmodSync(join(folder, 'a.yaml'), 0);
  fs.chmodSync(join(folder, 'locked'), 0);
  const { failures } = await new NodeFiles().list(fileUri(folder));
  const { failure } = await new NodeFiles().read(fileUri(join(folder, 'a.yaml')));
  fs.chmodSync(join(folder, 'locked'), 0o700);
  expect([failures[0]?.reason, failure?.reason]).toEqual(['denied', 'denied']);
});

it.each([
  ['EACCES', 'denied'],
  ['EPERM', 'denied'],
  ['ENOENT', 'missing'],
  ['ELOOP', 'dead-link'],
  ['ERR_FS_FILE_TOO_LARGE', 'too-large'],
  ['EIO', 'other'],
])('takes %s for %s, read at once or through the pool', async (code, reason) => {
  const folder = makeFolder({ 'a.yaml': '' });
  const uri = fileUri(join(folder, 'a.yaml'));
  const now = faulty({
    readFileSync: () => {
      throw fault(code);
    },
  });
  expect((await new NodeFiles(now).read(uri)).failure?.reason).toBe(reason);
  const readFile = ((_: string, done: (error: Error) => void) => done(fault(code))) as unknown as typeof fs.readFile;
  const pooled = new NodeFiles(faulty({ readFile, fstatSync: slowStat }));
  expect((await pooled.read(uri)).text).toBe('');
  expect((await pooled.read(uri)).failure?.reason).toBe(reason);
});

it('says what the system says, and a path no more than once', async () => {
  const folder = makeFolder({ "it's, a.yaml": '' });
  const path = join(folder, "it's, a.yaml");
  const readFileSync = () => {
    throw Object.assign(new Error(`EIO: i/o error, open '${path}'`), { code: 'EIO' });
  };
  const { failure } = await new NodeFiles(faulty({ readFileSync })).read(fileUri(path));
  expect(failure).toMatchObject({
    detail: 'EIO: i/o error',
    message: `${path.replaceAll('\\', '/')} cannot be read: EIO: i/o error.`,
  });
});

it('reads the same through the pool once a disk has been slow', async () => {
  const names = Array.from({ length: 300 }, (_, i) => `${i}.yaml`);
  const folder = makeFolder(Object.fromEntries(names.map((name) => [name, `текст ${name}`])));
  let slow = 0;
  const source = new NodeFiles(
    faulty({
      fstatSync: (file) => {
        slow++;
        return slowStat(file);
      },
    }),
  );
  const results = await Promise.all(names.map((name) => source.read(fileUri(join(folder, name)))));
  expect(results.map(({ text }) => text)).toEqual(names.map((name) => `текст ${name}`));
  // After 8 files of the pool, 16 more, 32, 64 and 128.
  expect(slow).toBe(6);
});

function slowStat(file: number): fs.Stats {
  const end = performance.now() + 3;
  while (performance.now() < end);
  return fs.fstatSync(file);
}

it.skipIf(process.platform === 'win32')('survives links in a circle and shows nothing twice', async () => {
  const folder = makeFolder({
    'a.yaml': '',
    'deep/b.yaml': '',
    '.store/c.yaml': '',
    '.other/o.yaml': '',
    '.other/in/p.yaml': '',
  });
  const link = (target: string, name: string) => fs.symlinkSync(target, join(folder, name));
  link(folder, 'deep/loop');
  link('..', 'up');
  link('itself', 'itself');
  link('deep', 'copy');
  link('a.yaml', 'copy.yaml');
  link('.store/c.yaml', 'c.yaml');
  link('.other', 'other');
  link('.other', 'other-again');
  link(folder, '.other/in/back');
  expect(await listed(folder)).toEqual(['a.yaml', 'c.yaml', 'deep/b.yaml', 'other/in/p.yaml', 'other/o.yaml']);
});

describe.skipIf(process.platform === 'win32')('a link', () => {
  const outsideOf = (folder: string, name: string) => ({
    uri: fileUri(join(folder, name)),
    reason: 'outside',
    message: `${folder}/${name} is not read, as a link leads out of the dataset there: replace the link with what it leads to.`,
  });

  it('that leads out of what was opened is told and not followed; one that nobody would read is passed by', async () => {
    const outside = makeFolder({ 'o.yaml': '', 'o.txt': '' });
    const folder = makeFolder({ 'a.yaml': '' });
    fs.symlinkSync(outside, join(folder, 'folder'));
    fs.symlinkSync(join(outside, 'o.yaml'), join(folder, 'b.yaml'));
    fs.symlinkSync(join(outside, 'o.txt'), join(folder, 'o.txt'));
    const source = new NodeFiles();
    expect(await source.list(fileUri(folder))).toEqual({
      files: [fileUri(join(folder, 'a.yaml'))],
      failures: [outsideOf(folder, 'b.yaml'), outsideOf(folder, 'folder')],
    });
    for (const name of ['b.yaml', 'o.txt', 'folder/o.yaml', 'folder/o.txt'])
      expect(await source.read(fileUri(join(folder, name)))).toEqual({ failure: outsideOf(folder, name) });
    expect(await source.list(fileUri(join(folder, 'folder')))).toEqual({
      files: [],
      failures: [outsideOf(folder, 'folder')],
    });
  });

  it('from one folder to another counts once both are opened, and what is opened may be a link itself', async () => {
    const [one, other] = [makeFolder(), makeFolder({ 'b.yaml': 'b' })];
    fs.symlinkSync(join(other, 'b.yaml'), join(one, 'b.yaml'));
    const named = join(makeFolder(), 'link');
    fs.symlinkSync(one, named);
    const source = new NodeFiles();
    expect((await source.list(fileUri(named))).files).toEqual([]);
    expect(await listed(other, source)).toEqual(['b.yaml']);
    expect(await listed(named, source)).toEqual(['b.yaml']);
    expect(await source.read(fileUri(join(named, 'b.yaml')))).toEqual({ text: 'b' });
  });

  it.each([
    ['fast', fs],
    ['slow', faulty({ fstatSync: slowStat })],
  ])('put there since the files were listed is found on a %s disk', async (_, system) => {
    const outside = makeFolder({ 'o.yaml': 'secret' });
    const folder = makeFolder({ 'in/o.yaml': 'open', 'o.yaml': 'open' });
    const uris = ['in/o.yaml', 'o.yaml'].map((name) => fileUri(join(folder, name)));
    const source = new NodeFiles(system);
    expect(await listed(folder, source)).toEqual(['in/o.yaml', 'o.yaml']);
    for (const uri of uris) expect(await source.read(uri)).toEqual({ text: 'open' });
    fs.rmSync(join(folder, 'o.yaml'));
    fs.symlinkSync(join(outside, 'o.yaml'), join(folder, 'o.yaml'));
    fs.renameSync(join(folder, 'in'), join(folder, 'away'));
    fs.symlinkSync(outside, join(folder, 'in'));
    await setImmediate();
    for (const uri of uris) expect((await source.read(uri)).failure?.reason).toBe('outside');
  });

  it('is followed by its own name where nobody has opened a folder around it', async () => {
    const folder = makeFolder({ 'a.yaml': 'a' });
    fs.symlinkSync(join(folder, 'a.yaml'), join(folder, 'link.yaml'));
    expect(await new NodeFiles().read(fileUri(join(folder, 'link.yaml')))).toEqual({ text: 'a' });
  });
});

it.skipIf(process.platform === 'win32')('tells a dead link that is named like a record', async () => {
  const folder = makeFolder();
  fs.symlinkSync('gone', join(folder, 'a.yaml'));
  fs.symlinkSync('gone', join(folder, 'other'));
  fs.symlinkSync('gone', join(folder, '.#lock.yaml'));
  const { files, failures } = await new NodeFiles().list(fileUri(folder));
  expect(files).toEqual([]);
  expect(failures).toMatchObject([{ uri: fileUri(join(folder, 'a.yaml')), reason: 'dead-link' }]);
});

it('stops when it is told to', async () => {
  const folder = makeFolder({ 'a.yaml': '' });
  const source = new NodeFiles();
  await expect(source.list(fileUri(folder), AbortSignal.abort())).rejects.toThrow(/abort/i);
  const controller = new AbortController();
  const uris = Array.from({ length: 100 }, () => fileUri(join(folder, 'a.yaml')));
  let seen = 0;
  const reading = readEach(
    source,
    uris,
    () => {
      seen++;
      controller.abort();
    },
    controller.signal,
  );
  await expect(reading).rejects.toThrow(/abort/i);
  expect(seen).toBe(1);
});
