/** One check of one document: which texts are checked, how many problems are told and in which order, and which fixes. */
import { describe, expect, it } from 'vitest';
import type { SourceDocument } from '../../server/dataset/document.ts';
import type { Finding } from '../../server/dataset/problem.ts';
import type { Rule } from '../../server/dataset/rule.ts';
import { makeWorkspace, ROOT } from '../support/fixture.ts';

const PERSON = 'kind: person\nid: a\nname: A\n';

function ruleOf(name: string, find: (document: SourceDocument) => Iterable<Finding>): Rule {
  return {
    name,
    severity: 'hint',
    title: '',
    docs: { what: '', why: '', fix: '' },
    examples: { wrong: [], right: [] },
    check: find,
  };
}

function problemsOf(rules: readonly Rule[], text: string) {
  return makeWorkspace({ 'a.yaml': text }, rules).problemsOf(`${ROOT}/a.yaml`);
}

describe('a document', () => {
  const talkative = ruleOf('talkative', ({ headSpan: span }) => [{ span, message: 'Here.' }]);

  it.each([
    [1, PERSON],
    [1, 'name: "A" B\nkind: person\n'],
    [0, 'name: A\n'],
    [0, 'kind: planet\nid: a\n'],
    [0, 'Astana\n'],
    [0, '# kind: person\n'],
    [1, `name: A\n---\n${PERSON}`],
  ])('has %i problems where its text is %j: of what is no record nothing is said', (count, text) => {
    expect(problemsOf([talkative], text)).toHaveLength(count);
  });
});

describe('the problems of one rule', () => {
  const counting = ruleOf('counting', function* ({ headSpan: span }) {
    for (let i = 0; i < 1000; i++) yield { span, message: `No. ${i}` };
  });

  it.each([
    [500, 100],
    [500, 4000],
    [400, 5000],
    [20, 100_000],
    [10, 200_000],
    [10, 400_000],
  ])('are %i at most in a record of %i characters', (most, length) => {
    const text = `${PERSON}note: `.padEnd(length - 1, 'x');
    const found = problemsOf([counting], `${text}\n`);
    expect(found.map(({ message }) => message)).toEqual(Array.from({ length: most }, (_, i) => `No. ${i}`));
  });
});

describe('problems', () => {
  const at = (name: string, ...spans: [start: number, end: number][]) =>
    ruleOf(name, () => spans.map(([start, end]) => ({ span: { start, end }, message: `${start}-${end}` })));

  it('stand in the order of the text, those that begin together by their ends, those at one place by their rules', () => {
    const rules = [
      at('third', [13, 15], [0, 12], [13, 18]),
      at('second', [0, 12], [13, 18], [0, 4]),
      at('first', [19, 23], [13, 18], [0, 12]),
    ];
    const expected = [
      'second 0-4',
      'first 0-12',
      'second 0-12',
      'third 0-12',
      'third 13-15',
      'first 13-18',
      'second 13-18',
      'third 13-18',
      'first 19-23',
    ];
    for (const given of [rules, rules.toReversed()]) {
      expect(problemsOf(given, PERSON).map(({ rule, message }) => `${rule} ${message}`)).toEqual(expected);
    }
  });

  it.each([
    [999, 999],
    [1000, 1000],
    [1001, 1001],
    [2000, 1001],
  ])('have a message of %i characters told in %i', (given, told) => {
    const [problem] = problemsOf(
      [ruleOf('long', ({ headSpan: span }) => [{ span, message: 'x'.repeat(given) }])],
      PERSON,
    );
    expect(problem!.message).toBe('x'.repeat(1000).slice(0, given) + (given > 1000 ? '…' : ''));
    expect(problem!.message).toHaveLength(told);
  });
});

describe('fixes', () => {
  const fixing = (certain: boolean | undefined) =>
    ruleOf('fixing', (document) => [
      {
        span: document.headSpan,
        message: 'Here.',
        fixes: () => [
          { title: 'Rename', certain, edits: [{ document, ...replaced(document, 'name: A', 'name: B') }] },
          { title: 'Break', certain, edits: [{ document, ...replaced(document, 'name: A', '"name: B') }] },
        ],
      } as Finding,
    ]);
  const replaced = ({ yaml }: SourceDocument, part: string, text: string) => {
    const start = yaml.text.indexOf(part);
    return { span: { start, end: start + part.length }, text };
  };

  it('are none where a rule has none', () => {
    const plain = ruleOf('plain', ({ headSpan: span }) => [{ span, message: 'Here.' }]);
    expect(problemsOf([plain], PERSON)[0]!.fixes()).toEqual([]);
  });

  it.each([
    [true, true, PERSON],
    [undefined, undefined, PERSON],
    [false, true, `${PERSON}note: "B" C\n`],
    [false, undefined, `${PERSON}note: "B" C\n`],
  ])(
    'are certain (%s) where their rule says %s, unless %j cannot be read from end to end; none breaks a text',
    (told, certain, text) => {
      const fixes = problemsOf([fixing(certain)], text)[0]!.fixes();
      expect(fixes.map((fix) => [fix.title, fix.certain])).toEqual([['Rename', told]]);
    },
  );
});
