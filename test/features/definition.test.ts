/** Go to definition: from references, however written, to records; from aliases to anchors; from ids to themselves. */

import { describe, expect, it } from 'vitest';
import type { LocationLink } from 'vscode-languageserver-types';
import { registryText } from '../../server/dataset/registry.ts';
import { Converter } from '../../server/features/convert.ts';
import { definition } from '../../server/features/definition.ts';
import { openEditor } from '../support/editor.ts';
import { lineEnds, makeWorkspace, ROOT } from '../support/fixture.ts';

const CYRILLIC = '# Саммит в Ташкенте 🙂\nkind: person\nid: sadyr-japarov\nname: Садыр Жапаров 🙂\n---\n';

/** Follows the reference at `$0`. The `⟦…⟧` are where it leads, in order; `in` is the whole text of each target's range. */
function follow(files: Readonly<Record<string, string>>): LocationLink[] {
  const { workspace, converter, uri, cursor, marked } = openEditor(files);
  const links = definition(workspace, uri, cursor, converter);
  expect(links.map(({ targetUri, targetSelectionRange }) => ({ uri: targetUri, range: targetSelectionRange }))).toEqual(
    marked,
  );
  return links;
}

describe.each(lineEnds)('definition with %s', (_, convert) => {
  describe.each([
    ['', ''],
    [' below Cyrillic and emoji', CYRILLIC],
  ])('of references%s', (_name, above) => {
    const files = (text: string, other = '') => ({ 'a.yaml': convert(above + text), 'b.yaml': convert(above + other) });
    const TARGET = 'kind: summit\nid: ⟦gabala⟧\nname: Габала 🙂\n';

    it.each([
      ['at its beginning', 'parent: $0gabala\n'],
      ['in the middle', 'parent: gab$0ala\n'],
      ['at its end', 'parent: gabala$0\n'],
      ['in double quotes', 'parent: "gab$0ala"\n'],
      ['in single quotes', "parent: 'gabala'$0\n"],
      ['with a comment', 'parent: gab$0ala # 🙂 the last one\n'],
      ['behind an anchor', 'parent: &g ga$0bala\n'],
      ['in a block', 'parent: >-\n  ga$0bala\n'],
      ['in a list', 'decided: []\noutcomes:\n  - decision: 🙂\nparent: ga$0bala\n'],
      ['of a key that stands twice', 'parent: gab$0ala\nparent: baku\n'],
    ])('finds the record: %s', (_case, text) => {
      follow(files(`kind: summit\nid: s\n${text}`, TARGET));
    });

    it.each([
      ['flow style', 'history: [{ status: agreed, summit: gab$0ala }]\n'],
      ['flow style without blanks', 'history: [{"summit":"gab$0ala"}]\n'],
      ['block style', 'history:\n  - status: agreed\n    summit: gabala$0\n'],
      ['a map behind an alias', 'spare: &h { summit: gab$0ala }\nhistory: [*h]\n'],
      ['a merged map', 'spare: &h\n  summit: gab$0ala\nhistory:\n  - <<: *h\n    status: agreed\n'],
      ['a map merged on the spot', 'history:\n  - <<: { summit: gab$0ala }\n    status: agreed\n'],
    ])('finds the record in nested values: %s', (_case, text) => {
      follow(files(`kind: proposal\nid: p\n${text}`, TARGET));
    });

    it('shows the whole record around its id', () => {
      const { workspace, converter, uri, cursor } = openEditor(
        files('kind: summit\nid: s\nparent: gaba$0la\n', TARGET),
      );
      const [link] = definition(workspace, uri, cursor, converter);
      const at = (position: { line: number; character: number }) => converter.offset(`${ROOT}/b.yaml`, position);
      const text = workspace.textOf(`${ROOT}/b.yaml`)!;
      const whole = text.slice(at(link!.targetRange.start), at(link!.targetRange.end));
      expect(whole).toBe(convert('kind: summit\nid: gabala\nname: Габала 🙂'));
      const origin = link!.originSelectionRange!;
      const front = workspace.textOf(uri)!;
      expect(front.slice(converter.offset(uri, origin.start), converter.offset(uri, origin.end))).toBe('gabala');
    });

    it('finds every record of an id that stands twice', () => {
      follow(
        files('kind: summit\nid: s\nparent: gaba$0la\n', `${TARGET}---\n${TARGET}---\nkind: person\nid: gabala\n`),
      );
    });

    it('finds a record below it in the same file', () => {
      follow(files(`kind: summit\nid: s\nparent: gaba$0la\n---\n${TARGET}`));
    });
  });

  it.each([
    ['a name', 'organization: Green$0 Council\n'],
    ['a name in another script', 'organization: "Зелёный с$0овет"\n'],
    ['an abbreviation', 'organization: GR$0C\n'],
    ['an id in other letters', 'organization: GREEN$0\n'],
    ['a former id', 'organization: green-$0club\n'],
  ])('finds who is meant by %s', (_name, text) => {
    follow({
      'a.yaml': convert(`kind: summit\nid: s\n${text}`),
      'b.yaml': convert(
        'kind: organization\nid: ⟦green⟧\nname: Green Council\nabbreviation: GRC\nformer_ids: [green-club]\naliases: [Зелёный совет]\n',
      ),
    });
  });

  it('finds everyone who goes by a name', () => {
    follow({
      'a.yaml': convert('kind: proposal\nid: p\nparties: [{ person: Japa$0rov }]\n'),
      'b.yaml': convert('kind: person\nid: ⟦akylbek-japarov⟧\naliases: [Japarov]\n'),
      'c.yaml': convert('kind: person\nid: ⟦sadyr-japarov⟧\naliases: [Japarov]\n'),
    });
  });

  it('finds the record of another kind where there is no better', () => {
    const other = convert('kind: person\nid: ⟦gabala⟧\nname: Gabala\n');
    follow({ 'a.yaml': convert('kind: summit\nid: s\nparent: gab$0ala\n'), 'b.yaml': other });
    follow({
      'a.yaml': convert('kind: summit\nid: s\nparent: gab$0ala\n'),
      'b.yaml': other.replace(/[⟦⟧]/g, ''),
      'c.yaml': convert('kind: summit\nid: ⟦gabala⟧\n'),
    });
  });

  it('goes to the registry, and on from there', () => {
    const { workspace, converter, uri, cursor } = openEditor({
      'a.yaml': convert('kind: summit\nid: s\nbody: ots-$0chs\n'),
    });
    const [link] = definition(workspace, uri, cursor, converter);
    expect(link!.targetUri).toBe('security-initiatives-registry:/organizations/ots.yaml');
    const line = (range: LocationLink['targetRange'], target = link!.targetUri) =>
      registryText(target)!.split('\n')[range.start.line];
    expect(line(link!.targetSelectionRange)).toBe('id: ots-chs');
    const text = registryText(link!.targetUri)!;
    const parent = text.indexOf('parent: ots\n', text.indexOf('id: ots-chs')) + 'parent: o'.length;
    const [on] = definition(workspace, link!.targetUri, parent, converter);
    expect(line(on!.targetSelectionRange)).toBe('id: ots');
  });

  it('goes to the record that has taken the place of a registry record', () => {
    follow({
      'a.yaml': convert('kind: summit\nid: s\norganization: o$0ts\n'),
      'b.yaml': convert('kind: organization\nid: ⟦ots⟧\nname: OTS\n'),
    });
  });

  it('leads from an id to itself, so that editors show references there', () => {
    follow({ 'a.yaml': convert('kind: summit\nid: ⟦gab$0ala⟧\n---\nkind: summit\nid: s\nparent: gabala\n') });
    follow({ 'a.yaml': convert('kind: summit\nid: ⟦gab$0ala⟧\n'), 'b.yaml': convert('kind: summit\nid: ⟦gabala⟧\n') });
    follow({ 'a.yaml': convert('{kind: person, id: ⟦"con$0structor"⟧}') });
  });

  it.each([
    ['an unknown id', 'parent: nobo$0dy\n'],
    ['an id of an object', 'parent: const$0ructor\n'],
    ['nothing', 'parent: $0\n'],
    ['a key', 'par$0ent: s\n'],
    ['plain text', 'theme: s$0\n'],
    ['the kind', 'status: held\nformat: $0regular\n'],
    ['a number that is no id', 'parent: 20$025\n'],
    ['the id of something within', 'place: { id: s$0 }\n'],
    ['a comment', '# s$0\n'],
  ])('leads nowhere from %s', (_name, text) => {
    follow({ 'a.yaml': convert(`kind: summit\nid: s\n${text}`) });
  });

  it('takes a number for the id that it looks like', () => {
    follow({ 'a.yaml': convert('kind: summit\nid: s\nparent: 20$025\n---\nkind: summit\nid: ⟦"2025"⟧\n') });
  });

  it('leads nowhere from documents that are no records', () => {
    follow({ 'a.yaml': convert('host: A$0ZE\nid: s\n---\nkind: summit\nid: s\n') });
  });

  describe('of aliases', () => {
    it.each([
      ['of a value', 'host: &⟦h⟧ AZE\nplace: { state: *h$0 }\n'],
      ['at its sign', 'host: &⟦h⟧ AZE\nplace: { state: $0*h }\n'],
      ['of a map', 'place: &⟦p⟧\n  state: AZE\nchair: *$0p\n'],
      ['in a merge', 'place: &⟦p⟧\n  state: AZE\nchair:\n  <<: *$0p\n'],
      ['among several merges', 'place: &p { state: AZE }\nspare: &⟦q⟧ {}\nchair:\n  <<: [*p, *q$0]\n'],
      ['as a key', 'spare: &⟦k⟧ host\n*k$0 : AZE\n'],
      ['with the last anchor of its name', 'spare: &h TUR\nhost: &⟦h⟧ AZE\nplace: { state: *$0h }\nother: &h KAZ\n'],
      ['in Cyrillic', 'host: &⟦хозяин🙂⟧ AZE\nplace: { state: *хоз$0яин🙂 }\n'],
      ['from the anchor itself', 'host: &$0⟦h⟧ AZE\nplace: { state: *h }\n'],
      ['of nothing', 'host: &⟦h⟧\nplace: { state: *h$0 }\n'],
      ['without an anchor', 'place: { state: *h$0 }\n'],
      ['in another document', 'host: &h AZE\n---\nkind: summit\nplace: { state: *h$0 }\n'],
    ])('finds the anchor %s', (_name, text) => {
      follow({ 'a.yaml': convert(`${CYRILLIC}kind: summit\nid: s\n${text}`) });
    });

    it('shows all that the anchor stands on', () => {
      const { workspace, converter, uri, cursor } = openEditor({
        'a.yaml': convert('kind: summit\nplace: &p\n  city: Баку 🙂\n  state: AZE\nchair: *p$0\n'),
      });
      const [link] = definition(workspace, uri, cursor, converter);
      const [start, end] = [link!.targetRange.start, link!.targetRange.end].map((at) => converter.offset(uri, at));
      expect(workspace.textOf(uri)!.slice(start, end)).toBe(convert('&p\n  city: Баку 🙂\n  state: AZE'));
    });
  });

  it.each([
    ['an unclosed quote above', 'name: "Summit\nparent: ga$0bala\n'],
    ['an unclosed quote below', 'parent: ga$0bala\nname: "Summit\n'],
    ['an unclosed bracket above', 'topics: [ cybersecurity\nparent: ga$0bala\n'],
    ['a conflict of a merge', '<<<<<<< ours\nname: a\n=======\nname: b\n>>>>>>> theirs\nparent: ga$0bala\n'],
    ['a tab', '\thost: AZE\nparent: ga$0bala\n'],
    ['a line without a colon', 'name Summit\nparent: ga$0bala\n'],
  ])('works beside %s', (_name, text) => {
    follow({
      'a.yaml': convert(`kind: summit\nid: s\n${text}---\nkind: summit\nid: ⟦gabala⟧\n`),
    });
  });

  it('finds anchors below an unclosed quote', () => {
    follow({ 'a.yaml': convert('kind: summit\nname: "Summit\nhost: &⟦h⟧ AZE\nplace: { state: *h$0 }\n') });
  });
});

describe('definition', () => {
  it('is asked of no file that is not there', () => {
    const workspace = makeWorkspace({}, []);
    const converter = new Converter(workspace, { spelled: (uri) => uri });
    for (const uri of [`${ROOT}/none.yaml`, 'security-initiatives-registry:/none.yaml']) {
      expect(definition(workspace, uri, 3, converter)).toEqual([]);
    }
  });
});
