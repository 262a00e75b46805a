/** Records and their documents: what a record says of itself, and where in the text it stands. */
import { describe, expect, it } from 'vitest';
import { SourceDocument } from '../../server/dataset/document.ts';
import { sameValue } from '../../server/dataset/record.ts';
import { YamlDocument } from '../../server/dataset/yaml/yaml.ts';
import { lineEnds, parseFixture } from '../support/fixture.ts';

function documentOf(text: string, options = {}): SourceDocument {
  return new SourceDocument('file:///dataset/a.yaml', new YamlDocument(text), 0, options);
}

describe('a record', () => {
  it('tells its names, former ids, references (which are texts) and dates as the schema has them', () => {
    const { record } = documentOf(`kind: summit
id: gabala
name: Gabala summit
names: [{ text: Qəbələ sammiti, lang: az, from: 2025 }]
aliases: [12th summit]
former_ids: [qabala]
organization: ots
date: { value: 2025-10-07, stated: 2025-10-06, text: on Tuesday }
participants: [{ state: KAZ }, { person: 7 }]
`);
    expect(record).toMatchObject({
      kind: 'summit',
      id: 'gabala',
      label: 'Gabala summit',
      names: ['Gabala summit', 'Qəbələ sammiti', '12th summit'],
      formerIds: ['qabala'],
    });
    expect(record!.references.map(({ path, kind, id }) => [path.join('.'), kind, id])).toEqual([
      ['organization', 'organization', 'ots'],
      ['participants.0.state', 'state', 'KAZ'],
    ]);
    expect(record!.dates.map(({ path, value, withTime }) => [path.join('.'), value, withTime])).toEqual([
      ['names.0.from', 2025, false],
      ['date.value', '2025-10-07', false],
      ['date.stated', '2025-10-06', false],
    ]);
    expect(record!.longDates.map(({ path, map, withTime }) => [path.join('.'), map.text, withTime])).toEqual([
      ['date', 'on Tuesday', false],
    ]);
  });

  it('says of cities alone what they lie in', () => {
    const { record } = documentOf(
      'kind: summit\nid: a\nname: Gabala summit\naliases: [A]\nformer_ids: [b]\nplace: { city: Qəbələ, state: AZE }\n',
    );
    expect(record!.placements).toEqual([
      { path: ['place', 'city'], name: 'qebele', kind: 'state', owner: 'AZE', ownerPath: ['place', 'state'] },
    ]);
  });

  it('goes by no name of which nothing is left when it is folded', () => {
    const { record } = documentOf('kind: person\nid: a\nname: "?!"\naliases: [A, "-", Б]\n');
    expect(record!.foldedNames).toEqual(['a', 'b']);
  });

  it('is called by a number or by yes and no as it is by a text, and by nothing else', () => {
    const nameOf = (fields: string) => {
      const { label, names } = documentOf(`kind: person\nid: a\n${fields}`).record!;
      return [label, ...names];
    };
    expect(nameOf('name: 2040\naliases: [7, true, A]\n')).toEqual(['2040', '2040', '7', 'true', 'A']);
    expect(nameOf('name: false\n')).toEqual(['false', 'false']);
    for (const none of [
      'name: ""\naliases: ["", ~, [B], { c: D }]\n',
      'name: [A]\n',
      'name: ~\n',
      'name: { a: A }\n',
    ]) {
      expect(nameOf(none)).toEqual(['a']);
    }
  });

  it('has long dates where maps stand in the place of a date, and not within one', () => {
    const longDates = (date: string) =>
      documentOf(`kind: summit\nid: a\ndate: ${date}\n`).record!.longDates.map(({ path }) => path.join('.'));
    expect(['{}', '{ value: { value: 2025 } }', '~', '[2025]', '2025'].map(longDates)).toEqual([
      ['date'],
      ['date'],
      [],
      [],
      [],
    ]);
  });

  it('may bear a time of day in the dates of a source', () => {
    const { record } = documentOf('kind: source\nid: a\npublisher: P\npublished: 2025-10-07T15:12\n');
    expect(record!.dates).toEqual([{ path: ['published'], value: '2025-10-07T15:12', withTime: true }]);
  });

  it('has no id where there is none, or it is no text', () => {
    for (const line of ['', 'id:\n', 'id: 7\n', 'id: [a]\n', 'id: ""\n']) {
      const { record } = documentOf(`kind: person\n${line}`);
      expect([record?.id, record?.label]).toEqual([undefined, 'person']);
    }
  });
});

