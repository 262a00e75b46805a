/** The sample dataset on its way out, as its files lie. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const FOLDER = join(import.meta.dirname, '../../samples/eurasia');

/** Its files by their paths. */
export function eurasiaFiles(): Record<string, string> {
  const entries = readdirSync(FOLDER, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map(({ parentPath, name }) => join(parentPath, name));
  return Object.fromEntries(
    paths.map((path) => [relative(FOLDER, path).split(sep).join('/'), readFileSync(path, 'utf8')]),
  );
}
