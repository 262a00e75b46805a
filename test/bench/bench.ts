/** A whole run: each workload on both servers, cold starts, `check`, timelines, and sizes. */
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { ACTIVATION, measureActivation } from './activation/activation.ts';
import { measureCheck } from './check.ts';
import { LanguageClient, type ServerCommand } from './client.ts';
import { ourCheck, ourServer, ourShapeCheck, type Peers, theirCheck, theirServer } from './commands.ts';
import { CURVE, measureCurve, type Sized } from './curve.ts';
import { generateDataset, writeDataset } from './generate.ts';
import type { Results } from './report.ts';
import type { Row } from './rows.ts';
import { measureSessions, Session } from './sessions.ts';
import { bundleSizes, packageSize, type Size } from './sizes.ts';
import { measureStarts } from './starts.ts';
import { measureSteps } from './steps.ts';
import { timelineParts } from './timeline/run.ts';
import { measureWarehouse } from './warehouse.ts';
import { dataset, grouped, oneFile, sample, type Workload } from './workloads.ts';

export interface Options {
  readonly root: string;
  /** The folder of our bundles. */
  readonly dist: string;
  /** `timeline` is the folder of vis-timeline. */
  readonly peers: Peers & { readonly names: string; readonly timeline: string };
  /** Few repetitions and small datasets. */
  readonly smoke: boolean;
  /** Which parts of the run are wanted, by their names. */
  readonly only: RegExp;
  /** More arguments for the Node that runs our server: `--cpu-prof` and the like. */
  readonly nodeOptions: readonly string[];
  /** Has something undone when the run ends, however it ends. */
  readonly onCleanUp: (dispose: () => void | Promise<void>) => void;
  /** Told what is being done. */
  readonly progress: (what: string) => void;
}

/** Runs everything that is asked for. */
export async function bench(options: Options): Promise<Results> {
  const { peers, only, progress } = options;
  const run = new Run(options);
  const rows: Row[] = [];
  for (const [name, part] of parts(options, run)) {
    if (!only.test(name)) continue;
    progress(name);
    rows.push(...(await part()));
  }
  const machine = `Node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model.trim() || process.arch}, ${process.platform}`;
  return { machine, peers: peers.names, rows, sizes: await run.sizes() };
}

/** What can be asked for by its name. */
type Part = [name: string, measure: () => Promise<Row[]>];

function parts({ smoke, dist, peers, onCleanUp }: Options, run: Run): Part[] {
  const workloads = smoke
    ? [oneFile(1, 2), oneFile(100, 2), dataset(1000, 2), sample(2)]
    : [oneFile(1, 8), oneFile(100, 8), oneFile(1000, 5), dataset(10_000, 8), sample(8)];
  const large = smoke ? 1000 : 10_000;
  const many = smoke ? 10_000 : 1_000_000;
  // VS Code is large to fetch, and what it starts runs to the end.
  const activation: Part[] = smoke ? [] : [[ACTIVATION, () => run.activation()]];
  return [
    ...workloads.map((workload): Part => [workload.name, () => run.sessions(workload)]),
    [`cold and warm start on ${grouped(large)} files`, () => run.starts(large, smoke ? 2 : 5)],
    [CURVE, () => run.curve(smoke ? [10, 1000, 10_000] : [10, 1000, 10_000, 100_000], smoke ? 20 : 50)],
    [`check of ${grouped(large)} files`, () => run.check(large, 5)],
    [`steps over ${grouped(large)} files`, () => run.steps(large, smoke ? 2 : 5)],
    [`${grouped(many)} records as Parquet`, () => run.warehouse(many)],
    ...timelineParts({ webview: join(dist, 'webview'), peer: peers.timeline, smoke, onCleanUp }),
    ...activation,
  ];
}

/** What the parts of a run share: a folder for files, copies of our bundles that no other build replaces, and the servers. */
class Run {
  readonly #options: Options;
  readonly #folder: string;
  readonly #dist: string;
  readonly #servers: Readonly<Record<'ours' | 'theirs', ServerCommand>>;

