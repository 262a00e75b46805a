// `npm run bench`: our language server, command line and timeline beside yaml-language-server, ajv-cli and vis-timeline, on the same data.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { main, onCleanUp } from '../host/cleanup.mjs';
import { fetched } from '../host/fetched.mjs';
import { ROOT } from '../host/paths.mjs';
import { bench } from './bench.ts';
import { misses } from './limits.ts';
import { withQuotes } from './quote.ts';
import { markdown } from './report.ts';

const USAGE = `npm run bench -- [options]
  A run of everything writes test/bench/results.md, which README.md quotes; any other leaves its report in out/ alone.
  --smoke            a short run, which fails when ours is not as many times faster as it must be
  --only <regexp>    only the parts whose name fits: "1,000 files", "check", "timeline"
  --dist <folder>    the bundles to measure, when not dist/
  --profile <folder> have our server write CPU profiles there`;

const DIST = join(ROOT, 'dist');

const PEERS = ['yaml-language-server@2.0.0', 'ajv-cli@5.0.0', 'vis-timeline@8.5.4'];
const [LANGUAGE_SERVER, AJV_CLI, TIMELINE] = PEERS;

main(async () => {
  const { values } = parseArgs({
    options: {
      smoke: { type: 'boolean', default: false },
      only: { type: 'string', default: '' },
      dist: { type: 'string', default: DIST },
      profile: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const results = await bench({
    root: ROOT,
    dist: resolve(values.dist),
    peers: {
      names: `${PEERS.slice(0, -1).join(', ')} and ${PEERS.at(-1)}`.replaceAll('@', ' '),
      languageServer: join(await folderOf(LANGUAGE_SERVER), 'bin/yaml-language-server'),
      ajvCli: join(await folderOf(AJV_CLI), 'dist/index.js'),
      timeline: await folderOf(TIMELINE),
    },
    smoke: values.smoke,
    only: new RegExp(values.only),
    nodeOptions: values.profile ? ['--cpu-prof', `--cpu-prof-dir=${resolve(values.profile)}`] : [],
    onCleanUp,
    progress: (what) => console.error(`Measuring: ${what} …`),
  });
  const report = markdown(results);
  console.log(report);
  mkdirSync(join(ROOT, 'out'), { recursive: true });
  writeFileSync(join(ROOT, 'out/bench.md'), report);
  writeFileSync(join(ROOT, 'out/bench.json'), `${JSON.stringify(results, null, 2)}\n`);
  if (!values.smoke && values.only === '' && values.dist === DIST && !values.profile) publish(report);
  const missed = values.smoke ? misses(results.rows) : [];
  for (const sentence of missed) console.error(sentence);
  return missed.length > 0 ? 1 : 0;
});

/** Keeps the report of a whole run, and has the README quote it. */
function publish(report) {
  const readme = join(ROOT, 'README.md');
  const quoting = withQuotes(readFileSync(readme, 'utf8'), report);
  writeFileSync(join(ROOT, 'test/bench/results.md'), report);
  writeFileSync(readme, quoting);
}

/** The folder of a tool's package; the tool, `name@version`, is fetched when it isn't there. */
async function folderOf(tool) {
  const [name, version] = tool.split('@');
  const folder = await fetched({ name: `${name}-${version}`, title: `${name} ${version}`, packages: [tool] });
  return join(folder, 'node_modules', name);
}
