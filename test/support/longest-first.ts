/** The order in which files of tests run: long ones first, so that none is left to run alone, and those that wait a lot beside those that work. */
import { relative, sep } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

// Where a file has not run before, Vitest goes by its size; most of these are small. The longest kind comes first.
const LONG_AT_WORK: readonly RegExp[] = [
  /^test\/faults\/checkout\./,
  /^test\/hostile\/(?:groups|processes|texts)\./,
  /^test\/webview\/crowd\./,
  /^test\/cli\/[\w-]+\.test\.ts$/,
  /^test\/(?:faults|fuzz|soak|trust)\//,
];
const LONG_IN_BROWSERS: readonly RegExp[] = [/\/accessibility\./, /\/movement\./, /\/(?:axis|keyboard|overview)\./];

/** Tests in a browser wait most of the time. */
const IN_BROWSER = /\.browser\.test\.ts$/;

/** How many files come between two that wait for a browser: as many as leave it about one of three workers. */
const BETWEEN = 2;

/** To be given to Vitest. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const root = this.ctx.config.root;
    const pathOf = ({ moduleId }: TestSpecification) => relative(root, moduleId).replaceAll(sep, '/');
    const order = (long: readonly RegExp[]) => (one: TestSpecification, other: TestSpecification) =>
      placeIn(long, pathOf(one)) - placeIn(long, pathOf(other));
    const sorted = await super.sort(files);
    const isInBrowser = (file: TestSpecification) => IN_BROWSER.test(pathOf(file));
    const waiting = sorted.filter(isInBrowser).sort(order(LONG_IN_BROWSERS));
    const working = sorted.filter((file) => !isInBrowser(file)).sort(order(LONG_AT_WORK));
    return [...waiting.flatMap((file) => [file, ...working.splice(0, BETWEEN)]), ...working];
  }
}

/** The index of the first pattern that fits, or the number of patterns. */
function placeIn(patterns: readonly RegExp[], path: string): number {
  const index = patterns.findIndex((pattern) => pattern.test(path));
  return index < 0 ? patterns.length : index;
}
