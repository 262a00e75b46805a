/** Runs the command line as people do: bundled, as a process of its own. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll } from 'vitest';
import { PAGE } from '../../client/timeline/build/page.mjs';
import { COMMAND_LINE } from '../../server/cli/build/bundle.mjs';

/** What a process has said, and how it has ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** The current directory. */
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** JavaScript that runs in the process before everything else. */
  readonly preload?: string;
}

export const VERSION = '1.2.3-test';

let folder = '';

/** Bundles the command line for the tests of a file, with the files of the timeline's page beside it if `page` is set. */
export function useCli({ page = false } = {}): void {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'initiatives-cli-'));
    await build({
      ...COMMAND_LINE,
      outdir: folder,
      outExtension: { '.js': '.mjs' },
      define: { __VERSION__: JSON.stringify(VERSION) },
      logLevel: 'warning',
    });
    if (!page) return;
    await build({
      entryPoints: ['main.ts', 'timeline.css'].map((name) => `client/timeline/webview/${name}`),
      entryNames: 'timeline',
      outdir: join(folder, 'webview'),
      ...PAGE,
      logLevel: 'warning',
    });
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
}

/** What starts the command line, for those who start it themselves. */
export function cliCommand(): [string, ...string[]] {
  return [process.execPath, join(folder, 'cli.mjs')];
}

/** Starts the command line; its output is not read yet. */
export function start(args: readonly string[], { cwd = folder, env = {}, preload }: RunOptions = {}) {
  const before = preload === undefined ? [] : ['--require', preloadFile(preload)];
  const { NO_COLOR: _, FORCE_COLOR: __, ...inherited } = process.env;
  return spawn(process.execPath, [...before, join(folder, 'cli.mjs'), ...args], { cwd, env: { ...inherited, ...env } });
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
