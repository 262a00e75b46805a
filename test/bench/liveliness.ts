/** Whether typing stays live while files are still being read: keystrokes from the first problems to the last, and how long the event loop is held up. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { LanguageClient, type ServerCommand } from './client.ts';
import { type Row, rowOf } from './rows.ts';

const TYPED = 'keystroke while files are read → problems';
const BLOCKED = 'longest block of the event loop';

/** Between a problem shown and the next keystroke, ms. */
const PAUSE = 20;

const MONITOR = fileURLToPath(new URL('event-loop.cjs', import.meta.url));

export interface LiveStart {
  readonly command: ServerCommand;
  readonly folder: string;
  /** The file that is typed in, and all that have a problem. */
  readonly open: string;
  readonly faulty: readonly string[];
  readonly onStart: (client: LanguageClient) => void;
}

/** Starts the server anew each time, with another file to leave its figure in. */
export async function measureLiveliness(where: string, start: LiveStart, repetitions: number): Promise<Row[]> {
  const [keystrokes, blocks]: [number[], number[]] = [[], []];
  for (let i = 0; i < repetitions; i++) {
    const figure = join(start.folder, `event-loop-${i}.txt`);
    keystrokes.push(...(await typeWhileStarting({ ...start, command: monitored(start.command, figure) })));
    blocks.push(Number(readFileSync(figure, 'utf8')));
  }
  return [
    ...rowOf(where, TYPED, 'ms', { ours: keystrokes, theirs: [] }),
    ...rowOf(where, BLOCKED, 'ms', { ours: blocks, theirs: [] }),
  ];
}

function monitored(command: ServerCommand, figure: string): ServerCommand {
  return { ...command, args: ['--require', MONITOR, ...command.args], env: { BENCH_EVENT_LOOP: figure } };
}

/** The time of each keystroke until the last file has told its problem. */
async function typeWhileStarting({ command, folder, open, faulty, onStart }: LiveStart): Promise<number[]> {
  const text = readFileSync(fileURLToPath(open), 'utf8');
  const lines = text.split('\n');
  const line = lines.findIndex((it) => it.startsWith('level: '));
  const end = { line, character: lines[line]!.length };
  const after = { line, character: end.character + 1 };
  const times: number[] = [];
  let reading = true;
  const client = await LanguageClient.start(command, folder, (started) => {
    onStart(started);
    void Promise.all(faulty.map((uri) => started.published(uri, (found) => found.length > 0))).then(() => {
      reading = false;
    });
  });
  await client.open(open, text);
  for (let wrong = false; reading; wrong = !wrong) {
    const begin = performance.now();
    const told = client.published(open, (found) => found.some(({ range }) => range.start.line === line) !== wrong);
    await (wrong ? client.change(open, { start: end, end: after }, '') : client.change(open, { start: end, end }, 'x'));
    times.push((await told) - begin);
    await setTimeout(PAUSE);
  }
  await client.stop();
  return times;
}
