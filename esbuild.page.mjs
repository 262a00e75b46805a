/** How the timeline's page is bundled: shared by the build and by the tests that show the page, so that both have the same. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { minify } from 'terser';

/** What stands in for the parts of d3 that the page has no use for. */
const NO_TRANSITIONS = fileURLToPath(new URL('client/timeline/webview/no-transitions.ts', import.meta.url));

/** The methods of d3 that the page or d3-zoom itself calls, and how d3 writes each down. */
const CALLED = {
  'd3-selection': {
    methods: ['call', 'datum', 'each', 'filter', 'node', 'on', 'property', 'style'],
    pattern: /^ {2}(\w+): selection_\w+,?\n/gm,
  },
  'd3-zoom': {
    methods: ['clickDistance', 'constrain', 'extent', 'filter', 'on', 'scaleExtent', 'transform', 'wheelDelta'],
    pattern: /^ {2}zoom\.(\w+) = function\(.*\) \{\n(?: {4}.*\n|\n)+ {2}\};\n/gm,
  },
};

/**
 * Leaves out of d3 the methods that nobody calls, a twentieth of the whole script: they hang on objects, and no bundler can
 * tell that nobody wants them there. Fails when d3 has no method any longer that is called.
 * @type {import('esbuild').Plugin}
 */
const onlyCalled = {
  name: 'only-called',
  setup({ onLoad }) {
    onLoad({ filter: /node_modules[\\/]d3-(selection|zoom)[\\/].*\.mjs$/ }, ({ path }) => {
      const { methods, pattern } = CALLED[/d3-zoom/.test(path) ? 'd3-zoom' : 'd3-selection'];
      const missing = new Set(methods);
      const contents = readFileSync(path, 'utf8').replace(pattern, (text, name) => {
        missing.delete(name);
        return methods.includes(name) ? text : '';
      });
      if (missing.size > 0) throw new Error(`${path} has no ${[...missing].join(', ')} where it had`);
      return { contents };
    });
  },
};

/** @type {import('esbuild').BuildOptions} */
export const PAGE = {
  bundle: true,
  format: 'iife',
  target: 'es2023',
  charset: 'utf8',
  legalComments: 'none',
  mainFields: ['browser', 'module', 'main'],
  alias: { 'd3-transition': NO_TRANSITIONS, 'd3-interpolate': NO_TRANSITIONS },
  plugins: [onlyCalled],
};

/**
 * What esbuild has minified, smaller still. It leaves alone what stands within functions, as nearly all of d3 does, and
 * folds no variable that is used once; terser does, and spares one byte in twenty that every panel has to read.
 * @param {string} script
 */
export async function smaller(script) {
  const { code = script } = await minify(script, { ecma: 2020, compress: { passes: 2 } });
  return code;
}
