/** Workspace symbols: records found by what people remember of them, and shown so that the editor's own filter keeps them. */
import { describe, expect, it } from 'vitest';
import { type Location, SymbolKind } from 'vscode-languageserver-types';
import { REGISTRY_ROOT } from '../../server/dataset/registry.ts';
import { workspaceSymbols } from '../../server/features/workspace-symbols.ts';
import { openEditor } from '../support/editor.ts';
import { lineEnds, ROOT } from '../support/fixture.ts';

const FILES = {
  'summits/gabala.yaml':
    '# Саммит 🙂\nkind: summit\nid: ots-summit-2025-gabala\nname: 12th Summit of the Council of Heads of State of the OTS\nformer_ids: [ots-summit-2025-qabala]\naliases: [Габалинский саммит, "Qəbələ zirvəsi"]\n---\nkind: summit\nid: "csto-summit-2017"\nname: Summit of the CSTO\n',
  'persons/toqaev.yaml':
    'kind: person\nid: kassym-jomart-tokayev\nname: Kassym-Jomart Tokayev\nnames: [{ text: Қасым-Жомарт Тоқаев, lang: kk }]\n',
  'proposals/long.yaml': `kind: proposal\nid: kaz-council\ntitle: ${'Establishment of a very long name '.repeat(6)}\naliases: [Кибербезопасность]\n`,
  'nameless.yaml': 'kind: proposal\ntitle: A proposal without an id\n',
};

function find(query: string, files: Record<string, string> = FILES) {
  const { workspace, converter } = openEditor(files);
  return workspaceSymbols(query, [{ workspace, converter }]);
}

/**
 * Whether VS Code shows a symbol: the first word typed must be there, letter by letter, in the name behind the sign that
 * it puts before it, of which 128 characters are looked at (`symbolsQuickAccess.ts`, `fuzzyScore`).
 */
function isShown(name: string, query: string): boolean {
  const looked = `$(symbol-constant) ${name}`.toLowerCase().slice(0, 128);
  let at = '$(symbol-constant) '.length;
  for (const letter of query.split(/\s+/)[0]!.toLowerCase()) {
    at = looked.indexOf(letter, at) + letter.length;
    if (at < letter.length) return false;
  }
  return true;
}

