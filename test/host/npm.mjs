// Runs npm quietly: one line says what is going on, npm's own words are shown only when it fails.
import { spawn } from 'node:child_process';
import { basename, delimiter } from 'node:path';

/** What npm tells its scripts about the package they belong to; another npm in another folder must not read it. */
const OF_THE_OUTER_NPM = /^npm_(package|lifecycle|command|config_(local|global)_prefix)/i;

/** @type {NodeJS.Signals[]} */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs `npm` with these arguments in `cwd` and waits for it.
 * @param {string[]} args
 * @param {{ cwd: string, doing: string }} options `doing` names the step in the error
 * @returns {Promise<void>} rejects with npm's output when npm fails or can't be started
 */
export async function npm(args, { cwd, doing }) {
  await quietly(...npmCommand([...args, '--loglevel=error']), { cwd, doing, env: outerEnvironment() });
}

/**
 * Runs a command and keeps its output for the error message.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, doing: string, env?: NodeJS.ProcessEnv, shell?: boolean }} options
 * @returns {Promise<void>}
 */
export function quietly(command, args, { cwd, doing, env = process.env }) {
  return new Promise((resolve, reject) => {
    const shell = process.platform === 'win32' && command === 'npm';
    const child = spawn(command, args, { cwd, env, shell, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (/** @type {Buffer} */ chunk) => {
      output = (output + chunk).slice(-8000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (cause) =>
      reject(new Error(`${doing}: \`${command}\` can't be started. Is it in PATH?`, { cause })),
    );
    const pass = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
    for (const signal of SIGNALS) process.on(signal, pass); // else a stopped script would leave npm at work
    child.on('close', (code, signal) => {
      for (const signal of SIGNALS) process.off(signal, pass);
      if (code === 0) resolve();
      else
        reject(
          new Error(
            `${doing} failed (${signal ?? `exit code ${code}`}):\n${command} ${args.join(' ')}\n${output.trim()}`,
          ),
        );
    });
  });
}

/**
 * The npm that runs us, if one does, on the Node that runs it: ours may lie in the node_modules that it replaces.
 * Else the first npm in PATH.
 * @returns {[string, string[]]}
 */
function npmCommand(args) {
  const { npm_execpath: npm, npm_node_execpath: node = process.execPath } = process.env;
  return npm && basename(npm) === 'npm-cli.js' ? [node, [npm, ...args]] : ['npm', args];
}

/** Our environment without what an outer npm put there, its folders of executables included. */
function outerEnvironment() {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !OF_THE_OUTER_NPM.test(name)));
  const path = Object.keys(env).find((name) => name.toUpperCase() === 'PATH');
  if (path) {
    const kept = (env[path] ?? '')
      .split(delimiter)
      .filter((folder) => !/[\\/]node_modules[\\/]\.bin[\\/]?$/.test(folder));
    env[path] = kept.join(delimiter);
  }
  return env;
}
