/** The rounds of fixing everything at once, told by rules made for it: what goes together, what waits, and when it ends. */
import { describe, expect, it } from 'vitest';
import type { SourceDocument } from '../../server/dataset/document.ts';
import { certainFix, fixAll } from '../../server/dataset/fix-all.ts';
import type { DocumentEdit, Fix } from '../../server/dataset/problem.ts';
import type { Rule } from '../../server/dataset/rule.ts';
import { lineAt, type Span, type TextEdit } from '../../server/dataset/text.ts';
import { makeWorkspace, ROOT } from '../support/fixture.ts';

const PERSON = 'kind: person\nid: a\nname: A\n';
const URI = `${ROOT}/a.yaml`;

/** A rule that offers a certain fix for each of a person's properties that `fixFor` has one for, and counts its looks. */
function offering(
  name: string,
  fixFor: (value: string, document: SourceDocument, property: string) => Partial<Fix> | undefined,
) {
  const looks = { count: 0 };
  const rule: Rule = {
    name,
    severity: 'error',
    title: '',
    docs: { what: '', why: '', fix: '' },
    examples: { wrong: [], right: [] },
    *check(document) {
      looks.count++;
      for (const [property, value] of Object.entries(document.record?.value ?? {})) {
        const fix = fixFor(String(value), document, property);
        if (!fix) continue;
        yield {
          span: document.spanOf([property]),
          message: name,
          fixes: () => [{ title: name, edits: [], certain: true, ...fix }],
        };
      }
    },
  };
  return { rule, looks };
}

/** A rule that puts one value of a person in the place of another. */
const swapping = (from: string, to: string, more: (document: SourceDocument) => Partial<Fix> = () => ({})) =>
  offering(`no-${from}`, (value, document, property) =>
    value === from
      ? { edits: [{ document, span: document.spanOf([property]), text: to }], ...more(document) }
      : undefined,
  );

/** What one file becomes by these rules, if it changes. */
function fixedBy(text: string, ...given: readonly Rule[]): string | undefined {
  const workspace = makeWorkspace({ 'a.yaml': text }, given);
  return fixAll(workspace, workspace.uris).get(URI)?.text;
}

/** The span of a property's line and its line end. */
function lineOf(text: string, property: string): Span {
  const { start, end } = lineAt(text, text.indexOf(`${property}:`));
  return { start, end: end + 1 };
}

describe('a certain fix', () => {
  it('is one that edits something, not one that leads to where a person decides', () => {
    const goesTo = { kind: 'person', id: 'a', path: ['name'], message: 'Here.' };
    const rule = swapping('A', 'B', () => ({ edits: [], goesTo })).rule;
    const workspace = makeWorkspace({ 'a.yaml': PERSON }, [rule]);
    const [problem, ...others] = workspace.problemsOf(URI);
    expect(others).toEqual([]);
    expect(problem!.fixes()).toHaveLength(1);
    expect(certainFix(problem!)).toBeUndefined();
  });

  it('is told of once it is made, and not where another was in its way', () => {
    const workspace = makeWorkspace({ 'a.yaml': PERSON }, [
      swapping('A', 'B', () => ({ title: 'to B' })).rule,
      swapping('A', 'C', () => ({ title: 'to C' })).rule,
    ]);
    const titles: string[] = [];
    fixAll(workspace, workspace.uris, undefined, ({ title }) => titles.push(title));
    expect(titles).toEqual(['to B']);
  });
});

