/** The server that tests start: bundled once for a whole run, as an extension ships it. From its sources each start takes five times as long. */
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { SERVER } from '../../server/build/bundle.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Where the bundle stands, for the processes that run the tests. */
const VARIABLE = 'SECURITY_INITIATIVES_TEST_SERVER';

/** Called by Vitest before all tests. @returns what removes the bundle after them */
export default async function bundleServer(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'initiatives-server-'));
  await build({ ...SERVER, outdir: join(folder, 'dist'), logLevel: 'warning' });
  // The pages of the rules stand beside the folder of the bundle, as in the package.
  symlinkSync(join(ROOT, 'docs'), join(folder, 'docs'), 'junction');
  process.env[VARIABLE] = join(folder, 'dist/server.js');
  return () => rmSync(folder, { recursive: true, force: true });
}

/** The script to start; outside of Vitest, which makes the bundle, it is the source. */
export function serverScript(): string {
  return process.env[VARIABLE] ?? join(ROOT, 'server/process.ts');
}
