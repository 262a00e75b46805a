/** How the extension's client is bundled: shared by the build and by the tests that look what is in it. */
import { textsAtHand } from '../../l10n/build/lean.mjs';

/**
 * One file for both places where the extension runs. Which of them it is shows when the extension starts; the bundle holds
 * what either needs.
 * @type {import('esbuild').BuildOptions}
 */
export const CLIENT = {
  bundle: true,
  entryPoints: { client: 'client/main.ts' },
  outExtension: { '.js': '.cjs' },
  plugins: [textsAtHand],
  platform: 'node',
  conditions: ['browser'],
  format: 'cjs',
  target: 'es2023',
  external: ['vscode'],
};
