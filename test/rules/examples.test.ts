/** Every rule's examples: wrong ones are reported exactly where they say, right ones not at all, whatever ends the lines. */
import { describe, expect, it } from 'vitest';
import { type Example, exampleBackdrop } from '../../server/dataset/rule.ts';
import { namedTexts } from '../../server/rules/build/examples.ts';
import { rules } from '../../server/rules/index.ts';
import { lineEnds, makeWorkspace, parseFixture, ROOT } from '../support/fixture.ts';

/** An example's files by name. */
function filesOf(example: Example, convert: (text: string) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(namedTexts(example)).map(([name, text]) => [name, convert(text)]));
}

/** What is reported, as `rule: text at fault`, by file. */
function reported(files: Readonly<Record<string, string>>) {
  const workspace = makeWorkspace({ ...exampleBackdrop, ...files }, rules);
  return Object.keys(files).map((name) =>
    workspace.problemsOf(`${ROOT}/${name}`).map(({ rule, span, document }) => {
      const start = document.start + span.start;
      return { rule, start, end: document.start + span.end };
    }),
  );
}

function expected(rule: string, files: Readonly<Record<string, string>>) {
  return Object.values(files).map((text) => parseFixture(text).ranges.map((range) => ({ rule, ...range })));
}

describe.each(lineEnds)('with %s', (_, convert) => {
  describe.each(rules.map((rule) => [rule.name, rule] as const))('%s', (name, rule) => {
    it.each(rule.examples.wrong.map((example, i) => [i + 1, example] as const))(
      'reports wrong example %i',
      (_, example) => {
        const files = filesOf(example, convert);
        expect(reported(files)).toEqual(expected(name, files));
        expect(expected(name, files).flat(), 'a wrong example marks where the rule speaks').not.toEqual([]);
      },
    );

    it.each(rule.examples.right.map((example, i) => [i + 1, example] as const))(
      'is silent on right example %i',
      (_, example) => {
        const files = filesOf(example, convert);
        expect(reported(files)).toEqual(Object.keys(files).map(() => []));
      },
    );
  });
});