describe('the rounds', () => {
  /** A rule that makes a person's name one more, until it is as much as given. */
  const countingTo = (last: number) =>
    offering('count', (value, document, property) =>
      property === 'name' && Number(value) < last
        ? { edits: [{ document, span: document.spanOf(['name']), text: String(Number(value) + 1) }] }
        : undefined,
    ).rule;
  const counted = (more = '') => `kind: person\nid: a\nname: 0\n${more}`;

  it('are as many as it takes, and leave the workspace as it was', () => {
    const workspace = makeWorkspace({ 'a.yaml': counted() }, [countingTo(20)]);
    expect(fixAll(workspace, workspace.uris).get(URI)?.text).toBe(counted().replace('0', '20'));
    expect(workspace.textOf(URI)).toBe(counted());
  });

  it('end after 500, however much is left', () => {
    expect(fixedBy(counted(), countingTo(510))).toBe(counted().replace('0', '500'));
  });

  it('end sooner where the text is long: when half a million characters have been read', () => {
    const ofLength = (length: number) => counted(`# ${'x'.repeat(length - counted('# \n').length)}\n`);
    expect(fixedBy(ofLength(100_000), countingTo(9))).toBe(ofLength(100_000).replace('0', '5'));
    expect(fixedBy(ofLength(99_999), countingTo(9))).toBe(ofLength(99_999).replace('0', '6'));
  });

  it('end where two fixes undo each other, and nothing comes of them', () => {
    const workspace = makeWorkspace({ 'a.yaml': PERSON }, [swapping('A', 'B').rule, swapping('B', 'A').rule]);
    expect([...fixAll(workspace, workspace.uris)]).toEqual([]);
    expect(workspace.textOf(URI)).toBe(PERSON);
  });

  it('end at once where a fix writes what stands there', () => {
    const rule = swapping('A', 'A');
    expect(fixedBy(PERSON, rule.rule)).toBeUndefined();
    expect(rule.looks.count).toBeLessThan(5);
  });

  it('end with a look at what they have edited', () => {
    const workspace = makeWorkspace({ 'a.yaml': PERSON }, [swapping('A', 'B').rule]);
    fixAll(workspace, workspace.uris);
    expect(workspace.problemsOf(URI).map(({ message }) => message)).toEqual(['no-A']);
  });
});

