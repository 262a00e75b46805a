/** Rename of ids: what changes in every file, what the record remembers, which file follows, and what is refused. */

import { describe, expect, it } from 'vitest';
import { rename } from '../../server/features/rename.ts';
import { isRefusal } from '../../server/rules/support/renaming/refusal.ts';
import { changesOf, openEditor } from '../support/editor.ts';
import { lineEnds } from '../support/fixture.ts';
import { prepared, renamed, renamedIn } from './rename/renaming.ts';

const PERSON = 'kind: person\nid: mira\nname: Mira\n';
const CYRILLIC = '# Встреча в Габале 🙂 — Qəbələ\n';

describe.each(lineEnds)('rename of an id with %s', (_, convert) => {
  describe.each([
    ['', ''],
    [' below Cyrillic and emoji', CYRILLIC],
  ])('%s', (_name, above) => {
    const inText = (before: string, name: string) => renamedIn(convert(above + before), name);
    const text = (after: string) => convert(above + after);

    it.each([
      ['from the id', PERSON.replace('mira', 'mi$0ra')],
      ['from its beginning', PERSON.replace('mira', '$0mira')],
      ['from its end', PERSON.replace('mira', 'mira$0')],
    ])('adds the former id below the new one, %s', (_where, before) => {
      expect(inText(before, 'mira-serik')).toBe(
        text('kind: person\nid: mira-serik\nformer_ids:\n  - mira\nname: Mira\n'),
      );
    });

    it('changes every reference in every file, whatever its style and quotes', () => {
      const files = {
        'me.yaml': convert(`${above}${PERSON}`),
        'block.yaml': convert(
          `${above}kind: summit\nid: one\nchair:\n  state: KAZ\n  person: "mira" # she\nparticipants:\n  - person: 'mira'\n    role: guest\n  - { person: mira, role: guest }\n`,
        ),
        'flow.yaml': convert(`${above}{ kind: summit, id: two, chair: { person: mi$0ra } }\n`),
        'more.yaml': convert(
          `${above}---\nkind: summit\nid: three\nchair: {person: mira}\n---\nkind: proposal\nid: four\nparties:\n- person: mira\n`,
        ),
      };
      expect(renamed(files, 'mira-serik')).toEqual({
        'me.yaml': convert(`${above}kind: person\nid: mira-serik\nformer_ids:\n  - mira\nname: Mira\n`),
        'block.yaml': convert(
          `${above}kind: summit\nid: one\nchair:\n  state: KAZ\n  person: "mira-serik" # she\nparticipants:\n  - person: 'mira-serik'\n    role: guest\n  - { person: mira-serik, role: guest }\n`,
        ),
        'flow.yaml': convert(`${above}{ kind: summit, id: two, chair: { person: mira-serik } }\n`),
        'more.yaml': convert(
          `${above}---\nkind: summit\nid: three\nchair: {person: mira-serik}\n---\nkind: proposal\nid: four\nparties:\n- person: mira-serik\n`,
        ),
      });
    });

    it.each([
      [
        'appends to a list of lines',
        'id: mi$0ra\nformer_ids:\n- mira-a # first\n- mira-b # last\nname: Mira\n',
        'id: new\nformer_ids:\n- mira-a # first\n- mira-b # last\n- mira\nname: Mira\n',
      ],
      [
        'appends to a list in brackets',
        'id: mi$0ra\nname: Mira\nformer_ids: [ mira-a, mira-b ]\n',
        'id: new\nname: Mira\nformer_ids: [ mira-a, mira-b, mira ]\n',
      ],
      [
        'appends to a list in brackets over several lines',
        'id: mi$0ra\nformer_ids: [\n  mira-a, # first\n  mira-b # last\n]\nname: Mira\n',
        'id: new\nformer_ids: [\n  mira-a, # first\n  mira-b, mira # last\n]\nname: Mira\n',
      ],
      ['fills an empty list', 'id: mi$0ra\nformer_ids: []\nname: M\n', 'id: new\nformer_ids: [mira]\nname: M\n'],
      ['fills an empty field', 'id: mi$0ra\nformer_ids:\nname: M\n', 'id: new\nformer_ids: [mira]\nname: M\n'],
      ['fills a null', 'id: mi$0ra\nformer_ids: null\nname: M\n', 'id: new\nformer_ids: [mira]\nname: M\n'],
      ['leaves alone what is no list', 'id: mi$0ra\nformer_ids: mira-a\n', 'id: new\nformer_ids: mira-a\n'],
      [
        'goes on below a comment beside the id',
        'id: mi$0ra # short\n# about the name\nname: Mira\n',
        'id: new # short\nformer_ids:\n  - mira\n# about the name\nname: Mira\n',
      ],
      [
        'takes the place of the new id where the record had that before',
        'id: mi$0ra\nformer_ids:\n  - "new" # at first\n  - mira-b\n',
        'id: new\nformer_ids:\n  - "mira" # at first\n  - mira-b\n',
      ],
      [
        'lets the new id go where it remembers the old one already',
        'id: mi$0ra\nformer_ids: [mira, new, mira-b]\n',
        'id: new\nformer_ids: [mira, mira-b]\n',
      ],
    ])('%s', (_what, before, after) => {
      expect(inText(`kind: person\n${before}`, 'new')).toBe(text(`kind: person\n${after}`));
    });

    it('writes the former id in braces where the record is in braces', () => {
      expect(inText('{ kind: person, id: mi$0ra, name: Mira }\n', 'new')).toBe(
        text('{ kind: person, id: new, former_ids: [mira], name: Mira }\n'),
      );
      expect(inText('{kind: person, name: Mira, id: "mi$0ra"}\n', 'new')).toBe(
        text('{kind: person, name: Mira, id: "new", former_ids: [mira]}\n'),
      );
    });

    it('finds the record in a file with several', () => {
      const other = 'kind: person\nid: serik\nname: Serik\n';
      expect(
        inText(`${other}---\n${PERSON.replace('mira', 'mira$0')}---\n${other.replace('serik', 'oraz')}`, 'new'),
      ).toBe(
        text(
          `${other}---\nkind: person\nid: new\nformer_ids:\n  - mira\nname: Mira\n---\n${other.replace('serik', 'oraz')}`,
        ),
      );
    });

    it('shows the id without its quotes before', () => {
      expect(prepared({ 'a.yaml': convert(above + PERSON.replace('mira', '"mi$0ra"')) })).toEqual({
        text: 'mira',
        placeholder: 'mira',
      });
    });

    it('shows the id with its quotes where it is written in another way between them', () => {
      expect(prepared({ 'a.yaml': convert(above + PERSON.replace('mira', '"mi\\x72$0a"')) })).toEqual({
        text: '"mi\\x72a"',
        placeholder: 'mira',
      });
    });
  });
});

