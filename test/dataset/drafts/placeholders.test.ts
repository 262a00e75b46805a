/** Guesses for what must not be missing: the nearest that is sure to fit. */
import { describe, expect, it } from 'vitest';
import { type Known, Placeholders } from '../../../server/dataset/drafts/placeholders.ts';
import { DatasetRecord } from '../../../server/dataset/record.ts';
import type { Path } from '../../../server/dataset/yaml/tree.ts';
import { makeWorkspace } from '../../support/fixture.ts';

const SUMMIT = 'kind: summit\nid: ots-summit-2025-gabala\nname: G\n---\nkind: person\nid: sadyr\nname: S\n';

/** What stands at a path of a summit with the id `ots-summit-2026-kaz`, or of something else. */
function guess(path: Path, known: Partial<Known> = {}, files: Record<string, string> = {}): string {
  const workspace = makeWorkspace(files, []);
  return new Placeholders(workspace, { kind: 'summit', id: 'ots-summit-2026-kaz', ...known }).text(path);
}

describe('a guess', () => {
  it.each<[string, Path, Partial<Known>, string]>([
    ['for the kind is the kind', ['kind'], {}, 'summit'],
    ['for the id is the id', ['id'], {}, 'ots-summit-2026-kaz'],
    ['for the name is made of the id', ['name'], {}, 'Ots Summit 2026 Kaz'],
    ['for the name is the name that is known', ['name'], { label: 'Third: Summit' }, "'Third: Summit'"],
    ['for the name of a person, too', ['name'], { kind: 'person', id: 'a-b' }, 'A B'],
    ['for a date is the year in the id', ['date'], {}, '2026'],
    ['for a date is today where the id has no year', ['date'], { id: 'ots-summit-1826' }, '2025-10-31'],
    ['for a record is the one that the id names', ['organization'], {}, 'ots'],
    ['for a record of another kind likewise', ['host'], {}, 'KAZ'],
    ['takes the longest part of the id that names one', ['organization'], { id: 'csto-ots-chs-2026' }, 'ots-chs'],
    ['for a choice is the first', ['status'], {}, 'planned'],
    ['for a choice is the one in the id', ['status'], { id: 'a-held-b' }, 'held'],
    ['for a choice is the sort of thing it is', ['status'], { sort: 'cancelled' }, 'cancelled'],
    ['for a list is an empty one where that will do', ['topics'], {}, '[]'],
    ['for a list that must not be empty has one item', ['parties'], { kind: 'proposal' }, '[{ state: KAZ }]'],
    ['for a map has what it needs', ['participants', 0], {}, '{ state: KAZ }'],
    ['for other text is a mark', ['note'], {}, 'TODO'],
    ['for a number is an example', ['ordinal'], {}, '12'],
    ['for text of a certain form is an example', ['alpha2'], { kind: 'state', id: 'XAA' }, 'KZ'],
    ['for a date is today where a year is part of a longer number', ['date'], { id: 'ots-20261' }, '2025-10-31'],
    ['for a date is today where a year ends a word', ['date'], { id: 'ots-b2026' }, '2025-10-31'],
    [
      'for a record is the longest one that is named, not the last',
      ['organization'],
      { id: 'ots-chs-x-csto' },
      'ots-chs',
    ],
    ['for a record may have the id of one of another kind', ['organization'], { id: 'ots' }, 'ots'],
    ['for a language is an example', ['names', 0, 'lang'], {}, 'en'],
    ['for text within a map is a mark', ['place', 'note'], {}, 'TODO'],
    ['for a map has all that it needs', ['exceptions', 0], {}, '{ rule: TODO, reason: TODO }'],
    ['for what the model has not is a mark', ['zeal'], {}, 'TODO'],
    ['for an item of what is no list is a mark', ['name', 0], {}, 'TODO'],
  ])('%s', (_, path, known, text) => expect(guess(path, known)).toBe(text));

  it('for a record is never the record itself, but another of its kind', () => {
    expect(guess(['parent'], { id: 'ots-summit-2025-gabala' }, { 'a.yaml': SUMMIT })).toBe('TODO');
    expect(guess(['parent'], {}, { 'a.yaml': SUMMIT })).toBe('ots-summit-2025-gabala');
  });

  it('for a record is one that its origin refers to, where its id names none', () => {
    const origin = new DatasetRecord('summit', { kind: 'summit', id: 'x', organization: 'sco', host: 'UZB' });
    expect(guess(['organization'], { id: 'new', origin })).toBe('sco');
    expect(guess(['host'], { id: 'new', origin })).toBe('UZB');
  });

  it('for a record is one that there is, where its origin refers to none that there is', () => {
    const origin = new DatasetRecord('summit', { kind: 'summit', id: 'x', organization: 'nobody' });
    expect(guess(['organization'], { id: 'new', origin })).toBe('ots');
    expect(guess(['parties', 0, 'person'], { kind: 'proposal', id: 'new' }, { 'a.yaml': SUMMIT })).toBe('sadyr');
    expect(guess(['parties', 0, 'person'], { kind: 'proposal', id: 'new' })).toBe('TODO');
  });
});
