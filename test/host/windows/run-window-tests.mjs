// `npm run test:vscode -- --windows`: the stories that are told of windows from outside, one after the other.
import { testWorkerFailure } from '../web/worker-failure-test.mjs';
import { testInstalled } from './installed.mjs';
import { testNoFolder } from './no-folder.mjs';
import { testRestart } from './restart.mjs';
import { testRussian } from './russian.mjs';
import { testSeveralDatasets } from './several-datasets.mjs';
import { testUntrusted } from './untrusted.mjs';

const STORIES = [
  testNoFolder,
  testUntrusted,
  testSeveralDatasets,
  testRussian,
  testRestart,
  testWorkerFailure,
  testInstalled,
];

/**
 * @param {{ grep?: string }} [options] grep: a part of the names of the functions to run
 * @returns {Promise<{ passed: number, failed: number }>} how many stories
 */
export async function testWindows({ grep = '' } = {}) {
  console.log('\nTesting windows from outside');
  const result = { passed: 0, failed: 0 };
  for (const story of STORIES.filter(({ name }) => name.includes(grep))) {
    if (await story()) result.passed++;
    else result.failed++;
  }
  return result;
}
