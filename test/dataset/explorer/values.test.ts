/** What of a record counts for its place in the tree, whatever stands in its fields, and what is counted there. */
import { describe, expect, it } from 'vitest';
import { type Grouping, Tree } from '../../../server/dataset/explorer/tree.ts';
import type { Rule } from '../../../server/dataset/rule.ts';
import { makeWorkspace, ROOT } from '../../support/fixture.ts';
import { outline } from '../../support/outline.ts';

const SUMMIT =
  'kind: summit\nid: gabala\nname: Gabala Summit\norganization: ots\nstatus: held\ndate: 2025-10-07\nhost: AZE\n';
const proposal = (id: string, more = '') =>
  `kind: proposal\nid: ${id}\ntitle: ${id}\ntype: position\nstatus: proposed\n${more}`;
const body = (id: string, parent: string) =>
  `kind: organization\nid: ${id}\nname: ${id}\ntype: body\nparent: ${parent}\n`;

function treeOf(files: Readonly<Record<string, string>>, grouping: Grouping = 'organization', query = ''): Tree {
  return Tree.of(makeWorkspace(files, []), { grouping, query });
}

describe('a record stands', () => {
  it('once below each state that it names, and below none for what is no id', () => {
    const states = 'participants: [{ state: KAZ }, { state: KAZ }, { state: "" }, { state: 7 }]\n';
    expect(outline(treeOf({ 'a.yaml': SUMMIT + states }, 'state'))).toEqual([
      'state/AZE 1',
      '  summit/gabala',
      'state/KAZ 1',
      '  summit/gabala',
    ]);
  });

  it('below a state that nobody knows, which is called by its id', () => {
    const tree = treeOf({ 'a.yaml': SUMMIT.replace('AZE', 'new-state') }, 'state');
    expect(tree.at(['value:new-state'])!.label).toBe('new-state');
  });

  it('below the first that there is of those it names', () => {
    const tree = treeOf({ 'a.yaml': `${SUMMIT}parent: nobody\n` });
    expect(outline(tree)).toEqual(['organization/ots 1', '  summit/gabala']);
    expect(tree.roots[0]!.entry).toMatchObject({ isOwn: false, isBroken: false });
  });

  it('below each of its domains, which are in the order of their names', () => {
    const topics = 'topics: [information-security, counter-terrorism]\n';
    expect(outline(treeOf({ 'a.yaml': SUMMIT + topics }, 'domain'), 0)).toEqual([
      'value Counter terrorism 1',
      'value Information security 1',
    ]);
  });

  it('below a circle that it is no part of', () => {
    const files = { '0.yaml': body('aa', 'c'), '1.yaml': body('c', 'd'), '2.yaml': body('d', 'c') };
    expect(outline(treeOf(files))).toEqual(['organization/c 2', '  organization/aa', '  organization/d']);
  });

  it('below a status that there is not, which comes last', () => {
    const other = SUMMIT.replaceAll('gabala', 'bishkek').replace('held', 'agreed upon');
    expect(outline(treeOf({ 'a.yaml': other, 'b.yaml': SUMMIT }, 'status'), 0)).toEqual([
      'value Held 1',
      'value Agreed upon 1',
    ]);
  });

  it.each([
    ['a source with a time', 'kind: source\nid: x\npublished: 2025-10-07T15:12+04:00\n', 'year 2025 1'],
    ['a date in its long form', SUMMIT.replace('2025-10-07', '{ value: 2025-10, text: autumn }'), 'year 2025 1'],
    [
      'a second date where the first is none',
      'kind: document\nid: x\nadopted: soon\nsigned: 2024-11-06\n',
      'year 2024 1',
    ],
    ['an empty date', 'kind: document\nid: x\nadopted:\nsigned: 2024-11-06\n', 'year 2024 1'],
    ['no date but a list', 'kind: document\nid: x\nadopted: [2024-11-06]\n', 'none 1'],
    ['a meeting that nobody knows', proposal('x', 'made_at: nowhere\n'), 'none 1'],
    ['several meetings', proposal('x', 'made_at: [gabala, bishkek]\n'), 'none 1'],
    ['a map where the id of a meeting belongs', proposal('x', 'made_at: { date: [2025] }\n'), 'none 1'],
  ])('in the year of %s', (_, text, branch) => {
    expect(outline(treeOf({ 'a.yaml': text }, 'year'), 0)).toEqual([branch]);
  });

  it('in the year of the term in the chair that it belongs to, or of what it says itself', () => {
    const chair = 'kind: chairmanship\nid: chair\norganization: ots\nstate: KGZ\nfrom: 2024-11-06\n';
    const files = { 'a.yaml': chair, 'b.yaml': proposal('x', 'context: chair\n') };
    expect(outline(treeOf(files, 'year'), 0)).toEqual(['year 2024 2']);
    const own = { ...files, 'b.yaml': proposal('x', 'date: 2025-01\ncontext: chair\n') };
    expect(outline(treeOf(own, 'year'), 0)).toEqual(['year 2025 1', 'year 2024 1']);
  });
});

