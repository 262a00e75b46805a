// `npm run test:vscode`: bundles the tests and runs them in a real VS Code, Desktop if there is one, else the server build.
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runTests, TestRunFailedError } from '@vscode/test-electron';
import { build } from 'esbuild';
import { testBeside } from './beside/run-beside-tests.mjs';
import { main, onCleanUp } from './cleanup.mjs';
import { installedDesktop } from './desktop.mjs';
import { BIN, FETCHED, ROOT, TEST_BUNDLE, TEST_COUNTS, TEST_SOURCE } from './paths.mjs';
import { writeUserSettings } from './settings.mjs';
import { testInBrowser } from './web/run-web-tests.mjs';
import { testWindows } from './windows/run-window-tests.mjs';
import { copySample } from './workspace.mjs';

const LAUNCHER = fileURLToPath(new URL('launcher.mjs', import.meta.url));

await main(async () => {
  const { values } = parseArgs({
    options: {
      grep: { type: 'string' },
      web: { type: 'boolean' },
      beside: { type: 'boolean' },
      windows: { type: 'boolean' },
    },
  });
  if (values.web) return (await testInBrowser(values)).failed;
  if (values.windows) return (await testWindows(values)).failed;
  const counts = join(TEST_COUNTS, 'vscode.json');
  await rm(counts, { force: true });
  await bundle();
  if (values.beside) return (await testBeside(values)).failed;
  const { temporary, workspace } = await copySample();
  const userData = join(temporary, 'user');
  await writeUserSettings(userData);
  process.env.PATH = `${BIN}${delimiter}${process.env.PATH}`; // the launcher is run by the first `node`

  const chosen = host();
  const run = runTests({
    ...chosen,
    extensionDevelopmentPath: ROOT,
    extensionTestsPath: TEST_BUNDLE,
    launchArgs: [workspace, `--user-data-dir=${userData}`, `--extensions-dir=${join(temporary, 'extensions')}`],
    extensionTestsEnv: { TEST_COUNTS_FILE: counts, TEST_GREP: values.grep },
  });
  // It passes Ctrl+C on to VS Code, but no other signal; the temporary folders are removed when VS Code has ended.
  for (const signal of ['SIGTERM', 'SIGHUP']) process.once(signal, () => process.emit('SIGINT', 'SIGINT'));
  onCleanUp(() => run.then(ignore, ignore));
  try {
    const code = await run;
    if (code !== 0 || chosen.vscodeExecutablePath !== LAUNCHER || values.grep) return code;
    /** @type {{ passed: number, failed: number, skipped?: number }[]} */
    const results = [await testInBrowser(), await testBeside(), await testWindows()];
    await addCounts(counts, results);
    return results.some(({ failed }) => failed > 0) ? 1 : 0;
  } catch (error) {
    if (error instanceof TestRunFailedError) return 1; // whoever failed has said why
    throw error;
  }
});

/**
 * VSCODE_EXECUTABLE: the executable of a Desktop, or `server` for the server build. VSCODE_DOWNLOAD=1: a Desktop is
 * downloaded. Else an installed Desktop, else the server build.
 * @returns {{ vscodeExecutablePath?: string, version?: string, cachePath?: string }}
 */
function host() {
  const chosen = process.env.VSCODE_EXECUTABLE;
  if (chosen && chosen !== 'server') {
    if (!existsSync(chosen)) throw new Error(`VSCODE_EXECUTABLE names ${chosen}, which does not exist.`);
    return { vscodeExecutablePath: chosen };
  }
  if (process.env.VSCODE_DOWNLOAD === '1') return { version: 'stable', cachePath: FETCHED };
  const desktop = chosen ? undefined : installedDesktop();
  if (!desktop && process.platform === 'win32')
    throw new Error('No VS Code found. Install it, name its Code.exe in VSCODE_EXECUTABLE, or set VSCODE_DOWNLOAD=1.');
  console.log(desktop ? `Testing in ${desktop}` : "Testing in VS Code's server build");
  return { vscodeExecutablePath: desktop ?? LAUNCHER };
}

/** CommonJS, as that is what every extension host loads; `.cjs` says so, since package.json says otherwise. */
async function bundle() {
  await build({
    entryPoints: [TEST_SOURCE],
    outfile: TEST_BUNDLE,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    external: ['vscode', 'mocha'],
    sourcemap: 'linked',
    logLevel: 'warning',
  });
}

/** Adds what was tested elsewhere to what the extension host has counted. */
async function addCounts(file, results) {
  const counts = JSON.parse(await readFile(file, 'utf8'));
  for (const { passed, failed, skipped = 0 } of results) {
    counts.numPassedTests += passed;
    counts.numFailedTests += failed;
    counts.numPendingTests += skipped;
  }
  await writeFile(file, JSON.stringify(counts));
}

function ignore() {}
