/** The schemas themselves as one module, for the code that walks them (completion, hover, references, names, dates). */
import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = new URL('../', import.meta.url);

/**
 * Reads every schema of the model.
 *
 * @returns {{code: string, types: string}} an ES module that exports `schemas` by file name, and its type declarations
 */
export function buildSources() {
  const names = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.schema.json'))
    .sort();
  const schemas = Object.fromEntries(
    names.map((name) => [name, JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'))]),
  );
  return {
    code: `/** Generated from schemas/*.schema.json. */\nexport const schemas = JSON.parse(${JSON.stringify(JSON.stringify(schemas))});\n`,
    types:
      '/** Generated from schemas/*.schema.json. */\nexport declare const schemas: Readonly<Record<string, Readonly<Record<string, unknown>>>>;\n',
  };
}
