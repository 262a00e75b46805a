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
  const packages = readdirSync(root).filter((name) => name.endsWith('.vsix'));
  return [...bundles, ...packages.map((name) => ({ ...size(root, join(root, name)), gzip: undefined }))];
}

function size(root: string, path: string): Size {
  const content = readFileSync(path);
  const file = relative(root, path).replace(/\\/g, '/');
  return { file: file.startsWith('..') ? path : file, bytes: content.length, gzip: gzipSync(content).length };
}
