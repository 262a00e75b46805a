/** How the timeline's page is bundled: shared by the build and by the tests that show the page, so that both have the same. */

/** @type {import('esbuild').BuildOptions} */
export const PAGE = {
  bundle: true,
  format: 'iife',
  target: 'es2023',
  charset: 'utf8',
  legalComments: 'none',
};
