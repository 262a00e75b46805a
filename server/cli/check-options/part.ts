/** Which part of the files that were named is checked: those that have changed, the share of one of several runs, or all. */
import type { SourceFailure } from '../../sources/source.ts';
import type { Outcome, Selection } from '../reading/load.ts';
import type { Target } from '../reading/targets.ts';
import { visible } from '../terminal/messages.ts';
import { changedSince } from './changed.ts';
import { type Shard, Share } from './shard.ts';

/** The options that choose a part. */
export interface PartOptions {
  /** `true` where no ref was given. */
  readonly changed?: string | true;
  readonly shard?: Shard;
}

/** A part of what was named. */
export class Part {
  /** How many files were named. */
  #named = 0;
  readonly #hasChanged: (uri: string) => boolean;
  readonly #share: Share | undefined;
  readonly #options: PartOptions;

  private constructor(hasChanged: (uri: string) => boolean, options: PartOptions) {
    this.#hasChanged = hasChanged;
    this.#share = options.shard && new Share(options.shard);
    this.#options = options;
  }

  /** @throws Failure when git cannot say what has changed */
  static async choose(options: PartOptions, targets: readonly Target[]): Promise<Part> {
    const { changed } = options;
    return new Part(changed === undefined ? () => true : await changedSince(changed, targets), options);
  }

  /** Whether a file that was named is in the part. */
  readonly has: Selection = (uri, root) => {
    this.#named++;
    return this.#hasChanged(uri) && (this.#share?.has(uri, root) ?? true);
  };

  /** An outcome without what other runs tell. */
  ownOf(outcome: Outcome): Outcome {
    const share = this.#share;
    if (!share) return outcome;
    const tells = (failure: SourceFailure) => share.tells(failure);
    const leftOut = outcome.leftOut.map((files) => ({ ...files, isAll: false }));
    return { ...outcome, failures: outcome.failures.filter(tells), leftOut };
  }

  /** Why there is nothing to check, when there is nothing; of several runs the first says what holds for all. */
  get emptiness(): string | undefined {
    const { changed, shard } = this.#options;
    if (this.#named === 0)
      return shard && shard.index > 1 ? undefined : 'No file there can hold records: none ends in .yaml or .yml.';
    const files = changed === undefined ? 'file' : 'changed file';
    if (shard) return `No ${files} there falls to the share ${shard.index}/${shard.count}.`;
    return `No file there that can hold records has changed since ${changed === true ? 'HEAD' : visible(changed ?? '')}.`;
  }
}
