/** Unit tests run the sources as they are; tests in a real VS Code have a runner of their own. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './support/longest-first.ts';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/vscode/**', '**/node_modules/**'],
    globalSetup: ['test/support/server-bundle.ts', 'test/support/cli-bundle.ts'],
    setupFiles: ['test/support/random.ts'],
    sequence: { sequencer: LongestFirst },
    testTimeout: 30_000,
    // Tests of the timeline's page wait for a browser most of the time.
    maxWorkers: 3,
  },
});
