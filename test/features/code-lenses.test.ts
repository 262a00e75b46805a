/** Code lenses: what stands above each record, and where it leads. */
import { describe, expect, it, vi } from 'vitest';
import type { CodeLens, Location } from 'vscode-languageserver-types';
import { REGISTRY_ROOT } from '../../server/dataset/registry.ts';
import { YamlDocument } from '../../server/dataset/yaml/yaml.ts';
import { codeLenses, documentsBehind, type LensSettings, resolveCodeLens } from '../../server/features/code-lenses.ts';
import { textIn } from '../../server/features/locate.ts';
import { type Editor, openEditor } from '../support/editor.ts';
import { lineEnds, ROOT } from '../support/fixture.ts';

const ALL: LensSettings = { references: true, proposals: true, chairmanships: true };
const CLIENT = { goToCommand: 'go', referencesCommand: 'list' };

const lensesIn = ({ workspace, converter, uri }: Editor, settings = ALL): CodeLens[] =>
  codeLenses(workspace, uri, converter, settings);

function resolved(
  editor: Editor,
  client: typeof CLIENT | Record<keyof typeof CLIENT, undefined> = CLIENT,
  settings = ALL,
): CodeLens[] {
  const { workspace, converter } = editor;
  return lensesIn(editor, settings).map((lens) => resolveCodeLens(lens, workspace, converter, client));
}

/** The file in front with the lenses above their lines, as an editor shows it. */
function shown(editor: Editor, settings = ALL): string {
  const lenses = resolved(editor, CLIENT, settings);
  const lines = textIn(editor.workspace, editor.uri)!.split(/\r?\n/);
  return lines
    .flatMap((line, index) => {
      const titles = lenses.filter(({ range }) => range.start.line === index).map(({ command }) => command?.title);
      return titles.length > 0 ? [`‹${titles.join(' | ')}›`, line] : [line];
    })
    .join('\n');
}

/** The texts that a lens's places enclose, each with its file. */
function placesOf({ workspace, converter }: Editor, places: readonly Location[]): string[] {
  return places.map(({ uri, range }) => {
    const [start, end] = [converter.offset(uri, range.start), converter.offset(uri, range.end)];
    return `${uri.slice(uri.lastIndexOf('/') + 1)}: ${textIn(workspace, uri)!.slice(start, end)}`;
  });
}

const GABALA = 'kind: summit\nid: gabala\norganization: ots\nhost: AZE\ndate: 2025-10-07\n';
const proposal = (id: string, more: string) => `kind: proposal\nid: ${id}\ntitle: 🙂 ${id}\n${more}\n`;
const chair = (id: string, state: string, from: string, more = '') =>
  `kind: chairmanship\nid: ${id}\norganization: ots\nstate: ${state}\n${from && `from: ${from}\n`}${more}`;

