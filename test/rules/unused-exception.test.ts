/** Exceptions that silence nothing: which are told, which are needed, and what the text is without them. */
import { describe, expect, it } from 'vitest';
import { rules } from '../../server/rules/index.ts';
import { lineEnds, makeWorkspace, ROOT } from '../support/fixture.ts';
import { messagesOf, problemsOf, tell, titlesOf } from './support.ts';

const RULE = 'unused-exception';
const PERSON = 'kind: person\nid: story\nname: Sadyr Japarov\n';
/** A person with an office in a state that there is not. */
const ENVOY = `${PERSON}offices:\n  - { title: Envoy, state: XTR }\n`;

const withExceptions = (...entries: readonly string[]) => `${PERSON}exceptions: [${entries.join(', ')}]\n`;
const NOTHING_TO_SILENCE = '{ rule: unknown-reference, reason: not yet }';

describe('unused-exception', () => {
  it('says which rule finds nothing, at its name', () => {
    const [problem, ...others] = problemsOf(RULE, withExceptions(NOTHING_TO_SILENCE));
    expect(problem?.message).toBe('`unknown-reference` finds nothing here: remove the exception.');
    const { document, span } = problem!;
    expect(document.yaml.text.slice(span.start, span.end)).toBe('unknown-reference');
    expect(others).toEqual([]);
  });

  it('is silent as long as the exception silences something', () => {
    expect(messagesOf(RULE, `${ENVOY}exceptions: [${NOTHING_TO_SILENCE}]\n`)).toEqual([]);
  });

  it('tells of a rule that finds something in another record only', () => {
    const other = 'kind: person\nid: other\nname: Other\noffices: [{ title: Envoy, state: XTR }]\n';
    expect(messagesOf(RULE, `${withExceptions(NOTHING_TO_SILENCE)}---\n${other}`)).toHaveLength(1);
  });

  it('tells of the second of two entries for one rule, the first being enough', () => {
    const text = `${ENVOY}exceptions: [${NOTHING_TO_SILENCE}, { rule: unknown-reference, reason: new }]\n`;
    const [problem, ...others] = problemsOf(RULE, text);
    expect(problem?.message).toBe('An entry above silences `unknown-reference` already: remove this one.');
    expect(problem?.span.start).toBe(text.lastIndexOf('unknown-reference'));
    expect(others).toEqual([]);
  });

  it('is certain of what silences nothing, and of what is said twice', () => {
    const certain = (text: string) =>
      problemsOf(RULE, text).flatMap((problem) => problem.fixes().map((fix) => [fix.title, fix.certain]));
    const removal = [['Remove the exception for `unknown-reference`', true]];
    expect(certain(withExceptions(NOTHING_TO_SILENCE))).toEqual(removal);
    expect(certain(`${ENVOY}exceptions: [${NOTHING_TO_SILENCE}, ${NOTHING_TO_SILENCE}]\n`)).toEqual(removal);
  });

  it('tells of a blank reason, under which the rule speaks all the same, and leaves it to a person to write one', () => {
    const text = `${ENVOY}exceptions: [{ rule: unknown-reference, reason: " " }]\n`;
    expect(messagesOf(RULE, text)).toEqual([
      'Without a reason this silences nothing: say why the rule does not fit here.',
    ]);
    expect(messagesOf('unknown-reference', text)).toHaveLength(1);
    expect(problemsOf(RULE, text).flatMap((problem) => problem.fixes().map(({ certain }) => certain))).toEqual([false]);
  });

  it('does not take an entry with a blank reason for one that silences', () => {
    const text = `${ENVOY}exceptions: [{ rule: unknown-reference, reason: ' ' }, ${NOTHING_TO_SILENCE}]\n`;
    expect(messagesOf(RULE, text)).toEqual([
      'Without a reason this silences nothing: say why the rule does not fit here.',
    ]);
  });

  it('leaves a missing reason and an unknown rule to `schema`', () => {
    const text = withExceptions('{ rule: unknown-reference }', '{ rule: no-such-rule, reason: x }');
    expect(messagesOf(RULE, text)).toEqual([]);
    expect(messagesOf('schema', text)).toHaveLength(2);
  });

  it.each([
    'null',
    '{}',
    '7',
    'text',
    '[null, 7, text, [], {}]',
    '[{ rule: null, reason: null }]',
    '[{ rule: [unknown-reference], reason: x }]',
    '[{ rule: unknown-reference, reason: 7 }]',
    '[{ rule: unknown-reference, reason: { a: 1 } }]',
    '{ rule: unknown-reference, reason: x }',
  ])('says nothing of exceptions that are %s', (value) => {
    expect(messagesOf(RULE, `${PERSON}exceptions: ${value}\n`)).toEqual([]);
  });

  it('says nothing while the text is broken, and rules look away from what they cannot read', () => {
    expect(messagesOf(RULE, `${withExceptions(NOTHING_TO_SILENCE)}note: "open\n`)).toEqual([]);
  });

  it('is silenced by an exception of its own, which nobody can call unused', () => {
    const own = '{ rule: unused-exception, reason: kept for the next edition }';
    expect(messagesOf(RULE, withExceptions(NOTHING_TO_SILENCE, own))).toEqual([]);
    expect(messagesOf(RULE, withExceptions(own))).toEqual([]);
  });

  it('cannot prove anything of a rule that is switched off, and speaks again once it is on', () => {
    const manifest = (level: string) => ({
      uri: `${ROOT}/initiatives.yaml`,
      text: `rules: { unknown-reference: ${level} }\n`,
    });
    const workspace = makeWorkspace({ 'story.yaml': withExceptions(NOTHING_TO_SILENCE) }, rules);
    const told = () => workspace.problemsOf(`${ROOT}/story.yaml`).map(({ rule }) => rule);
    workspace.apply([manifest('off')]);
    workspace.check();
    expect(told()).toEqual([]);
    workspace.apply([manifest('hint')]);
    workspace.check();
    expect(told()).toEqual([RULE]);
  });

  it('follows other records: an exception is needed until the missing one comes, and again when it goes', () => {
    const text = `${ENVOY}exceptions: [${NOTHING_TO_SILENCE}]\n`;
    const workspace = makeWorkspace({ 'story.yaml': text }, rules);
    const apply = (state: string | undefined) => {
      workspace.apply([{ uri: `${ROOT}/XTR.yaml`, text: state }]);
      workspace.check();
      return workspace.problemsOf(`${ROOT}/story.yaml`);
    };
    const [problem] = apply('kind: state\nid: XTR\nname: Xtria\n');
    expect(problem?.rule).toBe(RULE);
    expect(problem?.local, 'it is held back while other files are still being read').toBe(false);
    expect(apply(undefined)).toEqual([]);
  });

  it('offers no removal where an alias stands for the list', () => {
    const text = `${PERSON}citations: &x [{ rule: bad-date, reason: x }]\nexceptions: *x\n`;
    expect(messagesOf(RULE, text)).toHaveLength(1);
    expect(titlesOf(RULE, text)).toEqual([]);
  });
});

