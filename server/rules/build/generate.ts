/** Writes what is made of the rules' declarations: table, pages, settings and samples; with `--check` it only says what is stale. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rules } from '../index.ts';
import { rulePages } from './page.ts';
import { brokenSamples } from './samples.ts';
import { withSettings, withTitles } from './settings.ts';
import { withTable } from './table.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const SAMPLES = 'samples/broken';
const PAGES = 'docs/rules';

/** What differs from what the rules say: the text a file should have, `undefined` for one that should not be there. */
export function staleFiles(): Map<string, string | undefined> {
  const wanted = new Map<string, string | undefined>([
    ['README.md', withTable(read('README.md')!, rules)],
    ['package.json', withSettings(read('package.json')!, rules)],
    ['package.nls.json', withTitles(read('package.nls.json')!, rules)],
    ...rulePages(rules),
    ...[...brokenSamples(rules)].map(([path, text]) => [`${SAMPLES}/${path}`, text] as const),
  ]);
  for (const path of [SAMPLES, PAGES].flatMap(filesIn)) if (!wanted.has(path)) wanted.set(path, undefined);
  return new Map([...wanted].filter(([path, text]) => read(path) !== text));
}

function read(path: string): string | undefined {
  return existsSync(join(ROOT, path)) ? readFileSync(join(ROOT, path), 'utf8') : undefined;
}

/** The files below a folder, by their paths from the root. */
function filesIn(folder: string): string[] {
  if (!existsSync(join(ROOT, folder))) return [];
  const entries = readdirSync(join(ROOT, folder), { withFileTypes: true });
  return entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesIn(path) : [path];
  });
}

function write(path: string, text: string | undefined): void {
  if (text !== undefined) {
    mkdirSync(dirname(join(ROOT, path)), { recursive: true });
    writeFileSync(join(ROOT, path), text);
    return;
  }
  rmSync(join(ROOT, path));
  for (
    let folder = dirname(path);
    folder !== SAMPLES && folder !== PAGES && filesIn(folder).length === 0;
    folder = dirname(folder)
  ) {
    rmSync(join(ROOT, folder), { recursive: true });
  }
}

function main(): void {
  const stale = staleFiles();
  const names = [...stale.keys()].sort();
  if (names.length === 0) console.log('What is made of the rules is up to date.');
  else if (process.argv.includes('--check')) {
    console.error(
      `Not what the rules say; \`npm run generate\` mends it:\n${names.map((name) => `  ${name}\n`).join('')}`,
    );
    process.exitCode = 1;
  } else {
    for (const [path, text] of stale) write(path, text);
    console.log(`Wrote ${names.join(', ')}.`);
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) main();
