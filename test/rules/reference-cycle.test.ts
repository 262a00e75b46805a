/** `reference-cycle`: circles of every length and by every link, what merely looks like one, and that it comes to an end. */
import { describe, expect, it } from 'vitest';
import { rules } from '../../server/rules/index.ts';
import { lineEnds, makeWorkspace, parseFixture, ROOT } from '../support/fixture.ts';
import { messagesOf, problemsOf } from './support.ts';

const RULE = 'reference-cycle';
const org = (id: string, more: string) => `kind: organization\nid: ${id}\nname: ${id}\ntype: forum\n${more}`;
const proposal = (id: string, relations: string) =>
  `kind: proposal\nid: ${id}\ntitle: ${id}\ntype: position\nparties: [{ state: KAZ }]\ndomains: []\nstatus: proposed\nrelations: ${relations}\n`;
const others = (...texts: string[]) => ({ 'others.yaml': texts.join('---\n') });

describe.each(lineEnds)('with %s', (_, convert) => {
  it('marks the link, in whatever style', () => {
    const { text, ranges } = parseFixture(
      convert(
        `${proposal('x-a', '# Тюрк 😀')}  - type: supersedes\n    proposal: ⟦"x-b"⟧ # c\n  - { type: supersedes, proposal: x-c }\n`,
      ),
    );
    const other = convert(proposal('x-b', '[{ proposal: x-a, type: supersedes }]'));
    expect(problemsOf(RULE, text, others(other)).map(({ span }) => span)).toEqual(ranges);
  });
});

