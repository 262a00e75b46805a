/** Builds dist/: the client and the server, each for Node and browsers in one, the command line, and the timeline's page. `--watch` keeps it fresh, `--production` minifies, `--outdir=…` is another folder. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { context } from 'esbuild';
import { PAGE } from './client/timeline/build/page.mjs';
import { generate } from './schemas/build/generate.mjs';
import { KINDS } from './schemas/build/validators.mjs';
import { SERVER } from './server/build/bundle.mjs';
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
  {
    ...common,
    entryPoints: { client: 'client/main.ts' },
    outdir: dist,
    outExtension: { '.js': '.cjs' },
    platform: 'node',
    // Which of the two places it is shows when the extension starts; the bundle holds what either needs.
    conditions: ['browser'],
    format: 'cjs',
    external: ['vscode'],
  },
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

/** Packages whose data the generated registry holds. */
const DATA_PACKAGES = ['node_modules/countries-list', 'node_modules/i18n-iso-countries'];

/**
 * The licences of every package that is in a bundle, and of others: their terms ask that they travel along.
 * @param {import('esbuild').Metafile[]} metafiles
 * @param {readonly string[]} others folders of packages
 */
function licences(metafiles, others = []) {
  const inputs = metafiles.flatMap(({ outputs }) =>
    Object.values(outputs).flatMap((output) => Object.keys(output.inputs)),
  );
  const folders = inputs.flatMap((path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? []);
  return [...new Set([...folders, ...others])].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file
      ? readFileSync(`${folder}/${file}`, 'utf8').trim()
      : `Licensed under ${license}; the package holds no text of it.`;
    return `${name} ${version} (${license})\n\n${text}\n`;
  });
}

/**
 * Removes parts of the command line that an earlier build has left: their names change with what is in them.
 * @param {import('esbuild').Metafile[]} metafiles
 */
function removeOldParts(metafiles) {
  const fresh = new Set(metafiles.flatMap(({ outputs }) => Object.keys(outputs).map((path) => basename(path))));
  for (const name of readdirSync(`${dist}/cli`)) if (!fresh.has(name)) rmSync(`${dist}/cli/${name}`, { force: true });
}

generate();
const contexts = await Promise.all(bundles.map((bundle) => context(bundle)));
if (watch) await Promise.all(contexts.map((bundle) => bundle.watch()));
else {
  const built = Promise.all(contexts.map((bundle) => bundle.rebuild()));
  // esbuild has printed what is wrong.
  const results = await built.catch(() => undefined);
  await Promise.all(contexts.map((bundle) => bundle.dispose()));
  if (results) {
    const metafiles = results.map(({ metafile }) => metafile);
    writeFileSync(`${dist}/licenses.txt`, licences(metafiles, DATA_PACKAGES).join(`\n${'-'.repeat(80)}\n\n`));
    removeOldParts(metafiles);
  } else process.exitCode = 1;
}
