/** Rename of ids that are written once for several values: references follow, and nothing else does. */

import { describe, expect, it } from 'vitest';
import { renamedIn } from './renaming.ts';

describe('anchors, aliases and merges', () => {
  const inPair = (first: string, name = 'new') =>
    renamedIn(`kind: person\nid: mi$0ra\n---\nkind: summit\nid: one\n${first}`, name).split(
      '---\nkind: summit\nid: one\n',
    )[1];

  it('change an anchored id once for all its aliases', () => {
    expect(inPair('chair: { person: &chair mira }\nparticipants:\n  - { person: *chair, role: guest }\n')).toBe(
      'chair: { person: &chair new }\nparticipants:\n  - { person: *chair, role: guest }\n',
    );
  });

  it('change what is merged where it is written', () => {
    const text = (id: string) =>
      `participants:\n  - &guest { person: ${id}, role: guest }\n  - { <<: *guest, role: member }\n  - *guest\n`;
    expect(inPair(text('mira'))).toBe(text('new'));
  });

  it('change what stands in a map of its own that is only there to be merged', () => {
    const text = (id: string) => `base: &base { person: ${id} }\nchair:\n  <<: *base\n`;
    expect(inPair(text('mira'))).toBe(text('new'));
  });

  it('part ways where the anchor is on a plain text', () => {
    expect(inPair('name: &name mira\nchair: { person: *name }\ntheme: *name\n')).toBe(
      'name: &name mira\nchair: { person: new }\ntheme: *name\n',
    );
  });

  it('part ways where an alias is a plain text, or an id of another kind', () => {
    expect(inPair('chair: { person: &id mira }\nname: *id\nparent: *id\nparticipants: [{ person: *id }]\n')).toBe(
      'chair: { person: &id new }\nname: mira\nparent: mira\nparticipants: [{ person: *id }]\n',
    );
  });

  it('part ways where an alias is a key, or stands where the model has nothing', () => {
    expect(inPair('chair: { person: &id mira }\n*id : 1\nmore: [*id]\n')).toBe(
      'chair: { person: &id new }\nmira : 1\nmore: [mira]\n',
    );
  });

  it('part ways where an alias is a key of what is merged', () => {
    expect(inPair('chair: { person: &id mira }\n<<: { *id : 1 }\n')).toBe(
      'chair: { person: &id new }\n<<: { mira : 1 }\n',
    );
  });

  it.each([
    [
      'take along whatever follows an anchor where the model has nothing',
      'base: &id mira\nchair: { person: *id }\nmore: *id\n',
      'base: &id new\nchair: { person: *id }\nmore: *id\n',
    ],
    [
      'but no key that follows it',
      'base: &id mira\nchair: { person: *id }\n*id : 1\n',
      'base: &id new\nchair: { person: *id }\nmira : 1\n',
    ],
    [
      'leave a key as it is that has the anchor itself',
      '&id mira : 1\nchair: { person: *id }\n',
      '&id mira : 1\nchair: { person: new }\n',
    ],
    [
      'do not mind an alias of nothing, be it a value, an entry or a key',
      'chair: { person: mira }\nhost: *gone\n*gone : [*gone]\n',
      'chair: { person: new }\nhost: *gone\n*gone : [*gone]\n',
    ],
    [
      'leave what is shared by others alone',
      'base: &theme Energy\ntheme: *theme\nchair: { person: &id mira }\nparticipants: [{ person: *id }, { person: serik }]\n',
      'base: &theme Energy\ntheme: *theme\nchair: { person: &id new }\nparticipants: [{ person: *id }, { person: serik }]\n',
    ],
    [
      'leave a value that another of the same key takes the place of',
      'chair: { person: &id mira }\nname: *id\nname: One\n',
      'chair: { person: &id new }\nname: *id\nname: One\n',
    ],
  ])('%s', (_what, before, after) => {
    expect(inPair(before)).toBe(after);
  });

  it('look at each map once, however many merges lead to it', () => {
    const levels = 25;
    const text = (id: string) =>
      `chair: { person: &id ${id} }\nparticipants:\n  - ${'{ <<: { more: '.repeat(levels)}{ person: *id }${' } }'.repeat(levels)}\n`;
    expect(inPair(text('mira'))).toBe(text('new').replace('*id', 'mira'));
  });

  it('keep the id of another record, be it of the same kind or the same id', () => {
    const act = (id: string) => `kind: document\nid: act\nrelates_to: [&plan ${id}, *plan]\n`;
    expect(renamedIn(`kind: document\nid: pl$0an\n---\n${act('plan')}`, 'new')).toContain(act('new'));
    const forum = (id: string) =>
      `kind: summit\nid: mira\nchair: { person: &id ${id} }\nparticipants: [{ person: *id }]\n`;
    expect(renamedIn(`kind: person\nid: mi$0ra\n---\n${forum('mira')}`, 'new')).toContain(forum('new'));
  });

  it('part ways where the record shares its own id with its name', () => {
    expect(renamedIn('kind: person\nid: &id mi$0ra\nname: *id\n', 'new')).toBe(
      'kind: person\nid: &id new\nformer_ids:\n  - mira\nname: mira\n',
    );
  });

  it('refuse where a list is shared whose entries are references here and names there', () => {
    const shared =
      'kind: document\nid: plan\n---\nkind: document\nid: act\nrelates_to: &acts [pl$0an]\naliases: *acts\n';
    expect(renamedIn(shared, 'new')).toBe(
      'In `all.yaml`, `plan` is written once for a reference and for something else: an alias or a merge shares it. Write it out in both places first.',
    );
    expect(renamedIn(shared.replace('aliases: ', 'validity: '), 'new')).toContain('relates_to: &acts [new]');
  });

  it('refuse where an entry of such a list is shared once more', () => {
    const shared =
      'kind: document\nid: plan\n---\nkind: document\nid: act\nrelates_to: &acts [&plan pl$0an]\naliases: *acts\nmore: *plan\n';
    expect(renamedIn(shared, 'new')).toMatch(
      /^In `all\.yaml`, `plan` is written once for a reference and for something/,
    );
  });

  it('refuse where the list of former ids is shared', () => {
    expect(renamedIn('kind: person\nid: mi$0ra\nformer_ids: &ids []\naliases: *ids\n', 'new')).toMatch(
      /^An alias takes `former_ids` for something else/,
    );
  });

  it('write out such a list without the id that is given up', () => {
    expect(renamedIn('x: &ids [mira, b]\nkind: person\nid: mi$0ra\nformer_ids: *ids\n', 'new')).toBe(
      'x: &ids [mira, b]\nkind: person\nid: new\nformer_ids: [b, mira]\n',
    );
  });

  it.each([
    ['the whole list', '*gone', '*gone'],
    ['one of its entries', '[*gone]', '[*gone, mira]'],
  ])('leave alone an alias of nothing that is %s', (_what, before, after) => {
    const person = (id: string, list: string) => `kind: person\nid: ${id}\nformer_ids: ${list}\n`;
    expect(renamedIn(person('mi$0ra', before), 'new')).toBe(person('new', after));
  });

  it('keep an entry of the former ids that something else needs', () => {
    expect(renamedIn('kind: person\nid: mi$0ra\nformer_ids: [&x new, old]\nnote: *x\n', 'new')).toBe(
      'kind: person\nid: new\nformer_ids: [&x new, old, mira]\nnote: *x\n',
    );
  });

  it('rename a record that takes all it has from elsewhere in its document', () => {
    expect(renamedIn('base: &base\n  kind: person\n  id: mi$0ra\n', 'new')).toMatch(/nothing to rename/);
    const text =
      'base: &base { id: mira, former_ids: [old] }\nkind: person\n<<: *base\n---\nkind: summit\nid: s\nchair: { person: mi$0ra }\n';
    expect(renamedIn(text, 'new')).toBe(
      'base: &base { id: new, former_ids: [old] }\nkind: person\nformer_ids:\n  - old\n  - mira\n<<: *base\n---\nkind: summit\nid: s\nchair: { person: new }\n',
    );
  });

  it('write out a list of former ids that stands elsewhere', () => {
    expect(renamedIn('x: &ids [a, b]\nkind: person\nid: mi$0ra\nformer_ids: *ids\n', 'b')).toBe(
      'x: &ids [a, b]\nkind: person\nid: b\nformer_ids: [a, mira]\n',
    );
  });

  it('keep the anchor of an entry when the one before it goes from the former ids', () => {
    expect(renamedIn('kind: person\nid: mi$0ra\nformer_ids: [new, &x mira]\nnote: *x\n', 'new')).toContain(
      'former_ids: [&x mira]\n',
    );
  });
});