describe('rename of an id', () => {
  const REFERRER = 'kind: summit\nid: one\nchair: { person: mira }\n';
  const refer = (more: string) => `kind: summit\nid: one\n${more}`;

  it('leaves alone what only looks like a reference: other kinds, texts, notes, exceptions, keys', () => {
    const other = `kind: summit\nid: mira\nname: mira\nnote: mira met mira\nexceptions: [{ rule: uncited, reason: mira }]\nmira: mira\nparent: mira\nquotes:\n  - text: mira\n`;
    const after = renamed({ 'a.yaml': PERSON.replace('mira', 'mi$0ra'), 'b.yaml': other }, 'new');
    expect(after).toMatchObject({ 'b.yaml': other });
  });

  it('leaves alone the same id of other kinds beside a reference', () => {
    const other = (person: string) =>
      `kind: summit\nid: mira\nchair: { person: ${person} }\nparent: mira\norganization: mira\n`;
    const files = { 'a.yaml': PERSON.replace('mira', 'mi$0ra'), 'b.yaml': other('mira') };
    expect(renamed(files, 'new')).toMatchObject({ 'b.yaml': other('new') });
  });

  it('puts an id in quotes that would be read as something else, and leaves quotes alone', () => {
    expect(renamed({ 'b.yaml': REFERRER, 'mira.yaml': PERSON.replace('mira', 'mi$0ra') }, 'no')).toEqual({
      'b.yaml': "kind: summit\nid: one\nchair: { person: 'no' }\n",
      'no.yaml': "kind: person\nid: 'no'\nformer_ids:\n  - mira\nname: Mira\n",
    });
    expect(renamedIn('kind: person\nid: mi$0ra\n', '2025')).toBe("kind: person\nid: '2025'\nformer_ids:\n  - mira\n");
    expect(renamedIn("kind: person\nid: '20$025'\n", '1e3')).toBe("kind: person\nid: '1e3'\nformer_ids:\n  - '2025'\n");
    expect(renamedIn('kind: person\nid: mi$0ra\n', '2025-10-07')).toBe(
      'kind: person\nid: 2025-10-07\nformer_ids:\n  - mira\n',
    );
  });

  it('keeps a block of lines a block of lines', () => {
    expect(renamedIn(`${PERSON}---\n${refer('chair:\n  person: >-\n    mi$0ra\n')}`, 'new')).toContain(
      'person: >-\n    new\n',
    );
  });

  it('keeps the slip of a line that is being typed', () => {
    const after = renamedIn(
      `${PERSON.replace('mira', 'mi$0ra')}---\n${refer('chair: { person: "mira }\nname: x\n')}`,
      'new',
    );
    expect(after).toContain('chair: { person: "new }\nname: x\n');
  });

  it('bears a slip wherever the places that change stand', () => {
    const before = 'kind: proposal\nformer_ids: [old]\nrelations: [{ proposal: one }]\nid: on$0e\ntitle: "One\n';
    expect(renamedIn(before, 'new')).toBe(
      'kind: proposal\nformer_ids: [old, one]\nrelations: [{ proposal: new }]\nid: new\ntitle: "One\n',
    );
  });

  it('bears a slip where the former id goes right behind the new one', () => {
    expect(renamedIn('kind: person\nid: mi$0ra\nname: "Mira\n', 'new')).toBe(
      'kind: person\nid: new\nformer_ids:\n  - mira\nname: "Mira\n',
    );
  });

  it('is refused where the former ids have a slip and would get another', () => {
    expect(renamedIn('kind: person\nid: mi$0ra\nformer_ids: [[ol[d]\nname: Mira\n', 'new')).toBe(
      'A syntax error in `all.yaml` stands in the way. Put it right first.',
    );
  });

  it('is refused where a slip hides what is the id', () => {
    expect(renamedIn('kind: person\nid: &x mira\n\t"ki$0nd: person\nkind: person\n', 'new')).toBe(
      'A syntax error in `all.yaml` stands in the way. Put it right first.',
    );
  });

  it.each([
    ['  kind: person\n  id: mi$0ra\n', '  kind: person\n  id: new\n  former_ids:\n    - mira\n'],
    ['kind: person\n? id\n: mi$0ra\nname: M', 'kind: person\n? id\n: new\nformer_ids:\n  - mira\nname: M'],
    ['id: mi$0ra\nkind: person', 'id: new\nformer_ids:\n  - mira\nkind: person'],
    ['{\n  kind: person,\n  id: mi$0ra # short\n}\n', '{\n  kind: person,\n  id: new, former_ids: [mira] # short\n}\n'],
    ['{ kind: person, id: mi$0ra, note }', '{ kind: person, id: new, former_ids: [mira], note }'],
    ['{ kind: person, id: mi$0ra, }', '{ kind: person, id: new, former_ids: [mira], }'],
    ['{"kind":"person","id":"mi$0ra"}', '{"kind":"person","id":"new", former_ids: [mira]}'],
    [
      '%YAML 1.2\n--- !!map\nkind: person\nid: !!str mi$0ra\n...\n',
      '%YAML 1.2\n--- !!map\nkind: person\nid: !!str new\nformer_ids:\n  - mira\n...\n',
    ],
  ])('keeps to the way in which %j is written', (before, after) => {
    expect(renamedIn(before, 'new')).toBe(after);
  });

  it('lists what it changes in the order of the text', () => {
    const chair = 'kind: summit\nid: one\nchair: { person: mira }\n';
    const record = 'kind: person\nformer_ids: [old]\nid: mi$0ra\n';
    const { workspace, uri, cursor, converter } = openEditor({ 'a.yaml': `${chair}---\n${record}---\n${chair}` });
    const edit = rename(workspace, uri, cursor, 'new', converter, { renamesFiles: true });
    const lines = isRefusal(edit) ? [] : changesOf(edit)[uri]!.map(({ range }) => range.start.line);
    expect(lines).toEqual([2, 5, 6, 10]);
  });

  it('changes nothing for the same name', () => {
    const text = PERSON.replace('mira', 'mi$0ra');
    expect(renamedIn(text, 'mira')).toBe(PERSON);
    expect(renamedIn(text, ' mira ')).toBe(PERSON);
  });

  it('mends an id that is none', () => {
    expect(renamedIn('kind: person\nid: Mi$0ra\n', 'mira')).toBe('kind: person\nid: mira\nformer_ids:\n  - Mira\n');
    expect(renamedIn('kind: person\nid: "Мира $0🙂"\n', 'mira')).toBe(
      'kind: person\nid: "mira"\nformer_ids:\n  - Мира 🙂\n',
    );
    expect(renamedIn("kind: person\nid: 'O''$0Brien'\n", 'obrien')).toBe(
      "kind: person\nid: 'obrien'\nformer_ids:\n  - 'O''Brien'\n",
    );
  });

  it('bears ids that are names of things in JavaScript', () => {
    const files = {
      'constructor.yaml': 'kind: person\nid: constr$0uctor\n',
      'b.yaml': refer('chair: { person: constructor }\n'),
    };
    expect(renamed(files, 'valueof')).toEqual({
      'valueof.yaml': 'kind: person\nid: valueof\nformer_ids:\n  - constructor\n',
      'b.yaml': refer('chair: { person: valueof }\n'),
    });
  });

  it('takes an id that a record of another kind has', () => {
    const summit = 'kind: summit\nid: serik\n';
    expect(renamed({ 'a.yaml': PERSON.replace('mira', 'mi$0ra'), 'b.yaml': summit }, 'serik')).toMatchObject({
      'a.yaml': expect.stringContaining('id: serik\n'),
    });
  });

  it('leads references to the record that have waited for such an id', () => {
    const files = { 'a.yaml': PERSON.replace('mira', 'mi$0ra'), 'b.yaml': refer('chair: { person: new }\n') };
    expect(renamed(files, 'new')).toMatchObject({ 'b.yaml': files['b.yaml'] });
  });

  it('renames a state of the dataset by the form that codes of states have', () => {
    const files = { 'xna.yaml': 'kind: state\nid: XN$0A\n', 'b.yaml': refer('host: XNA\n') };
    expect(renamed(files, 'XNB')).toEqual({
      'xnb.yaml': 'kind: state\nid: XNB\nformer_ids:\n  - XNA\n',
      'b.yaml': refer('host: XNB\n'),
    });
    expect(renamed(files, 'xnb')).toContain('three upper-case letters');
  });
});