describe('the role of a document', () => {
  it.each([
    ['kind: summit\n', {}, 'record'],
    ['kind: sumit\n', {}, 'foreign'],
    ['kind: sumit\n', { claimed: true }, 'claimed'],
    ['title: x\n', {}, 'foreign'],
    ['# nothing\n', { claimed: true }, 'foreign'],
    ['- kind: summit\n', {}, 'foreign'],
    ['dataset: x\n', { manifest: true }, 'manifest'],
    ['{ kind: summit, id: "a\n', {}, 'record'],
  ])('%j is taken for %j: %s', (text, options, role) => expect(documentOf(text, options).role).toBe(role));
});

describe.each(lineEnds)('a place, with %s', (_, convert) => {
  const shows = (marked: string, find: (document: SourceDocument) => unknown) => {
    const { text, ranges } = parseFixture(convert(marked));
    expect(find(documentOf(text))).toEqual(ranges[0]);
  };

  it('is the value, or the key where that is empty or asked for', () => {
    shows('kind: summit\nname: ⟦Қ summit 😀⟧ # c\n', (document) => document.spanOf(['name']));
    shows('kind: summit\n⟦name⟧:\n', (document) => document.spanOf(['name']));
    shows('kind: summit\n⟦name⟧: x\n', (document) => document.spanOf(['name'], 'key'));
    shows('kind: summit\naliases: [a, ⟦b⟧]\n', (document) => document.spanOf(['aliases', 1]));
  });

  it('of a block scalar ends with its text', () => {
    shows('kind: summit\nnote: ⟦|\n  one\n  two⟧\n\nid: a\n', (document) => document.spanOf(['note']));
  });

  it('that does not exist is the nearest above it, and at last the kind line', () => {
    shows('kind: summit\nplace: ⟦{ city: Gabala }⟧\n', (document) => document.spanOf(['place', 'state']));
    shows('⟦kind: summit⟧ # c\nid: a\n', (document) => document.spanOf(['name']));
    shows('# c\n⟦id⟧: a\n', (document) => document.headSpan);
    shows('---\n⟦just some text⟧\n', (document) => document.headSpan);
  });

  it('is marked on one line although the value runs over many', () => {
    shows('kind: summit\n⟦place⟧:\n  city: Gabala\n  state: AZE\n', (document) => document.markOf(['place']));
    shows('kind: summit\nparticipants:\n  - ⟦state⟧: KAZ\n    role: member\n', (document) =>
      document.markOf(['participants', 0]),
    );
    shows('kind: summit\nparticipants:\n  - ⟦{}⟧\n', (document) => document.markOf(['participants', 0]));
    shows('kind: summit\nname: ⟦Gabala⟧\n', (document) => document.markOf(['name']));
  });

  it('is doubtful on the line of a syntax error, and nowhere else', () => {
    const document = documentOf(convert('kind: summit\nname: "Gabala\nid: gabala\n'));
    expect([document.isDoubtful(document.spanOf(['name'])), document.isDoubtful(document.spanOf(['id']))]).toEqual([
      true,
      false,
    ]);
  });
});

describe('sameValue', () => {
  it('compares by structure', () => {
    expect(sameValue({ a: [1, { b: null }] }, { a: [1, { b: null }] })).toBe(true);
    expect(sameValue({ a: 1 }, { a: 1, b: 2 })).toBe(false);
    expect(sameValue([1], { 0: 1 })).toBe(false);
    expect(sameValue(undefined, null)).toBe(false);
    for (const other of [null, '', 'a', 0, true, [], undefined]) {
      expect([sameValue({}, other), sameValue(other, {})]).toEqual([false, false]);
    }
  });

  it('takes what is too large to be compared for different', () => {
    const maps = (count: number) => Array.from({ length: count }, () => ({}));
    expect(sameValue(maps(9_999), maps(9_999))).toBe(true);
    expect(sameValue(maps(10_000), maps(10_000))).toBe(false);
  });
});
