/** How large what is shipped is: each bundle, as it is and compressed, and the extension's package. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface Size {
  /** From the repository's root, with forward slashes. */
  readonly file: string;
  readonly bytes: number;
  /** `undefined` for a package, which is compressed already. */
  readonly gzip: number | undefined;
}

/** The bundles in a folder, not its source maps, and the packages in the repository's root. */
export function sizes(root: string, dist: string): Size[] {
  const bundles = ['', 'webview']
    .map((folder) => join(dist, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((path) => /\.(cjs|js|css)$/.test(path))
    .map((path) => size(root, path));
  const parts = join(dist, 'cli');
  if (existsSync(parts)) bundles.push(sum(root, parts));
  const packages = readdirSync(root).filter((name) => name.endsWith('.vsix'));
  return [...bundles, ...packages.map((name) => ({ ...size(root, join(root, name)), gzip: undefined }))];
}

/** All bundles of a folder as one: of many small ones none is of interest by itself. */
function sum(root: string, folder: string): Size {
  const parts = readdirSync(folder).filter((name) => name.endsWith('.js'));
  const all = parts.map((name) => size(root, join(folder, name)));
  const total = (figure: (part: Size) => number) => all.reduce((done, part) => done + figure(part), 0);
  return { file: shown(root, folder), bytes: total(({ bytes }) => bytes), gzip: total(({ gzip = 0 }) => gzip) };
}

function size(root: string, path: string): Size {
  const content = readFileSync(path);
  return { file: shown(root, path), bytes: content.length, gzip: gzipSync(content).length };
}

function shown(root: string, path: string): string {
  const file = relative(root, path).replace(/\\/g, '/');
  return file.startsWith('..') ? path : file;
}
