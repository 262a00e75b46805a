/** Entry of the timeline's page, in VS Code and as a file of its own: builds everything inside `<main id="app">`. */
import './language.ts';
import { App } from './app.ts';
import { connectVsCode } from './host.ts';
import { connectDocument } from './offline-host.ts';

const root = document.getElementById('app');
if (root) new App(root, 'acquireVsCodeApi' in globalThis ? connectVsCode() : connectDocument());