describe('the file of a renamed record', () => {
  const me = PERSON.replace('mira', 'mi$0ra');
  const names = (files: Record<string, string>, name: string, client?: { renamesFiles: boolean }) =>
    Object.keys(renamed(files, name, client));

  it.each([
    ['follows where it is named after the record', { 'persons/mira.yml': me }, ['persons/new.yml']],
    ['keeps a name of its own', { 'persons/people.yaml': me }, ['persons/people.yaml']],
    ['keeps its name where that is taken', { 'mira.yaml': me, 'NEW.yaml': '# empty\n' }, ['NEW.yaml', 'mira.yaml']],
    [
      'follows where a file of another ending has the name',
      { 'mira.yaml': me, 'new.yml': '# x\n' },
      ['new.yaml', 'new.yml'],
    ],
    ['follows with all that is in it', { 'mira.yaml': `${me}---\nkind: person\nid: serik\n` }, ['new.yaml']],
    [
      'stays with the first record that it is named after',
      { 'mira.yaml': `kind: summit\nid: mira\n---\n${me}` },
      ['mira.yaml'],
    ],
    [
      'follows from a reference',
      { 'mira.yaml': PERSON, 'x.yaml': 'kind: summit\nid: x\nchair: { person: mi$0ra }\n' },
      ['new.yaml', 'x.yaml'],
    ],
  ])('%s', (_what, files, expected) => {
    expect(names(files, 'new')).toEqual(expected);
  });

  it('keeps a name with a percent sign that escapes nothing', () => {
    const { workspace, uri, cursor, converter } = openEditor({ '50%.yaml': me });
    const edit = rename(workspace, uri, cursor, 'new', converter, { renamesFiles: true });
    expect(isRefusal(edit) ? edit : Object.keys(changesOf(edit))).toEqual([uri]);
  });

  it('keeps its name where the client cannot give it another', () => {
    expect(names({ 'mira.yaml': me }, 'new', { renamesFiles: false })).toEqual(['mira.yaml']);
  });

  it('keeps its name where the manifest would not take it for one of the dataset', () => {
    const files = { 'initiatives.yaml': 'records: [m*.yaml]\n', 'mira.yaml': me };
    expect(names(files, 'new')).toEqual(['initiatives.yaml', 'mira.yaml']);
    expect(names(files, 'mira-serik')).toEqual(['initiatives.yaml', 'mira-serik.yaml']);
  });
});

