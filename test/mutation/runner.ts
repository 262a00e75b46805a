/** Runs the tests in one process that lives on, so that a mutant costs the time of its tests and nothing else. */
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { InstrumenterContext } from '@stryker-mutator/api/core';
import { declareFactoryPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  type DryRunOptions,
  type DryRunResult,
  DryRunStatus,
  determineHitLimitReached,
  type MutantRunOptions,
  type MutantRunResult,
  type TestRunner,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import fc from 'fast-check';
import { type Collected, testsOf } from './collect.ts';
import { canJudge, distanceFrom, TESTS } from './judges.ts';

/** A test that takes more CPU time judges no mutants, in milliseconds: it would be run hundreds of times. */
const SLOW = 50;
/** So many tests that by what was seen before reach a mutant, and do not: it stands in what was made once. */
const PATIENCE = 200;
/** Nothing is tried in a process of its own; what is only made once goes unnoticed. */
const IS_QUICK = Boolean(process.env.QUICK);
/** How long each test took in the dry run, for processes that begin later; they read the same files. */
const TIMES = 'mutation-times.json';

/** Milliseconds by a test's id. */
type Times = Readonly<Record<string, number>>;

interface Failure {
  readonly test: Collected;
  readonly message: string;
}

/** What the tests make of a mutant. */
export interface Verdict {
  readonly failure: { readonly id: string; readonly message: string } | undefined;
  /** How often the mutant was run. */
  readonly hits: number;
  /** The test that failed still does without the mutant. */
  readonly hasLeftTraces: boolean;
  /** The ids of the tests that it concerns. */
  readonly tests: readonly string[];
}

const collector = new URL('./collect.ts', import.meta.url).href;

registerHooks({
  resolve: (name, context, next) =>
    name === 'vitest' && context.parentURL !== collector ? { url: collector, shortCircuit: true } : next(name, context),
});

export class WarmRunner implements TestRunner {
  readonly #context: InstrumenterContext;
  #tests: readonly Collected[] | undefined;
  #times: Times | undefined;
  #isWarm = false;
  /** A mutant had this process to itself, and may have left its traces. */
  #isSpoilt = false;

  constructor() {
    const all = globalThis as unknown as { __stryker__?: InstrumenterContext };
    all.__stryker__ ??= {};
    this.#context = all.__stryker__;
  }

  /** In a quick run, nothing begins anew for what is made once; else Stryker starts a process for each such mutant. */
  capabilities(): { reloadEnvironment: boolean } {
    return { reloadEnvironment: IS_QUICK };
  }

  /** Reads the tests before the clock runs: Stryker adds what a dry run takes besides its tests to each mutant's limit. */
  async init(): Promise<void> {
    await this.#load();
  }

  async dryRun({ files = [] }: DryRunOptions): Promise<DryRunResult> {
    const context = this.#context;
    const distances = files.map((file) => distanceFrom(relative('.', file)));
    const tests = [];
    const times: Record<string, number> = {};
    for (const test of await this.#load()) {
      if (distances.every((from) => from(test.file) === Infinity)) continue;
      context.currentTestId = test.id;
      const start = process.cpuUsage().user;
      const failure = await failureOf(test);
      const timeSpentMs = (process.cpuUsage().user - start) / 1000;
      delete context.currentTestId;
      if (failure)
        return { status: DryRunStatus.Error, errorMessage: `${test.id} fails without a mutant: ${failure.message}` };
      times[test.id] = timeSpentMs;
      if (timeSpentMs > SLOW) delete context.mutantCoverage?.perTest[test.id];
      tests.push({
        id: test.id,
        name: test.id,
        fileName: resolve(test.file),
        timeSpentMs,
        status: TestStatus.Success as const,
      });
    }
    writeFileSync(TIMES, JSON.stringify(times));
    this.#times = times;
    this.#isWarm = true;
    const { mutantCoverage } = context;
    return { status: DryRunStatus.Complete, tests, ...(mutantCoverage && { mutantCoverage }) };
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    if (this.#isSpoilt) process.exit(1);
    const isStatic = options.mutantActivation === 'static' && !IS_QUICK;
    const verdict = await this.judge(options, isStatic);
    if (isStatic) this.#isSpoilt = true;
    else if (verdict.failure ? verdict.hasLeftTraces : verdict.hits === 0 && !IS_QUICK) {
      // What is made once in a process was made before this mutant, or by it; Stryker starts a new one where this ends.
      this.#isSpoilt = verdict.hasLeftTraces;
      return resultOf(judgeAlone(options), options);
    }
    return resultOf(verdict, options);
  }

  /**
   * Runs the tests that a mutant concerns, as far as the first that fails.
   * @param isAlone the mutant is there from the beginning, and this process will have no other
   */
  async judge(options: MutantRunOptions, isAlone: boolean): Promise<Verdict> {
    const context = this.#context;
    if (isAlone) context.activeMutant = options.activeMutant.id;
    // What is made once is made in the first test that wants it, whichever that is; alone, any may be the first.
    const wanted = isAlone ? undefined : options.testFilter;
    const source = relative('.', options.sandboxFileName);
    const tests = this.#inOrder(await this.#load(isAlone ? source : undefined), source, wanted);
    // Whatever is made once in a process is made before there are mutants.
    if (!isAlone && !this.#isWarm) await firstFailure(tests);
    this.#isWarm = true;
    context.activeMutant = options.activeMutant.id;
    context.hitCount = 0;
    if (options.hitLimit !== undefined) context.hitLimit = options.hitLimit;
    const failure = await firstFailure(tests, () => !isAlone && context.hitCount === 0);
    const hits = context.hitCount;
    delete context.hitLimit;
    delete context.activeMutant;
    const hasLeftTraces = failure !== undefined && (await failureOf(failure.test)) !== undefined;
    const failed = failure && { id: failure.test.id, message: failure.message };
    return { failure: failed, hits, hasLeftTraces, tests: tests.map(({ id }) => id) };
  }

  /** All tests that can judge, or just those that have a say about `source`. */
  async #load(source?: string): Promise<readonly Collected[]> {
    if (this.#tests) return this.#tests;
    const distance = source === undefined ? () => 0 : distanceFrom(source);
    const files = globSync(TESTS).filter((test) => canJudge(test) && distance(test) < Infinity);
    await import(pathToFileURL(resolve('test/support/random.ts')).href);
    fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true });
    const tests: Collected[] = [];
    for (const file of files.sort())
      tests.push(...(await testsOf(file, () => import(pathToFileURL(resolve(file)).href))));
    this.#tests = tests;
    return tests;
  }

  #timesOfDryRun(): Times {
    this.#times ??= JSON.parse(readFileSync(TIMES, 'utf8')) as Times;
    return this.#times;
  }

  /** The tests that judge a file, the likeliest to notice something first; of those only the ones that are wanted. */
  #inOrder(tests: readonly Collected[], source: string, wanted: readonly string[] | undefined): readonly Collected[] {
    const times = this.#timesOfDryRun();
    const ids = wanted && new Set(wanted);
    const distance = distanceFrom(source);
    return tests
      .filter(({ id, file }) => distance(file) < Infinity && (ids ? ids.has(id) : times[id]! <= SLOW))
      .sort((a, b) => distance(a.file) - distance(b.file) || times[a.id]! - times[b.id]!);
  }
}

