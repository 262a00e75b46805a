/** Builds dist/: the client and the server, each for Node and browsers in one, the command line, and the timeline's page. `--watch` keeps it fresh, `--production` minifies, `--outdir=…` is another folder. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { context } from 'esbuild';
import { CLIENT } from './client/build/bundle.mjs';
import { PAGE } from './client/timeline/build/page.mjs';
import { generate } from './schemas/build/generate.mjs';
import { KINDS } from './schemas/build/validators.mjs';
import { SERVER } from './server/build/bundle.mjs';
import { licencesOf, packagesIn } from './server/build/licences.mjs';
import { packedSample } from './server/build/sample.mjs';
import { COMMAND_LINE } from './server/cli/build/bundle.mjs';

const watch = process.argv.includes('--watch');
const production = process.argv.includes('--production');
const dist = process.argv.find((argument) => argument.startsWith('--outdir='))?.slice('--outdir='.length) ?? 'dist';
const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  target: 'es2023',
  minify: production,
  sourcemap: production ? false : 'linked',
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'info',
  metafile: true,
  define: { __KINDS__: JSON.stringify(KINDS), __VERSION__: JSON.stringify(version) },
};

/** @type {import('esbuild').BuildOptions[]} */
const bundles = [
  { ...common, ...CLIENT, outdir: dist },
  { ...common, ...SERVER, outdir: dist },
  { ...common, ...COMMAND_LINE, outdir: dist },
  {
    ...common,
    ...PAGE,
    entryPoints: { timeline: 'client/timeline/webview/main.ts' },
    outdir: `${dist}/webview`,
  },
  { ...common, entryPoints: { timeline: 'client/timeline/webview/timeline.css' }, outdir: `${dist}/webview` },
];

/**
 * Removes parts of the command line that an earlier build has left: their names change with what is in them.
 * @param {import('esbuild').Metafile[]} metafiles
 */
function removeOldParts(metafiles) {
  const fresh = new Set(metafiles.flatMap(({ outputs }) => Object.keys(outputs).map((path) => basename(path))));
  for (const name of readdirSync(`${dist}/cli`)) if (!fresh.has(name)) rmSync(`${dist}/cli/${name}`, { force: true });
}

generate();
mkdirSync(dist, { recursive: true });
writeFileSync(`${dist}/sample.json`, packedSample());
const contexts = await Promise.all(bundles.map((bundle) => context(bundle)));
if (watch) await Promise.all(contexts.map((bundle) => bundle.watch()));
else {
  const built = Promise.all(contexts.map((bundle) => bundle.rebuild()));
  // esbuild has printed what is wrong.
  const results = await built.catch(() => undefined);
  await Promise.all(contexts.map((bundle) => bundle.dispose()));
  if (results) {
    const metafiles = results.map(({ metafile }) => metafile);
    writeFileSync(`${dist}/licenses.txt`, licencesOf(packagesIn(metafiles)));
    removeOldParts(metafiles);
  } else process.exitCode = 1;
}
