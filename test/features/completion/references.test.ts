/** References: any record of the kind that is wanted, found by any of its names in any script. */
import { describe, expect, test } from 'vitest';
import { makeWorkspace, ROOT } from '../../support/fixture.ts';
import { ask, askIn, expectChoice, expectShown, world } from './support.ts';

describe('a record is found', () => {
  test.each([
    ['organization: Тур$0', 'ots'],
    ['organization: Turk$0', 'ots'],
    ['organization: Тюрк$0', 'ots'],
    ['organization: turkic cou$0', 'ots'],
    ['organization: OTS$0', 'ots'],
    ['organization: Council of Turkic$0', 'ots'],
    ['host: Каз$0', 'KAZ'],
    ['host: kaz$0', 'KAZ'],
    ['host: Türk$0', 'TUR'],
    ['host: turki$0', 'TUR'],
    ['host: Côte$0', 'CIV'],
    ['parent: Gaba$0', 'ots-summit-2025-gabala'],
    ['parent: Саммит в Га$0', 'ots-summit-2025-gabala'],
    ['parent: ots-sum$0', 'ots-summit-2025-gabala'],
    ['chair: { person: Жап$0 }', 'sadyr-japarov'],
    ['chair: { person: Zhap$0', 'sadyr-japarov'],
    ['chair: { person: japarov$0 }', 'sadyr-japarov'],
  ])('%s', (line, id) => {
    const typed = /: ([^:]*)\$0/.exec(line)![1]!;
    expectChoice(`kind: summit\n${line}\n`, id, `kind: summit\n${line}\n`.replace(`${typed}$0`, id));
    expect(ask(`kind: summit\n${line}\n`).labels[0]).toBe(id);
  });
  test('from the letters before the cursor; the whole name is replaced', () => {
    expectChoice(
      'kind: summit\norganization: Turkic $0Council # old name\n',
      'ots',
      'kind: summit\norganization: ots # old name\n',
    );
    expectChoice('kind: summit\norganization: "Turkic Cou$0ncil"\n', 'ots', 'kind: summit\norganization: "ots"\n');
    expectChoice('kind: summit\norganization: Turkic $0\n', 'ots', 'kind: summit\norganization: ots\n');
  });
  test('in the middle of typing, each time the editor asks', () => {
    for (const typed of ['Т', 'Ту', 'Тур']) {
      const asked = ask(`kind: summit\norganization: ${typed}$0\n`);
      expect(asked.incomplete).toBe(true);
      expectShown(asked, 'ots');
    }
  });
});

describe('the list', () => {
  test('has every state and organization that is known', () => {
    const states = ask('kind: summit\nhost: $0\n');
    expect(states.labels.length).toBeGreaterThanOrEqual(249);
    expect(states.labels).toEqual(expect.arrayContaining(['KAZ', 'TUR', 'KGZ', 'NOR']));
    const organizations = ask('kind: summit\norganization: $0\n');
    expect(organizations.labels).toEqual(expect.arrayContaining(['ots', 'csto', 'sco', 'un', 'eaeu']));
  });
  test('names the record, and says which it is', () => {
    const { item } = ask('kind: summit\nparent: Gab$0\n');
    const found = item('ots-summit-2025-gabala');
    expect(found.kind).toBe('reference');
    expect(found.detail).toBe('12th Summit of the Council of Heads of State of the OTS');
    expect(found.record).toEqual({ kind: 'summit', id: 'ots-summit-2025-gabala' });
  });
  test('is whole where what was typed finds nothing', () => {
    const asked = ask('kind: summit\nparent: xyzzy$0\n');
    expect(asked.labels).toEqual(['csto-csc-2024-astana', 'ots-summit-2025-gabala']);
    for (const label of asked.labels) expectShown(asked, label);
  });
  test('begins with the best match, the dataset before the registry, what is referred to most before the rest', () => {
    const files = { ...world, 'o.yaml': 'kind: organization\nid: turan\nname: Turan Forum\ntype: forum\n' };
    expect(ask('kind: summit\norganization: tur$0\n', { files }).labels.slice(0, 2)).toEqual(['turan', 'ots']);
    expect(ask('kind: summit\norganization: un$0\n', { files }).labels[0]).toBe('un');
    expect(ask('kind: summit\norganization: $0\n', { files }).labels[0]).toBe('turan');
  });
  test('prefers what has to do with the records already referred to', () => {
    const { labels } = ask('kind: summit\norganization: ots\nhost: $0\n');
    expect(labels.slice(0, 9)).toEqual(expect.arrayContaining(['KAZ', 'TUR', 'AZE', 'KGZ', 'UZB']));
    expect(ask('kind: proposal\naddressed_to: { organization: ots }\nmade_at: $0\n').labels[0]).toBe(
      'ots-summit-2025-gabala',
    );
  });
  test('prefers whom a record already referred to refers to', () => {
    const files = {
      ...world,
      'o.yaml': 'kind: organization\nid: x\nname: X\nmembers: [{ state: NOR }, { state: CIV }]\n',
    };
    expect(ask('kind: summit\norganization: x\nhost: $0\n', { files }).labels.slice(0, 2).sort()).toEqual([
      'CIV',
      'NOR',
    ]);
  });
  test('has a record of the dataset in place of the registry’s', () => {
    const files = { ...world, 'o.yaml': 'kind: organization\nid: ots\nname: My OTS\ntype: forum\n' };
    const { labels, item } = ask('kind: summit\norganization: ots$0\n', { files });
    expect(labels.filter((label) => label === 'ots')).toHaveLength(1);
    expect(item('ots').detail).toBe('My OTS');
  });
  test('stops at two hundred of the dataset’s own', () => {
    const files = Object.fromEntries(
      Array.from({ length: 300 }, (_, i) => [`p${i}.yaml`, `kind: person\nid: person-${i}\nname: Person ${i}\n`]),
    );
    const asked = ask('kind: summit\nchair:\n  person: $0\n', { files });
    expect(asked.labels).toHaveLength(200);
    expect(asked.incomplete).toBe(true);
    expect(ask('kind: summit\nchair:\n  person: Person 29$0\n', { files }).labels).toHaveLength(11);
  });
  test('has not the record itself, nor what its list has already', () => {
    expect(ask('kind: summit\nid: ots-summit-2025-gabala\nparent: $0\n').labels).toEqual(['csto-csc-2024-astana']);
    const list = ask('kind: organization\nid: x\nrotation: [ARM, BLR, $0, KAZ]\n').labels;
    for (const present of ['ARM', 'BLR', 'KAZ']) expect(list).not.toContain(present);
    expect(list).toContain('KGZ');
    const block = ask('kind: organization\nid: x\naffiliated_to:\n  - ots\n  - $0\n').labels;
    expect(block).not.toContain('ots');
    expect(block).toContain('csto');
  });
  test('has only records of the kind that is wanted', () => {
    expect(ask('kind: summit\nhost: ots$0\n').labels).not.toContain('ots');
    expect(ask('kind: summit\nchair:\n  person: $0\n').labels).toEqual(['sadyr-japarov']);
  });
});

