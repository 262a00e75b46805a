/** The server as a process: what the extension starts where there is Node. One bundle holds it and `worker.ts`. */
import { setFlagsFromString } from 'node:v8';
import { startNodeServer } from './main.node.ts';

if (!('WorkerGlobalScope' in globalThis)) {
  // What a dataset's files leave behind would let V8 grow its nursery to more than twice what stays. A small one is emptied
  // more often, and costs no time: hardly anything in it is alive.
  setFlagsFromString('--semi-space-growth-factor=1');
  void startNodeServer();
}
