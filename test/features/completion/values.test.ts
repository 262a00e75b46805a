/** Values: choices, constants, true and false, the kind itself; where they are put and how they are written. */
import { describe, expect, test } from 'vitest';
import { ask, expectChoice, expectNothing } from './support.ts';

describe('a choice', () => {
  test('shows what each value means', () => {
    const { labels, item } = ask('kind: summit\nstatus: $0\n');
    expect(labels).toEqual(['planned', 'confirmed', 'held', 'postponed', 'cancelled']);
    expect(item('held').documentation).toBe('It took place.');
  });
  test('goes behind the colon, with the blank that is missing', () => {
    expectChoice('kind: summit\nstatus: $0\n', 'held', 'kind: summit\nstatus: held\n');
    expectChoice('kind: summit\nstatus:$0\n', 'held', 'kind: summit\nstatus: held\n');
    expectChoice('kind: summit\nstatus:$0', 'held', 'kind: summit\nstatus: held');
    expectChoice('kind: summit\nstatus:he$0\n', 'held', 'kind: summit\nstatus: held\n');
  });
  test('takes the place of the whole word and leaves the rest of the line', () => {
    expectChoice('kind: summit\nstatus: pl$0anned # so far\n', 'planned', 'kind: summit\nstatus: planned # so far\n');
    expectChoice('kind: summit\nstatus: $0planned\n', 'held', 'kind: summit\nstatus: held\n');
    expectChoice('kind: summit\nstatus:$0 planned\n', 'held', 'kind: summit\nstatus: held\n');
    expectChoice(
      'kind: summit\nplace: { city: x }\nmode: on$0 # see below\n',
      'online',
      'kind: summit\nplace: { city: x }\nmode: online # see below\n',
    );
  });
  test('stays inside its quotation marks', () => {
    expectChoice('kind: summit\nstatus: "he$0l"\n', 'held', 'kind: summit\nstatus: "held"\n');
    expectChoice("kind: summit\nstatus: '$0' # so\n", 'held', "kind: summit\nstatus: 'held' # so\n");
    expectChoice('kind: summit\nstatus: "he$0\nhost: AZE\n', 'held', 'kind: summit\nstatus: "held"\nhost: AZE\n');
    expectChoice('{ kind: summit, status: "$0, host: AZE }\n', 'held', '{ kind: summit, status: "held", host: AZE }\n');
  });
  test('may stand on the next line', () => {
    expectChoice('kind: summit\nstatus:\n  $0\nhost: AZE\n', 'held', 'kind: summit\nstatus:\n  held\nhost: AZE\n');
    expectChoice('kind: summit\nstatus:\n  he$0\nhost: AZE\n', 'held', 'kind: summit\nstatus:\n  held\nhost: AZE\n');
  });
  test('in flow style', () => {
    expectChoice(
      'kind: summit\nparticipants:\n  - { state: KAZ, role: $0 }\n',
      'member',
      'kind: summit\nparticipants:\n  - { state: KAZ, role: member }\n',
    );
    expectChoice(
      'kind: summit\nparticipants:\n  - { state: KAZ, role:$0}\n',
      'member',
      'kind: summit\nparticipants:\n  - { state: KAZ, role: member}\n',
    );
    expectChoice(
      'kind: summit\nparticipants:\n  - { role: me$0, state: KAZ }\n',
      'member',
      'kind: summit\nparticipants:\n  - { role: member, state: KAZ }\n',
    );
    expectChoice(
      'kind: summit\nparticipants:\n  - { state: KAZ, role: $0\n  - { state: UZB }\n',
      'member',
      'kind: summit\nparticipants:\n  - { state: KAZ, role: member\n  - { state: UZB }\n',
    );
  });
  test('on the line below its key', () => {
    expectChoice('kind: summit\nstatus:\n  "he$0"\n', 'held', 'kind: summit\nstatus:\n  "held"\n');
    expectChoice(
      'kind: summit\nplace: {\n  state:\n    K$0AZ\n}\n',
      'KAZ',
      'kind: summit\nplace: {\n  state:\n    KAZ\n}\n',
    );
    expectChoice(
      'kind: summit\nplace: {\n  state: # which\n    K$0AZ\n}\n',
      'KAZ',
      'kind: summit\nplace: {\n  state: # which\n    KAZ\n}\n',
    );
  });
  test('behind an anchor or a tag', () => {
    expectChoice('kind: summit\nstatus: &now $0\n', 'held', 'kind: summit\nstatus: &now held\n');
    expectChoice('kind: summit\nstatus: !!str he$0\n', 'held', 'kind: summit\nstatus: !!str held\n');
    expectNothing('kind: summit\nstatus: &no$0w\n');
    expectNothing('kind: summit\nstatus: *no$0w\n');
  });
});

describe('a line with other letters', () => {
  test('before the cursor', () => {
    expectChoice(
      'kind: summit\nplace: { city: "Баку 🙂", state: Аз$0 }\n',
      'AZE',
      'kind: summit\nplace: { city: "Баку 🙂", state: AZE }\n',
    );
    expectChoice(
      'kind: summit\nplace: { city: Көкшетау 🏔, $0 }\n',
      'venue',
      'kind: summit\nplace: { city: Көкшетау 🏔, venue:  }\n',
    );
  });
});

