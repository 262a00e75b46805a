// `npm run soak`: ten minutes of work on 10,000 records with the real server, whose memory must stay within 10 %.
import { parseArgs } from 'node:util';
import { main, onCleanUp } from '../host/cleanup.mjs';
import { growth, MEASURES, soak } from './soak.ts';

const USAGE = `npm run soak -- [options]
  --minutes <number>  how long, 10 unless given
  --records <number>  how large the dataset is, 10000 unless given
  --seed <number>     what is done, 1 unless given`;

/** How often the memory is looked at. */
const LOOKS = 60;
const MOST = 1.1;

main(async () => {
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string', default: '10' },
      records: { type: 'string', default: '10000' },
      seed: { type: 'string', default: '1' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const all = Number(values.minutes) * 60_000;
  const begin = performance.now();
  let looks = 0;
  const { memories, done } = await soak({
    records: Number(values.records),
    seed: Number(values.seed),
    goesOn: () => performance.now() - begin < all,
    isDue: () => performance.now() - begin > (looks * all) / LOOKS,
    tell: ({ heapUsed, rss, handles }, works) => {
      looks++;
      const minutes = ((performance.now() - begin) / 60_000).toFixed(1);
      console.log(
        `${minutes} min, ${works} pieces of work: heap ${mega(heapUsed)}, resident ${mega(rss)}, ${handles} handles`,
      );
    },
    onStart: (session) => onCleanUp(() => void session.process.kill()),
  });
  console.log([...done].map(([name, count]) => `${name} ${count}`).join(', '));
  const grown = growth(memories);
  for (const measure of MEASURES) console.log(`${measure}: ${grown[measure].toFixed(3)} times as much at the end`);
  const missed = MEASURES.filter((measure) => grown[measure] > MOST);
  for (const measure of missed) console.error(`${measure} has grown by more than 10 %.`);
  return missed.length > 0 ? 1 : 0;
});

function mega(bytes) {
  return `${(bytes / 1024 ** 2).toFixed(1)} MB`;
}
