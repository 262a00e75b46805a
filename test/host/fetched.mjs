// Fetches a heavy tool from the npm registry on first need, into an ignored folder that is either complete or absent.
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { npm } from './npm.mjs';
import { FETCHED } from './paths.mjs';

const PARTIAL = /^partial-(\d+)-/;

/**
 * The folder that holds a tool, fetched when it isn't there. It is filled under another name and renamed once
 * complete, so an interrupted fetch leaves nothing that could be taken for the tool, and two at once do no harm.
 * @param {object} tool
 * @param {string} tool.name the folder's name; holds the version, so that a new version is fetched anew
 * @param {string} tool.title what the progress line calls it
 * @param {string[]} tool.packages npm packages with exact versions, installed without running their scripts
 * @param {(folder: string) => Promise<void>} [tool.finish] what is left to do after the install
 * @returns {Promise<string>} the absolute path
 */
export async function fetched({ name, title, packages, finish }) {
  const folder = join(FETCHED, name);
  if (existsSync(folder)) return folder;

  await mkdir(FETCHED, { recursive: true });
  await removeAbandoned();
  const started = Date.now();
  console.error(`Fetching ${title}, needed once …`);
  const partial = join(FETCHED, `partial-${process.pid}-${name}`);
  try {
    await mkdir(partial);
    await writeFile(join(partial, 'package.json'), '{ "private": true }\n');
    await npm(['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-save', ...packages], {
      cwd: partial,
      doing: `Fetching ${title}`,
    });
    await finish?.(partial);
    await rename(partial, folder).catch((error) => {
      if (!existsSync(folder)) throw error; // else another process was faster, and its copy serves as well
    });
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  console.error(`Fetched ${title} in ${Math.round((Date.now() - started) / 1000)} s.`);
  return folder;
}

/** Removes what an interrupted fetch left, unless the process that fills it still runs. */
async function removeAbandoned() {
  for (const entry of await readdir(FETCHED)) {
    const owner = PARTIAL.exec(entry)?.[1];
    if (owner && !runs(Number(owner))) await rm(join(FETCHED, entry), { recursive: true, force: true });
  }
}

/** Whether a process with this id runs (signal 0 asks without sending anything). */
function runs(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
