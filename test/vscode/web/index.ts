// Runs the tests that need no Node where VS Code has none: its extension host, too, is a worker in a browser.
import Mocha from 'mocha';
import { FROM_TESTS } from '../../host/protocol.mjs';

/** All stories but those that need processes, files on a disk, or VS Code's own server for JSON, which this build has for Node alone. */
const FILES = [
  () => import('./host.test.ts'),
  () => import('../activation.test.ts'),
  () => import('../editing.test.ts'),
  () => import('../navigation.test.ts'),
  () => import('../renaming.test.ts'),
  () => import('../reading.test.ts'),
  () => import('../problems.test.ts'),
  () => import('../formatting.test.ts'),
  () => import('../manifest.test.ts'),
  () => import('../virtual.test.ts'),
  () => import('../explorer.test.ts'),
  () => import('../new-record.test.ts'),
  () => import('../starting.test.ts'),
  () => import('../add-citation.test.ts'),
  () => import('../fix-all.test.ts'),
  () => import('../language-model-tools.test.ts'),
  () => import('../settings-effects.test.ts'),
  () => import('../timeline.test.ts'),
  () => import('../timeline-panes.test.ts'),
];

/** Put in when the tests are bundled. */
declare const __GREP__: string | undefined;

/** Rejects when a test failed, which VS Code turns into its exit code. */
export async function run(): Promise<void> {
  const print = console.log.bind(console);
  Mocha.reporters.Base.consoleLog = (...args: unknown[]) => print(FROM_TESTS, ...args);
  const options = { ui: 'bdd', reporter: 'spec', timeout: 20_000, slow: 2_000, color: false } as const;
  const mocha = new Mocha({ ...options, ...(__GREP__ && { grep: __GREP__ }) });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  for (const load of FILES) await load();

  const { passes, failures, pending } = await new Promise<Mocha.Stats>((resolve) => {
    const runner = mocha.run(() => resolve(runner.stats as Mocha.Stats));
  });
  const counts = { numPassedTests: passes, numFailedTests: failures, numPendingTests: pending };
  print(FROM_TESTS, { counts });
  if (failures > 0) throw new Error(`${failures} of the tests in the browser failed.`);
  if (passes === 0) throw new Error('No test ran in the browser.');
}
