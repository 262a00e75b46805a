// Says what a release brings, for its page: `node .github/release-notes.mjs v0.1.0`. Ends with 1 where tag, package.json and CHANGELOG.md disagree.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/**
 * The changelog's section about a release, without its heading.
 * @param {{ tag: string, version: string, changelog: string }} release the tag, and what the two papers say
 * @returns {string}
 * @throws where they do not fit each other
 */
export function releaseNotes({ tag, version, changelog }) {
  if (tag !== `v${version}`)
    throw new Error(`The tag is ${tag}, and package.json has version ${version}: one of them is wrong.`);
  const sections = changelog.split(/^(?=## \[)/m);
  const section = sections.find((text) => text.startsWith(`## [${version}]`));
  if (!section) throw new Error(`CHANGELOG.md has no section [${version}]: give [Unreleased] that name and the date.`);
  const [heading, ...lines] = section.split('\n');
  if (!/\] - \d{4}-\d{2}-\d{2}$/.test(heading ?? ''))
    throw new Error(`CHANGELOG.md does not say when ${version} was released: write "## [${version}] - YYYY-MM-DD".`);
  const notes = lines.join('\n').trim();
  if (notes === '') throw new Error(`CHANGELOG.md says nothing of ${version}.`);
  return `${notes}\n`;
}

function main() {
  const read = (/** @type {string} */ name) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');
  const { version } = JSON.parse(read('package.json'));
  try {
    process.stdout.write(releaseNotes({ tag: process.argv[2] ?? '', version, changelog: read('CHANGELOG.md') }));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) main();
