/** Another branch is checked out under the open editor: thousands of files change, come and go while somebody types. */
import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { generateDataset, writeDataset } from '../bench/generate.ts';
import { ServerSession } from '../support/server.ts';
import { freshlyTold, tellsAsFresh } from './oracle.ts';

const FILES = 5000;
/** How many files a client tells of in one message, as VS Code gathers them. */
const GATHERED = 400;

/** A repository with a dataset on its branch `one`, of which each file is another, gone or elsewhere on `two`. */
function makeRepository(): { folder: string; paths: string[] } {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'initiatives-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }), 60_000);
  const git = (...args: string[]) =>
    execFileSync(
      'git',
      ['-c', 'user.name=T', '-c', 'user.email=t@example.org', '-c', 'gc.auto=0', '-c', 'core.fsync=none', ...args],
      {
        cwd: folder,
        stdio: 'ignore',
      },
    );
  const files = generateDataset({ records: FILES });
  writeDataset(folder, files);
  git('init', '-q', '-b', 'one');
  git('add', '.');
  git('commit', '-q', '-m', 'One');
  git('checkout', '-q', '-b', 'two');
  const paths = files.map(({ path }) => path);
  files.forEach(({ path, text }, index) => {
    const at = join(folder, path);
    if (index % 4 === 0) rmSync(at);
    else if (index % 4 === 1) renameSync(at, at.replace('.yaml', '-moved.yaml'));
    else if (index % 4 === 2) writeFileSync(at, text.replace(/^(title|name): /m, '$1: Another '));
    else writeFileSync(at, `${text}homepage: none\n`);
    if (index % 4 === 1) paths.push(path.replace('.yaml', '-moved.yaml'));
  });
  git('add', '.');
  git('commit', '-q', '-m', 'Two');
  git('checkout', '-q', 'one');
  return { folder, paths };
}

it('keeps the text that is open and answers who types, and in the end all is known', { timeout: 300_000 }, async () => {
  const { folder, paths } = makeRepository();
  const session = await new ServerSession({}, folder).start();
  onTestFinished(async () => void (await session.leave()), 60_000);
  const name = paths.find((path) => path.startsWith('summits/'))!;
  const text = execFileSync('git', ['show', `one:${name}`], { cwd: folder, encoding: 'utf8' });
  await session.open(name, text);
  await session.hasReadAll();

  const uris = paths.map((path) => ({ uri: session.uri(path), type: 2 }));
  const tell = async () => {
    for (let from = 0; from < uris.length; from += GATHERED) {
      const changes = uris.slice(from, from + GATHERED);
      await session.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    }
  };
  let isKnown = false;
  const known = (async () => {
    const checkout = promisify(execFile)('git', ['checkout', '-q', 'two'], { cwd: folder });
    // Some of it is told while files are still being written.
    await tell();
    await checkout;
    await tell();
    await session.hasReadAll();
    isKnown = true;
  })();
  let typed = text;
  let answers = 0;
  for (; !isKnown; answers++) {
    typed = `${text}note: typed ${answers} times\nstatus: `;
    await session.change(name, typed);
    const lines = typed.split('\n').length - 1;
    const position = { line: lines, character: 'status: '.length };
    expect(await session.at('completion', name, position)).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ label: 'planned' })]),
    });
  }
  await known;
  expect(answers).toBeGreaterThan(5);
  await tellsAsFresh(session, paths, await freshlyTold(folder, { [name]: typed }));
});