describe('refused is', () => {
  const me = PERSON.replace('mira', 'mi$0ra');
  const ots = 'kind: organization\nid: ots\nname: OTS\ntype: organization\n';
  const summit = 'kind: summit\nid: one\n';

  it.each([
    [
      'what is neither id nor anchor',
      { 'a.yaml': PERSON.replace('Mira', 'Mi$0ra') },
      /nothing to rename here: put the cursor on/,
    ],
    ['a key', { 'a.yaml': PERSON.replace('id', 'i$0d') }, /nothing to rename here/],
    ['a place in no record', { 'a.yaml': 'a: $0b\n' }, /nothing to rename here/],
    ['an empty id', { 'a.yaml': 'kind: person\nid: $0\n' }, /nothing to rename here/],
    ['an empty file', { 'a.yaml': '$0' }, /nothing to rename here/],
    [
      'a record of the registry',
      { 'a.yaml': `${summit}organization: ot$0s\n` },
      /`ots` comes with the extension and cannot be renamed/,
    ],
    ['a state of the registry', { 'a.yaml': `${summit}host: KA$0Z\n` }, /The state `KAZ` comes with the extension/],
    [
      'a record in the place of one of the registry',
      { 'a.yaml': ots.replace('ots', 'ot$0s') },
      /takes the place of the organization `ots`/,
    ],
    [
      'a reference that leads nowhere',
      { 'a.yaml': `${summit}chair: { person: mi$0ra }\n` },
      /There is no person with the id `mira`/,
    ],
    [
      'a reference to a former id',
      { 'a.yaml': `${summit}chair: { person: ol$0d }\n`, 'b.yaml': `${PERSON}former_ids: [old]\n` },
      /`old` is a former id: the person has the id `mira` now/,
    ],
    [
      'an id that several records have',
      { 'a.yaml': `${me}---\n${PERSON}` },
      /2 records of the kind person have the id `mira`/,
    ],
  ])('%s', (_what, files, message) => {
    expect(prepared(files)).toMatch(message);
    expect(renamed(files, 'new')).toMatch(message);
  });

  const others = {
    'serik.yaml': 'kind: person\nid: serik\nformer_ids: [serik-old]\n',
    'odd.yaml': 'kind: person\nid: ODD\n',
  };
  it.each([
    ['an id that another record has', 'serik', /^A person in `serik\.yaml` has this id already\. Choose another\.$/],
    ['one that differs in case only', 'odd', /^A person in `odd\.yaml` has the id `ODD`, which differs in case only/],
    ['one that another record had', 'serik-old', /`serik-old` was once the id of the person `serik`/],
    ['no name', '', /^An id has lower-case letters a–z/],
    ['a name with a blank', 'mira serik', /^`mira serik` is no id\. An id has lower-case letters a–z/],
    ['a name in capitals', 'Serik', /is no id/],
    ['a name in Cyrillic', 'серик', /is no id/],
    ['a name with a line end', 'a\nb', /is no id/],
  ])('%s', (_what, name, message) => {
    expect(renamed({ 'a.yaml': me, ...others }, name)).toMatch(message);
  });

  it('a name of another record that references use as if it were its id', () => {
    const named = { 'serik.yaml': 'kind: person\nid: serik\nname: Serik\naliases: [Serik Aga]\n' };
    const files = { 'a.yaml': me, ...named, 's.yaml': `${summit}chair: { person: serik-aga }\n` };
    expect(renamed(files, 'serik-aga')).toMatch(/^`serik-aga` is a name of the person `serik`, and references use it/);
    expect(renamed({ 'a.yaml': me, ...named }, 'serik-aga')).toMatchObject({ 'serik.yaml': named['serik.yaml'] });
  });

  it('an id that a record of the registry has', () => {
    const files = { 'a.yaml': 'kind: organization\nid: my-o$0rg\nname: Mine\ntype: organization\n' };
    expect(renamed(files, 'csto')).toMatch(/^An organization that comes with the extension has this id already/);
  });
});