describe.each(lineEnds)('lenses with %s', (_, convert) => {
  const open = (files: Readonly<Record<string, string>>) =>
    openEditor(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, convert(text)])));

  it('stand above the first line of each record, below comments and the sign of a new document', () => {
    const editor = open({
      'a.yaml': `# Две встречи 🙂\n\n${GABALA}--- # another\n# with a comment\nid: b\nkind: summit\nparent: gabala\n--- { kind: summit, id: c, parent: b }\n`,
    });
    expect(shown(editor)).toBe(
      `# Две встречи 🙂\n\n‹1 reference›\n${GABALA}--- # another\n# with a comment\n‹1 reference›\nid: b\nkind: summit\nparent: gabala\n--- { kind: summit, id: c, parent: b }\n`,
    );
  });

  it('count references from all files, and list them', () => {
    const editor = open({
      'a.yaml': `# 🙂\n${GABALA}`,
      'b.yaml': 'kind: summit\nid: b\nparent: "gabala" # Габала\n',
      'c.yaml': 'kind: document\nid: c\nname: 🙂\nadopted_at: gabala\n---\nkind: summit\nid: d\nparent: gabala\n',
    });
    expect(shown(editor)).toContain('‹3 references›');
    const [lens] = resolved(editor);
    const [uri, position, places] = lens!.command!.arguments!;
    expect(lens!.command!.command).toBe('list');
    expect([uri, position]).toEqual([editor.uri, { line: 2, character: 4 }]);
    expect(placesOf(editor, places)).toEqual(['b.yaml: "gabala"', 'c.yaml: gabala', 'c.yaml: gabala']);
  });

  it('count what was proposed at a meeting, and lead there', () => {
    const editor = open({
      'a.yaml': GABALA,
      'p.yaml': `${proposal('p', 'made_at: gabala')}---\n${proposal('q', 'made_at: gabala\ntarget: { summit: gabala }')}`,
      'r.yaml': proposal('r', 'target: { summit: gabala }'),
    });
    expect(shown(editor)).toContain('‹4 references | 2 proposals made here›\nkind: summit');
    const places = resolved(editor)[1]!.command!.arguments![2];
    expect(placesOf(editor, places)).toEqual(['p.yaml: gabala', 'p.yaml: gabala']);
    expect(places.map(({ range }: Location) => range.start.line)).toEqual([3, 8]);
  });

  it('count what was declared for a term in the chair', () => {
    const editor = open({
      'a.yaml': chair('kaz', 'KAZ', '2024-01-01', 'priorities: [p]\n'),
      'p.yaml': proposal('p', 'context: kaz'),
    });
    expect(shown(editor, { ...ALL, references: false })).toContain('‹1 proposal made here›');
  });

  it('name the terms before and after, and lead there', () => {
    const editor = open({
      'b.yaml': chair('kgz', 'KGZ', '2025-01-01$0'),
      'a.yaml': `${chair('kaz', 'KAZ', '2024-01-01', 'to: 2025-01-01\n')}---\n${chair('tjk', 'TJK', '"2026~"')}`,
    });
    expect(shown(editor)).toContain('‹← Kazakhstan 2024 | Tajikistan 2026 →›\nkind: chairmanship');
    const targets = resolved(editor).map(({ command }) => command?.arguments as Location[]);
    expect(targets.map((places) => placesOf(editor, places))).toEqual([['a.yaml: kaz'], ['a.yaml: tjk']]);
    expect(resolved(editor).map(({ command }) => command?.command)).toEqual(['go', 'go']);
  });
});

