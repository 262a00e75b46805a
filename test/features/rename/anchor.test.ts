/** Rename of anchors: the family of one, in its document alone, and never so that something else is meant. */

import { describe, expect, it } from 'vitest';
import { lineEnds } from '../../support/fixture.ts';
import { prepared, renamed, renamedIn } from './renaming.ts';

describe.each(lineEnds)('rename of an anchor with %s', (_, convert) => {
  describe.each([
    ['', ''],
    [' below Cyrillic and emoji', '# Встреча 🙂 — Qəbələ\n'],
  ])('%s', (_name, above) => {
    const expectAfter = (before: string, name: string, after: string) =>
      expect(renamedIn(convert(above + before), name)).toBe(convert(above + after));

    it.each([
      ['from the anchor', 'host: &ho$0st AZE\nplace: { state: *host }\n'],
      ['from its sign', 'host: $0&host AZE\nplace: { state: *host }\n'],
      ['from an alias', 'host: &host AZE\nplace: { state: *host$0 }\n'],
    ])('changes all of its family, %s', (_where, before) => {
      expectAfter(before, 'хозяин', 'host: &хозяин AZE\nplace: { state: *хозяин }\n');
    });

    it('leaves alone an anchor of the same name further down, texts, comments and other documents', () => {
      expectAfter(
        'a: &x 1 # &x *x\nb: *x\nc: "*x"\nd: &x 2\ne: *x$0\nf: |\n  *x\n---\na: &x 1\nb: *x\n',
        'y',
        'a: &x 1 # &x *x\nb: *x\nc: "*x"\nd: &y 2\ne: *y\nf: |\n  *x\n---\na: &x 1\nb: *x\n',
      );
    });

    it('follows maps, merges and keys', () => {
      expectAfter(
        'a: &ba$0se\n  b: 1\nc:\n  <<: *base\nd: [*base, &k key]\n*k : 1\n',
        'root',
        'a: &root\n  b: 1\nc:\n  <<: *root\nd: [*root, &k key]\n*k : 1\n',
      );
    });
  });
});

describe('rename of an anchor', () => {
  it('shows its name without the sign', () => {
    expect(prepared({ 'a.yaml': 'a: &na$0me 1\n' })).toEqual({ text: 'name', placeholder: 'name' });
    expect(prepared({ 'a.yaml': 'a: &имя🙂 1\nb: $0*имя🙂\n' })).toEqual({ text: 'имя🙂', placeholder: 'имя🙂' });
  });

  it('changes nothing for the same name', () => {
    expect(renamedIn('a: &x$0 1\nb: *x\n', 'x')).toBe('a: &x 1\nb: *x\n');
  });

  it('is about the anchor, and the id beside it about the record', () => {
    const text = (at: string) => `kind: person\nid: ${at}\n`;
    expect(prepared({ 'a.yaml': text('&a$0 mira') })).toMatchObject({ text: 'a' });
    expect(prepared({ 'a.yaml': text('&a mi$0ra') })).toMatchObject({ text: 'mira' });
  });

  it('renames no file and no id', () => {
    expect(renamed({ 'a.yaml': 'kind: person\nid: &a$0 a\nname: *a\n' }, 'b')).toEqual({
      'a.yaml': 'kind: person\nid: &b a\nname: *b\n',
    });
  });

  it('goes on below a slip, whose line stays as it is', () => {
    expect(renamedIn('a: &x 1\nb: "open\nc: *x$0\nd: [1, 2\ne: *x\n', 'y')).toBe(
      'a: &y 1\nb: "open\nc: *y\nd: [1, 2\ne: *y\n',
    );
  });

  it.each(['', 'a b', 'a,b', '[a', 'a]', '{a', 'a}', 'a\nb', 'a\tb', '&a', '*a', 'a:', '\u0000', '\ud800'])(
    'refuses %j',
    (name) => {
      expect(renamedIn('a: &x$0 1\nb: *x\n', name)).toMatch(/^The name of an anchor is one word without its sign/);
    },
  );

  it.each(['b-c', 'a.b', 'a:b', 'a#b', '1', "it's", 'имя', 'ə', '🙂', '👩‍👧', '-', '!', '%'])('takes %j', (name) => {
    expect(renamedIn('a: &x$0 1\nb: [*x , *x ]\n', name)).toBe(`a: &${name} 1\nb: [*${name} , *${name} ]\n`);
  });

  it.each([
    ['takes aliases from another anchor', 'a: &x 1\nb: &y$0 2\nc: *x\nd: *y\n', 'x'],
    ['loses aliases to another anchor', 'a: &y$0 1\nb: &x 2\nc: *y\n', 'x'],
    ['gives aliases that stand for nothing a meaning', 'a: &y$0 1\nb: *x\n', 'x'],
  ])('refuses a name that %s', (_what, text, name) => {
    expect(renamedIn(text, name)).toMatch(/^The name `x` is in use in this document/);
  });

  it('takes a name that is used before and no more', () => {
    expect(renamedIn('a: &x 1\nb: *x\nc: &y$0 2\nd: *y\n', 'x')).toBe('a: &x 1\nb: *x\nc: &x 2\nd: *x\n');
  });

  it('refuses to rename an alias that stands for nothing', () => {
    expect(renamedIn('a: *x$0\n', 'y')).toMatch(/^No anchor `&x` stands before this alias/);
    expect(prepared({ 'a.yaml': 'a: *x$0\n' })).toMatch(/^No anchor `&x` stands before this alias/);
  });
});
