/** How a command ends before its time (Ctrl-C, a signal, a fault of ours), and what is tidied up then. */
import { constants } from 'node:os';

/** A process that a signal ends has the exit code 128 and the number of the signal, as in shells. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const cleanUps = new Set<() => void>();

/**
 * Has something done at the end of the process, however it ends: by itself, by a signal, by a fault. It must be
 * synchronous: nothing is waited for any more. What was asked for last is done first. Gives a function that takes it
 * back, for when there is nothing left to tidy up.
 *
 * A command that makes a temporary file says `const keep = atEnd(() => rmSync(path, { force: true }))` before it makes it,
 * and calls `keep()` once the file has its name. Nothing else is to be done about signals.
 */
export function atEnd(cleanUp: () => void): () => void {
  cleanUps.add(cleanUp);
  return () => cleanUps.delete(cleanUp);
}

/** Ends the process at signals, and tidies up whenever it ends. Called once, by main. */
export function tidyUpAtEnd(): void {
  for (const signal of SIGNALS) process.once(signal, () => process.exit(128 + constants.signals[signal]));
  process.once('exit', () => {
    for (const cleanUp of [...cleanUps].reverse()) attempt(cleanUp);
  });
}

/** One that fails keeps no other from being done. */
function attempt(cleanUp: () => void): void {
  try {
    cleanUp();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  }
}
