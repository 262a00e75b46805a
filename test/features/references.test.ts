/** Find references: from ids and references, over files and the registry; of anchors; each place once and in order. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { placesNaming, recordsWithId } from '../../server/dataset/places.ts';
import { registry } from '../../server/dataset/registry.ts';
import { documentsToRead, type ReferenceContext, references, type View } from '../../server/features/references.ts';
import { subjectAt } from '../../server/features/subject.ts';
import { sampleRoot } from '../samples/records.ts';
import { openEditor } from '../support/editor.ts';
import { lineEnds } from '../support/fixture.ts';

const REGISTRY = 'security-initiatives-registry:';
const CYRILLIC = '# Саммит в Ташкенте 🙂\nkind: person\nid: sadyr-japarov\nname: Садыр Жапаров 🙂\n---\n';

function referencesAt(views: readonly [View, ...View[]], uri: string, offset: number, context: ReferenceContext) {
  const subject = subjectAt(views[0].workspace, uri, offset);
  return subject ? references(subject, views, context) : [];
}

/** Finds the references of what is at `$0` in the dataset's own files; they are the `⟦…⟧`, in order. */
function find(files: Readonly<Record<string, string>>, includeDeclaration: boolean): void {
  const { workspace, converter, uri, cursor, marked } = openEditor(files);
  const found = referencesAt([{ workspace, converter }], uri, cursor, { includeDeclaration });
  expect(found.filter((place) => !place.uri.startsWith(REGISTRY))).toEqual(marked);
}

/** The same with and without the declaration, which is `⟪…⟫`. */
function findBoth(files: Readonly<Record<string, string>>): void {
  const mapped = (marks: readonly [string, string]) =>
    Object.fromEntries(
      Object.entries(files).map(([name, text]) => [name, text.replaceAll('⟪', marks[0]).replaceAll('⟫', marks[1])]),
    );
  find(mapped(['⟦', '⟧']), true);
  find(mapped(['', '']), false);
}

