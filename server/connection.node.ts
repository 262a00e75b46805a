/** What makes a connection where there is Node: a module of its own, so that it is read there alone. */
export { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
