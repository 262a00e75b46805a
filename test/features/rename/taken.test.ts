/** Which ids a record may have: those that its kind has not yet, whatever records of other kinds are or were called. */
import { describe, expect, it } from 'vitest';
import { prepared, renamed } from './renaming.ts';

const PERSON = 'kind: person\nid: mi$0ra\nname: Mira\n';
const MEETING = 'kind: summit\nid: one\n';

describe('an id', () => {
  it.each([
    ['that the registry has for a record of another kind', 'kind: person\nid: ot$0s\n', 'ots'],
    ['that differs in case from one of the registry', 'kind: organization\nid: OT$0S\n', 'OTS'],
  ])('%s can be changed', (_which, text, id) => {
    expect(prepared({ 'a.yaml': text })).toEqual({ text: id, placeholder: id });
    expect(renamed({ 'a.yaml': text }, 'new')).toMatchObject({ 'a.yaml': expect.stringContaining('id: new\n') });
  });

  it.each([
    ['a record of another kind once had', 'kind: document\nid: plan\ntitle: Plan\nformer_ids: [serik]\n'],
    ['a record without an id names among its former ones', 'kind: person\nname: Serik\nformer_ids: [serik]\n'],
  ])('that %s may be given', (_whose, other) => {
    expect(renamed({ 'a.yaml': PERSON, 'b.yaml': other }, 'serik')).toMatchObject({
      'a.yaml': expect.stringContaining('id: serik\n'),
      'b.yaml': other,
    });
  });

  it('that its record lists among its former ones already is not listed twice', () => {
    expect(renamed({ 'a.yaml': `${PERSON}former_ids: [mira]\n` }, 'serik')).toEqual({
      'a.yaml': 'kind: person\nid: serik\nname: Mira\nformer_ids: [mira]\n',
    });
  });

  it('that a record of another kind once had leads nowhere', () => {
    const files = {
      'a.yaml': `${MEETING}chair: { person: ol$0d }\n`,
      'b.yaml': 'kind: document\nid: plan\ntitle: Plan\nformer_ids: [old]\n',
    };
    expect(prepared(files)).toBe(
      'There is no person with the id `old`: create the record, or correct the reference first.',
    );
  });
});
