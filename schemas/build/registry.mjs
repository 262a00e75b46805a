/** The registry as one module: each file with the values of its documents, read ahead of time. */
import { readdirSync, readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';

const FOLDER = new URL('../registry/organizations/', import.meta.url);

/**
 * Reads the registry's organizations and adds the states. Organizations keep their text for the comments in it; a state's
 * is written from its value when someone asks to see it.
 *
 * @param {string} states the states, one YAML document each
 * @returns {{code: string, types: string}} an ES module that exports `registry`, a list of files, and its type declarations
 * @throws {Error} when a file is not YAML
 */
export function buildRegistry(states) {
  const organizations = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => {
      const text = readFileSync(new URL(name, FOLDER), 'utf8');
      return { path: `organizations/${name}`, text, values: valuesOf(name, text) };
    });
  const files = [
    ...organizations,
    ...valuesOf('the states', states).map((value) => ({ path: `states/${value.id}.yaml`, values: [value] })),
  ];
  return {
    code: `/** Generated from schemas/registry. */\nexport const registry = JSON.parse(${JSON.stringify(JSON.stringify(files))});\n`,
    types:
      '/** Generated from schemas/registry. */\nexport declare const registry: readonly { readonly path: string; readonly text?: string; readonly values: readonly unknown[] }[];\n',
  };
}

function valuesOf(name, text) {
  const documents = parseAllDocuments(text);
  const broken = documents.flatMap(({ errors }) => errors)[0];
  if (broken) throw new Error(`schemas/registry, ${name}: ${broken.message}`);
  return documents.map((document) => document.toJS());
}
