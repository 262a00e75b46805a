/** How the language server is bundled: shared by the build and by the tests that run it, so that both have the same. */
import { fileURLToPath } from 'node:url';
import { textsAtHand } from '../../l10n/build/lean.mjs';
import { alphabetsOnly, leanProtocol, rulesWithoutPapers } from './lean.mjs';

/**
 * For every bundle with the core in it. Of `yaml`, Node would be given the build that a bundler cannot take apart.
 * @type {import('esbuild').BuildOptions}
 */
export const CORE = {
  alias: { yaml: fileURLToPath(new URL('../../node_modules/yaml/browser/index.js', import.meta.url)) },
  plugins: [textsAtHand, alphabetsOnly, ...leanProtocol],
};

/**
 * What packages ask Node for while they are read, and what they get in a worker: no module, and as much of a `Buffer` as tells
 * that nothing is one. (`yaml` looks whether it is a function, and takes what browsers have.)
 */
const WITHOUT_NODE = [
  'var require = (name) => globalThis.process?.getBuiltinModule(name);',
  'var Buffer = globalThis.Buffer ?? { isBuffer: () => false, from: (bytes) => Uint8Array.from(bytes) };',
];

/**
 * The server in one file, which serves as a process as well as a web worker: an extension holds it once. A worker cannot
 * import, so it is a plain script, and asks Node for its modules in a way that does no harm where there is no Node.
 * @type {import('esbuild').BuildOptions}
 */
export const SERVER = {
  ...CORE,
  bundle: true,
  plugins: [...CORE.plugins, rulesWithoutPapers],
  stdin: {
    contents: "import './process.ts';\nimport './worker.ts';",
    resolveDir: fileURLToPath(new URL('..', import.meta.url)),
    sourcefile: 'process-or-worker.ts',
  },
  entryNames: 'server',
  platform: 'node',
  conditions: ['browser'],
  format: 'iife',
  target: 'es2023',
  banner: { js: WITHOUT_NODE.join('\n') },
};
