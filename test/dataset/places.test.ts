/** Where a record is named: each place once, in an order that does not depend on the history of edits. */
import { describe, expect, it } from 'vitest';
import {
  documentsNaming,
  isNamed,
  ownPlace,
  type Place,
  placesNaming,
  placesWithin,
  recordsMeant,
  recordsWithId,
  referenceCount,
} from '../../server/dataset/places.ts';
import type { Workspace } from '../../server/dataset/workspace.ts';
import { lineEnds, makeWorkspace, parseFixture, ROOT } from '../support/fixture.ts';

const shown = ({ document, span }: Place) =>
  `${document.uri.replace(`${ROOT}/`, '')}: ${document.yaml.text.slice(span.start, span.end)}`;

function placesIn(workspace: Workspace, kind: string, id: string): string[] {
  const places = placesNaming(workspace.dataset, kind, id);
  expect(referenceCount(workspace.dataset, kind, id)).toBe(places.length);
  expect(isNamed(workspace.dataset, kind, id)).toBe(places.length > 0);
  return places.map(shown);
}

describe.each(lineEnds)('places with %s', (_, convert) => {
  const open = (files: Record<string, string>) =>
    makeWorkspace(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, convert(text)])), []);

  it('are those of every file and document, by file and place, the registry after them', () => {
    const workspace = open({
      'b.yaml': 'kind: summit\nid: b\norganization: eco\n---\nkind: summit\nid: a\norganization: "eco"\n',
      'a.yaml': '# 🙂 Ташкент\nkind: summit\nid: c\nparticipants: [{ organization: eco }]\norganization: eco\n',
    });
    const places = placesIn(workspace, 'organization', 'eco');
    expect(places.slice(0, 4)).toEqual(['a.yaml: eco', 'a.yaml: eco', 'b.yaml: eco', 'b.yaml: "eco"']);
    expect(places.length).toBeGreaterThan(4);
    expect(placesIn(workspace, 'person', 'eco')).toEqual([]);
    for (const place of places.slice(4)) expect(place).toMatch(/^security-initiatives-registry:.*: eco$/);
  });

  it('are the own before those of the registry, wherever the files come from', () => {
    const workspace = open({});
    workspace.apply([{ uri: 'vscode-vfs://github/a.yaml', text: convert('kind: summit\nid: s\norganization: eco\n') }]);
    const [first, ...others] = placesNaming(workspace.dataset, 'organization', 'eco');
    expect(first?.document.uri).toBe('vscode-vfs://github/a.yaml');
    expect(others.length).toBeGreaterThan(0);
  });

  it('stand just where the id does', () => {
    const marked = convert('# 🙂 Ташкент\nkind: summit\nid: s\nhost: ⟦AZE⟧\nplace: { city: Баку, state: ⟦AZE⟧ }\n');
    const { ranges } = parseFixture(marked);
    const places = placesNaming(open({ 'a.yaml': marked }).dataset, 'state', 'AZE');
    const own = places.filter(({ document }) => document.uri === `${ROOT}/a.yaml`);
    expect(own.map(({ document, span: { start, end } }) => [start + document.start, end + document.start])).toEqual(
      ranges.map(({ start, end }) => [start, end]),
    );
  });

  it('have an alias where it stands, and what several share once', () => {
    const own = (text: string) =>
      placesIn(open({ 'a.yaml': text }), 'state', 'TKM').filter((place) => place.startsWith('a.yaml'));
    expect(own('kind: summit\nid: s\nhost: &h TKM\nplace: { state: *h }\n')).toEqual(['a.yaml: TKM', 'a.yaml: *h']);
    expect(own('kind: summit\nid: s\nplace: &p { state: TKM }\nchair: *p\n')).toEqual(['a.yaml: TKM']);
    expect(own('kind: summit\nid: s\nplace: &p { state: TKM }\nchair:\n  <<: *p\n')).toEqual(['a.yaml: TKM']);
    expect(own('kind: summit\nid: s\nparticipants:\n  - &t { state: TKM }\n  - *t\n  - { <<: *t }\n')).toHaveLength(1);
  });

  it('follow the text, whatever repeats an earlier part of it', () => {
    const text = 'kind: summit\nid: s\nshared: &p { city: Awaza, state: TKM }\nhost: "TKM"\nplace: *p\n';
    const workspace = open({ 'a.yaml': text });
    expect(placesIn(workspace, 'state', 'TKM').slice(0, 2)).toEqual(['a.yaml: TKM', 'a.yaml: "TKM"']);
    const [document] = documentsNaming(workspace.dataset, 'state', 'TKM');
    expect(document!.record.id).toBe('s');
    expect(placesWithin(document!, 'state', 'TKM').map(shown)).toEqual(['a.yaml: TKM', 'a.yaml: "TKM"']);
  });

  it('are those of the exact kind and id', () => {
    const workspace = open({
      'a.yaml': 'kind: summit\nid: s\nhost: azx\nparent: AZX\n',
      'b.yaml': 'kind: summit\nid: t\nhost: AZX\nname: AZX\n',
    });
    expect(placesIn(workspace, 'state', 'AZX')).toEqual(['b.yaml: AZX']);
    expect(placesIn(workspace, 'summit', 'AZX')).toEqual(['a.yaml: AZX']);
    expect(placesIn(workspace, 'state', 'constructor')).toEqual([]);
    expect(placesIn(workspace, 'state', '')).toEqual([]);
  });

  it('leave out registry records whose place the dataset has taken', () => {
    const before = placesIn(open({}), 'organization', 'ots');
    expect(before.filter((place) => place.includes('/ots.yaml: ots')).length).toBeGreaterThan(1);
    const after = placesIn(open({ 'a.yaml': 'kind: organization\nid: ots-chs\n' }), 'organization', 'ots');
    expect(after).toHaveLength(before.length - 1);
  });

  it('include the records of an id that stands twice', () => {
    const workspace = open({
      'b.yaml': 'kind: summit\nid: twice\n',
      'a.yaml': 'kind: person\nid: twice\n---\nkind: summit\nid: Twice\n---\nkind: summit\nid: "twice"\n',
    });
    const records = recordsWithId(workspace.dataset, 'summit', 'twice');
    expect(records.map((document) => shown(ownPlace(document)))).toEqual(['a.yaml: "twice"', 'b.yaml: twice']);
  });
});

