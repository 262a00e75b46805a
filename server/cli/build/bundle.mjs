/** How the command line is bundled: shared by the build and by the tests that run it, so that both have the same. */
import { fileURLToPath } from 'node:url';
import { CORE } from '../../build/bundle.mjs';

/**
 * One file that starts, and parts in a folder beside it, of which a command reads those that it needs.
 * @type {import('esbuild').BuildOptions}
 */
export const COMMAND_LINE = {
  ...CORE,
  alias: {
    ...CORE.alias,
    '@modelcontextprotocol/server/_shims': fileURLToPath(new URL('../mcp/platform.mjs', import.meta.url)),
  },
  entryPoints: { cli: 'server/cli/main.ts' },
  chunkNames: 'cli/[name]-[hash]',
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  // Some of the bundled packages are CommonJS and ask for Node's own modules by `require`.
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
};
