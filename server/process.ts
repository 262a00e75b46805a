/** The server as a process: what the extension starts. */
import { startNodeServer } from './main.node.ts';

startNodeServer();
