/** Files that people have written: the sample dataset, and the records that are pasted into it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SAMPLE = fileURLToPath(new URL('../../samples/eurasia', import.meta.url));

/** A file of the sample, its path relative to the dataset's root, with forward slashes. */
export interface RealFile {
  readonly path: string;
  readonly text: string;
}

/** All YAML files of the sample, its manifest among them. */
export function realFiles(): RealFile[] {
  return readdirSync(SAMPLE, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({ path: name.replaceAll('\\', '/'), text: readFileSync(join(SAMPLE, name), 'utf8') }));
}

/** The longest file of a folder of the sample. */
export function longest(files: readonly RealFile[], folder: string): RealFile {
  const [first] = files
    .filter(({ path }) => path.startsWith(`${folder}/`))
    .sort((a, b) => b.text.split('\n').length - a.text.split('\n').length || (a.path < b.path ? -1 : 1));
  if (!first) throw new Error(`The sample has no file in ${folder}.`);
  return first;
}

/** So many summits of the sample, from the first again after the last, as documents of one text, each under an id of its own. */
export function realSummits(files: readonly RealFile[], count: number, number: number): string {
  const summits = files.filter(({ path }) => path.startsWith('summits/'));
  return Array.from({ length: count }, (_, i) => {
    const { text } = summits[i % summits.length]!;
    return `${text.replace(/^id: .*$/m, `id: pasted-${number}-${i}`).trimEnd()}\n`;
  }).join('---\n');
}
