/** Twins among meetings after an edit: what was found before holds only as long as all that it came from. */
import { describe, expect, it } from 'vitest';
import { duplicateSummit } from '../../../server/rules/duplicate-summit.ts';
import { makeWorkspace, ROOT } from '../../support/fixture.ts';

/** A meeting in Gabala that leaves its body and its level to the lines below. */
function meeting(id: string, name: string, more = 'level: ministers\n', date = '2025-10-07', city = 'Gabala'): string {
  const place = `place: { city: ${city}, state: AZE }\n`;
  return `kind: summit\nid: ${id}\nname: ${name}\norganization: club\nstatus: held\ndate: ${date}\n${place}${more}`;
}

const club = (name: string) => `kind: organization\nid: club\nname: ${name}\ntype: organization\n`;
const body = (level: string) => `kind: organization\nid: club-council\nname: Council\nparent: club\nlevel: ${level}\n`;
const state = (cities: string) => `kind: state\nid: AZE\nname: Azerbaijan\ncities: ${cities}\n`;

/** The id of each meeting that has a twin with that of the twin: as first read, and after each edit in turn. */
function twinsAfter(files: Readonly<Record<string, string>>, ...edits: readonly Readonly<Record<string, string>>[]) {
  const workspace = makeWorkspace(files, [duplicateSummit]);
  const twins = () =>
    [...workspace.uris]
      .flatMap((uri) => workspace.problemsOf(uri))
      .map(({ document, related }) => `${document.record?.id} ${related[0]?.id}`)
      .sort();
  const told = [twins()];
  for (const edit of edits) {
    workspace.apply(Object.entries(edit).map(([name, text]) => ({ uri: `${ROOT}/${name}`, text })));
    workspace.check();
    told.push(twins());
  }
  return told;
}

const BOTH = ['a b', 'b a'];

describe('what was found of two meetings', () => {
  it('is found anew when the body of one turns out to meet at another level', () => {
    const files = {
      'a.yaml': meeting('a', 'Talks', 'body: club-council\n'),
      'b.yaml': meeting('b', 'Council', 'level: heads-of-state\n'),
      'c.yaml': meeting('c', 'Talks', 'body: club-board\n', '2025-10-20'),
      'body.yaml': body('heads-of-state'),
    };
    const edits = [{ 'body.yaml': body('ministers') }, { 'body.yaml': body('heads-of-state') }];
    expect(twinsAfter(files, ...edits)).toEqual([BOTH, [], BOTH]);
  });

  it('is found anew when two names of a city turn out to be those of two', () => {
    const files = {
      'a.yaml': meeting('a', 'Talks'),
      'b.yaml': meeting('b', 'Talks', undefined, undefined, 'Old Town'),
      'c.yaml': meeting('c', 'Talks', undefined, '2025-10-20', 'Baku').replace('state: AZE', 'state: KAZ'),
      'state.yaml': state('[{ name: Gabala, aliases: [Old Town] }]'),
    };
    const edits = [{ 'state.yaml': state('[{ name: Gabala }]') }, { 'state.yaml': files['state.yaml'] }];
    expect(twinsAfter(files, ...edits)).toEqual([BOTH, [], BOTH]);
  });

  it('is found anew when words in a name turn out not to be those of the organization', () => {
    const files = {
      'a.yaml': meeting('a', 'Blue Mountain River Valley energy talks'),
      'b.yaml': meeting('b', 'Energy talks'),
      'club.yaml': club('Blue Mountain River Valley'),
    };
    const edits = [{ 'club.yaml': club('Red Desert') }, { 'club.yaml': files['club.yaml'] }];
    expect(twinsAfter(files, ...edits)).toEqual([BOTH, [], BOTH]);
  });

  it('is found anew for another name, also after an edit that had nothing to do with names', () => {
    const files = {
      'a.yaml': meeting('a', 'Energy talks'),
      'b.yaml': meeting('b', 'Talks on energy'),
      'c.yaml': meeting('c', 'Talks', undefined, '2025-10-20'),
      'club.yaml': club('Club'),
    };
    const later = { 'c.yaml': meeting('c', 'Talks', undefined, '2025-10-21') };
    const renamed = { 'b.yaml': meeting('b', 'Talks on transport') };
    expect(twinsAfter(files, later, renamed)).toEqual([BOTH, BOTH, []]);
  });

  it('is found anew when all that it came from has changed', () => {
    const files = {
      'a.yaml': meeting('a', 'Blue Mountain River Valley energy talks'),
      'b.yaml': meeting('b', 'Energy talks'),
      'club.yaml': club('Blue Mountain River Valley'),
      'state.yaml': state('[{ name: Gabala }]'),
    };
    const others = { 'club.yaml': club('Red Desert'), 'state.yaml': state('[{ name: Gabala }, { name: Baku }]') };
    const edits = [others, { 'club.yaml': files['club.yaml'], 'state.yaml': files['state.yaml'] }];
    expect(twinsAfter(files, ...edits)).toEqual([BOTH, [], BOTH]);
  });

  it.each(['a', 'b'])('is forgotten with the record %s', (gone) => {
    const files = { 'a.yaml': meeting('a', 'Energy talks'), 'b.yaml': meeting('b', 'Energy talks') };
    const edits = [{ [`${gone}.yaml`]: '' }, { [`${gone}.yaml`]: files[`${gone}.yaml` as 'a.yaml'] }];
    expect(twinsAfter(files, ...edits)).toEqual([BOTH, [], BOTH]);
  });

  it('is forgotten with the first of three of which the second is another one', () => {
    const files = {
      'a.yaml': meeting('a', 'Energy talks', undefined, '2025-10-05/2025-10-09'),
      'b.yaml': meeting('b', 'Transport forum', undefined, '2025-10-06/2025-10-08'),
      'c.yaml': meeting('c', 'Energy talks', undefined, '2025-10-07'),
    };
    expect(twinsAfter(files, { 'a.yaml': '' })).toEqual([['a c', 'c a'], []]);
  });

  it('does no harm where no meeting is dated any more', () => {
    const files = {
      'a.yaml': meeting('a', 'Energy talks'),
      'b.yaml': meeting('b', 'Talks on energy'),
      'club.yaml': club('Club'),
    };
    const edit = {
      'a.yaml': meeting('a', 'Energy talks', undefined, 'soon'),
      'b.yaml': meeting('b', 'Talks on energy', undefined, 'soon'),
    };
    expect(twinsAfter(files, edit)).toEqual([BOTH, []]);
  });
});

describe('a meeting is held against', () => {
  it('a long one before it, though a short one has ended in between', () => {
    const files = {
      'a.yaml': meeting('a', 'Energy talks', undefined, '2025-10-01/2025-10-30'),
      'b.yaml': meeting('b', 'Transport forum', undefined, '2025-10-02/2025-10-03'),
      'c.yaml': meeting('c', 'Energy talks', undefined, '2025-10-20/2025-10-21'),
    };
    expect(twinsAfter(files)).toEqual([['a c', 'c a']]);
  });

  it('two that are not one for themselves', () => {
    const files = {
      'a.yaml': meeting('a', 'Energy talks'),
      'b.yaml': meeting('b', 'Energy talks', 'level: heads-of-state\n'),
      'c.yaml': meeting('c', 'Energy talks', ''),
    };
    expect(twinsAfter(files)).toEqual([['a c', 'b c', 'c a']]);
  });
});