  constructor(options: Options) {
    const { dist, peers, nodeOptions, onCleanUp } = options;
    this.#options = options;
    this.#folder = realpathSync(mkdtempSync(join(tmpdir(), 'initiatives-bench-')));
    onCleanUp(() => rmSync(this.#folder, { recursive: true, force: true }));
    this.#dist = join(this.#folder, 'dist');
    mkdirSync(this.#dist);
    for (const name of ['server.js', 'client.cjs', 'cli.js']) {
      if (!existsSync(join(dist, name))) throw new Error(`${join(dist, name)} is missing. Build it first.`);
      copyFileSync(join(dist, name), join(this.#dist, name));
    }
    cpSync(join(dist, 'cli'), join(this.#dist, 'cli'), { recursive: true });
    this.#servers = { ours: ourServer(this.#dist, nodeOptions), theirs: theirServer(peers, this.#folder) };
  }

  async sessions(workload: Workload): Promise<Row[]> {
    const folder = this.#newFolder();
    writeDataset(folder, workload.files);
    const sessions: Session[] = [];
    for (const command of [this.#servers.theirs, this.#servers.ours]) {
      const client = await LanguageClient.start(command, folder, (started) => this.#endLater(started));
      sessions.push(new Session(client, folder, workload));
    }
    const rows = await measureSessions(workload, sessions);
    for (const { client } of sessions) await client.stop();
    return rows;
  }

  async curve(sizes: readonly number[], rounds: number): Promise<Row[]> {
    const sized: Sized[] = [];
    for (const records of sizes) {
      const [folder, workload] = [this.#newFolder(), dataset(records, rounds)];
      writeDataset(folder, workload.files);
      const client = await LanguageClient.start(this.#servers.ours, folder, (started) => this.#endLater(started));
      sized.push({ records, session: new Session(client, folder, workload) });
    }
    const rows = await measureCurve(sized, rounds);
    for (const { session } of sized) await session.client.stop();
    return rows;
  }

  async starts(records: number, repetitions: number): Promise<Row[]> {
    const [folder, storage] = [this.#newFolder(), this.#newFolder()];
    const files = generateDataset({ records });
    writeDataset(folder, files);
    const onStart = (client: LanguageClient) => this.#endLater(client);
    const count = grouped(records);
    return measureStarts({ count, servers: this.#servers, folder, files, storage, repetitions, onStart });
  }

  async check(records: number, repetitions: number): Promise<Row[]> {
    const folder = this.#newFolder();
    writeDataset(folder, generateDataset({ records }));
    const commands = {
      ours: ourCheck(this.#dist, folder),
      shapes: ourShapeCheck(this.#dist, folder),
      theirs: theirCheck(this.#options.peers, this.#folder, folder),
    };
    return measureCheck(`check of ${grouped(records)} files`, commands, repetitions, this.#options.onCleanUp);
  }

  async steps(records: number, rounds: number): Promise<Row[]> {
    const folder = this.#newFolder();
    const files = generateDataset({ records });
    writeDataset(folder, files);
    return measureSteps(folder, files, rounds);
  }

  async warehouse(records: number): Promise<Row[]> {
    const where = `${grouped(records)} records as Parquet`;
    const { onCleanUp } = this.#options;
    return measureWarehouse({ where, folder: this.#newFolder(), cli: join(this.#dist, 'cli.js'), records, onCleanUp });
  }

  async activation(): Promise<Row[]> {
    const { root, onCleanUp } = this.#options;
    return measureActivation({ root, dist: this.#dist, folder: this.#newFolder(), repetitions: 5, onCleanUp });
  }

  async sizes(): Promise<Size[]> {
    const { root, dist, smoke, only } = this.#options;
    const isWhole = !smoke && only.test('sizes') && dist === join(root, 'dist'); // a package is made of that folder
    return [...bundleSizes(root, dist), ...(isWhole ? [await packageSize(root, this.#newFolder())] : [])];
  }

  #newFolder(): string {
    return mkdtempSync(join(this.#folder, 'dataset-'));
  }

  #endLater(client: LanguageClient): void {
    this.#options.onCleanUp(() => client.stop());
  }
}
