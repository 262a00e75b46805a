/** Runs the command line as people do: bundled, as a process of its own, in a folder of its own. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { commandLineScript } from '../support/cli-bundle.ts';

export { VERSION } from '../support/cli-bundle.ts';

/** What a process has said, and how it has ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** The current directory; one with nothing of interest by default. */
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** JavaScript that runs in the process before everything else. */
  readonly preload?: string;
}

let folder = '';

/** Makes the folder in which the tests of a file run the command line, unless they name another. */
export function useCli(): void {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'initiatives-cwd-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
}

/** What starts the command line, for those who start it themselves. */
export function cliCommand(): [string, ...string[]] {
  return [process.execPath, commandLineScript()];
}

/** Starts the command line; its output is not read yet. */
export function start(args: readonly string[], { cwd = folder, env = {}, preload }: RunOptions = {}) {
  const before = preload === undefined ? [] : ['--require', preloadFile(preload)];
  const { NO_COLOR: _, FORCE_COLOR: __, ...inherited } = process.env;
  return spawn(process.execPath, [...before, commandLineScript(), ...args], { cwd, env: { ...inherited, ...env } });
}

/** Runs the command line to its end. */
export function run(args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  const child = start(args, options);
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk) => {
    stderr += chunk;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

let preloads = 0;

function preloadFile(script: string): string {
  const path = join(folder, `preload-${preloads++}.cjs`);
  writeFileSync(path, script);
  return path;
}