describe.each(lineEnds)('references with %s', (_, convert) => {
  const SUMMIT = 'kind: summit\nid: ⟪gabala⟫\nname: Габала 🙂\n';
  const NEXT = 'kind: summit\nid: next\nparent: ⟦gabala⟧ # 🙂\n';
  const PROPOSAL = 'kind: proposal\nid: p\nmade_at: ⟦"gabala"⟧\nhistory: [{ status: agreed, summit: ⟦gabala⟧ }]\n';
  const texts = (of: { above?: string; summit?: string; next?: string; proposal?: string }) => ({
    'proposals/p.yaml': convert((of.above ?? '') + (of.proposal ?? PROPOSAL)),
    'summits/all.yaml': convert((of.above ?? '') + [of.summit ?? SUMMIT, of.next ?? NEXT].join('---\n')),
  });

  it.each([
    ['an id', { summit: SUMMIT.replace('gabala', 'ga$0bala') }],
    ['the end of an id', { summit: SUMMIT.replace('gabala', 'gabala$0') }],
    ['a reference', { next: NEXT.replace('gabala', 'gab$0ala') }],
    ['a reference in quotes', { proposal: PROPOSAL.replace('"gabala', '"gab$0ala') }],
    ['a reference in flow style', { proposal: PROPOSAL.replace('⟦gabala', '⟦$0gabala') }],
    ['below Cyrillic', { above: CYRILLIC, next: NEXT.replace('gabala', 'gab$0ala') }],
  ])('are found in all files from %s', (_name, of) => {
    findBoth(texts(of));
  });

  it('are those of the exact kind and id alone', () => {
    findBoth({
      'a.yaml': convert('kind: person\nid: gabala\n---\nkind: summit\nid: ⟪ga$0bala⟫\n'),
      'b.yaml': convert(
        'kind: summit\nid: b\nparent: Gabala\nname: gabala\nformer_ids: [gabala]\nchair: { person: gabala }\n',
      ),
      'c.yaml': convert('kind: summit\nid: gabala-2\nparent: gabala-2\n---\nkind: summit\nid: c\nparent: ⟦gabala⟧\n'),
    });
  });

  it('are those of a record that nobody has written, too', () => {
    findBoth({
      'a.yaml': convert('kind: summit\nid: s\nparent: ⟦no$0body⟧\n'),
      'b.yaml': convert('kind: summit\nid: t\nparent: ⟦nobody⟧\n'),
    });
  });

  it('have every id where it stands twice', () => {
    findBoth({
      'a.yaml': convert('kind: summit\nid: ⟪twice⟫\nparent: ⟦twice⟧\n'),
      'b.yaml': convert('kind: summit\nid: ⟪tw$0ice⟫\n'),
    });
  });

  it('are there once, though a text counts in several places', () => {
    findBoth({
      'a.yaml': convert('kind: summit\nid: s\nplace: &p { state: ⟦TKM⟧ }\nchair: { <<: *p }\nhost: &h ⟦TK$0M⟧\n'),
      'b.yaml': convert('kind: summit\nid: t\nspare: &t { state: ⟦TKM⟧ }\nparticipants: [*t, *t]\n'),
      'c.yaml': convert('kind: summit\nid: u\nhost: &h ⟦TKM⟧\nplace: { state: ⟦*h⟧ }\n'),
    });
  });

  it('are found from a text that counts elsewhere', () => {
    findBoth({
      'a.yaml': convert('kind: summit\nid: t\nspare: &t { state: ⟦TK$0M⟧ }\nparticipants: [*t, *t]\nhost: ⟦TKM⟧\n'),
    });
  });

  it('have those of the registry after the own', () => {
    const { workspace, converter, uri, cursor, marked } = openEditor({
      'z.yaml': convert('kind: summit\nid: s\nhost: ⟦K$0AZ⟧\n'),
    });
    const found = referencesAt([{ workspace, converter }], uri, cursor, { includeDeclaration: true });
    expect(found[0]).toEqual(marked[0]);
    const others = found.slice(1).map((place) => place.uri);
    expect(others.every((other) => other.startsWith(REGISTRY))).toBe(true);
    expect(others).toEqual([...others].sort());
    expect(new Set(others.map((other) => other.split('/').at(-1)))).toContain('KAZ.yaml');
    expect(others.filter((other) => other.endsWith('/ots.yaml')).length).toBeGreaterThan(0);
    expect(new Set(found.map((place) => JSON.stringify(place))).size).toBe(found.length);
  });

  it('have those of the registry last, wherever the own files come from', () => {
    const { workspace, converter } = openEditor({ 'b.yaml': '' });
    const uri = 'vscode-vfs://github/a.yaml';
    const text = convert('kind: summit\nid: s\nhost: KAZ\n');
    workspace.apply([{ uri, text }]);
    const found = referencesAt([{ workspace, converter }], uri, text.indexOf('KAZ'), { includeDeclaration: true });
    expect(found.map((place) => place.uri).indexOf(uri)).toBe(0);
    expect(found.length).toBeGreaterThan(2);
  });

  it('are found from the registry, in the dataset and in the registry itself', () => {
    const { workspace, converter, marked } = openEditor({
      'a.yaml': convert('kind: summit\nid: s\norganization: ⟦ots⟧\n'),
    });
    const [ots] = [...registry().byId.get('ots')!];
    const offset = ots!.start + ots!.spanOf(['id']).start + 1;
    const found = referencesAt([{ workspace, converter }], ots!.uri, offset, { includeDeclaration: true });
    expect(found[0]).toEqual(marked[0]);
    expect(found[1]).toEqual({ uri: ots!.uri, range: converter.range(ots!, ots!.spanOf(['id'])) });
    // The parent of its bodies, which stand in the same file.
    expect(found.filter(({ uri }) => uri === ots!.uri).length).toBeGreaterThan(3);
  });

  it('lead to the own record from a registry record whose place it has taken', () => {
    const { workspace, converter, marked } = openEditor({
      'a.yaml': convert('kind: organization\nid: ⟦ots⟧\nname: OTS\n---\nkind: summit\nid: s\norganization: ⟦ots⟧\n'),
    });
    const [ots] = [...registry().byId.get('ots')!];
    const offset = ots!.start + ots!.spanOf(['id']).start + 1;
    const found = referencesAt([{ workspace, converter }], ots!.uri, offset, { includeDeclaration: true });
    expect(found.slice(0, 2)).toEqual(marked);
    const replaced = { uri: ots!.uri, range: converter.range(ots!, ots!.spanOf(['id'])) };
    expect(found).not.toContainEqual(replaced);
  });

  it('of a registry record are those of all datasets', () => {
    const editors = ['one', 'two'].map((id) =>
      openEditor({ [`${id}.yaml`]: convert(`kind: summit\nid: ${id}\nhost: ⟦AZE⟧\n`) }),
    );
    const [first, ...others] = editors.map(({ workspace, converter }): View => ({ workspace, converter }));
    const [aze] = [...registry().byId.get('aze')!];
    const offset = aze!.spanOf(['id']).start;
    const found = referencesAt([first!, ...others], aze!.uri, offset, { includeDeclaration: true });
    expect(found.slice(0, 2)).toEqual(editors.flatMap(({ marked }) => marked));
    expect(found.filter(({ uri }) => uri === aze!.uri)).toHaveLength(1);
    expect(new Set(found.map((place) => JSON.stringify(place))).size).toBe(found.length);
    const alone = referencesAt([first!], aze!.uri, offset, { includeDeclaration: true });
    expect(found).toHaveLength(alone.length + 1);
  });

  it.each([
    ['an anchor', 'host: &⟪$0h⟫ AZE\nplace: { state: *⟦h⟧ }\n'],
    ['an alias', 'host: &⟪h⟫ AZE\nplace: { state: *⟦h$0⟧ }\nchair: { state: *⟦h⟧ }\n'],
    ['the sign of a merge', 'place: &⟪p⟫\n  state: AZE\nchair:\n  <<: $0*⟦p⟧\n'],
    ['an alias without an anchor', 'place: { state: *⟦h$0⟧ }\nchair: { state: *⟦h⟧ }\n'],
    ['an anchor whose name stands twice', 'spare: [&h a, *h]\nhost: &⟪h⟫ AZE\nplace: { state: *⟦h$0⟧ }\n'],
  ])('are those of an anchor from %s', (_name, text) => {
    const other = '---\nkind: summit\nid: t\nhost: &h TUR\nplace: { state: *h }\n';
    findBoth({ 'a.yaml': convert(`${CYRILLIC}kind: summit\nid: s\n${text}${other}`) });
  });

  it.each([
    ['a key', 'ho$0st: AZE\n'],
    ['plain text', 'name: A$0ZE\nhost: AZE\n'],
    ['an empty value', 'host: $0\n'],
    ['a comment', 'host: AZE # A$0ZE\n'],
    ['the kind', 'level: expe$0rts\n'],
  ])('are none from %s', (_name, text) => {
    find({ 'a.yaml': convert(`kind: summit\nid: s\n${text}`) }, true);
  });

  it('are found beside what is broken', () => {
    findBoth({
      'a.yaml': convert(
        'kind: summit\nid: ⟪ga$0bala⟫\nname: "Summit\nhost: [\n---\nkind: summit\nname: "S\nparent: ⟦gabala⟧\n',
      ),
    });
  });
});

