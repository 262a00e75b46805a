// Gathers the texts that sources hand to `l10n.t` into l10n/bundle.l10n.json; with `--check` it only says whether that is stale.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import l10nDev from '@vscode/l10n-dev';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const BUNDLE = 'l10n/bundle.l10n.json';
const IMPORT = "import * as l10n from '@vscode/l10n';";

/**
 * What translators get: each text under itself, or, where a comment tells two of one wording apart, under both.
 * @returns {Promise<string>} as JSON, in an order that a new text does not disturb
 */
export async function englishBundle() {
  const sources = ['client', 'server', 'l10n'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join(ROOT, folder, name), 'utf8'))
      .filter((text) => text.includes('l10n.t(')),
  );
  // As one text, with one import for all: the tool takes long to begin with each.
  const contents = [IMPORT, ...sources.map((text) => text.replace(/^import [\s\S]*?;\n/gm, ''))].join('\n');
  const gathered = Object.entries(await l10nDev.getL10nJson([{ contents, extension: '.ts' }]));
  // A comment stands in the key as well.
  const found = gathered.map(([key, text]) => [key, typeof text === 'string' ? text : text.message]);
  const texts = [...found, ...wordsOfModel(), ...titlesOfRules()];
  const sorted = texts.sort(([a], [b]) => (a < b ? -1 : Number(a > b)));
  return `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`;
}

/** Names of kinds and fields, and what may be chosen for one: `modelWord` of language.ts looks them up under this comment. */
const COMMENT = 'A word of the model';
/** What kinds, fields and values mean: `modelText` of language.ts looks it up under this one. */
const DESCRIPTION = 'A description of the model';

function wordsOfModel() {
  const files = readdirSync(join(ROOT, 'schemas')).filter((name) => name.endsWith('.schema.json'));
  const words = new Set(files.map((name) => name.replace('.schema.json', '')).filter((name) => name !== 'common'));
  /** @type {Set<string>} */
  const patterns = new Set();
  /** @type {Set<string>} */
  const descriptions = new Set();
  const visit = (/** @type {unknown} */ node) => {
    if (node === null || typeof node !== 'object') return;
    const {
      properties,
      enum: choices,
      patternErrorMessage,
      description,
      enumDescriptions,
    } = /** @type {Record<string, any>} */ (node);
    if (typeof patternErrorMessage === 'string') patterns.add(patternErrorMessage);
    // A field may itself be called so.
    if (typeof description === 'string') descriptions.add(description);
    for (const meaning of enumDescriptions ?? []) descriptions.add(meaning);
    for (const name of Object.keys(properties ?? {})) words.add(name);
    for (const choice of choices ?? []) words.add(String(choice));
    for (const inner of Object.values(node)) visit(inner);
  };
  for (const file of files) visit(JSON.parse(readFileSync(join(ROOT, 'schemas', file), 'utf8')));
  const counted = files.flatMap((file) => {
    const { folder } = JSON.parse(readFileSync(join(ROOT, 'schemas', file), 'utf8'));
    const kind = file.replace('.schema.json', '');
    if (!folder) return [];
    words.add(folder);
    return [keyed(`{0} ${kind}|{0} ${folder}`, 'Records of a kind, counted')];
  });
  const rules = Array.from(patterns, (message) => keyed(message, 'What a text must be like, by the model'));
  const meanings = Array.from(descriptions, (description) => keyed(description, DESCRIPTION));
  return [
    ...counted,
    ...rules,
    ...meanings,
    ...Array.from(words, (word) => keyed(word.replace(/[-_]/g, ' '), COMMENT)),
  ];
}

/** What each rule is about, as the settings say it, too; `ruleTitle` of language.ts looks it up. */
function titlesOfRules() {
  const texts = JSON.parse(readFileSync(join(ROOT, 'package.nls.json'), 'utf8'));
  const titles = Object.entries(texts).filter(([key]) => key.startsWith('rule.'));
  return titles.map(([, title]) => keyed(title, 'What a rule is about'));
}

/** @returns {[key: string, text: string]} */
function keyed(message, comment) {
  return [`${message}/${comment}`, message];
}

async function main() {
  const wanted = await englishBundle();
  const path = join(ROOT, BUNDLE);
  if (readFileSync(path, 'utf8') === wanted) console.log('The bundle of texts is up to date.');
  else if (process.argv.includes('--check')) {
    console.error(`${BUNDLE} is not what the sources say; \`npm run generate\` mends it.`);
    process.exitCode = 1;
  } else {
    writeFileSync(path, wanted);
    console.log(`Wrote ${BUNDLE}. Its texts in other languages stand in the other bundles of that folder.`);
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
