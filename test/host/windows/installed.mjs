// The one test that starts with the package: it is installed into VS Code, used as a person would, and removed.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onCleanUp } from '../cleanup.mjs';
import { layOut, packageIn } from '../package.mjs';
import { installExtension, installedExtensions, startVSCodeServer, uninstallExtension } from '../vscode-server.mjs';
import { openWindow } from '../workbench.mjs';
import { copySample } from '../workspace.mjs';
import { EXTENSION, tell } from './outside.mjs';
import { useAll, withMistake } from './use.mjs';

const PATIENCE = 20_000;
const TITLE =
  'the package, once installed, finds problems, completes, draws the timeline, lists records, and leaves nothing';

/**
 * Packages the extension, installs it into a VS Code that knows nothing of this repository, and uses it.
 * @param {import('./outside.mjs').Host} host
 * @returns {Promise<boolean>} whether all went well; what went wrong is printed
 */
export async function testInstalled({ browser }) {
  const { workspace } = await copySample();
  const record = await withMistake(workspace);
  const before = await contents(workspace);

  const server = await startVSCodeServer();
  await installExtension(server, await makePackage());
  /** @type {string[]} */
  const complaints = [];
  const page = await openWindow({
    browser,
    server,
    content: { folder: workspace, file: record },
    prepare: async (page) => {
      page.setDefaultTimeout(PATIENCE);
      page.on('console', (message) => {
        if (message.type() === 'error' && /security-?initiatives/i.test(message.text()))
          complaints.push(message.text());
      });
    },
  });
  return tell({ title: TITLE, name: 'installed' }, page, async () => {
    await useAll(page);
    if (complaints.length > 0) throw new Error(`VS Code's console has errors of ours:\n${complaints.join('\n')}`);
    await uninstallExtension(server, EXTENSION);
    await leftNothing(server, { workspace, before });
  });
}

/** Beside the tree, so that neither its build nor an older package is in the way. */
async function makePackage() {
  const folder = await mkdtemp(join(tmpdir(), 'initiatives-installed-'));
  onCleanUp(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));
  layOut(folder);
  return packageIn(folder);
}

async function leftNothing(server, { workspace, before }) {
  const installed = await installedExtensions(server);
  if (installed.includes(EXTENSION)) throw new Error(`It is still installed: ${installed}`);
  const after = await contents(workspace);
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
    (name) => before.get(name) !== after.get(name),
  );
  if (changed.length > 0) throw new Error(`It has changed ${changed.join(', ')} in the workspace.`);
}

/** Every file of a folder with its text. */
async function contents(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    await Promise.all(paths.map(async (path) => /** @type {const} */ ([path, await readFile(path, 'utf8')]))),
  );
}
