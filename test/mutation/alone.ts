/** Judges one mutant, told on standard input, in a process of its own; its verdict is the last line of the output. */
import { readFileSync } from 'node:fs';
import type { MutantRunOptions } from '@stryker-mutator/api/test-runner';
import { WarmRunner } from './runner.ts';

const options = JSON.parse(readFileSync(0, 'utf8')) as MutantRunOptions;
const verdict = await new WarmRunner().judge(options, true);
process.stdout.write(`\n${JSON.stringify(verdict)}`);
