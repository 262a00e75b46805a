/** What npm runs when someone installs from git, as pre-commit does: builds dist/, once the packages are there that building needs. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

// `npm install --global` hands that option on to the install of what it has cloned, which then gets no packages.
if (!existsSync('node_modules/esbuild')) npm('ci', '--ignore-scripts', '--global=false');
execFileSync(process.execPath, ['esbuild.mjs', '--production'], { stdio: 'inherit' });

/** @param {string[]} args */
function npm(...args) {
  // npm says where it is; by its name alone it could not be started on Windows.
  const cli = process.env.npm_execpath;
  if (!cli) throw new Error('Run this with npm: npm run prepare.');
  execFileSync(process.execPath, [cli, ...args], { stdio: 'inherit' });
}
