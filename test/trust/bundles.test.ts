/** What is delivered: no part of it can reach a network or make code of a text, and every package in it is one that may be. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { licencesOf, packagesIn } from '../../server/build/licences.mjs';
import { BUNDLES, type Bundle, lookInto } from './bundles.ts';

/** What each may ask Node for, and who asks. Their own code is under `server` and `client`. */
const MODULES = {
  client: {
    // It starts the server.
    child_process: ['vscode-languageclient'],
    crypto: ['vscode-jsonrpc'],
    fs: ['vscode-jsonrpc', 'vscode-languageclient'],
    // Pipes and ports between an editor and its server; ours talk over the channel of their processes.
    net: ['vscode-jsonrpc'],
    os: ['vscode-jsonrpc'],
    path: ['vscode-jsonrpc', 'vscode-languageclient'],
    readline: ['vscode-languageclient'],
    util: ['vscode-jsonrpc'],
    vscode: ['client', 'vscode-languageclient'],
  },
  server: {
    crypto: ['server', 'vscode-jsonrpc'],
    fs: ['server', 'vscode-jsonrpc'],
    'fs/promises': ['server'],
    // As above, for editors that start the server with `--socket` or `--pipe`.
    net: ['vscode-jsonrpc'],
    os: ['vscode-jsonrpc'],
    path: ['server', 'vscode-jsonrpc'],
    url: ['server'],
    util: ['vscode-jsonrpc', 'vscode-languageserver'],
    v8: ['server'],
  },
  'command line': {
    // Our own asks git what has changed; commander's is for commands that are programs, of which there are none.
    child_process: ['commander', 'server'],
    crypto: ['server', 'vscode-jsonrpc'],
    events: ['commander'],
    fs: ['@clack/prompts', 'commander', 'server', 'vscode-jsonrpc'],
    'fs/promises': ['server'],
    // As above, for `lsp`.
    net: ['vscode-jsonrpc'],
    os: ['server', 'vscode-jsonrpc'],
    path: ['@clack/prompts', 'commander', 'server', 'vscode-jsonrpc'],
    process: ['@clack/core', '@clack/prompts', 'commander'],
    readline: ['@clack/core'],
    'stream/promises': ['server'],
    'timers/promises': ['server'],
    tty: ['@clack/core'],
    url: ['server'],
    util: ['@clack/core', '@clack/prompts', 'vscode-jsonrpc', 'vscode-languageserver'],
  },
  page: {},
};

/** How they ask by a name that is not written there: for modules of Node, from packages that were written for it. */
const COMPUTED: Readonly<Record<string, readonly string[]>> = {
  server: ['getBuiltinModule(name)'],
  'command line': ['createRequire(import.meta.url)'],
};

const found: Record<string, Bundle> = {};
beforeAll(async () => {
  for (const [name, options] of Object.entries(BUNDLES)) found[name] = await lookInto(options);
}, 120_000);

describe.each(Object.keys(MODULES) as (keyof typeof MODULES)[])('the %s', (name) => {
  it('names nothing that reaches a network or makes code of a text', () => {
    expect(found[name]!.reached).toEqual([]);
  });

  it('asks Node for what it may, and for nothing else', () => {
    expect(found[name]!.modules).toEqual(MODULES[name]);
    expect(found[name]!.computed).toEqual(COMPUTED[name] ?? []);
  });
});

describe('a bundle with a way out', () => {
  it.each([
    ['fetch("https://a.test")', 'MARKED_fetch'],
    ['globalThis.fetch("https://a.test")', 'MARKED_fetch'],
    ['new WebSocket("wss://a.test")', 'MARKED_WebSocket'],
    ['new window.Image().src = "https://a.test"', 'MARKED_Image'],
    ['navigator.sendBeacon("https://a.test")', 'MARKED_navigator_sendBeacon'],
    ['self.importScripts("https://a.test")', 'MARKED_importScripts'],
    ['(0, eval)("1")', 'MARKED_eval'],
    ['new Function("1")', 'new MARKED_Function'],
    ['Function("return this")()', 'MARKED_Function('],
  ])('is seen: %s', async (contents, mark) => {
    expect((await lookInto({ stdin: { contents } })).reached).toContain(mark);
  });

  it('is seen where it asks Node for more, or for what nobody knows', async () => {
    const contents =
      'import "node:https"; require("dns/promises"); require(process.argv[2]); await import(process.env.X);';
    const { modules, computed } = await lookInto({
      stdin: { contents, resolveDir: '.', sourcefile: 'server/x.js' },
      bundle: true,
      platform: 'node',
      format: 'esm',
    });
    expect(modules).toEqual({ https: ['server'], 'dns/promises': ['server'] });
    expect(computed.length).toBeGreaterThanOrEqual(2);
  });
});

describe('packages in the bundles', () => {
  /** Licences that ask for no more than that their text travels along. */
  const ALLOWED = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', 'Unlicense', '0BSD'];
  const manifestOf = (folder: string) =>
    JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as {
      name: string;
      version: string;
      license: string;
      scripts?: Record<string, string>;
    };
  let folders: string[] = [];
  beforeAll(() => {
    folders = packagesIn(Object.values(found).map(({ metafile }) => metafile));
  });

  it('are few', () => {
    const inExtension = packagesIn([found.client!, found.server!, found.page!].map(({ metafile }) => metafile));
    expect(inExtension.length).toBeLessThanOrEqual(21);
    // Three of them speak with assistants, for `mcp`: the protocol's server, its core, and what looks at its messages.
    expect(folders.length).toBeLessThanOrEqual(62);
  });

  it('run nothing when they are installed', () => {
    const scripts = folders.flatMap((folder) =>
      ['preinstall', 'install', 'postinstall'].filter((script) => manifestOf(folder).scripts?.[script] !== undefined),
    );
    expect(scripts).toEqual([]);
  });

  it('have a licence that may travel along, and it does with its text', () => {
    const text = licencesOf(folders);
    for (const folder of folders) {
      const { name, version, license } = manifestOf(folder);
      expect(ALLOWED, name).toContain(license);
      const [, told] = text.split(`${name} ${version} (${license})\n\n`);
      expect(told?.slice(0, 4_000), name).toMatch(
        /Permission|Redistribution|TERMS AND CONDITIONS|Contributor|unencumbered/,
      );
    }
  });
});
