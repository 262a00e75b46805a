/** How the language server is bundled: shared by the build and by the tests that run it, so that both have the same. */
import { fileURLToPath } from 'node:url';
import { alphabetsOnly, leanProtocol, rulesWithoutPapers } from './lean.mjs';

/**
 * For every bundle with the core in it. Of `yaml`, Node would be given the build that a bundler cannot take apart.
 * @type {import('esbuild').BuildOptions}
 */
export const CORE = {
  alias: { yaml: fileURLToPath(new URL('../../node_modules/yaml/browser/index.js', import.meta.url)) },
  plugins: [alphabetsOnly, ...leanProtocol],
};

/** @type {import('esbuild').BuildOptions} */
const SERVER = {
  ...CORE,
  bundle: true,
  plugins: [alphabetsOnly, ...leanProtocol, rulesWithoutPapers],
};

/**
 * The server as a process.
 * @type {import('esbuild').BuildOptions}
 */
export const NODE_SERVER = {
  ...SERVER,
  entryPoints: { server: 'server/process.ts' },
  outExtension: { '.js': '.cjs' },
  platform: 'node',
  format: 'cjs',
  target: 'node20',
};

/**
 * The server as a web worker.
 * @type {import('esbuild').BuildOptions}
 */
export const BROWSER_SERVER = {
  ...SERVER,
  entryPoints: { 'server.browser': 'server/main.browser.ts' },
  platform: 'browser',
  format: 'iife',
  target: 'es2023',
  mainFields: ['browser', 'module', 'main'],
};
