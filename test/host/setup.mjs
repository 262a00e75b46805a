// Makes node_modules match package-lock.json: the first step on a fresh clone, over in milliseconds on any other.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm, quietly } from './npm.mjs';
import { NODE, ROOT } from './paths.mjs';

const LEAST_NODE = 20;

try {
  await setUp();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

async function setUp() {
  if (Number.parseInt(process.versions.node, 10) < LEAST_NODE)
    throw new Error(`Node ${LEAST_NODE} or newer is needed; this is ${process.version}.`);

  const reason = stale();
  if (reason) {
    const runsFromThere = process.execPath.startsWith(join(ROOT, 'node_modules'));
    if (process.platform === 'win32' && runsFromThere)
      throw new Error(
        `Dependencies are out of date (${reason}). Run \`npm ci\`: Windows can't replace a running Node.`,
      );
    const started = Date.now();
    console.error(`Installing dependencies (${reason}) …`);
    await npm(['ci', '--no-audit', '--no-fund'], { cwd: ROOT, doing: 'Installing dependencies' });
    console.error(`Installed dependencies in ${Math.round((Date.now() - started) / 1000)} s.`);
  }
  if (!existsSync(NODE)) await installNode();
}

/**
 * Why node_modules isn't what the lock file says, or undefined when it is. npm writes what it installed to
 * node_modules/.package-lock.json as its last step, so that an interrupted install has none.
 * @returns {string | undefined}
 */
function stale() {
  const installedAt = join(ROOT, 'node_modules/.package-lock.json');
  if (!existsSync(installedAt)) return 'none yet';
  const wanted = packages(join(ROOT, 'package-lock.json'));
  const installed = packages(installedAt);
  for (const [path, { version, integrity, optional }] of Object.entries(wanted)) {
    if (path === '') continue; // this package itself
    const found = installed[path];
    if (!found && optional) continue; // for another platform
    if (found?.version !== version || found?.integrity !== integrity) return `${path} ${version} is missing`;
  }
  const unwanted = Object.keys(installed).find((path) => !wanted[path]);
  return unwanted && `${unwanted} is no longer wanted`;
}

/** @returns {Record<string, { version: string, integrity?: string, optional?: boolean }>} by path from the root */
function packages(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}

/** The `node` package gets its executable from its install script, which a user may have switched off for all. */
async function installNode() {
  await quietly(process.execPath, ['installArchSpecificPackage.js'], {
    cwd: join(ROOT, 'node_modules/node'),
    doing: 'Installing Node 24',
  });
  if (!existsSync(NODE)) throw new Error(`The package node brought no ${NODE}. Run \`npm ci\` and read what it says.`);
}
