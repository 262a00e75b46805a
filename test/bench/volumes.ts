/** Generated datasets too large for one pool of records: volumes of a thousand records, a file each, which share no id. */
import { generateDataset } from './generate.ts';

/** A file with all records of a volume. */
export interface Volume {
  /** Relative to the dataset's root: `volumes/0001.yaml`. */
  readonly path: string;
  readonly text: string;
}

/** Records in a volume. */
export const VOLUME = 1000;

const WORD = /[a-z][a-z0-9]*(?:-[a-z0-9]+)+/g;

/** As many volumes as hold `records`, one after the other; the same in every run. */
export function* volumes(records: number): Generator<Volume> {
  for (let number = 1; number <= Math.ceil(records / VOLUME); number++) {
    const files = generateDataset({ records: VOLUME, seed: number, faultyEvery: 0 });
    const ids = new Set(files.map(({ path }) => path.slice(path.indexOf('/') + 1, -'.yaml'.length)));
    const text = files.map((file) => file.text).join('---\n');
    const own = text.replace(WORD, (word) => (ids.has(word) ? `${word}-v${number}` : word));
    yield { path: `volumes/${String(number).padStart(4, '0')}.yaml`, text: own };
  }
}