describe('references', () => {
  it('look closely at no document but those that refer to the record', () => {
    const { workspace, converter, uri, cursor } = openEditor({
      'a.yaml': 'kind: summit\nid: gab$0ala\n---\nkind: person\nid: p\n',
      'b.yaml': 'kind: summit\nid: b\nparent: gabala\n---\nkind: summit\nid: c\nparent: baku\n',
    });
    const view = { workspace, converter };
    const documents = documentsToRead(subjectAt(workspace, uri, cursor)!, [view, view]);
    expect(documents.map(({ record }) => record?.id)).toEqual(['b']);
  });

  it('cost what they show, in a large dataset', () => {
    const files: Record<string, string> = { 'a.yaml': 'kind: summit\nid: gab$0ala\n' };
    const ids = (count: number, make: (index: number) => string) =>
      Array.from({ length: count }, (_, index) => make(index));
    for (const index of ids(200, String)) {
      files[`${index}.yaml`] = ids(20, (part) => `kind: summit\nid: s-${index}-${part}\nparent: gabala\n`).join(
        '---\n',
      );
    }
    const { workspace, converter, uri, cursor } = openEditor(files);
    expect(referencesAt([{ workspace, converter }], uri, cursor, { includeDeclaration: true })).toHaveLength(4001);
  });

  it('are the same from wherever one asks, throughout the sample', () => {
    const files = readdirSync(sampleRoot, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.yaml'),
    );
    const texts = files.map((name) => [name, readFileSync(`${sampleRoot}/${name}`, 'utf8')]);
    const { workspace, converter } = openEditor(Object.fromEntries(texts));
    const view = { workspace, converter };
    const asked = new Set<string>();
    for (const { record } of workspace.dataset.ofKind('proposal')) {
      for (const { kind, id } of record.references) asked.add(`${kind} ${id}`);
    }
    expect(asked.size).toBeGreaterThan(20);
    for (const [kind = '', id = ''] of [...asked].map((each) => each.split(' '))) {
      const places = placesNaming(workspace.dataset, kind, id);
      const lists = places.map(({ document, span }) => {
        const offset = document.start + span.start;
        return JSON.stringify(referencesAt([view], document.uri, offset, { includeDeclaration: true }));
      });
      expect(new Set(lists).size, `${kind} ${id}`).toBe(1);
      expect(JSON.parse(lists[0]!)).toHaveLength(places.length + recordsWithId(workspace.dataset, kind, id).length);
    }
  });
});
