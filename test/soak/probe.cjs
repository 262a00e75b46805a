// Preloaded into the server: at SIGUSR2 it collects its garbage, and tells on standard error what is left.
const { setFlagsFromString } = require('node:v8');
const { runInNewContext } = require('node:vm');

setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc');

process.on('SIGUSR2', async () => {
  // What only a weak reference holds is let go once the job is over in which somebody has looked at it.
  for (let round = 0; round < 3; round++) {
    await new Promise((resolve) => setImmediate(resolve));
    gc();
  }
  const { heapUsed, rss, external } = process.memoryUsage();
  const handles = process.getActiveResourcesInfo().length;
  process.stderr.write(`\nmemory ${JSON.stringify({ heapUsed, rss, external, handles })}\n`);
});
