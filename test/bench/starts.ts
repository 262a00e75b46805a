/** From nothing to problems: a server is started on a dataset and a file opened, as when someone opens their editor, for the first time or again. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LanguageClient, type ServerCommand } from './client.ts';
import type { GeneratedFile } from './generate.ts';
import { measureLiveliness } from './liveliness.ts';
import { type Row, rowOf } from './rows.ts';
import { median } from './stats.ts';

const FIRST = 'start → problems of the open file';
const ALL = 'start → problems of all files';
const MEMORY = 'peak memory after the start';

interface Start {
  /** Milliseconds from the start of the process to the problems of the open file, and to those of the last file. */
  readonly first: number;
  readonly all: number;
  readonly memory: number | undefined;
}

export interface Starts {
  /** How many files, as people write it. */
  readonly count: string;
  readonly servers: Readonly<Record<'ours' | 'theirs', ServerCommand>>;
  readonly folder: string;
  readonly files: readonly GeneratedFile[];
  /** An empty folder, where ours keeps what makes a start warm. */
  readonly storage: string;
  readonly repetitions: number;
  readonly onStart: (client: LanguageClient) => void;
}

/** Starts servers again and again by turns: theirs, which checks what is open and nothing else; ours; ours with what it has kept. */
export async function measureStarts({
  count,
  servers,
  folder,
  files,
  storage,
  repetitions,
  onStart,
}: Starts): Promise<Row[]> {
  const faulty = files.filter(({ isFaulty }) => isFaulty);
  const uriOf = ({ path }: GeneratedFile) => pathToFileURL(join(folder, path)).href;
  const [open, all] = [uriOf(faulty.find(({ kind }) => kind === 'summit')!), faulty.map(uriOf)];
  const { ours, theirs } = servers;
  const warm: ServerCommand = { ...ours, options: { storage: pathToFileURL(storage).href } };
  const begin = (command: ServerCommand, told: readonly string[]) => start(command, folder, open, told, onStart);
  await begin(warm, all); // keeps what the others find
  const starts: Record<'theirs' | 'cold' | 'warm', Start[]> = { theirs: [], cold: [], warm: [] };
  for (let i = 0; i < repetitions; i++) {
    starts.theirs.push(await begin(theirs, [open]));
    starts.cold.push(await begin(ours, all));
    starts.warm.push(await begin(warm, all));
  }
  const take = (which: keyof typeof starts, what: keyof Start) => starts[which].flatMap((one) => one[what] ?? []);
  const rowsOf = (where: string, which: 'cold' | 'warm') => [
    ...rowOf(where, FIRST, 'ms', { ours: take(which, 'first'), theirs: take('theirs', 'first') }),
    ...rowOf(where, ALL, 'ms', { ours: take(which, 'all'), theirs: [] }),
  ];
  const [cold, again] = [`cold start on ${count} files`, `warm start on ${count} files`];
  const share = median(take('warm', 'all')) / median(take('cold', 'all'));
  return [
    ...rowsOf(cold, 'cold'),
    ...rowOf(cold, MEMORY, 'MB', { ours: take('cold', 'memory'), theirs: [] }),
    ...(await measureLiveliness(cold, { command: ours, folder, open, faulty: all, onStart }, repetitions)),
    ...rowsOf(again, 'warm'),
    ...rowOf(again, 'warm beside cold, problems of all files', '×', { ours: [share], theirs: [] }),
  ];
}

/** One start, until every file of `expected` has had a problem published. */
async function start(
  command: ServerCommand,
  folder: string,
  open: string,
  expected: readonly string[],
  onStart: (client: LanguageClient) => void,
): Promise<Start> {
  const text = readFileSync(new URL(open), 'utf8');
  const begin = performance.now();
  let told: Promise<[number, number[]]> | undefined;
  const client = await LanguageClient.start(command, folder, (started) => {
    onStart(started);
    const some = (uri: string) => started.published(uri, (diagnostics) => diagnostics.length > 0);
    told = Promise.all([some(open), Promise.all(expected.map(some))]);
  });
  await client.open(open, text);
  const [first, all] = await told!;
  await client.quiet(200);
  const memory = client.memory();
  await client.stop();
  return { first: first - begin, all: Math.max(...all) - begin, memory };
}
