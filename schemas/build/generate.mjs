/** Writes everything in schemas/generated: the one command to run after a schema or the registry has changed. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildRegistry } from './registry.mjs';
import { buildSources } from './sources.mjs';
import { buildStates } from './states.mjs';
import { buildValidators } from './validators.mjs';

const GENERATED = fileURLToPath(new URL('../generated/', import.meta.url));

/** Reads a file that need not exist. */
function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * Writes the generated files, and only those whose content changed, so that watchers and caches stay quiet.
 *
 * @param {string} [folder] where to write; schemas/generated unless given
 * @returns {string[]} the paths that were written, relative to the folder
 */
export function generate(folder = GENERATED) {
  const states = buildStates();
  const modules = { validators: buildValidators(), schemas: buildSources(), registry: buildRegistry(states) };
  const files = { 'registry/states.yaml': states };
  for (const [name, { code, types }] of Object.entries(modules)) {
    files[`${name}.mjs`] = code;
    files[`${name}.d.mts`] = types;
  }
  const written = [];
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    if (readIfThere(path) === text) continue;
    mkdirSync(dirname(path), { recursive: true });
    // Whole or not at all: another process may read the file at this moment.
    const draft = `${path}.${process.pid}.tmp`;
    writeFileSync(draft, text);
    renameSync(draft, path);
    written.push(name);
  }
  return written;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const written = generate();
  console.log(written.length ? `Wrote ${written.join(', ')}.` : 'Everything is up to date.');
}