describe('the terms beside one', () => {
  const neighbours = (front: string, ...others: readonly string[]) => {
    const editor = openEditor({ 'a.yaml': front, 'b.yaml': others.join('---\n') });
    return resolved(editor, CLIENT, { references: false, proposals: false, chairmanships: true }).map(
      ({ command }) => command?.title,
    );
  };

  it('are in the order of their beginnings, even where an earlier one has no end', () =>
    expect(
      neighbours(
        chair('c', 'UZB', '2022'),
        chair('a', 'KGZ', '2019'),
        chair('b', 'TUR', '2021', 'to: 2022\n'),
        chair('d', 'KAZ', '2023/..'),
      ),
    ).toEqual(['← Türkiye 2021', 'Kazakhstan 2023 →']));

  it('are none beside a meeting, even one with the id of a term', () =>
    expect(neighbours(GABALA, chair('gabala', 'AZE', '2022'), chair('b', 'TUR', '2021'))).toEqual([]));

  it('are in that order, whatever their ids are', () =>
    expect(neighbours(chair('b', 'UZB', '2022'), chair('c', 'TUR', '2021'), chair('a', 'KAZ', '2023'))).toEqual([
      '← Türkiye 2021',
      'Kazakhstan 2023 →',
    ]));

  it('are in the order of their ids, where they began at one time', () => {
    const terms = [chair('c', 'UZB', '2023'), chair('b', 'TUR', '2022'), chair('a', 'KAZ', '2022')] as const;
    expect(neighbours(...terms)).toEqual(['← Türkiye 2022']);
    expect(neighbours(terms[2], terms[0], terms[1])).toEqual(['Türkiye 2022 →']);
  });

  it('are told without a year that has no four digits in front', () =>
    expect(neighbours(chair('b', 'UZB', '2022'), chair('a', 'KAZ', '"-2021"'))).toEqual(['← Kazakhstan']));

  it('are those that name each other, whatever their dates', () => {
    const others = [
      chair('a', 'KGZ', '2019'),
      chair('b', 'TUR', '2021'),
      chair('d', 'KAZ', '2024', 'predecessor: c\n'),
    ];
    expect(neighbours(chair('c', 'UZB', '2022', 'predecessor: a\n'), ...others)).toEqual([
      '← Kyrgyzstan 2019',
      'Kazakhstan 2024 →',
    ]);
    expect(neighbours(others[0]!, chair('c', 'UZB', '2022', 'predecessor: a\n'), others[1]!, others[2]!)).toEqual([
      'Uzbekistan 2022 →',
    ]);
  });

  it('can be told without dates, but only by name', () => {
    const terms = [
      chair('b', 'UZB', '', 'predecessor: a\n'),
      chair('a', 'KGZ', ''),
      chair('c', 'KAZ', '2024'),
    ] as const;
    expect(neighbours(...terms)).toEqual(['← Kyrgyzstan']);
    expect(neighbours(terms[1], terms[0], terms[2])).toEqual(['Uzbekistan →']);
    expect(neighbours(terms[2], terms[0], terms[1])).toEqual([]);
  });

  it('are called by their ids, where their states are unknown', () =>
    expect(neighbours(chair('b', 'UZB', '2022'), chair('a', 'XXX', '2021'))).toEqual(['← a 2021']));

  it('are none of other organizations, nor itself, nor of those that share an id', () => {
    expect(neighbours(chair('b', 'UZB', '2022', 'predecessor: b\n'))).toEqual([]);
    expect(neighbours(chair('b', 'UZB', '2022'), chair('a', 'KGZ', '2021').replace('ots', 'csto'))).toEqual([]);
    expect(
      neighbours(chair('b', 'UZB', '2022', 'predecessor: a\n'), chair('a', 'KGZ', '2021'), chair('a', 'KAZ', '2020')),
    ).toEqual([]);
  });

  it('are none while no organization is named', () =>
    expect(neighbours(chair('b', 'UZB', '2022').replace('ots', ''), chair('a', 'KAZ', '2021'))).toEqual([]));

  it('are there for each term of a chain, and agree with each other', () => {
    const terms = [2019, 2020, 2021, 2022].map((year) => chair(`t-${year}`, 'KAZ', String(year)));
    const editor = openEditor({ 'a.yaml': terms.join('---\n') });
    expect(resolved(editor).map(({ command }) => command?.title)).toEqual([
      'Kazakhstan 2020 →',
      ...['← Kazakhstan 2019', 'Kazakhstan 2021 →', '← Kazakhstan 2020', 'Kazakhstan 2022 →'],
      '← Kazakhstan 2021',
    ]);
  });
});

