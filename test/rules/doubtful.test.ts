/** Text that cannot be read is a guess: no rule speaks of what it may mean, whatever the rule is about. */
import { describe, expect, it } from 'vitest';
import { exampleBackdrop } from '../../server/dataset/rule.ts';
import { namedTexts } from '../../server/rules/build/examples.ts';
import { rules } from '../../server/rules/index.ts';
import { makeWorkspace, ROOT } from '../support/fixture.ts';

/** Ways to break off in the middle of what a rule objects to. */
const BREAKS: Readonly<Record<string, (marked: string) => string>> = {
  'an open quote': (marked) => `"${marked.replaceAll('"', '')}`,
  'an open bracket': (marked) => `[ ${marked}`,
  'a quote within': (marked) => `${marked} "`,
  'a quote that closes too soon': (marked) => `"${marked.slice(0, 2)}" ${marked.slice(2)}`,
  'a stray indicator': (marked) => `@${marked}`,
};

describe.each(rules.map((rule) => [rule.name, rule] as const))('%s', (_, rule) => {
  it.each(Object.entries(BREAKS))('leaves %s to yaml-syntax', (_, broken) => {
    for (const example of rule.examples.wrong) {
      const texts = Object.entries(namedTexts(example));
      const files = Object.fromEntries(
        texts.map(([name, text]) => [name, text.replace(/⟦([^⟧]*)⟧/g, (_, marked: string) => broken(marked))]),
      );
      const workspace = makeWorkspace({ ...exampleBackdrop, ...files }, rules);
      const told = Object.keys(files).flatMap((name) =>
        workspace
          .problemsOf(`${ROOT}/${name}`)
          .filter(({ document, span, rule: by }) => by !== 'yaml-syntax' && document.isDoubtful(span))
          .map(({ rule: by, message }) => `${by}: ${message} in ${JSON.stringify(files[name])}`),
      );
      expect(told).toEqual([]);
    }
  });
});
