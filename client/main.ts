/** The extension, in one bundle for both places where it runs. */
import './language.ts';
import { startInBrowser } from './main.browser.ts';
import { startInNode } from './main.node.ts';

/** Starts the extension; a browser runs extensions in a worker. */
export const activate = 'WorkerGlobalScope' in globalThis ? startInBrowser : startInNode;