describe('lenses', () => {
  const files = {
    'a.yaml': `${GABALA}---\n${chair('a', 'KAZ', '2024')}---\n${chair('b', 'UZB', '2025', 'predecessor: a\n')}`,
    'p.yaml': proposal('p', 'made_at: gabala'),
  };
  const titles = (settings: LensSettings) =>
    resolved(openEditor(files), CLIENT, settings).map(({ command }) => command?.title);
  const none: LensSettings = { references: false, proposals: false, chairmanships: false };

  it('are each switched on and off on their own', () => {
    expect(titles(none)).toEqual([]);
    expect(titles({ ...none, references: true })).toEqual(['1 reference', '1 reference']);
    expect(titles({ ...none, proposals: true })).toEqual(['1 proposal made here']);
    expect(titles({ ...none, chairmanships: true })).toEqual(['Uzbekistan 2025 →', '← Kazakhstan 2024']);
  });

  it('say nothing above records that nobody names, that have no id, and above what is no record', () => {
    const text =
      'kind: summit\nid: alone\n---\nkind: summit\nname: x\n---\nkind: Deployment\nid: alone\n---\nkind: person\nid: gabala\n';
    expect(lensesIn(openEditor({ 'a.yaml': text, 'b.yaml': GABALA.replace('gabala', 'b') }))).toEqual([]);
    expect(lensesIn(openEditor({ 'a.yaml': '', 'initiatives.yaml': 'dataset: x\n' }))).toEqual([]);
  });

  it('are mere words for clients without commands', () => {
    const editor = openEditor(files);
    const lenses = resolved(editor, { goToCommand: undefined, referencesCommand: undefined });
    expect(lenses.map(({ command }) => command)).toEqual(
      ['1 reference', '1 proposal made here', '1 reference', 'Uzbekistan 2025 →', '← Kazakhstan 2024'].map((title) => ({
        title,
        command: '',
      })),
    );
  });

  it('leave it to the client to look for places where they are very many', () => {
    const record = (index: number) => `kind: summit\nid: s-${index}\nparent: gabala\n`;
    const many = Array.from({ length: 250 }, (_, index) => record(index)).join('---\n');
    const editor = openEditor({ 'a.yaml': GABALA, 'b.yaml': many });
    const [lens] = resolved(editor);
    expect(lens!.command).toEqual({
      title: '250 references',
      command: 'list',
      arguments: [editor.uri, { line: 1, character: 4 }],
    });
  });

  it('are worked out for the text as it is when they come into view', () => {
    const editor = openEditor(files);
    const { workspace, converter, uri } = editor;
    const [lens] = lensesIn(editor);
    workspace.apply([{ uri: `${ROOT}/q.yaml`, text: proposal('q', 'made_at: gabala') }]);
    expect(resolveCodeLens(lens!, workspace, converter, CLIENT).command?.title).toBe('2 references');
    workspace.apply([{ uri, text: undefined }]);
    expect(resolveCodeLens(lens!, workspace, converter, CLIENT).command).toEqual({ title: '', command: '' });
  });

  it('of a large file need no closer look at any record', () => {
    const record = (index: number) => `kind: summit\nid: s-${index}\nparent: s-${index + 1}\n`;
    const editor = openEditor({ 'a.yaml': Array.from({ length: 1000 }, (_, index) => record(index)).join('---\n') });
    const reading = vi.spyOn(YamlDocument.prototype, 'root', 'get');
    expect(lensesIn(editor)).toHaveLength(999);
    expect(reading).not.toHaveBeenCalled();
    reading.mockRestore();
  });

  it('stand above the registry’s own records', () => {
    const editor = { ...openEditor(files), uri: `${REGISTRY_ROOT}/organizations/ots.yaml` };
    const [first] = resolved(editor);
    expect(first!.command!.title).toMatch(/^\d+ references$/);
    expect(first!.range.start).toEqual({ line: expect.any(Number), character: 0 });
    const state = workspaceState(editor);
    expect(state).toMatch(/^\d+ references$/);
  });

  it('go on in a broken text', () => {
    const editor = openEditor({
      'a.yaml': `kind: summit\nname: "x\nid: gabala\nplace: {\n`,
      'b.yaml': 'kind: summit\nid: b\nparent: gabala\n',
    });
    expect(resolved(editor).map(({ command }) => command?.title)).toEqual(['1 reference']);
  });

  it('bear names that every object has', () => {
    const editor = openEditor({
      'a.yaml':
        'kind: summit\nid: __proto__\n---\nkind: summit\nid: b\nparent: __proto__\n---\nkind: chairmanship\nid: constructor\norganization: __proto__\nstate: toString\nfrom: 2020\n',
    });
    expect(resolved(editor).map(({ command }) => command?.title)).toEqual(['1 reference']);
  });
});

/** The lens above Kazakhstan, which the registry has in a file of its own or with others. */
function workspaceState(editor: Editor): string | undefined {
  const uri = editor.workspace.dataset.find('state', 'KAZ')!.uri;
  return resolved({ ...editor, uri }).find(({ data }) => data.id === 'KAZ')?.command?.title;
}

describe('the documents behind a lens', () => {
  const editor = openEditor({
    'summits/gabala.yaml': GABALA,
    'a.yaml': proposal('a', 'made_at: gabala'),
    'b.yaml': proposal('b', 'addressed_to: { organization: ots }'),
    'c.yaml': 'kind: summit\nid: c\nparent: gabala\n',
  });
  const behind = (client: { goToCommand: string; referencesCommand: string | undefined }) =>
    Object.fromEntries(
      lensesIn(editor).map((lens) => [
        lens.data.shows,
        documentsBehind(lens, editor.workspace, client).map(({ uri }) => uri.slice(ROOT.length + 1)),
      ]),
    );

  it('are those whose places it lists', () => {
    expect(behind(CLIENT)).toEqual({ references: ['a.yaml', 'c.yaml'], proposals: ['a.yaml'] });
  });

  it('are none where the client lists no places', () => {
    expect(behind({ ...CLIENT, referencesCommand: undefined })).toEqual({ references: [], proposals: [] });
  });
});
