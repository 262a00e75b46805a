/** The hooks for pre-commit: what it would pass to them, and what they do then. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { makeFolder } from '../sources/folder.ts';
import { run, useCli } from './support.ts';

useCli();

interface Hook {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly entry: string;
  readonly language: string;
  readonly files?: string;
  readonly pass_filenames?: boolean;
  readonly always_run?: boolean;
  readonly require_serial: boolean;
  readonly stages: readonly string[];
}

const HOOKS = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8')) as readonly Hook[];
const PACKAGE = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly name: string;
  readonly bin: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
  readonly files: readonly string[];
};

function hook(id: string): Hook {
  return HOOKS.find((each) => each.id === id)!;
}

/** Runs a hook as pre-commit does, once it knows which of the files it would pass. */
function runHook(id: string, cwd: string, files: readonly string[], args: readonly string[] = []) {
  const { entry, files: pattern = '', pass_filenames = true } = hook(id);
  // The flag stands at the front in Python.
  const wanted = new RegExp(pattern.replace(/^\(\?i\)/, ''), 'i');
  const passed = pass_filenames ? files.filter((file) => wanted.test(file)) : [];
  const [command, ...words] = entry.split(' ');
  expect(Object.keys(PACKAGE.bin)).toContain(command);
  return run([...words, ...args, ...passed], { cwd });
}

const CROOKED = 'kind: person\nid: a\nname: A\noffices:\n    - title: President\n      state: KAZ\n';

describe('.pre-commit-hooks.yaml', () => {
  it('has what pre-commit asks of every hook', () => {
    expect(HOOKS.map(({ id }) => id)).toEqual(['security-initiatives-check', 'security-initiatives-format']);
    for (const { name, description, language, stages, require_serial } of HOOKS) {
      expect([name, description].every((text) => text.length > 0)).toBe(true);
      expect({ language, require_serial }).toEqual({ language: 'node', require_serial: true });
      for (const stage of stages) expect(['pre-commit', 'pre-merge-commit', 'pre-push', 'manual']).toContain(stage);
    }
  });

  it('checks the whole dataset, whatever has changed', async () => {
    expect(hook('security-initiatives-check')).toMatchObject({ pass_filenames: false, always_run: true });
    const cwd = makeFolder({
      'a.yaml': CROOKED.replace('KAZ', 'XAA'),
      'states/XAA.yaml': 'kind: state\nid: XAA\nname: X\n',
    });
    expect((await runHook('security-initiatives-check', cwd, ['states/XAA.yaml'])).code).toBe(0);
    const without = makeFolder({ 'a.yaml': CROOKED.replace('KAZ', 'XAA') });
    expect((await runHook('security-initiatives-check', without, [])).code).toBe(1);
    const inFolder = makeFolder({ 'data/a.yaml': CROOKED, 'other/b.yaml': CROOKED.replace('KAZ', 'XAA') });
    expect((await runHook('security-initiatives-check', inFolder, [], ['data'])).code).toBe(0);
  });

  it('formats the records among the files of a change, and minds no other file', async () => {
    const files = {
      'data/a.yaml': CROOKED,
      'B.YML': CROOKED.replace('id: a', 'id: b'),
      '.pre-commit-config.yaml': 'repos:\n    - a\n',
      '.github/workflows/check.yml': 'on:\n    push: {}\n',
      'data/.hidden/x.yaml': CROOKED,
      'compose.yaml': 'services:\n    a: 1\n',
      'CITATION.cff': 'cff-version: 1.2.0\n',
      'a.yaml.txt': 'x',
    };
    const cwd = makeFolder(files);
    expect(await runHook('security-initiatives-format', cwd, Object.keys(files))).toEqual({
      code: 0,
      stdout: 'Formatted B.YML\nFormatted data/a.yaml\n2 of 2 files were formatted.\n',
      stderr: '',
    });
    for (const [name, text] of Object.entries(files)) {
      const isFormatted = name === 'B.YML' || name === 'data/a.yaml';
      expect(readFileSync(join(cwd, name), 'utf8') === text).toBe(!isFormatted);
    }
  });
});

describe('installing from git', () => {
  it('builds the tool, and prints nothing that pre-commit does not expect', () => {
    expect(PACKAGE.bin).toEqual({ 'security-initiatives': 'dist/cli.js' });
    expect(PACKAGE.scripts.prepare).toBe('node server/cli/build/prepare.mjs');
    expect(readFileSync('.npmrc', 'utf8')).toMatch(/^foreground-scripts=false$/m);
    // The parts of the command line, and what the command `timeline` writes pages with.
    const allowed = readFileSync('.npmignore', 'utf8').match(/(?<=^!).*$/gm);
    expect(allowed).toEqual(expect.arrayContaining(['/dist/cli.js', '/dist/cli/*.js', '/dist/webview']));
    expect(PACKAGE).not.toHaveProperty('files');
  });
});
