/** The datasets in samples/broken: one a rule, made of its first wrong example, so that each problem can be seen in an editor. */
import { stringify } from 'yaml';
import { MANIFEST_NAME } from '../../dataset/manifest.ts';
import type { Rule } from '../../dataset/rule.ts';
import { backdropOf, EXAMPLE_TODAY, type ExampleFile, exampleFiles } from './examples.ts';

/** The files of all samples, by their paths from the folder that holds them. */
export function brokenSamples(rules: readonly Rule[]): Map<string, string> {
  return new Map(
    rules.flatMap((rule) => filesOf(rule).map(({ name, text }) => [`${rule.name}/${name}`, text] as const)),
  );
}

function filesOf(rule: Rule): ExampleFile[] {
  const [example] = rule.examples.wrong;
  if (example === undefined) return [];
  const files = exampleFiles(example);
  const all = [...files, ...backdropOf(files)];
  return all.some(({ name }) => name === MANIFEST_NAME) ? all : [manifestOf(rule), ...all];
}

function manifestOf({ name, title, docs }: Rule): ExampleFile {
  const manifest = {
    dataset: `The rule ${name}`,
    description: `${title} ${docs.what}`,
    today: EXAMPLE_TODAY,
  };
  const text = `# Written by \`npm run generate\` from the first wrong example of the rule.\n${stringify(manifest, { lineWidth: 100 })}`;
  return { name: MANIFEST_NAME, text, marks: [] };
}
