// Where things are: the repository, its Node, the ignored folders that the test host writes to.
import { fileURLToPath } from 'node:url';

const fromRoot = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The repository's root, without a slash at its end. */
export const ROOT = fromRoot('').replace(/[\\/]$/, '');

/** npm's folder of executables; it goes first in PATH so that every `node` is the one below. */
export const BIN = fromRoot('node_modules/.bin');

/** Node 24, a development dependency: what runs VS Code's server build, whatever Node started us. */
export const NODE = fromRoot(`node_modules/node/bin/node${process.platform === 'win32' ? '.exe' : ''}`);

/** Ignored: what is fetched on first need (VS Code's server build, a browser). Safe to delete. */
export const FETCHED = fromRoot('.vscode-test');

/** Ignored: what a run leaves for a person to look at. */
export const SCREENSHOTS = fromRoot('out/screenshots');

/** Ignored: what VS Code itself said during the last test run. */
export const LOG = fromRoot('out/vscode.log');

/** Ignored: one JSON file a test runner, with how many tests passed and failed. */
export const TEST_COUNTS = fromRoot('out/test-counts');

/** The example dataset that `npm start` opens and the VS Code tests work on a copy of. */
export const SAMPLE = fromRoot('samples/eurasia');

/** The VS Code tests as one file that the extension host can load; built anew by each run. */
export const TEST_SOURCE = fromRoot('test/vscode/index.ts');
export const TEST_BUNDLE = fromRoot('dist/test/vscode.cjs');

/** Committed: the README's pictures, made by screenshots.mjs. */
export const PICTURES = fromRoot('test/host/pictures');

/** Committed: the extension's icon, and the drawing that it is made from. */
export const ICON = fromRoot('images/icon.png');
export const ICON_DRAWING = fromRoot('images/icon.svg');
