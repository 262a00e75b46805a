/** The package as it is delivered: small, with nothing in it that its users do not run, read or see. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const VSCE = fileURLToPath(new URL('../../node_modules/@vscode/vsce/vsce', import.meta.url));

interface Manifest {
  readonly files: readonly string[];
  readonly scripts: Readonly<Record<string, string>>;
}

describe('the package', () => {
  const { files, scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Manifest;
  let folder: string;
  const size = (name: string) => statSync(join(folder, name)).size;
  const vsce = (...args: string[]) =>
    execFileSync(process.execPath, [VSCE, ...args], { cwd: folder, encoding: 'utf8' });

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'initiatives-package-'));
    execFileSync(process.execPath, ['esbuild.mjs', '--production', `--outdir=${join(folder, 'dist')}`], { cwd: ROOT });
    // What is built is built here, so that no other build is in the way.
    for (const name of ['package.json', ...files.filter((one) => !one.replace(/^\//, '').startsWith('dist/'))]) {
      const from = name.replace(/\/\*\.\w+$/, '');
      mkdirSync(dirname(join(folder, from)), { recursive: true });
      cpSync(join(ROOT, from), join(folder, from), { recursive: true });
    }
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is at most 1 MB', () => {
    const options = scripts.package!.split('vsce package ')[1]!.split(' ');
    vsce('package', ...options, '--out', 'it.vsix');
    expect(size('it.vsix')).toBeLessThanOrEqual(1_000_000);
  });

  it('has bundles no larger than they have to be', () => {
    expect(size('dist/server.js')).toBeLessThanOrEqual(1_115_000);
    expect(size('dist/client.cjs')).toBeLessThanOrEqual(465_000);
  });

  it('holds each bundle once, and neither the command line nor source maps', () => {
    const listed = vsce('ls', '--no-dependencies').split('\n');
    expect(listed.filter((name) => name.startsWith('dist/')).sort()).toEqual([
      'dist/client.cjs',
      'dist/licenses.txt',
      'dist/server.js',
      'dist/webview/timeline.css',
      'dist/webview/timeline.js',
    ]);
  });

  it('tells the licence of every package in its bundles', () => {
    const licences = readFileSync(join(folder, 'dist/licenses.txt'), 'utf8');
    for (const name of ['vscode-languageserver', 'vscode-languageserver-types', 'yaml', 'edtf', 'any-ascii'])
      expect(licences).toMatch(new RegExp(`^${name} \\d`, 'm'));
  });
});
