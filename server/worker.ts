/** The server as a web worker: what the extension starts in a browser. One bundle holds it and `process.ts`. */
import { startBrowserServer } from './main.browser.ts';

if ('WorkerGlobalScope' in globalThis) void startBrowserServer();
