// Runs the tests that need another YAML extension in VS Code: a window of the server build with a stand-in beside ours.
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { startBridge } from '../bridge.mjs';
import { launchChromium } from '../chromium.mjs';
import { onCleanUp } from '../cleanup.mjs';
import { fetched } from '../fetched.mjs';
import { ROOT, TEST_BUNDLE } from '../paths.mjs';
import { BRIDGE } from '../protocol.mjs';
import { TestRun } from '../test-run.mjs';
import { startVSCodeServer } from '../vscode-server.mjs';
import { openWindow } from '../workbench.mjs';
import { copySample } from '../workspace.mjs';

const VERSION = '2.0.0'; // of yaml-language-server; the benchmarks have the same

/**
 * Runs test/vscode/beside.test.ts; the tests must be bundled.
 * @param {{ grep?: string }} [options]
 * @returns {Promise<{ passed: number, failed: number, skipped: number }>} how many tests
 */
export async function testBeside({ grep } = {}) {
  const { temporary, workspace } = await copySample();
  const counts = join(temporary, 'counts.json');
  const bridge = await startBridge();
  onCleanUp(bridge.close);
  const server = await startVSCodeServer({
    extensions: [await standIn()],
    env: { [BRIDGE]: bridge.address, TEST_SUITE: 'beside', TEST_COUNTS_FILE: counts, ...(grep && { TEST_GREP: grep }) },
  });
  const browser = await launchChromium();
  onCleanUp(() => browser.close());
  const run = new TestRun();
  console.log('\nTesting beside another YAML extension');
  const page = await openWindow({
    browser,
    server,
    content: { folder: workspace, extension: ROOT, tests: TEST_BUNDLE },
    prepare: async (page) => {
      bridge.drive(page);
      await run.watch(page);
    },
  });
  await run.ended(page);
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(await readFile(counts, 'utf8'));
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests };
}

/** Bundles the extension that stands in for redhat.vscode-yaml, which no package holds, with the server that it runs. */
async function standIn() {
  const name = `yaml-language-server-${VERSION}`;
  const packages = [`yaml-language-server@${VERSION}`];
  const tools = await fetched({ name, title: `yaml-language-server ${VERSION}`, packages });
  const folder = await mkdtemp(join(tmpdir(), 'vscode-beside-'));
  onCleanUp(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));
  await copyFile(new URL('package.json', import.meta.url), join(folder, 'package.json'));
  await build({
    entryPoints: [fileURLToPath(new URL('extension.ts', import.meta.url))],
    outfile: join(folder, 'extension.cjs'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    external: ['vscode'],
    define: {
      __SERVER__: JSON.stringify(join(tools, 'node_modules/yaml-language-server/out/src/server.js')),
    },
    logLevel: 'warning',
  });
  return folder;
}
