/** Texts that are not YAML at the moment: a mistake costs its own line and nothing else. */
import { describe, expect, test } from 'vitest';
import { ask, expectChoice, expectNothing, expectSound } from './support.ts';

const mistakes: readonly [name: string, line: string][] = [
  ['an unclosed double quote', 'theme: "Peace'],
  ['an unclosed single quote', "theme: 'Peace"],
  ['an unclosed quote in a flow map', 'chair: { state: "AZE, person: x }'],
  ['an unclosed flow map', 'chair: { state: AZE'],
  ['an unclosed flow list', 'topics: [energy, water'],
  ['a flow map closed by the wrong bracket', 'chair: { state: AZE ]'],
  ['a stray closing bracket', 'theme: x }'],
  ['a line without a colon', 'theme'],
  ['a line of words without a colon', 'the theme is peace'],
  ['a key without a blank', 'theme:Peace'],
  ['wrong indentation', 'chair:\n    state: AZE\n  person: x'],
  ['too deep a line', 'theme: x\n   mode: online'],
  ['a dash out of place', 'chair:\n    state: AZE\n   - x'],
  ['a tab', 'chair:\n\tstate: AZE'],
  ['an alias of nothing', 'chair: *nobody'],
  ['a forbidden beginning', 'theme: @peace'],
  ['a bad escape', 'theme: "\\q"'],
  ['a key twice', 'theme: x\ntheme: y'],
  ['nested keys on one line', 'chair: state: AZE'],
];

describe.each(mistakes)('with %s', (_, line) => {
  test('above', () => {
    expectChoice(`kind: summit\n${line}\nhost: $0\n`, 'KAZ', `kind: summit\n${line}\nhost: KAZ\n`);
    expectChoice(`kind: summit\n${line}\nsta$0\n`, 'status', `kind: summit\n${line}\nstatus: \n`);
    expectChoice(`kind: summit\n${line}\n$0\n`, 'status', `kind: summit\n${line}\nstatus: \n`);
    expectChoice(`kind: summit\n${line}\nplace:\n  $0\n`, 'city', `kind: summit\n${line}\nplace:\n  city: \n`);
    expectChoice(
      `kind: summit\n${line}\nparticipants:\n  - state: KAZ\n    $0\n`,
      'role',
      `kind: summit\n${line}\nparticipants:\n  - state: KAZ\n    role: \n`,
    );
  });
  test('below', () => {
    expectChoice(`kind: summit\nhost: $0\n${line}\n`, 'KAZ', `kind: summit\nhost: KAZ\n${line}\n`);
    expectChoice(`kind: summit\nplace: { $0\n${line}\n`, 'city', `kind: summit\nplace: { city: \n${line}\n`);
    expectChoice(`kind: summit\nplace:\n  $0\n${line}\n`, 'city', `kind: summit\nplace:\n  city: \n${line}\n`);
  });
  test('in another document', () => {
    expectChoice(
      `kind: state\n${line}\n---\nkind: summit\nhost: $0\n`,
      'KAZ',
      `kind: state\n${line}\n---\nkind: summit\nhost: KAZ\n`,
    );
    expectChoice(
      `kind: summit\nhost: $0\n---\nkind: state\n${line}\n`,
      'KAZ',
      `kind: summit\nhost: KAZ\n---\nkind: state\n${line}\n`,
    );
  });
});

describe('where the kind', () => {
  test('stands below, or in quotation marks, or in a flow map', () => {
    for (const text of [
      'status: $0\nkind: summit\n',
      '"kind": "summit"\nstatus: $0\n',
      '{ status: $0, kind: summit }\n',
    ]) {
      const asked = ask(text);
      expect(asked.labels).toContain('held');
      expectSound(asked);
    }
  });
});

test('a quotation that opens a flow map and closes on another line has nothing to complete in', () => {
  expectNothing("{'$0\n'");
});

test('brackets that are the value of nothing have nothing to complete in', () => {
  expectNothing('kind: summit\nname: x\n[$0');
});

describe('a text that is typed key by key', () => {
  test('offers at each step what fits', () => {
    const whole =
      'kind: summit\nid: x\nplace: { city: Gabala, state: AZE }\nparticipants:\n  - { state: KAZ, role: member }\n';
    for (let length = 0; length <= whole.length; length++) {
      const asked = ask(`${whole.slice(0, length)}$0`);
      expectSound(asked);
    }
    expect(ask(`${whole.slice(0, whole.indexOf('AZE'))}$0`).labels).toContain('AZE');
    expect(ask(`${whole.slice(0, whole.indexOf('role'))}$0`).labels).toContain('role');
    expect(ask(`${whole.slice(0, whole.indexOf('member'))}$0`).labels).toContain('member');
  });
});

test('nothing is offered between bare CRs, which are made line ends before a text comes here', () => {
  // An item would take the place of all of them.
  for (const text of ['$0kind: person\rid: x\rname: X\r', 'kind: person\rid: x\rna$0', 'kind: person\nname: X\r$0']) {
    expect(ask(text).items).toEqual([]);
  }
});

describe('a quote that nothing closes', () => {
  test.each([
    ["host: 'K$0 # c\nname: x\n", 'KAZ', "host: 'KAZ' # c\nname: x\n"],
    ['host: "$0  # c\nname: x\n', 'KAZ', 'host: "KAZ"  # c\nname: x\n'],
    ["host: 'K$0 # it's\nname: x\n", 'KAZ', "host: 'KAZ' # it's\nname: x\n"],
    ['topics:\n  - "wa$0 # c\n  - energy\n', 'water', 'topics:\n  - "water" # c\n  - energy\n'],
    ['topics: [energy, "wa$0 # c\n]\n', 'water', 'topics: [energy, "water" # c\n]\n'],
    ["topics: ['wa$0 # it's\n]\n", 'water', "topics: ['water' # it's\n]\n"],
  ])('leaves the comment behind it alone: %j', (text, label, after) => {
    expect(ask(`kind: summit\nid: x\n${text}`).choose(label)).toBe(`kind: summit\nid: x\n${after}`);
  });
  test.each([
    ['place: { "ci$0, state: AZE }\n', 'city', 'place: { "city", state: AZE }\n'],
    ['place: { "ci$0: Gabala }\n', 'city', 'place: { "city": Gabala }\n'],
    ['place: { "ci$0, "state": "AZE" }\n', 'city', 'place: { "city", "state": "AZE" }\n'],
    ['chair: { "state": "K$0, "person": "x" }\n', 'KAZ', 'chair: { "state": "KAZ", "person": "x" }\n'],
    ["topics: ['wa$0, 'energy']\n", 'water', "topics: ['water', 'energy']\n"],
    ['place: { "ci$0 # c\n}\n', 'city', 'place: { "city" # c\n}\n'],
  ])('is closed in flow style, and takes nothing from what follows: %j', (text, label, after) => {
    expect(ask(`kind: summit\nid: x\n${text}`).choose(label)).toBe(`kind: summit\nid: x\n${after}`);
  });
});
