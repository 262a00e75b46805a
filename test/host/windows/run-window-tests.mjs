// `npm run test:vscode -- --windows`: the stories that are told of windows from outside, one after the other.
import { launchChromium } from '../chromium.mjs';
import { onCleanUp } from '../cleanup.mjs';
import { startVSCodeServer } from '../vscode-server.mjs';
import { testInstalled } from './installed.mjs';
import { testNoFolder } from './no-folder.mjs';
import { testRestart } from './restart.mjs';
import { testRussian } from './russian.mjs';
import { testSeveralDatasets } from './several-datasets.mjs';
import { testUntrusted } from './untrusted.mjs';
import { testWorkerFailure } from './worker-failure.mjs';

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
  const [server, browser] = await Promise.all([startVSCodeServer(), launchChromium()]);
  onCleanUp(() => browser.close());
  const result = { passed: 0, failed: 0 };
  for (const story of STORIES.filter(({ name }) => name.includes(grep))) {
    if (await story({ server, browser })) result.passed++;
    else result.failed++;
  }
  return result;
}
