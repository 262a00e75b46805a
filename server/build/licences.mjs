/** The licences of what the bundles hold. */
import { readdirSync, readFileSync } from 'node:fs';

/** Packages whose data the generated registry holds. */
const DATA_PACKAGES = ['node_modules/countries-list', 'node_modules/i18n-iso-countries'];

/** Packages that come without the text of their licence, and one of the same holder under the same licence that has it. */
const TEXT_ELSEWHERE = new Map([['node_modules/@vscode/l10n', 'node_modules/vscode-languageserver']]);

/**
 * The folders of all packages that bundles are made of, those that only gave data among them.
 * @param {readonly import('esbuild').Metafile[]} metafiles
 * @returns {string[]} in order, from the repository's root
 */
export function packagesIn(metafiles) {
  const inputs = metafiles.flatMap(({ outputs }) =>
    Object.values(outputs).flatMap((output) => Object.keys(output.inputs)),
  );
  const folders = inputs.flatMap((path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? []);
  return [...new Set([...folders, ...DATA_PACKAGES])].sort();
}

/**
 * The licences of these packages in one text: their terms ask that they travel along.
 * @param {readonly string[]} folders
 */
export function licencesOf(folders) {
  const parts = folders.map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
    const place = TEXT_ELSEWHERE.get(folder) ?? folder;
    const file = readdirSync(place).find((entry) => /^licen[cs]e/i.test(entry));
    if (!file) throw new Error(`${name} holds no text of its licence: find out what its terms ask for.`);
    return `${name} ${version} (${license})\n\n${readFileSync(`${place}/${file}`, 'utf8').trim()}\n`;
  });
  return parts.join(`\n${'-'.repeat(80)}\n\n`);
}
