/** The action for GitHub: valid by GitHub's own reader, and its steps run here as a runner would run them. */
import { spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { makeFolder } from '../sources/folder.ts';
import { mistakesInAction } from '../support/github-workflow.ts';
import { cliCommand, type Ended, useCli } from './support.ts';

useCli();

interface Step {
  readonly id?: string;
  readonly name: string;
  readonly if?: string;
  readonly run?: string;
  readonly uses?: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

const TEXT = readFileSync('action.yml', 'utf8');
const ACTION = parse(TEXT) as Action;
const PERSON = 'kind: person\nid: a\nname: A\n';
const WRONG = `${PERSON}offices:\n  - { title: President, state: KAZX }\n`;

/** A step by its id or name. */
function step(name: string): Step {
  return ACTION.runs.steps.find((each) => each.id === name || each.name === name)!;
}

interface Ran extends Ended {
  /** What the step has put into `$GITHUB_OUTPUT`. */
  readonly outputs: Readonly<Record<string, string>>;
}

/** Runs a step as a runner does: expressions replaced in its environment, by bash with the runner's options. */
function runStep(
  name: string,
  {
    cwd,
    actionPath,
    inputs = {},
    path = '',
  }: { cwd: string; actionPath: string; inputs?: Record<string, string>; path?: string },
): Promise<Ran> {
  const { run = '', env = {} } = step(name);
  const values: Record<string, string> = { 'github.action_path': actionPath };
  for (const [key, input] of Object.entries(ACTION.inputs)) values[`inputs.${key}`] = inputs[key] ?? input.default;
  const script = join(makeFolder({ 'step.sh': run, output: '' }), 'step.sh');
  const output = join(dirname(script), 'output');
  const evaluated = Object.entries(env).map(([key, value]) => [
    key,
    value.replace(/\$\{\{ ([\w.-]+) \}\}/g, (_, expression: string) => values[expression]!),
  ]);
  const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], {
    cwd,
    env: {
      PATH: [...(path === '' ? [] : [path]), dirname(process.execPath), process.env.PATH].join(delimiter),
      GITHUB_OUTPUT: output,
      GITHUB_WORKSPACE: cwd,
      ...Object.fromEntries(evaluated),
    },
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk) => {
    stderr += chunk;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (code) => {
      const lines = readFileSync(output, 'utf8').split('\n').filter(Boolean);
      const outputs = Object.fromEntries(
        lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
      );
      resolve({ code, stdout, stderr, outputs });
    });
  });
}