/** The verdict of a process that has the mutant from its beginning and no other. */
function judgeAlone(options: MutantRunOptions): Verdict {
  const script = fileURLToPath(new URL('./alone.ts', import.meta.url));
  const { stdout, stderr, status } = spawnSync(process.execPath, [script], {
    input: JSON.stringify(options),
    encoding: 'utf8',
    timeout: Math.floor(options.timeout),
    maxBuffer: 2 ** 28,
  });
  const told = stdout.slice(stdout.lastIndexOf('\n') + 1);
  if (status === 0) return JSON.parse(told) as Verdict;
  // Not even reading the modules works with it, or it never ends.
  return { failure: { id: options.testFilter?.[0] ?? '', message: stderr }, hits: 1, hasLeftTraces: false, tests: [] };
}

function resultOf({ failure, hits, tests }: Verdict, { hitLimit }: MutantRunOptions): MutantRunResult {
  const failed = failure && { id: failure.id, name: failure.id, failureMessage: failure.message };
  return toMutantRunResult(
    determineHitLimitReached(hits, hitLimit) ?? {
      status: DryRunStatus.Complete,
      tests: failed
        ? [{ ...failed, timeSpentMs: 0, status: TestStatus.Failed }]
        : tests.map((id) => ({ id, name: id, timeSpentMs: 0, status: TestStatus.Success })),
    },
  );
}

async function failureOf(test: Collected): Promise<Failure | undefined> {
  try {
    await test.run();
    return undefined;
  } catch (error) {
    return { test, message: error instanceof Error ? error.message : String(error) };
  } finally {
    for (const done of test.after) await done();
  }
}

/** `isIdle` tells that the tests until now have not reached what they judge: after the first `PATIENCE` they are left. */
async function firstFailure(
  tests: readonly Collected[],
  isIdle: () => boolean = () => false,
): Promise<Failure | undefined> {
  for (const [i, test] of tests.entries()) {
    if (i === PATIENCE && isIdle()) return undefined;
    const failure = await failureOf(test);
    if (failure) return failure;
  }
  return undefined;
}

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'warm', makeRunner)];

function makeRunner(): TestRunner {
  return new WarmRunner();
}
