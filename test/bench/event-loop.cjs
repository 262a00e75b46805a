// Preloaded into our server: watches how long its event loop is held up, and leaves the longest time in a file when it ends.
const { writeFileSync } = require('node:fs');
const { monitorEventLoopDelay } = require('node:perf_hooks');

// A timer due each millisecond notes how long after the last one it came. What runs before the loop does, the modules
// as they are loaded, is not among it.
const delays = monitorEventLoopDelay({ resolution: 1 });
delays.enable();
process.on('exit', () => writeFileSync(process.env.BENCH_EVENT_LOOP, String(delays.max / 1e6)));
