/** Generated datasets of any size, the same in every run: meetings, what is proposed and adopted there, who speaks and chairs, and sources. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Random } from './random.ts';
import { type Kind, makers, meeting, Pool } from './records.ts';
import * as words from './vocabulary.ts';

export type { Kind } from './records.ts';

/** One file with one record. */
export interface GeneratedFile {
  /** Relative to the dataset's root, with forward slashes: `summits/ots-baku-2014-17.yaml`. */
  readonly path: string;
  readonly kind: Kind;
  readonly text: string;
  /** Whether one mistake has been made in it on purpose; every other file is meant to have none. */
  readonly isFaulty: boolean;
}

export interface DatasetOptions {
  /** How many records, one a file; the manifest comes on top. */
  readonly records: number;
  readonly seed?: number;
  /** One record in this many has a mistake; 100 when not given, none with 0. */
  readonly faultyEvery?: number;
}

/** Lines of a generated meeting, wherever it stands. */
export const SUMMIT_LINES = 22;

/** The manifest of a generated dataset. */
export const MANIFEST = 'dataset: Generated records\ntoday: 2025-10-31\n';

/** How many of a thousand records are of each kind, in the order in which they are made; the last kind is what is left. */
const SHARES: Readonly<Record<Kind, number>> = {
  source: 250,
  person: 50,
  organization: 2,
  chairmanship: 18,
  summit: 280,
  document: 20,
  proposal: 380,
};

const LAST: Kind = 'proposal';

/** A dataset's records; the same for the same options. */
export function generateDataset({ records, seed = 1, faultyEvery = 100 }: DatasetOptions): GeneratedFile[] {
  const random = new Random(seed);
  const pool = new Pool();
  const files: GeneratedFile[] = [];
  for (const kind of Object.keys(SHARES) as Kind[]) {
    const share = Math.max(1, Math.floor((records * SHARES[kind]) / 1000));
    const count = kind === LAST ? records : share;
    for (let i = 0; i < count && files.length < records; i++) {
      const isFaulty = faultyEvery > 0 && files.length % faultyEvery === faultyEvery - 1;
      const made = makers[kind](random, pool, i);
      if (!made) break;
      const { id, lines } = made;
      const text = `${(isFaulty ? withFault(kind, lines) : lines).join('\n')}\n`;
      files.push({ path: `${kind}s/${id}.yaml`, kind, text, isFaulty });
    }
  }
  return files;
}

/**
 * Meetings one after the other in one file, `---` between them, and at its end the one source that they cite. They refer
 * to nothing else but the registry.
 */
export function summitFile(count: number, seed = 1): string {
  const random = new Random(seed);
  const id = `yearbook-${seed}`;
  const pool = new Pool();
  const nextReport = () => ({ id, date: random.day(words.YEARS.first, words.YEARS.last) });
  const meetings = Array.from({ length: count }, (_, i) => meeting(random, pool, i, nextReport).lines);
  const yearbook = ['kind: source', `id: ${id}`, 'title: Yearbook of meetings', 'publisher: Example Press'];
  return [...meetings, yearbook].map((lines) => `${lines.join('\n')}\n`).join('---\n');
}

/** Writes a dataset with its manifest to a folder. */
export function writeDataset(folder: string, files: readonly Pick<GeneratedFile, 'path' | 'text'>[]): void {
  const all = [{ path: 'initiatives.yaml', text: MANIFEST }, ...files];
  for (const kind of new Set(all.map(({ path }) => dirname(path)))) mkdirSync(join(folder, kind), { recursive: true });
  for (const { path, text } of all) writeFileSync(join(folder, path), text);
}

/** Where a mistake is made, where it is not in the record's type. */
const FAULTY_KEYS: Partial<Record<Kind, string>> = { summit: 'status', proposal: 'made_at', chairmanship: 'status' };

/** Makes one mistake: a word that is in no list, an id that no record has, a property that there is not. */
function withFault(kind: Kind, lines: readonly string[]): string[] {
  if (kind === 'person') return [...lines, 'homepage: none'];
  const key = FAULTY_KEYS[kind] ?? 'type';
  return lines.map((line) => (line.startsWith(`${key}: `) ? `${line}x` : line));
}