describe('a list of choices', () => {
  test('item by item, never one that is there', () => {
    const text = 'kind: summit\ntopics:\n  - energy\n  - $0\n  - water\n';
    expectChoice(text, 'youth', text.replace('$0', 'youth'));
    const { labels } = ask(text);
    expect(labels).not.toContain('energy');
    expect(labels).not.toContain('water');
    expect(ask('kind: summit\ntopics:\n  - ene$0rgy\n').labels).toContain('energy');
  });
  test('begun on an empty line, with the dash', () => {
    expectChoice('kind: summit\ntopics:\n  $0\nhost: AZE\n', 'youth', 'kind: summit\ntopics:\n  - youth\nhost: AZE\n');
    expectChoice(
      'kind: summit\ntopics:\n  - energy\n  $0\n',
      'youth',
      'kind: summit\ntopics:\n  - energy\n  - youth\n',
    );
    expectChoice(
      'kind: summit\ntopics:\n  - energy\n  yo$0\n',
      'youth',
      'kind: summit\ntopics:\n  - energy\n  - youth\n',
    );
    expectChoice('kind: summit\ntopics:\n  -$0\n', 'youth', 'kind: summit\ntopics:\n  - youth\n');
  });
  test('begun behind the colon, on a line of its own', () => {
    expectChoice('kind: summit\ntopics: $0\nhost: AZE\n', 'youth', 'kind: summit\ntopics:\n  - youth\nhost: AZE\n');
    expectChoice('kind: summit\ntopics: yo$0\n', 'youth', 'kind: summit\ntopics:\n  - youth\n');
  });
  test('below an item of several lines', () => {
    expectChoice(
      'kind: summit\nparticipants:\n  - state: KAZ\n    role: member\n  - role: $0\n',
      'member',
      'kind: summit\nparticipants:\n  - state: KAZ\n    role: member\n  - role: member\n',
    );
  });
  test('in quotation marks, where a colon is text', () => {
    expectChoice('kind: summit\ntopics:\n  - "$0x: y"\n', 'youth', 'kind: summit\ntopics:\n  - "youth"\n');
  });
  test('in flow style', () => {
    expectChoice('kind: summit\ntopics: [$0]\n', 'youth', 'kind: summit\ntopics: [youth]\n');
    expectChoice(
      'kind: summit\ntopics: [energy, $0\nhost: AZE\n',
      'youth',
      'kind: summit\ntopics: [energy, youth\nhost: AZE\n',
    );
    expectChoice('kind: summit\ntopics: [energy,$0]\n', 'youth', 'kind: summit\ntopics: [energy, youth]\n');
    expectChoice(
      'kind: summit\ntopics: [energy, yo$0, water]\n',
      'youth',
      'kind: summit\ntopics: [energy, youth, water]\n',
    );
    expectChoice('kind: summit\ntopics: [$0 water]\n', 'youth', 'kind: summit\ntopics: [youth, water]\n');
    expectChoice('{ kind: summit, topics: $0 }\n', 'youth', '{ kind: summit, topics: [youth] }\n');
    expect(ask('kind: summit\ntopics: [energy, $0, water]\n').labels).not.toContain('water');
  });
});

describe('other values', () => {
  test('true and false', () => {
    const { labels } = ask('kind: summit\nquotes:\n  - text: x\n    translated: $0\n');
    expect(labels).toEqual(['true', 'false']);
  });
  test('examples, where there is nothing better', () => {
    expect(ask('kind: summit\nplace:\n  city: $0\n').item('Gabala').detail).toBe('example');
    expect(ask('kind: summit\nordinal: $0\n').choose('12')).toBe('kind: summit\nordinal: 12\n');
  });
  test('no examples once something is typed, lest they take its place', () => {
    for (const typed of ['ordinal: 1$0', 'name: 12th$0', 'place: { city: G$0 }', 'aliases: [T$0]']) {
      expect(ask(`kind: summit\n${typed}\n`).labels, typed).toEqual([]);
    }
    expect(ask('kind: summit\nordinal: $0\n').incomplete).toBe(true);
  });
  test('the name of the file for an id, and none that another record has for an example', () => {
    expect(ask('kind: summit\nid: $0\n', { file: 'summits/ots-2026.yaml' }).labels).toEqual(['ots-2026']);
    expect(ask('kind: summit\nid: $0\n', { file: 'summits/Two Words.yaml' }).labels).toEqual([]);
    expect(ask('kind: summit\nid: a\n---\nkind: summit\nid: $0\n').labels).toEqual([]);
  });
  test('are quoted where plain text would be something else', () => {
    const { items, text } = ask('kind: source\nurl: $0\n');
    expect(text).toBe('kind: source\nurl: \n');
    for (const { label, newText } of items) expect(newText === label || newText === `"${label}"`).toBe(true);
  });
  test('the kind, with what it means', () => {
    const { labels, item } = ask('kind: $0');
    expect(labels).toEqual([
      'chairmanship',
      'document',
      'organization',
      'person',
      'proposal',
      'source',
      'state',
      'summit',
    ]);
    expect(item('summit').documentation).toContain('A meeting');
    expectChoice('kind: su$0\nid: x\n', 'summit', 'kind: summit\nid: x\n');
    expect(ask('kind: sum$0mit\nid: x\n').choose('proposal')).toBe('kind: proposal\nid: x\n');
  });
});