/** A checkout of the action in which it is built. */
function builtAction(): string {
  const [, cli] = cliCommand();
  const folder = makeFolder({});
  mkdirSync(join(folder, 'dist'));
  cpSync(cli!, join(folder, 'dist/cli.js'));
  cpSync(join(dirname(cli!), 'cli'), join(folder, 'dist/cli'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  return folder;
}

describe('action.yml', () => {
  it('is an action to GitHub, which would refuse one with a word spelled wrong', async () => {
    expect(await mistakesInAction(TEXT)).toEqual([]);
    expect(await mistakesInAction(TEXT.replace('      shell: bash\n', '      shel: bash\n'))).not.toEqual([]);
    expect(ACTION.runs.using).toBe('composite');
  });

  it('names only inputs and steps that there are, and no input within a script', () => {
    const inputs = [...TEXT.matchAll(/inputs\.([\w-]+)/g)].map(([, name]) => name);
    expect([...new Set(inputs)].sort()).toEqual(Object.keys(ACTION.inputs).sort());
    const ids = ACTION.runs.steps.flatMap(({ id }) => id ?? []);
    for (const [, id] of TEXT.matchAll(/steps\.(\w+)\./g)) expect(ids).toContain(id);
    for (const { run } of ACTION.runs.steps) expect(run ?? '').not.toContain('${{');
  });
});

describe.skipIf(process.platform === 'win32')('the steps', () => {
  it('check what is named, and show problems from where GitHub has checked out', async () => {
    const cwd = makeFolder({ 'data/a.yaml': PERSON, 'more data/a.yaml': WRONG });
    const actionPath = builtAction();
    expect(await runStep('check', { cwd, actionPath, inputs: { path: 'data' } })).toEqual({
      code: 0,
      stdout: 'No problems in 1 file.\n',
      stderr: '',
      outputs: { 'exit-code': '0' },
    });
    const { code, stdout, outputs } = await runStep('check', {
      cwd,
      actionPath,
      inputs: { path: 'data\r\nmore data\n' },
    });
    expect([code, outputs]).toEqual([1, { 'exit-code': '1' }]);
    expect(stdout).toMatch(/^::error file=more data\/a\.yaml,line=5,.*\n1 error in 1 of 2 files\n$/);
  });

  it('take further options, and read nothing of an input as a command', async () => {
    const cwd = makeFolder({ 'a.yaml': WRONG });
    const actionPath = builtAction();
    const inputs = { args: '--rule unknown-reference=off\n--quiet', format: 'pretty' };
    expect(await runStep('check', { cwd, actionPath, inputs })).toMatchObject({
      code: 0,
      stdout: 'No errors in 1 file.\n',
    });
    const evil = { path: '$(touch pwned)`touch pwned`; touch pwned' };
    expect(await runStep('check', { cwd, actionPath, inputs: evil })).toMatchObject({
      code: 2,
      stderr: `There is no file or folder ${evil.path}.\n`,
      outputs: { 'exit-code': '2' },
    });
  });

  it('write a report beside the log', async () => {
    const cwd = makeFolder({ 'a.yaml': WRONG });
    const actionPath = builtAction();
    const ran = await runStep('check', { cwd, actionPath, inputs: { report: 'out/problems.sarif' } });
    expect(ran).toMatchObject({ code: 1, outputs: { 'exit-code': '1', report: 'out/problems.sarif' } });
    expect(ran.stdout).toContain('::error file=a.yaml');
    expect(JSON.parse(readFileSync(join(cwd, 'out/problems.sarif'), 'utf8')).runs[0].results).toHaveLength(1);
    const wrong = await runStep('check', { cwd, actionPath, inputs: { report: 'x', 'report-format': 'nope' } });
    expect(wrong).toMatchObject({ code: 2, outputs: { 'exit-code': '2' } });
    expect(wrong.stderr).toContain('nope');
  });

  it('build only where that has not been done, without scripts of other packages', async () => {
    const cwd = makeFolder({});
    const tools = async (actionPath: string) => (await runStep('tools', { cwd, actionPath })).outputs;
    expect(await tools(builtAction())).toEqual({ 'has-node': 'true', 'is-built': 'true' });
    const fresh = makeFolder({
      'esbuild.mjs': "import { writeFileSync } from 'node:fs'; writeFileSync('built', process.argv[2]);",
    });
    expect(await tools(fresh)).toEqual({ 'has-node': 'true' });
    const path = makeFolder({ npm: '#!/bin/sh\necho "npm $*"\n' });
    chmodSync(join(path, 'npm'), 0o755);
    const { code, stdout } = await runStep('Build the tool', { cwd, actionPath: fresh, path });
    expect([code, stdout]).toEqual([0, 'npm ci --ignore-scripts --no-audit --no-fund\n']);
    expect(readFileSync(join(fresh, 'built'), 'utf8')).toBe('--production');
  });

  it('find no Node.js in one that is too old', async () => {
    const path = makeFolder({ node: '#!/bin/sh\nexit 1\n' });
    chmodSync(join(path, 'node'), 0o755);
    const { code, outputs } = await runStep('tools', { cwd: path, actionPath: path, path });
    expect([code, outputs]).toEqual([0, {}]);
  });

  it('tell sources apart by a hash', async () => {
    const cwd = makeFolder({});
    const sources = {
      'client/a.ts': 'a',
      'schemas/b.json': '{}',
      'l10n/c.json': '{}',
      'server/x/c.ts': 'c',
      'esbuild.mjs': '',
      'package.json': '{}',
      'package-lock.json': '{}',
    };
    const hashOf = async (files: Record<string, string>) =>
      (await runStep('sources', { cwd, actionPath: makeFolder(files) })).outputs.hash;
    const hash = await hashOf(sources);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await hashOf({ ...sources, 'README.md': 'words' })).toBe(hash);
    expect(await hashOf({ ...sources, 'server/x/c.ts': 'd' })).not.toBe(hash);
  });
});
