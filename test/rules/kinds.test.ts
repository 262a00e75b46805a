/** A rule that says which kinds of record it is about sees those, and no other document. */
import { describe, expect, it } from 'vitest';
import type { Rule } from '../../server/dataset/rule.ts';
import { kinds } from '../../server/dataset/schema.ts';
import { rules } from '../../server/rules/index.ts';
import { makeWorkspace, ROOT } from '../support/fixture.ts';

/** A rule that speaks wherever it is asked. */
function talkative(about: Pick<Rule, 'kinds'>): Rule {
  const { concerns: _, ...some } = rules[0]!;
  return {
    ...some,
    ...about,
    name: 'talkative',
    *check(document) {
      yield { span: document.headSpan, message: 'Seen.' };
    },
  };
}

const files = {
  'initiatives.yaml': 'name: A dataset\n',
  'summit.yaml': 'kind: summit\nid: ots-2025\n',
  'person.yaml': 'kind: person\nid: somebody\n',
  'broken.yaml': 'kind: summit\nid: [\n',
  'foreign.yaml': 'colour: red\n',
};

/** The files in which a rule is heard. */
function heardIn(rule: Rule): string[] {
  const workspace = makeWorkspace(files, [rule]);
  return Object.keys(files).filter((name) => workspace.problemsOf(`${ROOT}/${name}`).length > 0);
}

describe('a rule', () => {
  it('sees records and the manifest', () => {
    expect(heardIn(talkative({}))).toEqual(['initiatives.yaml', 'summit.yaml', 'person.yaml', 'broken.yaml']);
  });

  it('sees just the records of the kinds that it is about', () => {
    expect(heardIn(talkative({ kinds: ['person'] }))).toEqual(['person.yaml']);
    expect(heardIn(talkative({ kinds: ['person', 'summit'] }))).toEqual(['summit.yaml', 'person.yaml', 'broken.yaml']);
  });

  it.each(rules.flatMap(({ name, kinds: about }) => (about ? [[name, about] as const] : [])))(
    '%s is about kinds that there are',
    (_name, about) => {
      expect(kinds).toEqual(expect.arrayContaining([...about]));
    },
  );
});