describe('nothing is offered', () => {
  test.each([
    ['in a comment', 'kind: summit\n# sta$0\n'],
    ['in a comment behind a value', 'kind: summit\nstatus: held # he$0\n'],
    ['in a comment in a flow map', 'kind: summit\nplace: {\n  # ci$0\n}\n'],
    ['in a block scalar', 'kind: summit\nnote: |\n  sta$0\nhost: AZE\n'],
    ['in an empty line of a block scalar', 'kind: summit\nnote: >-\n  one\n$0\n  two\n'],
    ['at the end of a block scalar, at its depth', 'kind: summit\nnote: >-\n  one\n  $0'],
    ['in a fresh block scalar', 'kind: summit\nnote: |\n  $0\nhost: AZE\n'],
    ['on the head of a block scalar', 'kind: summit\nnote: >$0-\n  one\n'],
    ['in a block scalar of a list item', 'kind: summit\nquotes:\n  - text: >-\n      sta$0\n    lang: en\n'],
    ['on a line that goes on with a text', 'kind: summit\nnote: one\n  sta$0\n'],
    ['in running text with a colon', 'kind: summit\nnote: one\n  see a$0lso: two\n'],
    ['in quoted text over several lines', 'kind: summit\nnote: "one\n  sta$0 two"\nhost: AZE\n'],
    ['behind a closing quotation mark', 'kind: summit\nstatus: "held"$0\n'],
    ['behind a closed flow map', 'kind: summit\nplace: { city: x }$0\n'],
    ['on a document marker', '---$0\nkind: summit\n'],
    ['in the indentation of a line', 'kind: summit\nplace:\n $0 city: x\n'],
    ['in front of a dash', 'kind: summit\ntopics:\n  $0- energy\n'],
    ['in front of a comment', 'kind: summit\n$0# so\n'],
    ['in a directive', '%TA$0\n---\nkind: summit\n'],
    ['behind a document marker', '--- su$0\n'],
    ['on a document marker below brackets that nothing closed', '{ kind: summit,\n...$0\n'],
    ['in the indentation of a line in brackets', 'kind: summit\ntopics: [\n $0 energy\n]\n'],
    ['in a name behind a question mark', 'kind: summit\n? sta$0\n'],
    ['in front of a value on the next line', 'kind: summit\nstatus: $0\n  held\n'],
    ['in the first of several lines in quotation marks', 'kind: summit\nstatus: "he$0\n  ld"\n'],
    ['behind a closing quotation mark in brackets', 'kind: summit\ntopics: ["energy"$0]\n'],
    ['between a closing quotation mark and a word', 'kind: summit\ntopics: ["energy"$0x]\n'],
    ['in an anchor with a value behind it', 'kind: summit\nstatus: &no$0w held\n'],
    ['in a tag with a value behind it, in brackets', '{ kind: summit, status: !x$0y held }\n'],
    ['in an anchor with one more below it, in brackets', 'kind: summit\ntopics: [&a$0\n  &b]\n'],
  ])('%s', (_, text) => expectNothing(text));
  test('but below a block scalar there is', () => {
    expectChoice('kind: summit\nnote: |\n  one\n$0', 'status', 'kind: summit\nnote: |\n  one\nstatus: ');
    expectChoice(
      'kind: summit\nnote: |\n  one\n\n$0\nhost: AZE\n',
      'status',
      'kind: summit\nnote: |\n  one\n\nstatus: \nhost: AZE\n',
    );
  });
});

describe('the path of a field', () => {
  const record = 'kind: summit\nid: a\nname: A\nplace: { city: Gabala, state: AZE }\nhost: AZE\n';
  test('is one of those that the record has, and not yet in the list', () => {
    const block = `${record}citations:\n  - source: s\n    supports:\n      - host\n      - $0\n`;
    expect(ask(block).labels).toEqual(['name', 'place', 'place.city', 'place.state']);
    expect(ask(block).item('place.city').documentation).toBe('The city or town.');
    expectChoice(block, 'place.city', block.replace('$0', 'place.city'));
    const flow = `${record}citations:\n  - { source: s, supports: [pl$0] }\n`;
    expectChoice(flow, 'place.state', flow.replace('pl$0', 'place.state'));
  });
  test('is none of an exception or a citation, which are no facts', () => {
    const text = `${record}exceptions: [{ rule: uncited, reason: x }]\ncitations: [{ source: s, supports: [$0] }]\n`;
    expect(ask(text).labels).toEqual(['name', 'place', 'place.city', 'place.state', 'host']);
  });
  test('is an example where the record has no fields yet', () => {
    expect(ask('kind: summit\ncitations: [{ supports: [$0] }]\n').labels).toEqual(['date', 'place.city']);
  });
});
