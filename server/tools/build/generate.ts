/** Writes the tools into package.json and their texts beside it; with `--check` it only says what is stale. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { tools } from '../index.ts';
import { withTexts, withTools } from './manifest.ts';

const ROOT = new URL('../../../', import.meta.url);
const FILES = { 'package.json': withTools, 'package.nls.json': withTexts };

/** The files that are not what the tools say, with the text that they should have. */
export function staleManifests(): Map<string, string> {
  const stale = new Map<string, string>();
  for (const [name, made] of Object.entries(FILES)) {
    const text = readFileSync(new URL(name, ROOT), 'utf8');
    const wanted = made(text, tools);
    if (wanted !== text) stale.set(name, wanted);
  }
  return stale;
}

function main(): void {
  const stale = staleManifests();
  const names = [...stale.keys()].join(' and ');
  if (stale.size === 0) console.log('What is made of the tools is up to date.');
  else if (process.argv.includes('--check')) {
    console.error(`Not what the tools say; \`npm run generate\` mends it: ${names}`);
    process.exitCode = 1;
  } else {
    for (const [name, text] of stale) writeFileSync(fileURLToPath(new URL(name, ROOT)), text);
    console.log(`Wrote ${names}.`);
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) main();
