// Runs the tests that need no Node in VS Code without a server: workbench, extension and language server in a browser.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { startBridge } from '../bridge.mjs';
import { launchChromium } from '../chromium.mjs';
import { onCleanUp } from '../cleanup.mjs';
import { ROOT, SAMPLE } from '../paths.mjs';
import { BRIDGE } from '../protocol.mjs';
import { TestRun } from '../test-run.mjs';
import { openWorkbench, startWebServer } from './server.mjs';

const SOURCE = join(ROOT, 'test/vscode/web/index.ts');
/** Within the extension, as VS Code starts tests where it runs the extension that they lie in. */
const BUNDLE = 'dist/test/web.cjs';

/** What the console says when something of ours has gone wrong. */
const OURS = /security-initiatives|\/extension\/dist\//;
/** What VS Code says of a tool that was given what it cannot take: stories do so on purpose. */
const PROVOKED = /LanguageModelToolsService#invokeTool\] Error from tool/;

/**
 * @param {{ grep?: string }} [options]
 * @returns {Promise<{ passed: number, failed: number, skipped: number }>} how many tests; an error of ours in the console counts as one
 */
export async function testInBrowser({ grep } = {}) {
  const bridge = await startBridge();
  onCleanUp(bridge.close);
  await bundle({ grep, bridge: bridge.address });
  const { origin } = await startWebServer({ folder: SAMPLE, tests: BUNDLE });
  const browser = await launchChromium();
  onCleanUp(() => browser.close());
  const page = await browser.newPage({ viewport: { width: 1400, height: 860 } });
  const errors = [];
  page.on('console', (message) => {
    const said = `${message.text()} (${message.location().url})`;
    if (message.type() === 'error' && OURS.test(said) && !PROVOKED.test(said)) errors.push(said);
  });
  bridge.drive(page);
  const run = new TestRun();
  await run.watch(page);
  console.log("\nTesting in VS Code's web build");
  await openWorkbench(page, origin);
  const code = await run.ended(page);
  if (!run.counts) throw new Error('The tests in the browser did not run to their end: see out/vscode.log');
  // A test that fails is told of there, too.
  if (code === 0) for (const error of errors) console.error(`The browser's console has an error of ours: ${error}`);
  const { numPassedTests: passed, numFailedTests, numPendingTests: skipped } = run.counts;
  return { passed, failed: code === 0 ? errors.length : numFailedTests, skipped };
}

/**
 * Mocha's file for browsers is a script that puts itself into whatever is global, unless it believes to be CommonJS.
 * @type {import('esbuild').Plugin}
 */
const mochaForBrowsers = {
  name: 'mocha-for-browsers',
  setup({ onResolve, onLoad }) {
    const path = join(ROOT, 'node_modules/mocha/mocha.js');
    onResolve({ filter: /^mocha$/ }, () => ({ path, namespace: 'mocha' }));
    onLoad({ filter: /./, namespace: 'mocha' }, async () => {
      const script = await readFile(path, 'utf8');
      return { contents: `var module, exports, define;\n${script}\nexport default globalThis.Mocha;` };
    });
  },
};

/** CommonJS in one file, with nothing of Node in it. */
async function bundle({ grep, bridge }) {
  await build({
    entryPoints: [SOURCE],
    outfile: join(ROOT, BUNDLE),
    bundle: true,
    platform: 'browser',
    format: 'cjs',
    target: 'es2023',
    external: ['vscode'],
    alias: { 'node:assert/strict': join(ROOT, 'test/vscode/web/assert.ts') },
    plugins: [mochaForBrowsers],
    define: { 'process.env': JSON.stringify({ [BRIDGE]: bridge }), __GREP__: JSON.stringify(grep) ?? 'undefined' },
    sourcemap: 'linked',
    logLevel: 'warning',
  });
}
