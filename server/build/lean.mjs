/** What bundles leave out of packages and of rules: what nobody asks for where the bundle runs. */
import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';

/**
 * An esbuild plugin that changes modules as they are read.
 * @param {string} name
 * @param {RegExp} filter which modules, by their paths
 * @param {(text: string, path: string) => string} change
 * @returns {import('esbuild').Plugin}
 */
function changing(name, filter, change) {
  return {
    name,
    setup({ onLoad }) {
      onLoad({ filter }, ({ path }) => ({
        contents: change(readFileSync(path, 'utf8'), path),
        loader: path.endsWith('.ts') ? 'ts' : 'js',
      }));
    },
  };
}

/** Leaves out of `any-ascii` what names.ts never asks it for: symbols, Han and other syllabic scripts, nine tenths of its tables. */
export const alphabetsOnly = changing('alphabets-only', /any-ascii[\\/]block\.js$/, (text) => {
  const isAlphabet = (block) => block < 0x22 || (block > 0x2b && block < 0x32 && block !== 0x2f);
  const lines = text.split('\n');
  return lines.filter((line) => isAlphabet(Number(/^case (\w+):/.exec(line)?.[1] ?? 0))).join('\n');
});

/**
 * Leaves out of rules what only their page, `explain` and reports tell: their examples, why they are, and what to do.
 * The types stay true, as there are no examples then and the texts are empty.
 */
export const rulesWithoutPapers = changing(
  'rules-without-papers',
  /[\\/]server[\\/]rules[\\/][^\\/]+\.ts$/,
  (text, path) => {
    if (path.endsWith('index.ts')) return text;
    const taken = (pattern, instead) => {
      if (text.match(pattern)?.length !== 1) throw new Error(`${path}: write the rule as the other rules are written.`);
      text = text.replace(pattern, instead);
    };
    taken(/^ {2}examples: \{$[\s\S]*?^ {2}\},$/gm, '  examples: { wrong: [], right: [] },');
    taken(/^ {4}why:\s[\s\S]*?(?=^ {2}\},$)/gm, "    why: '',\n    fix: '',\n");
    return text;
  },
);

/** Lets the parts of `vscode-languageserver-types` go that nobody names: as they are written, a bundler must take them all. */
const typesApart = changing('types-apart', /vscode-languageserver-types[\\/]lib[\\/]esm[\\/]main\.js$/, (text) =>
  text.replace(
    /^export var (\w+);\n\(function \(\1\) \{$([\s\S]*?)^\}\)\(\1 \|\| \(\1 = \{\}\)\);$/gm,
    (_, name, body) => `export var ${name} = /* @__PURE__ */ (function (${name}) {${body}return ${name};\n})({});`,
  ),
);

/**
 * Gives the protocol's modules those types that they name, instead of all; who wants others asks `vscode-languageserver-types`.
 * @type {import('esbuild').Plugin}
 */
const typesByName = {
  name: 'types-by-name',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^vscode-languageserver-types$/ }, ({ kind, importer }) =>
      kind === 'require-call'
        ? { path: basename(importer), namespace: 'types-by-name', pluginData: importer }
        : undefined,
    );
    onLoad({ filter: /./, namespace: 'types-by-name' }, ({ pluginData: importer }) => {
      const names = readFileSync(importer, 'utf8').matchAll(/\bvscode_languageserver_types_1\.(\w+)/g);
      const list = [...new Set([...names].map(([, name]) => name))].join(', ');
      return { contents: `export { ${list} } from 'vscode-languageserver-types';`, resolveDir: dirname(importer) };
    });
  },
};

/** What the protocol has and this server does not serve. */
const UNSERVED = 'callHierarchy|colorProvider|inlineCompletion|inlineValue|moniker|notebook|typeHierarchy';

/** Leaves out what the protocol's modules say of requests that are not served: nobody looks for it there. */
const unservedRequests = changing(
  'unserved-requests',
  new RegExp(`vscode-languageserver-protocol[\\\\/]lib[\\\\/]common[\\\\/]protocol\\.(${UNSERVED})\\.js$`),
  () => '',
);

/** Leaves out how connections serve them. */
const unservedFeatures = changing(
  'unserved-features',
  new RegExp(`vscode-languageserver[\\\\/]lib[\\\\/]common[\\\\/](${UNSERVED})\\.js$`),
  (text) =>
    [...text.matchAll(/^exports\.(\w+Feature) = \w+;$/gm)]
      .map(([, name]) => `exports.${name} = (Base) => Base;`)
      .join('\n'),
);

/** Leaves out how a server finds modules of npm in a user's folders. */
const noModulesOfUsers = changing(
  'no-modules-of-users',
  /vscode-languageserver[\\/]lib[\\/]node[\\/]files\.js$/,
  () => '',
);

/** For every bundle with a language server in it. */
export const leanProtocol = [typesApart, typesByName, unservedRequests, unservedFeatures, noModulesOfUsers];