describe('the records that a reference means', () => {
  it('are those of its kind, by an id or a former one in the same letters', () => {
    const files = {
      'a.yaml': 'kind: organization\nid: green\nname: Green\nformer_ids: [verde]\n',
      'b.yaml': 'kind: person\nid: rosso\nname: Red\nformer_ids: [rojo, verde]\n',
    };
    const meant = (text: string) =>
      recordsMeant(makeWorkspace(files, []).dataset, 'organization', text).map(({ record }) => record.id);
    expect(['verde', 'VERDE', 'rojo', 'rosso', 'ROSSO'].map(meant)).toEqual([['green'], [], [], ['rosso'], []]);
  });

  const workspace = makeWorkspace(
    {
      'a.yaml':
        'kind: organization\nid: green\nname: Green Council\nabbreviation: GRC\nformer_ids: [green-club]\naliases: [Зелёный совет]\n',
      'b.yaml':
        'kind: organization\nid: red\nname: Red Council\naliases: [GRC]\n---\nkind: person\nid: blue\nname: Red\n',
      'c.yaml':
        'kind: organization\nid: reddish\nformer_ids: [red, green-club]\n---\nkind: organization\nname: Nameless\n',
    },
    [],
  );

  it.each([
    ['green', ['green']],
    ['red', ['red']],
    ['green-club', ['green', 'reddish']],
    ['GREEN', ['green']],
    ['grc', ['green', 'red']],
    ['зеленый совет', ['green']],
    ['Nameless', [undefined]],
    ['blue', ['blue']],
    ['KAZ', ['KAZ']],
    ['Turkic Council', ['ots']],
    ['__proto__', []],
    ['🙂', []],
    ['', []],
  ])('are those of %j', (text, expected) => {
    expect(recordsMeant(workspace.dataset, 'organization', text).map(({ record }) => record.id)).toEqual(expected);
  });

  it.each(['green', 'green-club', 'grc', 'blue', 'KAZ', 'Turkic Council', 'none', '🙂', 'GUAM', 'CFM'])(
    'are those that rules see: %s',
    (id) => {
      const resolved = workspace.reader().resolve({ kind: 'organization', id, path: [] });
      const seen =
        'target' in resolved
          ? [resolved.target]
          : 'owners' in resolved
            ? resolved.owners
            : 'others' in resolved
              ? resolved.others
              : [];
      const named = (record: { readonly kind: string; readonly id?: string | undefined }) =>
        `${record.kind}/${record.id}`;
      const meant = recordsMeant(workspace.dataset, 'organization', id);
      expect(meant.map(({ record }) => named(record))).toEqual(seen.map(named));
    },
  );
});
