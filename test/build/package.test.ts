/** The packages as they are delivered: small, with nothing in them that their users do not run, read or see. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { layOut, packageIn, vsce } from '../host/package.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

interface Manifest {
  readonly name: string;
  readonly icon: string;
  readonly repository: { readonly url: string };
}

const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Manifest;

let folder: string;
const size = (name: string) => statSync(join(folder, name)).size;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'initiatives-package-'));
  layOut(folder);
}, 180_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The folders and, at the root, the files that come in. */
function parts(names: readonly string[]): string[] {
  return [...new Set(names.map((name) => (name.includes('/') ? `${dirname(name)}/` : name)))].sort();
}

describe('the extension’s package', () => {
  let listed: string[];
  let readme: string;
  beforeAll(async () => {
    // What a build for development has left behind.
    for (const name of ['server.js.map', 'webview/timeline.js.map']) writeFileSync(join(folder, 'dist', name), '{}');
    const unpacked = await JSZip.loadAsync(readFileSync(packageIn(folder)));
    listed = vsce(folder, 'ls', '--no-dependencies').trim().split('\n');
    readme = await unpacked.file('extension/readme.md')!.async('string');
  }, 60_000);

  it('is at most 1 MB', () => {
    expect(size('it.vsix')).toBeLessThanOrEqual(1_000_000);
  });

  it('has bundles no larger than they have to be', () => {
    expect(size('dist/server.js')).toBeLessThanOrEqual(1_215_000);
    expect(size('dist/client.cjs')).toBeLessThanOrEqual(520_000);
  });

  it('holds each bundle once, and neither the command line nor source maps', () => {
    expect(listed.filter((name) => name.startsWith('dist/')).sort()).toEqual([
      'dist/client.cjs',
      'dist/licenses.txt',
      'dist/sample.json',
      'dist/server.js',
      'dist/webview/timeline.css',
      'dist/webview/timeline.js',
    ]);
  });

  it('holds no sources, no tests, no settings of tools', () => {
    const allowed = [/^dist\//, /^docs\/rules\//, /^client\/(?:icons|snippets|walkthrough)\//, /^l10n\//];
    expect(listed.filter((name) => name.includes('/') && !allowed.some((one) => one.test(name))).sort()).toEqual([
      'client/language-configuration.json',
      'client/records.tmLanguage.json',
      'images/icon.png',
    ]);
    expect(listed.filter((name) => !name.includes('/') && !/^package\.nls(?:\.\w+)?\.json$/.test(name)).sort()).toEqual(
      ['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json'],
    );
    expect(listed.filter((name) => /\.(?:ts|mjs|map|vsix)$|tsconfig/.test(name))).toEqual([]);
  });

  it('holds every file that its manifest names', () => {
    const named = [...JSON.stringify(manifest).matchAll(/"(?:\.\/)?((?:client|images|dist|docs|l10n)\/[^"*]*\.\w+)"/g)];
    const paths = named.map(([, path]) => path!).filter((path) => path !== 'dist/cli.js');
    expect(paths).toContain(manifest.icon);
    expect(paths.filter((path) => !listed.includes(path))).toEqual([]);
  });

  it('shows a README whose pictures and links lead to the repository, as no gallery would find them else', () => {
    const targets = [...readme.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target!);
    const home = manifest.repository.url.replace(/^git\+|\.git$/g, '');
    expect(targets.filter((target) => !/^(?:https:\/\/|#)/.test(target))).toEqual([]);
    const pictures = [...readme.matchAll(/!\[[^\]]+\]\(([^)\s]+)\)/g)].map(([, target]) => target!);
    expect(pictures.length).toBeGreaterThan(3);
    expect(pictures.filter((picture) => !picture.startsWith(`${home}/raw/`) || !picture.endsWith('.png'))).toEqual([]);
  });

  it('tells the licence of every package in its bundles', () => {
    const licences = readFileSync(join(folder, 'dist/licenses.txt'), 'utf8');
    for (const name of ['vscode-languageserver', 'vscode-languageserver-types', 'yaml', 'edtf', 'any-ascii'])
      expect(licences).toMatch(new RegExp(`^${name} \\d`, 'm'));
  });
});

describe('the command line’s package', () => {
  const npm = (args: readonly string[], cwd: string) =>
    execFileSync('npm', [...args], { cwd, encoding: 'utf8', shell: process.platform === 'win32' });

  it('holds the command line, what it reads, and nothing else', () => {
    const [packed] = JSON.parse(npm(['pack', '--dry-run', '--json', '--ignore-scripts'], folder)) as {
      files: { path: string }[];
      size: number;
    }[];
    const names = packed!.files.map(({ path }) => path);
    expect(parts(names)).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'dist/',
      'dist/cli/',
      'dist/webview/',
      'docs/rules/',
      'package.json',
    ]);
    expect(names.filter((name) => /^dist\/[^/]+$/.test(name)).sort()).toEqual(['dist/cli.js', 'dist/licenses.txt']);
    expect(names.filter((name) => name.endsWith('.map'))).toEqual([]);
  });

  it('works where it is unpacked, its language server and the pages about rules as well', () => {
    const home = join(folder, 'home');
    mkdirSync(home);
    const name = npm(['pack', '--ignore-scripts', '--silent', '--pack-destination', home], folder).trim();
    execFileSync('tar', ['-xzf', name], { cwd: home });
    symlinkSync(join(ROOT, 'samples'), join(home, 'samples'), 'junction');
    const run = (...args: string[]) =>
      execFileSync(process.execPath, ['package/dist/cli.js', ...args], { cwd: home, encoding: 'utf8' });
    expect(run('--version').trim()).toBe(JSON.parse(readFileSync(join(home, 'package/package.json'), 'utf8')).version);
    expect(JSON.parse(run('check', 'samples/eurasia', '--format', 'json'))).toEqual([]);
    run('timeline', 'samples/eurasia', '-o', 'timeline.html');
    expect(/^<!DOCTYPE html>.*id="timeline-data"/s.test(readFileSync(join(home, 'timeline.html'), 'utf8'))).toBe(true);
  });
});
