/** The registry as one module: each file's text, and the values of its documents read ahead of time. */
import { readdirSync, readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';

const FOLDER = new URL('../registry/organizations/', import.meta.url);

/**
 * Reads the registry's organizations and adds the states.
 *
 * @param {string} states the text of the states' file, made from packages
 * @returns {{code: string, types: string}} an ES module that exports `registry`, a list of files, and its type declarations
 * @throws {Error} when a file is not YAML
 */
export function buildRegistry(states) {
  const organizations = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({ path: `organizations/${name}`, text: readFileSync(new URL(name, FOLDER), 'utf8') }));
  const files = [...organizations, ...(states ? [{ path: 'states.yaml', text: states }] : [])].map(({ path, text }) => {
    const documents = parseAllDocuments(text);
    const broken = documents.flatMap(({ errors }) => errors)[0];
    if (broken) throw new Error(`schemas/registry/${path}: ${broken.message}`);
    return { path, text, values: documents.map((document) => document.toJS()) };
  });
  return {
    code: `/** Generated from schemas/registry. */\nexport const registry = JSON.parse(${JSON.stringify(JSON.stringify(files))});\n`,
    types:
      '/** Generated from schemas/registry. */\nexport declare const registry: readonly { readonly path: string; readonly text: string; readonly values: readonly unknown[] }[];\n',
  };
}