describe('many records of several kinds', () => {
  const meeting = `${SUMMIT}topics: [youth]\n`;
  const many = (more: string) => Array.from({ length: 11 }, (_, at) => proposal(`p${at}`, more)).join('---\n');

  it('stand by kind below what they have in common, and below what they lack', () => {
    const youth = treeOf({ 'a.yaml': meeting, 'b.yaml': many('domains: [youth]\n') }, 'domain');
    expect(outline(youth, 1)).toEqual(['value Youth 12', '  summit/gabala', '  kind Proposals 11']);
    const none = treeOf({ 'a.yaml': SUMMIT, 'b.yaml': many('') }, 'domain');
    expect(outline(none, 1)).toEqual(['none 12', '  summit/gabala', '  kind Proposals 11']);
    expect(none.at(['none', 'kind:proposal', 'proposal/p7'])!.label).toBe('p7');
  });
});

describe('a record is called', () => {
  it.each([
    ['by its id where it has no name', 'kind: person\nid: p-1\n', 'p-1'],
    ['by its id where nobody sees its name', 'kind: person\nid: p-2\nname: "\\u202e"\n', 'p-2'],
    ['by its kind where it has no id either', 'kind: person\n', 'person'],
    ['by its kind where nobody sees its name', 'kind: person\nname: "\\u202e"\n', 'person'],
    ['by ids that nobody knows', 'kind: chairmanship\nid: c\norganization: nobody\nstate: AZX\n', 'nobody · AZX'],
    ['by what is an id alone', 'kind: chairmanship\nid: c\norganization: [ots]\nstate: KGZ\n', 'Kyrgyzstan'],
    ['by its id where there is nothing else', 'kind: chairmanship\nid: c\n', 'c'],
  ])('%s', (_, text, name) => {
    const tree = treeOf({ 'a.yaml': text }, 'domain');
    expect(tree.childrenOf(tree.roots[0]!).map(({ label }) => label)).toEqual([name]);
  });
});

describe('records', () => {
  it('without ids are told apart by where they stand', () => {
    const { entries } = treeOf({ 'a.yaml': 'kind: person\n---\nkind: person\n' });
    expect(entries.own.map(({ step }) => step)).toEqual([`person/#${ROOT}/a.yaml#0`, `person/#${ROOT}/a.yaml#13`]);
  });

  it('of one id have it by their files, whichever came first', () => {
    const tree = treeOf({ 'b.yaml': SUMMIT.replace('Gabala', 'Other'), 'a.yaml': SUMMIT });
    expect(tree.at(['organization/ots', 'summit/gabala'])!.label).toBe('Gabala Summit');
    expect(tree.at(['organization/ots', 'summit/gabala#2'])!.label).toBe('Other Summit');
  });

  it('that are broken are marked', () => {
    const tree = treeOf({ 'a.yaml': `${SUMMIT}topics: [youth\n` });
    expect(tree.entries.own.map(({ isBroken }) => isBroken)).toEqual([true]);
  });
});

describe('a way leads nowhere', () => {
  const files = { 'a.yaml': SUMMIT, 'b.yaml': SUMMIT.replaceAll('gabala', 'bishkek').replace('Gabala', 'Bishkek') };

  it('behind a step that there is not', () => {
    expect(treeOf(files).at(['nowhere', 'organization/ots'])).toBeUndefined();
  });

  it('to what a search has not found', () => {
    const tree = treeOf(files, 'organization', 'bishkek');
    expect(tree.wayTo('summit', 'gabala')).toEqual([]);
    expect(tree.wayTo('summit', 'bishkek')).toHaveLength(2);
    expect([tree.isCut, treeOf(files).isCut]).toEqual([false, false]);
  });
});

it('errors and warnings are counted, of a record and of all below it, and what is less is not', () => {
  const found = (severity: Rule['severity'], count: number, kind: string): Rule => ({
    name: `${kind}-${severity}`,
    severity,
    title: '',
    docs: { what: '', why: '', fix: '' },
    examples: { wrong: [], right: [] },
    *check(document) {
      for (let i = 0; i < count; i++)
        if (document.record?.kind === kind) yield { span: document.headSpan, message: `${i}` };
    },
  });
  const rules = [
    ...[found('error', 1, 'summit'), found('warning', 2, 'summit'), found('info', 3, 'summit')],
    ...[found('error', 4, 'proposal'), found('warning', 5, 'proposal'), found('hint', 6, 'proposal')],
    ...[found('error', 7, 'state'), found('warning', 8, 'state')],
  ];
  const files = {
    'a.yaml': SUMMIT,
    'b.yaml': proposal('p', 'made_at: gabala\nparties: [{ state: AZE }]\n'),
    'c.yaml': 'kind: state\nid: AZE\nname: Azerbaijan\n',
  };
  const workspace = makeWorkspace(files, rules);
  const lines = (grouping: Grouping) => outline(Tree.of(workspace, { grouping }));
  expect(lines('organization')).toEqual([
    'organization/ots 2 !5 ?7',
    '  summit/gabala 1 !5 ?7',
    '    proposal/p !4 ?5',
    'kind States 1 !7 ?8',
    '  state/AZE !7 ?8',
  ]);
  expect(lines('state')).toEqual(['state/AZE 2 !12 ?15', '  summit/gabala !1 ?2', '  proposal/p !4 ?5']);
  expect(lines('year').slice(0, 3)).toEqual(['year 2025 2 !5 ?7', '  summit/gabala !1 ?2', '  proposal/p !4 ?5']);
});
