/** Who may import whom, and that nobody imports in circles. */
import { describe, expect, it } from 'vitest';
import { modules } from './modules.ts';

const DATASET = /^server\/dataset\//;
const RULES = /^server\/rules\//;
const RULE_PAPERS = /^server\/rules\/build\//;
const EXPORTS = /^server\/exports\//;
const FEATURES = /^server\/features\//;
const DRAFTING = /^server\/drafting\//;
const SOURCES = /^server\/sources\//;
const STATISTICS = /^server\/statistics\//;
const STARTER = /^server\/starter\//;
const TOOLS = /^server\/tools\//;
const TOOL_PAPERS = /^server\/tools\/build\//;
const PROTOCOL = /^server\/protocol\.ts$/;
const DRAWING = /^client\/timeline\/drawing\//;
const EXPORT = /^client\/timeline\/export\//;
const SCHEMAS = /^schemas\/generated\//;
/** What everybody speaks with: it knows nothing of ours. */
const LANGUAGE = /^l10n\/(language|calendar)\.ts$/;
const LEAN_TEXTS = /^l10n\/build\/lean\.mjs$/;

/** By the folder that imports: the first that matches holds. */
const LAWS: readonly { of: RegExp; may: readonly RegExp[]; packages: RegExp }[] = [
  { of: /^server\/(cli\/)?build\//, may: [/^server\/build\//, LEAN_TEXTS], packages: /^(esbuild$|node:)/ },
  { of: DATASET, may: [DATASET, SCHEMAS], packages: /^(yaml|edtf|any-ascii|@vscode\/l10n)$/ },
  { of: RULE_PAPERS, may: [DATASET, RULES], packages: /^(yaml$|node:)/ },
  { of: RULES, may: [DATASET, RULES], packages: /^@vscode\/l10n$/ },
  { of: EXPORTS, may: [DATASET, EXPORTS], packages: /./ },
  {
    of: FEATURES,
    may: [DATASET, RULES, EXPORTS, FEATURES, PROTOCOL],
    packages: /^(vscode-languageserver-types|@vscode\/l10n)$/,
  },
  { of: TOOL_PAPERS, may: [TOOLS], packages: /^node:/ },
  { of: TOOLS, may: [DATASET, TOOLS, /^server\/sources\/uri\.ts$/], packages: /^$/ },
  { of: STATISTICS, may: [DATASET, STATISTICS], packages: /^$/ },
  { of: STARTER, may: [DATASET, STARTER], packages: /^@vscode\/l10n$/ },
  { of: DRAFTING, may: [DATASET, RULES, DRAFTING], packages: /^@vscode\/l10n$/ },
  { of: SOURCES, may: [DATASET, SOURCES, PROTOCOL], packages: /^(@vscode\/l10n$|node:)/ },
  {
    of: /^server\/cli\//,
    may: [
      /^server\/(cli|dataset|drafting|rules|exports|sources|starter|statistics|tools)\//,
      /^server\/(main\.node|clock|protocol|timeline\/export)\.ts$/,
      // The command line draws with what the page draws with.
      DRAWING,
      EXPORT,
    ],
    packages: /./,
  },
  { of: PROTOCOL, may: [DATASET, STATISTICS, DRAFTING], packages: /^$/ },
  { of: /^server\//, may: [/^server\/(?!cli\/)/], packages: /./ },
  { of: /^client\/(timeline\/)?build\//, may: [LEAN_TEXTS], packages: /^esbuild$/ },
  { of: DRAWING, may: [DRAWING, PROTOCOL], packages: /^@vscode\/l10n$/ },
  { of: EXPORT, may: [EXPORT, DRAWING, PROTOCOL], packages: /^@vscode\/l10n$/ },
  {
    of: /^client\/timeline\/webview\//,
    may: [/^client\/timeline\/webview\//, DRAWING, PROTOCOL],
    packages: /^@vscode\/l10n$/,
  },
  {
    of: /^client\//,
    may: [/^client\/(?!timeline\/webview\/)/, PROTOCOL],
    packages: /^(vscode|vscode-languageclient)(\/|$)/,
  },
];

describe('imports', () => {
  it.each(modules().map((module) => [module.path, module] as const))(
    '%s imports only what its folder may',
    (path, module) => {
      const law = LAWS.find(({ of }) => of.test(path));
      const wrong = module.imports.filter(({ to, own }) =>
        own ? !LANGUAGE.test(to) && !law?.may.some((may) => may.test(to)) : !law?.packages.test(to),
      );
      expect(wrong.map(({ to }) => to)).toEqual([]);
    },
  );

  it('keeps the protocol and the webview free of code from the other side', () => {
    const wrong = modules().filter(
      ({ path, imports }) =>
        (path === 'server/protocol.ts' || /^client\/timeline\/(drawing|export|webview)\//.test(path)) &&
        imports.some(
          ({ to, own, typeOnly }) =>
            own && !typeOnly && !LANGUAGE.test(to) && !/^client\/timeline\/(drawing|webview)\//.test(to),
        ),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it('lets no rule read another rule', () => {
    const rules = modules(['server/rules']).filter(
      ({ path }) => /^server\/rules\/[^/]+\.ts$/.test(path) && !path.endsWith('/index.ts'),
    );
    const names = new Set(rules.map(({ path }) => path));
    expect(rules.filter(({ imports }) => imports.some(({ to }) => names.has(to))).map(({ path }) => path)).toEqual([]);
  });

  it('has no circles, not even of types', () => {
    const graph = new Map(modules().map(({ path, imports }) => [path, imports.filter(({ own }) => own)]));
    const done = new Set<string>();
    const visit = (path: string, trail: readonly string[]): void => {
      if (trail.includes(path)) throw new Error(`Modules import in a circle: ${[...trail, path].join(' → ')}`);
      if (done.has(path)) return;
      for (const { to } of graph.get(path) ?? []) visit(to, [...trail, path]);
      done.add(path);
    };
    for (const path of graph.keys()) visit(path, []);
    expect(done.size).toBeGreaterThan(0);
  });
});
