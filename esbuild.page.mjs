/** How the timeline's page is bundled: shared by the build and by the tests that show the page, so that both have the same. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { minify } from 'terser';

/** What stands in for the parts of d3 that the page has no use for. */
const NO_TRANSITIONS = fileURLToPath(new URL('client/timeline/webview/no-transitions.ts', import.meta.url));

/**
 * What of d3 neither the page calls nor d3 for it, and the ways in which d3 writes it down: of selections, nearly all;
 * of dragging, its own events; of zooms, what moves them by a step or by a transition, and what asks for what is set anyway.
 */
const UNCALLED = {
  'd3-selection': {
    names:
      'append attr classed clone data dispatch empty enter exit html insert join lower merge nodes order raise remove ' +
      'select selectAll selectChild selectChildren selection size sort text iterator ClassList EnterNode Local',
    ways: [
      /^ {2}(?:\[Symbol\.)?(\w+)\]?: selection_\w+,?\n/gm,
      /^(\w+)\.prototype = (?:\w+\.prototype = )?\{\n(?: .*\n)+\};\n/gm,
    ],
  },
  'd3-drag': {
    names: 'DragEvent',
    ways: [/^(\w+)\.prototype\.on = function\(\) \{\n(?: .*\n)+\};\n/gm],
  },
  'd3-zoom': {
    names:
      'apply applyX applyY dblclicked duration interpolate invertX invertY rescaleX rescaleY scaleBy scaleTo schedule ' +
      'tapDistance touchable translateBy translateExtent translateTo',
    ways: [
      /^ {2}(\w+): function\(.*\) \{\n(?: {4}.*\n)+ {2}\},\n/gm,
      /^ {2}zoom\.(\w+) = function\(.*\) \{\n(?: {4}.*\n|\n)+ {2}\};\n/gm,
      /^ {2}function (\w+)\(.*\) \{\n(?: {4}.*\n|\n)+ {2}\}\n/gm,
      /^ +\.on\("dblclick\.zoom", (\w+)\)\n/gm,
    ],
  },
};

/**
 * Leaves out of d3 what nobody calls, half of its code: it hangs on objects or stands within functions, where no bundler can
 * tell that nobody wants it. Fails when d3 has no longer written down all of it as it had.
 * @type {import('esbuild').Plugin}
 */
const onlyCalled = {
  name: 'only-called',
  setup({ onLoad }) {
    for (const [name, uncalled] of Object.entries(UNCALLED)) {
      onLoad({ filter: new RegExp(`node_modules[\\\\/]${name}[\\\\/].*\\.mjs$`) }, ({ path }) => {
        const names = uncalled.names.split(' ');
        const missing = new Set(names);
        let contents = readFileSync(path, 'utf8');
        for (const way of uncalled.ways) {
          contents = contents.replace(way, (text, found) => {
            missing.delete(found);
            return names.includes(found) ? '' : text;
          });
        }
        if (missing.size > 0) throw new Error(`${name} no longer has ${[...missing].join(', ')} where it had`);
        return { contents };
      });
    }
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
 * folds no variable that is used once; terser does, and spares one byte in twenty that every panel has to read. Functions
 * that stand together resemble one another, which is good for gzip.
 * @param {string} script
 */
export async function smaller(script) {
  const { code = script } = await minify(script, { ecma: 2020, compress: { passes: 2, hoist_funs: true } });
  return code;
}
