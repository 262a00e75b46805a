/** Entry of the timeline webview: builds everything inside `<main id="app">`. */
import { App } from './app.ts';
import { connectVsCode } from './host.ts';

const root = document.getElementById('app');
if (root) new App(root, connectVsCode());
