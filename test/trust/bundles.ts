/** All that is delivered, bundled as the build does it, with a mark in place of each name that reaches a network or makes code of text. */
import { type BuildOptions, build, type Metafile } from 'esbuild';
import { CLIENT } from '../../client/build/bundle.mjs';
import { PAGE } from '../../client/timeline/build/page.mjs';
import { SERVER } from '../../server/build/bundle.mjs';
import { COMMAND_LINE } from '../../server/cli/build/bundle.mjs';

/** What pages, workers and Node have without any import to reach a network. */
const NETWORK = [
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'WebSocketStream', 'EventSource', 'WebTransport', 'RTCPeerConnection'],
  ...['navigator.sendBeacon', 'navigator.serviceWorker', 'importScripts', 'Image', 'Audio', 'open', 'location.assign'],
];
/** What makes code of a text. */
const CODE = ['eval', 'Function'];
const GLOBALS = ['globalThis', 'self', 'window'];
const MARK = 'MARKED_';

const marks = Object.fromEntries(
  [...NETWORK, ...CODE].flatMap((name) =>
    [name, ...GLOBALS.map((global) => `${global}.${name}`)].map((one) => [one, MARK + name.replace('.', '_')]),
  ),
);

/** A bundle, and what is to be known of it. */
export interface Bundle {
  readonly metafile: Metafile;
  /** Names in the code, other than of variables of its own, that reach a network or make code of text. */
  readonly reached: readonly string[];
  /** Node's modules, and which of our modules and which packages ask for them. */
  readonly modules: Readonly<Record<string, readonly string[]>>;
  /** Parts that read something whose name is not known when the bundle is built. */
  readonly computed: readonly string[];
}

/** How each is bundled. */
export const BUNDLES = {
  client: CLIENT,
  server: SERVER,
  'command line': COMMAND_LINE,
  page: { ...PAGE, entryPoints: ['client/timeline/webview/main.ts'] },
} satisfies Record<string, BuildOptions>;

/** Bundles, and looks what is in it. */
export async function lookInto(options: BuildOptions): Promise<Bundle> {
  const { metafile, outputFiles } = await build({
    ...options,
    outdir: 'dist',
    metafile: true,
    write: false,
    // It leaves out comments, and keeps names.
    minifyWhitespace: true,
    legalComments: 'none',
    define: { ...marks, __KINDS__: '[]', __VERSION__: '""' },
    logLevel: 'warning',
  });
  const texts = outputFiles!.map(({ text }) => text);
  const found = (pattern: RegExp) => [...new Set(texts.flatMap((text) => text.match(pattern) ?? []))].sort();
  return {
    metafile: metafile!,
    // Functions are recognized by the same name that makes them.
    reached: found(new RegExp(`\\b${MARK}(?!Function\\b)\\w+|\\bnew ${MARK}Function\\b|\\b${MARK}Function\\(`, 'g')),
    modules: modulesOf(metafile!),
    computed: found(
      /\b(?:import|require|__require)\((?!["'`)])[^)]*\)|getBuiltinModule\([^)]*\)|\bcreateRequire\w*\([^)]*\)/g,
    ),
  };
}

function modulesOf({ inputs, outputs }: Metafile): Bundle['modules'] {
  const askers = new Map<string, Set<string>>();
  const taken = Object.values(outputs).flatMap((output) => Object.entries(output.inputs));
  for (const [path] of taken.filter(([, { bytesInOutput }]) => bytesInOutput > 0)) {
    for (const { external, path: asked } of inputs[path]!.imports) {
      if (!external || asked.startsWith('<')) continue;
      const name = asked.replace(/^node:/, '');
      const by = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules)/.exec(path)?.[1] ?? path.split('/')[0]!;
      askers.set(name, (askers.get(name) ?? new Set()).add(by));
    }
  }
  return Object.fromEntries([...askers].map(([name, by]) => [name, [...by].sort()]));
}