describe('fixes are made together', () => {
  it('that put a value in the place of another: many take no more looks than one', () => {
    const text = (value: string) => `${PERSON}native: ${value}\nborn: ${value}\nnote: ${value}\n`;
    const many = swapping('x', 'y');
    expect(fixedBy(text('x'), many.rule)).toBe(text('y'));
    const one = swapping('A', 'B');
    expect(fixedBy(PERSON, one.rule)).toBe(PERSON.replace('A', 'B'));
    expect(many.looks).toEqual(one.looks);
  });

  it('but not two for one value', () => {
    const given = [swapping('A', 'B'), swapping('A', 'C'), swapping('B', 'Bb')].map(({ rule }) => rule);
    expect(fixedBy(PERSON, ...given)).toBe(PERSON.replace('A', 'Bb'));
  });

  const TOP = { start: 0, end: 0 };
  it.each<[what: string, edits: (document: SourceDocument) => Omit<DocumentEdit, 'document'>[], after: string]>([
    ['removes something', ({ yaml }) => [{ span: lineOf(yaml.text, 'born'), text: '' }], PERSON],
    ['adds something', () => [{ span: TOP, text: 'seen: yes\n' }], `seen: yes\n${PERSON}born: A\n`],
    [
      'puts in a value and removes another',
      (document) => [
        { span: document.spanOf(['id']), text: 'b' },
        { span: lineOf(document.yaml.text, 'born'), text: '' },
      ],
      PERSON.replace('id: a', 'id: b'),
    ],
  ])('but nothing with one that %s', (_, edits, after) => {
    const isAtFirst = (document: SourceDocument) => document.yaml.text === `${PERSON}born: A\n`;
    const first = offering('first', (_, document, property) =>
      property === 'id' && isAtFirst(document)
        ? { edits: edits(document).map((edit) => ({ document, ...edit })) }
        : undefined,
    );
    const meanwhile = offering('meanwhile', (_, document, property) =>
      property === 'name' && isAtFirst(document)
        ? { edits: [{ document, span: document.spanOf(['name']), text: 'B' }] }
        : undefined,
    );
    expect(fixedBy(`${PERSON}born: A\n`, first.rule, meanwhile.rule)).toBe(after);
  });

  it('but none that removes something once a value has been put in', () => {
    const noBirth = offering('no-birth', (_, document, property) =>
      property === 'born' && document.record!.value.name === 'A'
        ? { edits: [{ document, span: lineOf(document.yaml.text, 'born'), text: '' }] }
        : undefined,
    );
    const text = `${PERSON}born: x\n`;
    expect(fixedBy(text, noBirth.rule)).toBe(PERSON);
    expect(fixedBy(text, noBirth.rule, swapping('A', 'B').rule)).toBe(text.replace('A', 'B'));
  });

  it('but not two of which either leaves the text readable, and both together do not', () => {
    const text = `${PERSON.replace('A', '&name A')}born: x\n`;
    const noAnchor = swapping('A', 'A', (document) => {
      const start = document.yaml.text.indexOf('&name ');
      return { edits: start < 0 ? [] : [{ document, span: { start, end: start + '&name A'.length }, text: 'A' }] };
    });
    const alias = swapping('x', '*name');
    expect(fixedBy(text, noAnchor.rule)).toBe(`${PERSON}born: x\n`);
    expect(fixedBy(text, alias.rule)).toBe(text.replace('x', '*name'));
    expect(fixedBy(text, noAnchor.rule, alias.rule)).toBe(`${PERSON}born: x\n`);
  });

  it('but none that also edits a file beside those that are fixed', () => {
    const uris = [`${ROOT}/a.yaml`, `${ROOT}/b.yaml`] as const;
    const edits = () =>
      uris.flatMap((uri) =>
        workspace.documentsOf(uri).map((document) => ({ document, span: document.spanOf(['name']), text: 'B' })),
      );
    const elsewhere: Rule = {
      ...swapping('A', 'B').rule,
      *check(document) {
        if (document.record?.value.name !== 'A') return;
        yield {
          span: document.spanOf(['name']),
          message: 'Both are B.',
          fixes: () => [{ title: 'Both', edits: edits(), certain: true }],
        };
      },
    };
    const workspace = makeWorkspace({ 'a.yaml': PERSON, 'b.yaml': 'kind: person\nid: b\nname: x\n' }, [elsewhere]);
    expect(fixAll(workspace, [uris[0]]).size).toBe(0);
    expect([...fixAll(workspace, uris).values()].map(({ text }) => text)).toEqual([
      PERSON.replace('A', 'B'),
      'kind: person\nid: b\nname: B\n',
    ]);
  });

  it.each<[what: string, edits: (at: Span) => TextEdit[], after: string]>([
    [
      'touch each other',
      ({ start, end }) => [
        { span: { start: start - 'name: '.length, end: start }, text: 'native: ' },
        { span: { start, end }, text: 'B' },
      ],
      'native: B',
    ],
    [
      'put something before what they replace',
      ({ start, end }) => [
        { span: { start, end: start }, text: '&b ' },
        { span: { start, end }, text: 'B' },
      ],
      'name: &b B',
    ],
    [
      'replace something and put something before it',
      ({ start, end }) => [
        { span: { start, end }, text: 'B' },
        { span: { start, end: start }, text: '&b ' },
      ],
      'name: &b B',
    ],
  ])('whose edits %s', (_, edits, after) => {
    const rule = swapping('A', 'B', (document) => ({
      edits: edits(document.spanOf(['name'])).map((edit) => ({ document, ...edit })),
    }));
    expect(fixedBy(PERSON, rule.rule)).toBe(PERSON.replace('name: A', after));
  });

  it('whose edits stand in any order', () => {
    const upwards = offering('upwards', (value, document) =>
      value === 'a'
        ? { edits: ['name', 'id'].map((at) => ({ document, span: document.spanOf([at]), text: 'b' })) }
        : undefined,
    );
    expect(fixedBy(PERSON, upwards.rule)).toBe('kind: person\nid: b\nname: b\n');
  });

  it('but none that makes, renames or deletes a file', () => {
    const filing: ((document: SourceDocument) => Partial<Fix>)[] = [
      () => ({ creates: { path: 'b.yaml', text: PERSON } }),
      (document) => ({ renames: { document, name: 'b.yaml' } }),
      (document) => ({ deletes: document }),
    ];
    for (const more of filing) expect(fixedBy(PERSON, swapping('A', 'B', more).rule)).toBeUndefined();
  });
});
