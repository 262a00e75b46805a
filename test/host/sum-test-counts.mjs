// Adds up what each test runner counted and prints it as one line; fails when a test failed or a runner left no count.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TEST_COUNTS } from './paths.mjs';

/** The runners' files, written by vitest's JSON reporter and, with the same names inside, by the tests in VS Code. */
const RUNNERS = ['vitest.json', 'vscode.json'];

let passed = 0;
let failed = 0;
let skipped = 0;
for (const name of RUNNERS) {
  try {
    const counts = JSON.parse(readFileSync(join(TEST_COUNTS, name), 'utf8'));
    passed += counts.numPassedTests;
    failed += counts.numFailedTests;
    skipped += (counts.numPendingTests ?? 0) + (counts.numTodoTests ?? 0);
    if (counts.success === false) process.exitCode = 1; // a file that didn't even load
  } catch (error) {
    console.error(`${name}: no count, so its tests did not run to the end (${error.message})`);
    process.exitCode = 1;
  }
}
if (failed > 0 || passed === 0) process.exitCode = 1;
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
