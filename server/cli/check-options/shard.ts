/** The option `--shard`: of several runs that share the work, which one this is. */
import { InvalidArgumentError, Option } from 'commander';
import { rootOf } from '../../sources/datasets.ts';
import type { SourceFailure } from '../../sources/source.ts';
import { nameOf } from '../../sources/uri.ts';
import { shareOf } from '../reading/shares.ts';

/** One of several runs, counted from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** More machines than anyone has. */
const MOST = 10_000;

/** The option. */
export function shardOption(): Option {
  return new Option('--shard <i/n>', 'check the share i of n; all n together check everything').argParser(readShard);
}

/** What one of several runs checks and tells, so that together they do what one run does, and nothing twice. */
export class Share {
  readonly #shard: Shard;
  /** By dataset: whether the first of its files that were named falls to this run. */
  readonly #hasFirst = new Map<string | undefined, boolean>();
  /** What falls to one run or another, which tells of it even where it cannot be read. */
  readonly #named = new Set<string>();

  constructor(shard: Shard) {
    this.#shard = shard;
  }

  /** Whether a file falls to this run; asked for every file that was named. */
  has(uri: string, root: string | undefined): boolean {
    const path = root === undefined ? nameOf(uri) : decodeURIComponent(uri.slice(root.length + 1));
    const isIn = shareOf(path, this.#shard.count) === this.#shard.index - 1;
    this.#named.add(uri);
    if (!this.#hasFirst.has(root)) this.#hasFirst.set(root, isIn);
    return isIn;
  }

  /** Whether this run is to tell of a failure of nobody's file: if it has the first one of the dataset. */
  tells({ uri }: SourceFailure): boolean {
    if (this.#named.has(uri)) return false;
    const roots = new Set([...this.#hasFirst.keys()].filter((root) => root !== undefined));
    // The folder of a dataset may itself be what failed.
    const root = rootOf(`${uri}/`, roots);
    return this.#hasFirst.get(root) ?? this.#shard.index === 1;
  }
}

/** @throws InvalidArgumentError */
function readShard(text: string): Shard {
  const [, index, count] = /^(\d{1,5})\/(\d{1,5})$/.exec(text) ?? [];
  const shard = { index: Number(index), count: Number(count) };
  if (!(shard.index >= 1 && shard.index <= shard.count && shard.count <= MOST))
    throw new InvalidArgumentError(`Write it as 2/3: which share, from 1 on, of how many, up to ${MOST}.`);
  return shard;
}