describe.each(lineEnds)('the fix of unused-exception with %s', (_, convert) => {
  const fix = 'Remove the exception for `bad-date`';

  it('removes one of several with its lines, and leaves the comments of the others', () => {
    const head = `${ENVOY}exceptions:\n  # The state is not recognized.\n  - rule: unknown-reference # c\n    reason: not yet\n`;
    const unused = '  - rule: bad-date # d\n    reason: >-\n      The date is\n      as printed.\n';
    const before = `${head}${unused}note: a note\n`;
    tell(RULE, { before, fix, after: `${head}note: a note\n` }, convert);
    tell(RULE, { before: head + unused, fix, after: head }, convert);
  });

  it('removes the list with its last entry', () => {
    const before = `${PERSON}exceptions:\n  # Checked in May.\n  - rule: bad-date\n    reason: as printed\n# About the note.\nnote: a note\n`;
    tell(RULE, { before, fix, after: `${PERSON}# About the note.\nnote: a note\n` }, convert);
    tell(RULE, { before: `${withExceptions('{ rule: bad-date, reason: x }')}`, fix, after: PERSON }, convert);
  });

  it('removes from a list within brackets', () => {
    const before = `${ENVOY}exceptions: [${NOTHING_TO_SILENCE}, { rule: bad-date, reason: x }] # e\n`;
    tell(RULE, { before, fix, after: `${ENVOY}exceptions: [${NOTHING_TO_SILENCE}] # e\n` }, convert);
  });
});
