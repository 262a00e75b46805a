/** The command line that tests run: bundled once for a whole run, with the files of the timeline's page beside it, as its package ships it. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { PAGE } from '../../client/timeline/build/page.mjs';
import { COMMAND_LINE } from '../../server/cli/build/bundle.mjs';

/** What it says of its version. */
export const VERSION = '1.2.3-test';

/** Where the bundle stands, for the processes that run the tests. */
const VARIABLE = 'SECURITY_INITIATIVES_TEST_CLI';

/** Called by Vitest before all tests. @returns what removes the bundle after them */
export default async function bundleCommandLine(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'initiatives-cli-'));
  // Some tests run it as another user.
  chmodSync(folder, 0o755);
  await Promise.all([
    build({
      ...COMMAND_LINE,
      outdir: folder,
      outExtension: { '.js': '.mjs' },
      define: { __VERSION__: JSON.stringify(VERSION) },
      logLevel: 'warning',
    }),
    build({
      entryPoints: ['main.ts', 'timeline.css'].map((name) => `client/timeline/webview/${name}`),
      entryNames: 'timeline',
      outdir: join(folder, 'webview'),
      ...PAGE,
      logLevel: 'warning',
    }),
  ]);
  process.env[VARIABLE] = join(folder, 'cli.mjs');
  return () => rmSync(folder, { recursive: true, force: true });
}

/** The script to start. All tests share it and leave its folder as it is. @throws outside of a run of Vitest, which makes the bundle */
export function commandLineScript(): string {
  const script = process.env[VARIABLE];
  if (!script) throw new Error('The command line is bundled for runs of Vitest alone.');
  return script;
}
