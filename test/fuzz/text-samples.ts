/** The texts that random edits begin with: the datasets of `samples`, file by file. */
import { readdirSync, readFileSync } from 'node:fs';

const SAMPLES = new URL('../../samples/', import.meta.url);

/** The files of a dataset by their paths in it. */
export type Dataset = Readonly<Record<string, string>>;

function datasetIn(folder: string): Dataset {
  const root = new URL(`${folder}/`, SAMPLES);
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(yaml|txt)$/.test(name));
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(new URL(name, root), 'utf8')]));
}

/** The large sample, which has hardly anything wrong. */
export const eurasia: Dataset = datasetIn('eurasia');

/** A small dataset for each rule, in which that rule finds something. */
export const small: readonly Dataset[] = readdirSync(new URL('broken/', SAMPLES))
  .sort()
  .map((rule) => datasetIn(`broken/${rule}`));

/** The records of all samples. */
export const records: readonly string[] = [eurasia, ...small].flatMap((dataset) =>
  Object.entries(dataset).flatMap(([name, text]) => (name.endsWith('.yaml') ? [text] : [])),
);

/** The lines of all records, one after the other. */
export const allLines: readonly string[] = records.flatMap((text) => text.split('\n'));
