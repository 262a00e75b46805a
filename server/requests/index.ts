/** Everything the server answers: the groups of requests, what they announce together, and their handlers. */
import type { ServerCapabilities } from 'vscode-languageserver';
import type { Client } from '../client.ts';
import { actions } from './actions.ts';
import { Answering, type Parts, type Service } from './answering.ts';
import { completion } from './completion.ts';
import { custom } from './custom.ts';
import { decorations } from './decorations.ts';
import { drafts } from './drafts.ts';
import { explorer } from './explorer.ts';
import { exporting } from './exporting.ts';
import { files } from './files.ts';
import { formatting } from './formatting.ts';
import { navigation } from './navigation.ts';
import { reading } from './reading.ts';
import { renaming } from './renaming.ts';
import { starter } from './starter.ts';
import { status } from './status.ts';
import { symbols } from './symbols.ts';
import { tools } from './tools.ts';

const services: readonly Service[] = [
  completion,
  navigation,
  symbols,
  reading,
  decorations,
  actions,
  renaming,
  formatting,
  files,
  custom,
  drafts,
  explorer,
  tools,
  starter,
  exporting,
  status,
];

/** What all services announce to a client; those that announce something for the workspace add to one another. */
export function announced(client: Client): ServerCapabilities {
  const all = services.map(({ capabilities }) => capabilities(client));
  return Object.assign({}, ...all, { workspace: Object.assign({}, ...all.map(({ workspace }) => workspace)) });
}

/** Registers a handler for every request that the server answers. @returns what to call once the client is ready */
export function answerRequests(parts: Parts): () => void {
  const answering = new Answering(parts);
  for (const { register } of services) register(answering);
  return () => {
    for (const { begin } of services) begin?.(answering);
  };
}
