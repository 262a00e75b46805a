/** A dataset as a tree: what stands below what, in which order, and that nothing gets lost, whatever the records say. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isGrouping, Tree } from '../../../server/dataset/explorer/tree.ts';
import { kinds, schemaAt, schemaOf } from '../../../server/dataset/schema.ts';
import { rules } from '../../../server/rules/index.ts';
import { makeWorkspace } from '../../support/fixture.ts';
import { outline } from '../../support/outline.ts';
import { COUNCIL, EARLIER, PROPOSAL, SUMMIT, treeOf } from './records.ts';

describe('the tree by organization', () => {
  it('has meetings below their organization, the newest first, and below them what was proposed there', () => {
    const tree = treeOf({ 'a.yaml': EARLIER, 'b.yaml': SUMMIT, 'c.yaml': COUNCIL });
    expect(outline(tree)).toEqual([
      'organization/ots 3',
      '  summit/gabala 1',
      '    proposal/council',
      '  summit/bishkek',
    ]);
    expect(tree.roots[0]!.entry!.isOwn).toBe(false);
  });

  it('has organizations of the registry only where own records belong to them, by name', () => {
    const tree = treeOf({
      'a.yaml': SUMMIT.replace('ots', 'sco'),
      'b.yaml': EARLIER,
      'c.yaml': 'kind: organization\nid: mine\nname: Astana Forum\ntype: forum\n',
    });
    expect(tree.roots.map(({ label }) => label)).toEqual([
      'Astana Forum',
      'Organization of Turkic States',
      'Shanghai Cooperation Organisation',
    ]);
  });

  it('has bodies below their organization, and what is addressed to it without a meeting', () => {
    const body = 'kind: organization\nid: desk\nname: Cyber Desk\ntype: body\nparent: ots\n';
    const adressed = `${PROPOSAL}id: early\ntitle: Early\nparties: [{ state: KAZ }]\ndomains: [youth]\naddressed_to: { organization: ots }\n`;
    expect(outline(treeOf({ 'a.yaml': body, 'b.yaml': adressed }))).toEqual([
      'organization/ots 2',
      '  proposal/early',
      '  organization/desk',
    ]);
  });

  it('has documents at the meeting that adopted them, and terms in the chair, named by their state, at the organization', () => {
    const tree = treeOf({
      'a.yaml': SUMMIT,
      'b.yaml': 'kind: document\nid: d\ntitle: Declaration\ntype: declaration\nadopted_at: gabala\n',
      'c.yaml': 'kind: chairmanship\nid: chair\norganization: ots\nstate: KGZ\nfrom: 2024-11-06\n',
    });
    expect(outline(tree)).toEqual([
      'organization/ots 3',
      '  summit/gabala 1',
      '    document/d',
      '  chairmanship/chair',
    ]);
    expect(tree.nameOf(tree.wayTo('chairmanship', 'chair').at(-1)!.entry!)).toBe('Kyrgyzstan');
  });

  it('names a term in the chair by its organization, too, where that does not stand above it', () => {
    const tree = treeOf(
      { 'c.yaml': 'kind: chairmanship\nid: chair\norganization: ots\nstate: KGZ\nfrom: 2024-11-06\n' },
      'year',
    );
    expect(tree.childrenOf(tree.roots[0]!)[0]!.label).toBe('Organization of Turkic States · Kyrgyzstan');
  });

  it('keeps what belongs nowhere, and what leads to nothing, together', () => {
    const files = {
      'a.yaml': `${PROPOSAL}id: national\ntitle: National\nparties: [{ state: KAZ }]\ndomains: [youth]\n`,
      'b.yaml': SUMMIT.replace('ots', 'nobody'),
      'c.yaml': 'kind: person\nid: p\nname: Person\n',
      'd.yaml': 'kind: source\nid: s\npublisher: Trend\npublished: 2025-10-07\n',
    };
    expect(outline(treeOf(files))).toEqual([
      'none 2',
      '  summit/gabala',
      '  proposal/national',
      'kind Persons 1',
      '  person/p',
      'kind Sources 1',
      '  source/s',
    ]);
  });

  it('opens circles at the first record, wherever one begins to look', () => {
    const body = (id: string, parent: string) =>
      `kind: organization\nid: ${id}\nname: ${id}\ntype: body\nparent: ${parent}\n`;
    const files = {
      '1.yaml': body('c', 'a'),
      '2.yaml': body('b', 'c'),
      '3.yaml': body('a', 'b'),
      '4.yaml': body('self', 'self'),
      '5.yaml': body('below', 'b'),
    };
    expect(outline(treeOf(files))).toEqual([
      'organization/a 3',
      '  organization/c 2',
      '    organization/b 1',
      '      organization/below',
      'organization/self',
    ]);
  });

  it('has records one below the other, however deep', () => {
    const bodies = Array.from(
      { length: 12_000 },
      (_, at) => `kind: organization\nid: b${at}\nname: B\ntype: body\nparent: b${at + 1}\n`,
    );
    const tree = treeOf({ 'a.yaml': bodies.join('---\n') });
    expect(outline(tree, 0)).toEqual(['organization/b11999 11999']);
    expect(tree.wayTo('organization', 'b11990')).toHaveLength(10);
    expect(tree.wayTo('organization', 'b0')).toEqual([]);
  });

  it('has every record with one id, and those without, each in its place', () => {
    const files = {
      'a.yaml': SUMMIT,
      'b.yaml': SUMMIT.replace('Gabala', 'Other'),
      'c.yaml': SUMMIT.replace('id: gabala\n', ''),
      'd.yaml': COUNCIL,
    };
    const tree = treeOf(files);
    expect(outline(tree)).toHaveLength(5);
    expect(outline(tree)).toEqual(expect.arrayContaining(['  summit/gabala 1', '  summit/gabala#2']));
    expect(tree.wayTo('summit', 'gabala').at(-1)!.label).toBe('Gabala Summit');
  });

  it('has a branch for each kind but the first where there are many, and years where there are very many', () => {
    const many = Array.from(
      { length: 12 },
      (_, at) => `kind: document\nid: d${at}\ntitle: D ${at}\ntype: plan\norganization: ots\n`,
    );
    expect(outline(treeOf({ 'a.yaml': SUMMIT, 'b.yaml': many.join('---\n') }), 1)).toEqual([
      'organization/ots 13',
      '  summit/gabala',
      '  kind Documents 12',
    ]);
    const summits = Array.from({ length: 150 }, (_, at) =>
      SUMMIT.replaceAll('gabala', `s${at}`).replace('2025', String(2000 + (at % 3))),
    );
    expect(outline(treeOf({ 'a.yaml': summits.join('---\n') }), 1)).toEqual([
      'organization/ots 150',
      '  year 2002 50',
      '  year 2001 50',
      '  year 2000 50',
    ]);
  });

  it('tells records of one year apart by month, and those without a date by their first letter, in any alphabet', () => {
    const summits = Array.from({ length: 130 }, (_, at) =>
      SUMMIT.replaceAll('gabala', `s${at}`).replace('2025-10-07', at % 2 ? '2025-10-07' : '2025-03'),
    );
    expect(outline(treeOf({ 'a.yaml': summits.join('---\n') }), 1)).toEqual([
      'organization/ots 130',
      '  month October 2025 65',
      '  month March 2025 65',
    ]);
    const people = Array.from(
      { length: 120 },
      (_, at) => `kind: person\nid: p${at}\nname: ${['Ömer', 'Олжас', 'Olga'][at % 3]} ${at}\n`,
    );
    expect(outline(treeOf({ 'a.yaml': people.join('---\n') }), 1)).toEqual([
      'kind Persons 120',
      '  letter O 80',
      '  letter О 40',
    ]);
  });

  it('has years and months with the newest first, letters by name, and behind them what is of none', () => {
    const sources = (count: number, published: string, of = published) =>
      Array.from({ length: count }, (_, at) => `kind: source\nid: '${of}-${at}'\npublished: '${published}'\n`);
    const below = (texts: readonly string[], depth: number) =>
      outline(treeOf({ 'a.yaml': texts.join('---\n') }), depth).slice(1);
    expect(below([...sources(2, '201X'), ...sources(50, '2024'), ...sources(50, '2025')], 1)).toEqual([
      '  year 2025 50',
      '  year 2024 50',
      '  none 2',
    ]);
    const months = [...sources(50, '2025-03'), ...sources(50, '2025-10')];
    expect(below([...sources(2, '2025'), ...months], 1)).toEqual([
      '  month October 2025 50',
      '  month March 2025 50',
      '  source/2025-0',
      '  source/2025-1',
    ]);
    expect(below([...sources(51, '2025', 'b'), ...sources(50, '2025', 'a'), ...months.slice(0, 1)], 1)).toEqual([
      '  month March 2025 1',
      '  letter A 50',
      '  letter B 51',
    ]);
  });

  it('shows names on one line, without signs that turn letters around', () => {
    const tree = treeOf({ 'a.yaml': SUMMIT.replace('Gabala Summit', '"Gab\u202eala\\n $(alert) <b>Summit</b>"') });
    expect(tree.wayTo('summit', 'gabala').at(-1)!.label).toBe('Gabala $(alert) <b>Summit</b>');
  });
});

describe('a search', () => {
  const files = {
    'a.yaml': SUMMIT,
    'b.yaml': COUNCIL,
    'c.yaml': EARLIER,
    'd.yaml': 'kind: person\nid: p\nname: Қасым-Жомарт Тоқаев\n',
  };

  it('leaves what is found, and what that stands below', () => {
    const tree = treeOf(files, 'organization', 'cyber');
    expect(outline(tree)).toEqual(['organization/ots 2', '  summit/gabala 1', '    proposal/council']);
    expect(tree.found).toBe(1);
  });

  it('finds names in any script, and organizations of the registry that are in the tree', () => {
    expect(outline(treeOf(files, 'organization', 'tokaev'))).toEqual(['kind Persons 1', '  person/p']);
    expect(outline(treeOf(files, 'state', 'Bishkek'))).toEqual(['state/KGZ 1', '  summit/bishkek']);
    expect(treeOf(files, 'organization', 'ОТГ').found).toBe(1);
  });

  it('finds nothing where there is nothing', () => {
    const tree = treeOf(files, 'organization', 'xyzzy');
    expect(tree.roots).toEqual([]);
    expect(tree.found).toBe(0);
  });
});

describe('a way', () => {
  const tree = treeOf({ 'a.yaml': SUMMIT, 'b.yaml': COUNCIL });

  it('leads to a branch step by step', () => {
    const steps = ['organization/ots', 'summit/gabala', 'proposal/council'];
    expect(tree.at(steps.slice(0, 1))!.label).toBe('Organization of Turkic States');
    expect(tree.at(steps)!.label).toBe('Cyber Council');
    expect(tree.at(tree.wayTo('proposal', 'council').map(({ step }) => step))!.label).toBe('Cyber Council');
  });

  it.each([[[]], [['nowhere']], [['summit/gabala']], [['organization/ots', 'proposal/council']]])(
    'leads nowhere: %j',
    (steps) => {
      expect(tree.at(steps)).toBeUndefined();
    },
  );
});

describe('the counts', () => {
  it('tell what is wrong with a record and with all that stands below it', () => {
    const workspace = makeWorkspace(
      { 'a.yaml': SUMMIT.replace('AZE', 'AZX'), 'b.yaml': COUNCIL.replace('KAZ', 'KAX') },
      rules,
    );
    const lines = outline(Tree.of(workspace, { grouping: 'organization' }));
    expect(lines[0]).toMatch(/^organization\/ots 2 !2/);
    expect(lines[2]).toMatch(/proposal\/council !1/);
    const silent = outline(Tree.of(workspace, { grouping: 'organization', isSilent: true }));
    expect(silent[0]).toBe('organization/ots 2');
  });
});

describe('what a tree keeps', () => {
  it('a record of a text that is broken right now, with a mark, until there is another of its id', () => {
    const before = makeWorkspace({ 'a.yaml': SUMMIT }, []);
    const lost = [before.dataset.find('summit', 'gabala')!];
    const tree = Tree.of(makeWorkspace({}, []), { grouping: 'organization', lost });
    expect(outline(tree)).toEqual(['organization/ots 1', '  summit/gabala']);
    expect(tree.wayTo('summit', 'gabala').at(-1)!.entry!.isBroken).toBe(true);
    const again = Tree.of(before, { grouping: 'organization', lost });
    expect(again.wayTo('summit', 'gabala').at(-1)!.entry!.isBroken).toBe(false);
  });

  it('records of one id, marked as broken where they are', () => {
    const tree = treeOf({ 'a.yaml': SUMMIT, 'b.yaml': `${SUMMIT}topics: [youth\n`, 'c.yaml': SUMMIT });
    const marks = tree.entries.own.map(({ step, isBroken }) => [step, isBroken]);
    expect(marks).toEqual([
      ['summit/gabala', false],
      ['summit/gabala#2', true],
      ['summit/gabala#3', false],
    ]);
  });

  const id = fc.constantFrom('a', 'b', 'c', '__proto__', 'constructor');
  const record = fc.oneof(
    fc
      .tuple(id, id, id)
      .map(
        ([own, of, parent]) =>
          `kind: summit\nid: ${own}\nname: N\norganization: ${of}\nparent: ${parent}\nstatus: held\ndate: 2025-10-07\nhost: ${of}\n`,
      ),
    fc.tuple(id, id).map(([own, parent]) => `kind: organization\nid: ${own}\nname: N\ntype: body\nparent: ${parent}\n`),
    fc
      .tuple(id, id, id)
      .map(
        ([own, at, context]) =>
          `${PROPOSAL}id: ${own}\ntitle: T\nmade_at: ${at}\ncontext: ${context}\nparties: [{ state: ${at} }]\ndomains: [youth, ${own}]\n`,
      ),
    fc
      .tuple(id, id)
      .map(([own, of]) => `kind: chairmanship\nid: ${own}\norganization: ${of}\nstate: KAZ\nfrom: 2024\n`),
    fc.tuple(id).map(([own]) => `kind: state\nid: ${own}\nname: S\n`),
    fc.constantFrom(
      'kind: source\n',
      'kind: summit\n',
      'kind: person\nid: 7\n',
      'kind: document\nid: d\nadopted_at: [a]\n',
    ),
  );

  it.each(['organization', 'state', 'domain', 'status', 'year'] as const)(
    'every record, by %s, and finds the way to each',
    (grouping) => {
      fc.assert(
        fc.property(fc.array(record, { maxLength: 12 }), (records) => {
          const files = Object.fromEntries(records.map((text, at) => [`${at}.yaml`, text]));
          const tree = Tree.of(makeWorkspace(files, []), { grouping });
          expect(new Set(ownIn(tree)).size).toBe(recordsIn(tree, files));
          for (const {
            document: { record },
          } of tree.entries.own) {
            if (record.id !== undefined)
              expect(tree.wayTo(record.kind, record.id).at(-1)?.entry?.document.record.id).toBe(record.id);
          }
        }),
        { numRuns: 60 },
      );
    },
  );
});

function ownIn(tree: Tree): unknown[] {
  const found: unknown[] = [];
  const visit = (branches: Tree['roots']) => {
    for (const branch of branches) {
      if (branch.entry?.isOwn) found.push(branch.entry);
      visit(tree.childrenOf(branch));
    }
  };
  visit(tree.roots);
  return found;
}

function recordsIn(tree: Tree, files: Readonly<Record<string, string>>): number {
  expect(tree.entries.own).toHaveLength(Object.keys(files).length);
  return Object.keys(files).length;
}

describe('the schemas', () => {
  it.each(kinds)('say of %s where it stands by fields that there are', (kind) => {
    for (const [purpose, paths] of Object.entries(schemaOf(kind).groups)) {
      expect(purpose === 'under' || purpose === 'date' || isGrouping(purpose)).toBe(true);
      for (const path of paths) expect(reaches(kind, path), `${kind}: ${path}`).toBe(true);
    }
  });
});

/** Whether there is a field at a path, through lists and references. */
function reaches(kind: string, path: string): boolean {
  const steps: (string | number)[] = [];
  let from = kind;
  for (const step of path.split('.')) {
    const here = schemaAt(from, steps);
    if (here?.reference) {
      from = here.reference;
      steps.length = 0;
    }
    if (here?.items) steps.push(0);
    steps.push(step);
  }
  return schemaAt(from, steps) !== undefined;
}