describe('while files change', () => {
  test('the list is that of the files as they are', () => {
    const person = (i: number, name = `Person ${i}`) => `kind: person\nid: person-${i}\nname: ${name}\n`;
    const draft = 'kind: summit\nchair:\n  person: Pers';
    const files: Record<string, string> = { 'draft.yaml': draft };
    for (let i = 0; i < 20; i++) files[`p${i}.yaml`] = person(i);
    const workspace = makeWorkspace(files, []);
    const changes: [name: string, text: string | undefined][] = [
      ['p3.yaml', person(3, 'Somebody Else')],
      ['p0.yaml', undefined],
      ['p30.yaml', person(30)],
      ['p19.yaml', 'kind: person\n'],
      ['p4.yaml', person(44)],
      ['p0.yaml', person(0)],
    ];
    for (const [name, text] of [['draft.yaml', draft] as const, ...changes]) {
      workspace.apply([{ uri: `${ROOT}/${name}`, text }]);
      if (text === undefined) delete files[name];
      else files[name] = text;
      const fresh = askIn(makeWorkspace(files, []), `${ROOT}/draft.yaml`, draft.length);
      expect(askIn(workspace, `${ROOT}/draft.yaml`, draft.length).labels).toEqual(fresh.labels);
    }
  });

  test('of records of one id the first by file is offered, whichever was written last', () => {
    const draft = 'kind: summit\nchair:\n  person: Tw';
    const twin = (name: string) => `kind: person\nid: twin\nname: ${name}\n`;
    const workspace = makeWorkspace({ 'a.yaml': '', 'b.yaml': twin('Twin B'), 'draft.yaml': draft }, []);
    workspace.apply([{ uri: `${ROOT}/a.yaml`, text: twin('Twin A') }]);
    const { items } = askIn(workspace, `${ROOT}/draft.yaml`, draft.length);
    expect(items.map(({ detail }) => detail)).toEqual(['Twin A']);
  });
});

describe('an id is put', () => {
  test('into lists, in every style', () => {
    expectChoice('kind: organization\naffiliated_to: $0\n', 'ots', 'kind: organization\naffiliated_to:\n  - ots\n');
    expectChoice('kind: organization\naffiliated_to: [$0\n', 'ots', 'kind: organization\naffiliated_to: [ots\n');
    expectChoice(
      'kind: organization\naffiliated_to:\n- Тюрк$0\n',
      'ots',
      'kind: organization\naffiliated_to:\n- ots\n',
    );
    expectChoice(
      'kind: summit\nparticipants:\n  - { state: Каз$0, role: member }\n',
      'KAZ',
      'kind: summit\nparticipants:\n  - { state: KAZ, role: member }\n',
    );
  });
  test('in quotation marks where it would be read as a number', () => {
    const files = { 'a.yaml': 'kind: person\nid: "2024"\nname: Number\n' };
    expect(ask('kind: summit\nchair:\n  person: $0\n', { files }).choose('2024')).toContain('person: "2024"\n');
  });
});