describe('a search for records', () => {
  it.each([
    [
      'an id',
      'ots-summit-2025-gabala',
      '12th Summit of the Council of Heads of State of the OTS — ots-summit-2025-gabala',
    ],
    ['a part of an id', 'gabala', '12th Summit of the Council of Heads of State of the OTS — ots-summit-2025-gabala'],
    [
      'the beginnings of its words',
      'otsgab',
      '12th Summit of the Council of Heads of State of the OTS — ots-summit-2025-gabala',
    ],
    [
      'words in any order',
      'gabala 2025',
      '12th Summit of the Council of Heads of State of the OTS — ots-summit-2025-gabala',
    ],
    ['the name', 'council of heads', '12th Summit of the Council of Heads of State of the OTS'],
    ['an alias', 'габалинский', '12th Summit of the Council of Heads of State of the OTS (Габалинский саммит)'],
    ['an alias without its marks', 'qebele', '12th Summit of the Council of Heads of State of the OTS ≈ qebele'],
    ['a former id', '2025-qabala', '12th Summit of the Council of Heads of State of the OTS (ots-summit-2025-qabala)'],
    ['a name in another script', 'Тоқаев', 'Kassym-Jomart Tokayev (Қасым-Жомарт Тоқаев)'],
    ['a name in a script that it is not written in', 'Токаев', 'Kassym-Jomart Tokayev ≈ Токаев'],
    ['a slip', 'tokaiev', 'Kassym-Jomart Tokayev ≈ tokaiev'],
    ['letters left out', 'tkyv', 'Kassym-Jomart Tokayev'],
    ['a state of the registry by its code', 'KAZ', 'Kazakhstan'],
    ['a state by a name in Russian', 'Турция', 'Türkiye (Турция)'],
    ['a state by a name that nobody wrote', 'Туркия', 'Türkiye ≈ Туркия'],
    ['an organization by its letters in Russian', 'ОТГ', 'Organization of Turkic States (ОТГ)'],
    ['a state without its dots', 'Turkiye', 'Türkiye ≈ Turkiye'],
  ])('finds %s', (_name, query, name) => {
    const names = find(query).map((symbol) => symbol.name);
    expect(names).toContain(name);
    expect(names.filter((each) => !isShown(each, query))).toEqual([]);
  });

  it('shows what answers, however long the name', () => {
    for (const query of ['кибербезопасность', 'kaz-council', 'kiberbezopasnost']) {
      const [symbol] = find(query);
      expect(symbol!.name).toMatch(/^Establishment of a very long name/);
      expect(isShown(symbol!.name, query), symbol!.name).toBe(true);
    }
  });

  it('puts the best first, of equals the own', () => {
    expect(find('kaz')[0]).toMatchObject({ name: 'Kazakhstan' });
    expect(find('csto')[0]).toMatchObject({ name: expect.stringContaining('Collective Security Treaty Organization') });
    const councils = find('council', {
      'a.yaml': 'kind: organization\nid: own\nname: Council of a name that is longer than any other\n',
    });
    expect(councils.slice(0, 2).map(({ containerName }) => containerName)).toEqual([
      'organization · dataset/a.yaml',
      expect.stringContaining('registry/'),
    ]);
  });

  it('answers an empty query with the own records, and nonsense with nothing', () => {
    expect(
      find('')
        .map(({ name }) => name)
        .sort(),
    ).toEqual([
      '12th Summit of the Council of Heads of State of the OTS',
      'A proposal without an id',
      expect.stringMatching(/^Establishment/),
      'Kassym-Jomart Tokayev',
      'Summit of the CSTO',
    ]);
    for (const query of ['xyzzyx', '!!!', '\u0000', 'q'.repeat(10_000)]) expect(find(query)).toEqual([]);
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`${i}.yaml`, `kind: person\nid: p-${i}\n`]));
    expect(find('', many)).toHaveLength(256);
  });

  it('tells the kind, the file, and that of the registry', () => {
    expect(find('gabala')[0]).toMatchObject({
      kind: SymbolKind.Event,
      containerName: 'summit · dataset/summits/gabala.yaml',
    });
    expect(find('kazakhstan')[0]).toMatchObject({
      kind: SymbolKind.Namespace,
      containerName: 'state · registry/states/KAZ.yaml',
      location: { uri: `${REGISTRY_ROOT}/states/KAZ.yaml` },
    });
  });

  it('goes over all datasets, and knows a shipped record as long as one of them has none in its place', () => {
    const one = openEditor({ 'a.yaml': 'kind: state\nid: KAZ\nname: Our Kazakhstan\n' });
    const two = openEditor({ 'b.yaml': 'kind: person\nid: kaz-person\nname: Someone\n' });
    const containers = (datasets: (typeof one)[]) =>
      workspaceSymbols('kaz', datasets).map(({ containerName }) => containerName);
    expect(containers([one])).not.toContain('state · registry/states/KAZ.yaml');
    expect(containers([one, two])).toEqual(
      expect.arrayContaining(['state · dataset/a.yaml', 'person · dataset/b.yaml', 'state · registry/states/KAZ.yaml']),
    );
    expect(workspaceSymbols('kaz', [])).toEqual([]);
    const place = workspaceSymbols('kaz-person', [one, two])[0]!.location as Location;
    expect(place).toEqual(two.converter.location(two.workspace.documentsOf(two.uri)[0]!, { start: 17, end: 27 }));
    expect(place.range).toEqual({ start: { line: 1, character: 4 }, end: { line: 1, character: 14 } });
  });

  it('tells the file as people write it, and as it is where that is no escape', () => {
    const found = (uri: string) => {
      const { workspace, converter } = openEditor({ 'a.yaml': '' });
      workspace.apply([{ uri, text: 'kind: person\nid: mira\n' }]);
      return workspaceSymbols('mira', [{ workspace, converter }])[0]?.containerName;
    };
    expect(found('untitled:/a%20b.yaml')).toBe('person · a b.yaml');
    expect(found('untitled:/50%.yaml')).toBe('person · 50%.yaml');
  });
});

describe.each(lineEnds)('what is found, with %s', (_, convert) => {
  it('is shown at its id', () => {
    const files = {
      'a.yaml': convert(
        '# 🙂 Ж\nkind: person\nid: first\n---\n{ kind: person, id: "second" }\n---\nkind: person\nnote: |\n  id: no\nid: \'third\' # x\n---\nkind: person\nid: &x fourth\n---\nkind: person\nname: Nobody\n',
      ),
    };
    const { workspace, converter } = openEditor(files);
    const text = workspace.textOf(`${ROOT}/a.yaml`)!;
    const shown = workspaceSymbols('', [{ workspace, converter }]).map(({ location }) => {
      const { uri, range } = location as Location;
      return text.slice(converter.offset(uri, range.start), converter.offset(uri, range.end));
    });
    expect(shown).toEqual(['kind: person', 'first', 'fourth', '"second"', 'third']);
  });
});
