/** The project's own modules and what each imports, for the tests that hold the laws of the architecture. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const IMPORT = /^\s*(?:import|export)\s+(type\s+)?(?:[\w*{][^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/gm;
const DYNAMIC_IMPORT = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

/** One import of a module. */
export interface Import {
  /** Path from the repository's root for our own modules, the package's name for others. */
  readonly to: string;
  readonly typeOnly: boolean;
  readonly own: boolean;
}

/** A module of ours by its path from the repository's root, with forward slashes. */
export interface Module {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
}

/** Every source module under the folders that hold code. */
export function modules(folders: readonly string[] = ['server', 'client']): Module[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|mts|mjs)$/.test(name) && !name.endsWith('.d.ts'))
      .map((name) => read(join(folder, name))),
  );
}

function read(path: string): Module {
  const text = readFileSync(join(ROOT, path), 'utf8');
  const imports = [
    ...[...text.matchAll(IMPORT)].map((match) => toImport(path, match[2]!, match[1] !== undefined)),
    ...[...text.matchAll(DYNAMIC_IMPORT)].map((match) => toImport(path, match[1]!, false)),
  ];
  return { path: path.replace(/\\/g, '/'), text, imports };
}

function toImport(from: string, specifier: string, typeOnly: boolean): Import {
  if (!specifier.startsWith('.')) return { to: specifier, typeOnly, own: false };
  const to = relative('.', normalize(join(dirname(from), specifier))).replace(/\\/g, '/');
  return { to, typeOnly, own: true };
}
