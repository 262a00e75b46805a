// One run of tests inside a VS Code that a page shows: what they print, how they end, and that they do.
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { format } from 'node:util';
import { LOG } from './paths.mjs';
import { FROM_TESTS } from './protocol.mjs';
import { screenshot } from './workbench.mjs';

const TIMEOUT = Number(process.env.VSCODE_TEST_TIMEOUT ?? 600) * 1000;

export class TestRun {
  #result = Promise.withResolvers();
  /** @type {{ numPassedTests: number, numFailedTests: number, numPendingTests: number } | undefined} what tests count themselves, where they cannot write it to a file */
  counts;

  /**
   * Listens to a page; to be called before it is opened.
   * @param {import('playwright-core').Page} page
   */
  async watch(page) {
    await page.exposeFunction('codeAutomationLog', this.#consoleRelay());
    await page.exposeFunction('codeAutomationExit', this.#result.resolve);
    page.on('crash', () => this.fail(new Error('The page that shows VS Code crashed.')));
  }

  /** @param {Error} reason why the tests will not come to an end */
  fail(reason) {
    this.#result.reject(reason);
  }

  /**
   * @param {import('playwright-core').Page} page
   * @returns {Promise<number>} the exit code, 0 when all is well
   */
  async ended(page) {
    const timer = setTimeout(async () => {
      const picture = await screenshot(page, 'tests-did-not-end').catch((error) => error.message);
      this.fail(new Error(`The tests didn't end within ${TIMEOUT / 1000} s: see ${picture}`));
    }, TIMEOUT);
    try {
      return await this.#result.promise;
    } finally {
      clearTimeout(timer);
    }
  }

  /**
   * Takes what the window's console was told: prints what comes from tests, and keeps the rest, VS Code's own chatter,
   * in a file.
   */
  #consoleRelay() {
    mkdirSync(dirname(LOG), { recursive: true });
    const log = createWriteStream(LOG);
    return (type, args) => {
      const isError = type === 'error' || type === 'warn';
      if (args[0] !== FROM_TESTS) log.write(`${type}: ${format(...args)}\n`);
      else if (args[1]?.counts) this.counts = args[1].counts;
      else (isError ? console.error : console.log)(format(...args.slice(1)));
    };
  }
}
