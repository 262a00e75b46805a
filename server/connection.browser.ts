/** What makes a connection in a web worker: a module of its own, so that it is read there alone. */
export { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
