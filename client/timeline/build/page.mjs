/** How the timeline's page is bundled: shared by the build and by the tests that show the page, so that both have the same. */
import { textsAtHand } from '../../../l10n/build/lean.mjs';

/** @type {import('esbuild').BuildOptions} */
export const PAGE = {
  bundle: true,
  plugins: [textsAtHand],
  format: 'iife',
  target: 'es2023',
  charset: 'utf8',
  legalComments: 'none',
};
