/** `duplicate-key`: which entry goes, in block and flow style. */
import { describe, expect, it } from 'vitest';
import { lineEnds } from '../support/fixture.ts';
import { fixOf, messagesOf, type Story, tell, titlesOf } from './support.ts';

const HEAD = 'kind: organization\nid: x-org\nname: Org\n';

const STORIES: Readonly<Record<string, Story>> = {
  'the second goes': {
    before: `${HEAD}type: forum # the first\nnote: kept\ntype: body # the second\n`,
    fix: 'Remove this `type: body`',
    after: `${HEAD}type: forum # the first\nnote: kept\n`,
  },
  'the first goes': {
    before: `${HEAD}type: forum # the first\n# a comment\ntype: body # the second\n`,
    fix: 'Remove the earlier `type: forum`',
    after: `${HEAD}# a comment\ntype: body # the second\n`,
  },
  'an entry of many lines goes whole': {
    before: `${HEAD}type: forum\nseat:\n  city: Ankara\n\n  # where it was\n  state: TUR\nseat: { city: Istanbul }\n`,
    fix: 'Remove the earlier `seat`',
    after: `${HEAD}type: forum\nseat: { city: Istanbul }\n`,
  },
  'in a flow map': {
    before: `${HEAD}type: forum\nseat: { city: Ankara, state: TUR, city: Istanbul }\n`,
    fix: 'Remove the earlier `city: Ankara`',
    after: `${HEAD}type: forum\nseat: { state: TUR, city: Istanbul }\n`,
  },
  'at the end of a flow map': {
    before: `${HEAD}type: forum\nseat: {city: Ankara, city: Istanbul}\n`,
    fix: 'Remove this `city: Istanbul`',
    after: `${HEAD}type: forum\nseat: {city: Ankara}\n`,
  },
  'on the line of a list entry': {
    before: `${HEAD}type: forum\nmembers:\n  - state: KAZ\n    status: member\n    state: KGZ\n`,
    fix: 'Remove the earlier `state: KAZ`',
    after: `${HEAD}type: forum\nmembers:\n  - status: member\n    state: KGZ\n`,
  },
  'in the last line of a text without a line end': {
    before: `${HEAD}type: forum\ntype: body`,
    fix: 'Remove this `type: body`',
    after: `${HEAD}type: forum`,
  },
  'in the second document': {
    before: `${HEAD}type: forum\n---\nkind: person\nid: a\nname: A\nname: B\n`,
    fix: 'Remove this `name: B`',
    after: `${HEAD}type: forum\n---\nkind: person\nid: a\nname: A\n`,
  },
};

describe.each(lineEnds)('with %s', (_, convert) => {
  it.each(Object.entries(STORIES))('%s', (_name, story) => tell('duplicate-key', story, convert));
});

describe('duplicate-key', () => {
  it('is told at each repetition', () => {
    expect(messagesOf('duplicate-key', `${HEAD}type: forum\ntype: forum\ntype: forum\n`)).toHaveLength(2);
  });

  it('is put right unseen only where both say the same', () => {
    const same = `${HEAD}type: forum\ntype: forum\n`;
    expect(fixOf('duplicate-key', same, 'Remove this `type: forum`').certain).toBe(true);
    const other = `${HEAD}type: forum\ntype: body\n`;
    expect(fixOf('duplicate-key', other, 'Remove this `type: body`').certain).toBe(false);
  });

  it('keeps an entry whose anchor is needed elsewhere', () => {
    const text = `${HEAD}type: &type forum\ntype: body\nnote: *type\n`;
    expect(titlesOf('duplicate-key', text)).toEqual(['Remove this `type: body`']);
  });

  it('leaves a repeated merge to yaml-1-1-value', () => {
    const text = `${HEAD}type: forum\nmembers:\n  - &a { state: KAZ }\n  - &b { state: KGZ }\n  - { <<: *a, <<: *b, role: x, role: x }\n`;
    expect(messagesOf('duplicate-key', text)).toEqual([expect.stringContaining('`role`')]);
  });

  it('sees keys that differ in quotes only as one', () => {
    expect(messagesOf('duplicate-key', `${HEAD}type: forum\n"type": forum\n`)).toHaveLength(1);
  });

  it('is told of a key without a value', () => {
    const text = `${HEAD}type: forum\nseat: { city, city, state: TUR }\n`;
    expect(messagesOf('duplicate-key', text)).toEqual(['`city` stands twice in this map: keep one.']);
    expect(titlesOf('duplicate-key', text)).toEqual(['Remove this `city`', 'Remove the earlier `city`']);
  });

  it('is none where lists or maps stand as keys', () => {
    expect(
      messagesOf('duplicate-key', `${HEAD}type: forum\nseat: { ? [city] : Ankara, ? { state: x } : TUR }\n`),
    ).toEqual([]);
  });
});
