/** What is kept for the next start, on a real disk and with the real server: whoever writes, it is whole, and little. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CodeAction } from 'vscode-languageserver/node';
import { NodeStorage } from '../../server/warm-start/node-storage.ts';
import { changesOf } from '../support/editor.ts';
import { ServerSession } from '../support/server.ts';

let folder: string;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'kept-')));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a folder that is storage', () => {
  const storageIn = (path: string, program = process.execPath) => new NodeStorage(path, program);

  it('is made when something is kept, and gives it back', async () => {
    const storage = storageIn(join(folder, 'a', 'b'));
    expect(await storage.read('name')).toBeUndefined();
    expect(existsSync(join(folder, 'a'))).toBe(false);
    await storage.write('name', 'Қазақстан\n');
    expect(await storageIn(join(folder, 'a', 'b')).read('name')).toBe('Қазақстан\n');
  });

  it('holds a whole text, however many write at once', async () => {
    const texts = Array.from({ length: 12 }, (_, n) => String(n).repeat(200_000));
    const storage = storageIn(folder);
    await storage.write('name', texts[0]!);
    const seen: (string | undefined)[] = [];
    const look = async () => void seen.push(await storageIn(folder).read('name'));
    await Promise.all(texts.flatMap((text) => [storageIn(folder).write('name', text), look()]));
    for (const text of [...seen, await storage.read('name')]) expect(texts).toContain(text);
    expect(readdirSync(folder)).toHaveLength(1);
  });

  it('lets go of what was written longest ago', async () => {
    for (let n = 0; n < 20; n++) {
      await storageIn(folder).write(`old-${n}`, 'text');
      for (const name of readdirSync(folder))
        utimesSync(join(folder, name), statSync(join(folder, name)).atime, 1000 + n);
    }
    await storageIn(folder).write('new', 'text');
    expect(readdirSync(folder)).toHaveLength(16);
    expect(await storageIn(folder).read('new')).toBe('text');
  });

  it('removes what a server that was killed has left unfinished, and nothing of anyone else', async () => {
    await storageIn(folder).write('name', 'text');
    const left = join(folder, 'name.1.unfinished');
    writeFileSync(left, 'te');
    writeFileSync(join(folder, 'name.2.unfinished'), 'te');
    writeFileSync(join(folder, 'notes.txt'), 'mine');
    utimesSync(left, 1000, 1000);
    utimesSync(join(folder, 'notes.txt'), 1000, 1000);
    await storageIn(folder).write('name', 'text');
    expect(readdirSync(folder).sort()).toEqual(['name.2.unfinished', 'name.kept', 'notes.txt']);
  });

  it('says what the system says, and leaves nothing half done', async () => {
    writeFileSync(join(folder, 'file'), '');
    await expect(storageIn(join(folder, 'file')).write('name', 'text')).rejects.toThrow(/EEXIST|ENOTDIR/);
    mkdirSync(join(folder, 'name.kept'));
    await expect(storageIn(folder).read('name')).rejects.toThrow('EISDIR');
    await expect(storageIn(folder).write('name', 'text')).rejects.toThrow();
    expect(readdirSync(folder).sort()).toEqual(['file', 'name.kept']);
  });

  it('tells one build of the server from another', () => {
    writeFileSync(join(folder, 'a.cjs'), 'one()');
    writeFileSync(join(folder, 'b.cjs'), 'two()');
    const buildOf = (name: string) => storageIn(folder, join(folder, name)).build;
    expect(buildOf('a.cjs')).not.toBe(buildOf('b.cjs'));
    expect(buildOf('a.cjs')).toBe(buildOf('a.cjs'));
  });
});

describe('the server', () => {
  const FILES = {
    'initiatives.yaml': 'dataset: D\n',
    'summits/gabala.yaml':
      'kind: summit\nid: gabala\nname: 12th Summit\norganization: ots\nstatus: held\ndate: 2025-10-07\nhost: AZX\ncitations: [{ source: communique }]\n',
    'states/nobody.yaml': 'kind: state\n',
    'sources/communique.yaml': 'kind: source\nid: communique\npublisher: Secretariat\n',
  };
  const isWrong = (all: readonly { code?: unknown }[]) => all.some(({ code }) => code === 'unknown-reference');
  const options = () => ({ initializationOptions: { storage: pathToFileURL(join(folder, 'storage')).href } });
  const kept = () => readdirSync(join(folder, 'storage')).filter((name) => name.endsWith('.kept'));

  /** Starts a server in the folder of the last one, until it has told what is wrong. */
  async function start(in_?: string): Promise<ServerSession> {
    const session = await new ServerSession(in_ === undefined ? FILES : {}, in_).start(options());
    await session.waitFor('summits/gabala.yaml', isWrong);
    return session;
  }

  it('starts from what it has kept, and mends what is told as ever', async () => {
    const first = await start();
    const before = first.diagnosticsOf('summits/gabala.yaml');
    expect(await first.leave()).toBe(0);
    expect(kept()).toHaveLength(1);
    const again = await start(first.folder);
    expect(again.diagnosticsOf('summits/gabala.yaml')).toEqual(before);
    await again.open('summits/gabala.yaml', FILES['summits/gabala.yaml']);
    const actions: CodeAction[] = await again.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: again.uri('summits/gabala.yaml') },
      range: before.find(({ code }) => code === 'unknown-reference')!.range,
      context: { diagnostics: before },
    });
    const fix = actions.find(({ title }) => title.includes('AZE'));
    expect(changesOf(fix?.edit)[again.uri('summits/gabala.yaml')]).toMatchObject([{ newText: 'AZE' }]);
    expect(await again.stop()).toBe(0);
  });

  it('believes nothing that has been cut off, and keeps it anew', async () => {
    const first = await start();
    await first.leave();
    const path = join(folder, 'storage', kept()[0]!);
    const whole = readFileSync(path, 'utf8');
    truncateSync(path, Math.floor(whole.length / 2));
    const again = await start(first.folder);
    await again.stop();
    expect(readFileSync(path, 'utf8')).toBe(whole);
  });

  it('believes nothing of a text that has changed with its size and its time as they were', async () => {
    const first = await start();
    await first.leave();
    const path = join(first.folder, 'summits/gabala.yaml');
    const { atime, mtime } = statSync(path);
    writeFileSync(path, FILES['summits/gabala.yaml'].replace('AZX', 'AZE'));
    utimesSync(path, atime, mtime);
    const again = await new ServerSession({}, first.folder).start(options());
    await again.waitFor('states/nobody.yaml', (all) => all.length > 0);
    expect(again.takePublished()).not.toContain('summits/gabala.yaml');
    await again.stop();
  });

  it('goes on without where nothing can be kept, and says so once', async () => {
    writeFileSync(join(folder, 'storage'), 'a file');
    const session = new ServerSession(FILES);
    const warnings: string[] = [];
    session.connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      warnings.push(message);
    });
    await session.start(options());
    await session.waitFor('summits/gabala.yaml', isWrong);
    expect(await session.stop()).toBe(0);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain('The next start will not be faster than the first');
  });

  it('keeps nothing for a client that has no folder for it', async () => {
    for (const storage of [undefined, 'untitled:storage', 'file://elsewhere/storage']) {
      const initializationOptions = storage === undefined ? {} : { storage };
      const session = await new ServerSession(FILES).start({ initializationOptions });
      await session.waitFor('summits/gabala.yaml', isWrong);
      expect(await session.stop()).toBe(0);
    }
    expect(readdirSync(folder)).toEqual([]);
  });
});
