/** How large what is shipped is: each bundle, as it is and compressed, and the extension's package. */
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';

export interface Size {
  /** From the repository's root, with forward slashes. */
  readonly file: string;
  readonly bytes: number;
  /** `undefined` for a package, which is compressed already. */
  readonly gzip: number | undefined;
}

/** The bundles in a folder, not its source maps. */
export function bundleSizes(root: string, dist: string): Size[] {
  const bundles = ['', 'webview']
    .map((folder) => join(dist, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((path) => /\.(cjs|js|css)$/.test(path))
    .map((path) => size(root, path));
  const parts = join(dist, 'cli');
  if (existsSync(parts)) bundles.push(sum(root, parts));
  return bundles;
}

/** The extension's package, made of `dist/` as it is into a folder, just as `npm run package` makes it. */
export async function packageSize(root: string, folder: string): Promise<Size> {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: { package: string } };
  const [tool, ...args] = scripts.package
    .slice(scripts.package.lastIndexOf('&&') + 2)
    .trim()
    .split(' ');
  const file = join(folder, 'security-initiatives.vsix');
  const script = join(root, 'node_modules/@vscode', tool!, tool!);
  await promisify(execFile)(process.execPath, [script, ...args, '--out', file], { cwd: root });
  return { file: basename(file), bytes: statSync(file).size, gzip: undefined };
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
