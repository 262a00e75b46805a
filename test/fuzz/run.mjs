/** Long random tests: every test that makes things up runs again and again, each round with another seed. */
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const VITEST = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/vitest.config.ts', '--reporter=dot'];
const HELP = `npm run fuzz [-- [--minutes <n>] [paths]]

Runs all random tests below the paths (default: test) with ever new seeds, for ten minutes or as many as are said.
It ends at the first failure, and tells the seed with which the tests fail again.
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { minutes: { type: 'string', default: '10' }, help: { type: 'boolean', short: 'h' } },
});
if (values.help) {
  process.stdout.write(HELP);
  process.exit();
}
const minutes = Number(values.minutes);
if (!(minutes > 0)) throw new Error(`--minutes takes a number of minutes, not "${values.minutes}".`);

const files = globSync('test/**/*.test.ts', { cwd: ROOT })
  .filter((file) => readFileSync(join(ROOT, file), 'utf8').includes("from 'fast-check'"))
  .filter((file) => positionals.length === 0 || positionals.some((path) => file.startsWith(path)));
if (files.length === 0) throw new Error(`There are no random tests in ${positionals.join(', ') || 'test'}.`);

const end = performance.now() + minutes * 60_000;
let rounds = 0;
while (performance.now() < end) {
  const seed = randomInt(1, 2 ** 31);
  const { status, stdout, stderr } = spawnSync(process.execPath, [...VITEST, ...files], {
    cwd: ROOT,
    env: { ...process.env, FUZZ_SEED: String(seed) },
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (status !== 0) {
    process.stderr.write(`${stdout}\n${stderr}\n`);
    process.stderr.write(`Failed with seed ${seed}. To see it again: FUZZ_SEED=${seed} npm run test:unit -- <file>\n`);
    process.exit(1);
  }
  rounds++;
  process.stdout.write(`${rounds}. seed ${seed}: ${files.length} files passed\n`);
}
