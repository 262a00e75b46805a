/** From nothing to problems: a server is started on a dataset and a file opened, as when someone opens their editor. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LanguageClient, type ServerCommand } from './client.ts';
import type { GeneratedFile } from './generate.ts';
import { measureLiveliness } from './liveliness.ts';
import { type Row, rowOf } from './rows.ts';

const FIRST = 'start → problems of the open file';
const ALL = 'start → problems of all files';
const MEMORY = 'peak memory after the start';

interface Start {
  /** Milliseconds from the start of the process to the problems of the open file, and to those of the last file. */
  readonly first: number;
  readonly all: number;
  readonly memory: number | undefined;
}

/** Starts both servers again and again; theirs checks what is open and nothing else. */
export async function measureColdStart(
  where: string,
  { ours, theirs }: Readonly<Record<'ours' | 'theirs', ServerCommand>>,
  folder: string,
  files: readonly GeneratedFile[],
  repetitions: number,
  onStart: (client: LanguageClient) => void,
): Promise<Row[]> {
  const faulty = files.filter(({ isFaulty }) => isFaulty);
  const open = faulty.find(({ kind }) => kind === 'summit')!;
  const uriOf = ({ path }: GeneratedFile) => pathToFileURL(join(folder, path)).href;
  const starts: Record<'ours' | 'theirs', Start[]> = { ours: [], theirs: [] };
  for (let i = 0; i < repetitions; i++) {
    starts.theirs.push(await start(theirs, folder, uriOf(open), new Set([uriOf(open)]), onStart));
    starts.ours.push(await start(ours, folder, uriOf(open), new Set(faulty.map(uriOf)), onStart));
  }
  const take = (who: 'ours' | 'theirs', what: keyof Start) => starts[who].flatMap((one) => one[what] ?? []);
  const live = { command: ours, folder, open: uriOf(open), faulty: faulty.map(uriOf), onStart };
  return [
    ...rowOf(where, FIRST, 'ms', { ours: take('ours', 'first'), theirs: take('theirs', 'first') }),
    ...rowOf(where, ALL, 'ms', { ours: take('ours', 'all'), theirs: [] }),
    ...rowOf(where, MEMORY, 'MB', { ours: take('ours', 'memory'), theirs: [] }),
    ...(await measureLiveliness(where, live, repetitions)),
  ];
}

/** One start, until every file of `expected` has had a problem published. */
async function start(
  command: ServerCommand,
  folder: string,
  open: string,
  expected: ReadonlySet<string>,
  onStart: (client: LanguageClient) => void,
): Promise<Start> {
  const text = readFileSync(new URL(open), 'utf8');
  const begin = performance.now();
  let told: Promise<[number, number[]]> | undefined;
  const client = await LanguageClient.start(command, folder, (started) => {
    onStart(started);
    const some = (uri: string) => started.published(uri, (diagnostics) => diagnostics.length > 0);
    told = Promise.all([some(open), Promise.all([...expected].map(some))]);
  });
  await client.open(open, text);
  const [first, all] = await told!;
  await client.quiet(200);
  const memory = client.memory();
  await client.stop();
  return { first: first - begin, all: Math.max(...all) - begin, memory };
}
