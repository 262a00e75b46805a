// Runs a script's main function and, however it ends, undoes what it started: last begun, first undone.

/** @typedef {() => void | Promise<void>} Dispose */

/** @type {Dispose[]} */
const disposers = [];

/**
 * Has `dispose` called once when the script ends: by itself, by an error, by Ctrl+C or by a termination signal.
 * @param {Dispose} dispose
 */
export function onCleanUp(dispose) {
  disposers.push(dispose);
}

/**
 * Runs the script, cleans up, and ends the process: with what `script` resolves to (nothing: 0), with 1 when it
 * rejects, with 128 + the signal's number when one came.
 * @param {() => Promise<number | void>} script
 */
export async function main(script) {
  /** @type {Promise<void> | undefined} a second signal finds the first one's clean-up going on, and leaves it alone */
  let ending;
  const end = (code) => {
    ending ??= cleanUp().then((clean) => process.exit(clean ? code : code || 1));
    return ending;
  };
  process.on('SIGHUP', () => end(128 + 1));
  process.on('SIGINT', () => end(128 + 2));
  process.on('SIGTERM', () => end(128 + 15));
  try {
    await end((await script()) ?? 0);
  } catch (error) {
    if (!ending) console.error(message(error)); // else the error only says that what it used was ended under it
    await end(1);
  }
}

/** @returns {Promise<boolean>} whether nothing went wrong; one failure doesn't keep the others from being undone */
async function cleanUp() {
  let clean = true;
  for (const dispose of disposers.splice(0).reverse()) {
    try {
      await dispose();
    } catch (error) {
      clean = false;
      console.error(`Clean-up: ${message(error)}`);
    }
  }
  return clean;
}

/** Our own errors say what to do; a stack helps only with those that nobody meant to throw. */
function message(error) {
  if (!(error instanceof Error)) return String(error);
  const text = error.constructor === Error ? error.message : (error.stack ?? error.message);
  return error.cause ? `${text}\n${message(error.cause)}` : text;
}