describe(RULE, () => {
  it('shows the way round, and leads to the next links', () => {
    const [problem] = problemsOf(
      RULE,
      org('x-a', 'parent: x-b\n'),
      others(org('x-b', 'parent: x-c\n'), org('x-c', 'parent: x-a\n')),
    );
    expect(problem?.message).toBe(
      '`parent` leads in a circle: `x-a` → `x-b` → `x-c` → `x-a`. Remove the link that is wrong, or turn it round.',
    );
    expect(problem?.related).toEqual([
      { kind: 'organization', id: 'x-b', path: ['parent'], message: '`x-b` leads on to `x-c`.' },
      { kind: 'organization', id: 'x-c', path: ['parent'], message: '`x-c` leads on to `x-a`.' },
    ]);
  });

  it.each([
    [6, '`x-1` → `x-2` → `x-3` → `x-4` → `x-5` → `x-6` → `x-1`'],
    [7, '`x-1` → `x-2` → `x-3` → `x-4` → `x-5` → `x-6` → … → `x-1`'],
  ])('shows of the way round by %i records: %s', (length, way) => {
    const [first, ...rest] = Array.from({ length }, (_, i) =>
      org(`x-${i + 1}`, `parent: x-${((i + 1) % length) + 1}\n`),
    );
    expect(messagesOf(RULE, first!, others(...rest))).toEqual([
      `\`parent\` leads in a circle: ${way}. Remove the link that is wrong, or turn it round.`,
    ]);
  });

  it('tells each record of the circle, and none that only leads into it', () => {
    const files = {
      'x-a.yaml': org('x-a', 'parent: x-b\n'),
      'x-b.yaml': org('x-b', 'parent: x-a\n'),
      'x-c.yaml': org('x-c', 'parent: x-a\n'),
    };
    const workspace = makeWorkspace(files, rules);
    const told = Object.keys(files).map((name) =>
      workspace.problemsOf(`${ROOT}/${name}`).filter(({ rule }) => rule === RULE),
    );
    expect(told.map(({ length }) => length)).toEqual([1, 1, 0]);
    workspace.apply([{ uri: `${ROOT}/x-b.yaml`, text: org('x-b', '') }]);
    workspace.check();
    expect(workspace.problemsOf(`${ROOT}/x-a.yaml`).filter(({ rule }) => rule === RULE)).toEqual([]);
  });

  it.each([
    ['a record that is its own parent', org('x-a', 'parent: x-a\n'), ''],
    ['predecessors', org('x-a', 'predecessor: x-b\n'), org('x-b', 'predecessor: x-a\n')],
    ['parts of meetings', 'kind: summit\nid: a\nname: A\nparent: b\n', 'kind: summit\nid: b\nname: B\nparent: a\n'],
    [
      'terms in the chair',
      'kind: chairmanship\nid: a\norganization: ots\npredecessor: b\n',
      'kind: chairmanship\nid: b\norganization: ots\npredecessor: a\n',
    ],
    [
      'proposals that replace each other',
      proposal('a', '[{ type: supersedes, proposal: x }, { type: supersedes, proposal: b }]'),
      proposal('b', '[{ type: same-as, proposal: a }, { type: supersedes, proposal: a }]'),
    ],
    [
      'proposals that are parts of each other',
      proposal('a', '[{ type: part-of, proposal: b }]'),
      proposal('b', '[{ type: part-of, proposal: a }]'),
    ],
    ['a record that takes the place of one in the registry', org('ots', 'parent: ots-chs\n'), ''],
  ])('knows a circle of %s', (_, text, other) => expect(messagesOf(RULE, text, others(other))).toHaveLength(1));

  it.each([
    ['links that end', org('x-a', 'parent: x-b\npredecessor: x-c\n'), org('x-b', 'parent: x-c\n')],
    ['two links of different meaning', org('x-a', 'parent: x-b\n'), org('x-b', 'predecessor: x-a\n')],
    [
      'relations of different meaning',
      proposal('a', '[{ type: supersedes, proposal: b }]'),
      proposal('b', '[{ type: part-of, proposal: a }]'),
    ],
    [
      'relations that go both ways by nature',
      proposal('a', '[{ type: same-as, proposal: b }]'),
      proposal('b', '[{ type: same-as, proposal: a }]'),
    ],
    [
      'a relation without a type',
      proposal('a', '[{ proposal: b }, { type: [supersedes], proposal: b }]'),
      proposal('b', '[{ type: supersedes, proposal: a }]'),
    ],
    ['a parent of another kind with the same id', org('x-a', 'parent: x-b\n'), 'kind: person\nid: x-b\nname: B\n'],
    ['a former id', org('x-a', 'parent: x-b\nformer_ids: [x-b]\n'), ''],
    ['an id in other letters', org('x-a', 'parent: X-A\n'), ''],
    ['what is no reference', org('x-a', 'parent: [x-a]\n'), org('x-b', 'parent: 7\npredecessor: { x-a: 1 }\n')],
    ['relations that are no list', proposal('a', '{ type: supersedes, proposal: a }'), ''],
    ['a record without an id', 'kind: organization\nname: A\ntype: forum\nparent: x-a\n', org('x-a', '')],
    ['a line that cannot be read', org('x-a', 'parent: "x-a\n'), ''],
  ])('says nothing of %s', (_, text, other) => expect(messagesOf(RULE, text, others(other))).toEqual([]));

  it('comes to an end where a way leads into a circle that it is no part of', () => {
    const circle = others(org('x-b', 'parent: x-c\n'), org('x-c', 'parent: x-b\n'));
    expect(messagesOf(RULE, org('x-a', 'parent: x-b\n'), circle)).toEqual([]);
  });

  it('finds the shortest of several circles, and shows the beginning of a long one', () => {
    const branches = others(
      proposal('b', '[{ type: supersedes, proposal: c }, { type: supersedes, proposal: a }]'),
      proposal('c', '[{ type: supersedes, proposal: a }]'),
    );
    expect(messagesOf(RULE, proposal('a', '[{ type: supersedes, proposal: b }]'), branches)).toEqual([
      expect.stringContaining('`supersedes` leads in a circle: `a` → `b` → `a`.'),
    ]);
    const long = Array.from({ length: 50 }, (_, i) => org(`x-${i + 1}`, `parent: x-${(i + 2) % 51}\n`));
    const [problem] = problemsOf(RULE, org('x-0', 'parent: x-1\n'), others(...long));
    expect(problem?.message).toContain('`x-0` → `x-1` → `x-2` → `x-3` → `x-4` → `x-5` → … → `x-0`.');
    expect(problem?.related).toHaveLength(5);
  });

  it('gives up a circle of more than 61', () => {
    const circle = (length: number) =>
      messagesOf(
        RULE,
        org('x-0', 'parent: x-1\n'),
        others(...Array.from({ length: length - 1 }, (_, i) => org(`x-${i + 1}`, `parent: x-${(i + 2) % length}\n`))),
      );
    expect(circle(61)).toHaveLength(1);
    expect(circle(62)).toEqual([]);
  });
});
