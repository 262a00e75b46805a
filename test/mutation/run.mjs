/** Tries mutants of the core, the rules and the features, and writes down how many of them the tests notice. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const HELP = `npm run mutation [-- [--bodies] [--quick] [paths]]

Changes the sources below the paths (default: all of server/dataset, server/rules and server/features) in one place at a
time and looks whether a test fails. With --bodies it only empties the bodies of functions, branches and loops. It takes
hours for everything and minutes for a folder, fewer with --quick, which takes what is only made once for unnoticed; what has not changed since the last run is not tried again.
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    bodies: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h' },
  },
});
if (values.help) {
  process.stdout.write(HELP);
  process.exit();
}

const mutate = positionals.map((path) => {
  if (!existsSync(join(ROOT, path))) throw new Error(`There is no ${path}.`);
  return statSync(join(ROOT, path)).isDirectory() ? `${path.replace(/\/$/, '')}/**/*.ts` : path;
});
mkdirSync(join(ROOT, 'out/mutation'), { recursive: true });

run('node_modules/@stryker-mutator/core/bin/stryker.js', [
  'run',
  'test/mutation/stryker.config.mjs',
  ...(mutate.length > 0 ? ['--mutate', [...mutate, '!server/rules/build/**'].join(',')] : []),
]);
run('test/mutation/results.mjs', []);

function run(script, args) {
  const { status } = spawnSync(process.execPath, [script, ...args], {
    cwd: ROOT,
    env: { ...process.env, ...(values.bodies && { BODIES: '1' }), ...(values.quick && { QUICK: '1' }) },
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}
