/** The server as a web worker: what the extension starts in a browser. One bundle holds it and `process.ts`. */
import { startBrowserServer } from './main.browser.ts';

if ('WorkerGlobalScope' in globalThis) {
  // A process ends by what nobody has caught, and is started again. A worker tells of thrown errors alone.
  self.addEventListener('unhandledrejection', ({ reason }) => reportError(reason));
  void startBrowserServer();
}
