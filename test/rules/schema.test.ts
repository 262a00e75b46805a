/** `schema`: what it says, where it says it, and its fixes in every style of writing. */
import { describe, expect, it } from 'vitest';
import { rules } from '../../server/rules/index.ts';
import { lineEnds, makeWorkspace, parseFixture, ROOT } from '../support/fixture.ts';
import { fixOf, messagesOf, problemsOf, type Story, tell, after as textAfter, titlesOf } from './support.ts';

const ORG = 'kind: organization\nid: x-org\nname: Org\ntype: forum\n';
const SUMMIT = 'kind: summit\nid: a\nname: A\norganization: ots\nstatus: held\ndate: 2025-10-07\n';

const STORIES: Readonly<Record<string, Story>> = {
  'a misspelt key is renamed': {
    before: 'kind: organization\nid: x-org\nnamee: Org # kept\ntype: forum\n',
    fix: 'Change to `name`',
    after: 'kind: organization\nid: x-org\nname: Org # kept\ntype: forum\n',
  },
  'a misspelt key in a flow map is renamed': {
    before: `${ORG}seat: { citty: Istanbul, state: TUR }\n`,
    fix: 'Change to `city`',
    after: `${ORG}seat: { city: Istanbul, state: TUR }\n`,
  },
  'missing properties are added where they belong': {
    before: 'kind: summit\nid: a # its id\nbody: ots\ndate: 2025\n\n# about the place\nplace: { city: Gabala }\n',
    fix: 'Add `name`, `organization` and `status`',
    after:
      'kind: summit\nid: a # its id\nname:\norganization:\nbody: ots\nstatus:\ndate: 2025\n\n# about the place\nplace: { city: Gabala }\n',
    left: 3,
  },
  'a missing property is added before the first of an entry': {
    before: `${ORG}names:\n  - lang: tr\n    type: short\n`,
    fix: 'Add `text`',
    after: `${ORG}names:\n  - text:\n    lang: tr\n    type: short\n`,
    left: 1,
  },
  'a missing property is added to an entry in flow style': {
    before: `${ORG}names: [{ lang: tr }]\n`,
    fix: 'Add `text`',
    after: `${ORG}names: [{ text: , lang: tr }]\n`,
    left: 1,
  },
  'one of several properties is added': {
    before: `${SUMMIT}participants:\n  - role: member\n`,
    fix: 'Add `person`',
    after: `${SUMMIT}participants:\n  - person:\n    role: member\n`,
    left: 1,
  },
  'a value becomes the nearest that is allowed': {
    before: SUMMIT.replace('held', 'Heldd # kept'),
    fix: 'Change to `held`',
    after: SUMMIT.replace('held', 'held # kept'),
  },
  'a value in quotes keeps them': {
    before: SUMMIT.replace('held', '"helt"'),
    fix: 'Change to `held`',
    after: SUMMIT.replace('held', '"held"'),
  },
  'a number in quotes loses them': {
    before: `${SUMMIT}ordinal: "12"\n`,
    fix: 'Change to `12`',
    after: `${SUMMIT}ordinal: 12\n`,
  },
  'a single value becomes a list': {
    before: `${SUMMIT}topics: energy # and no more\n`,
    fix: 'Make it a list',
    after: `${SUMMIT}topics: [energy] # and no more\n`,
  },
  'a single entry becomes a list': {
    before: `${SUMMIT}participants: { state: KAZ }\n`,
    fix: 'Make it a list',
    after: `${SUMMIT}participants: [{ state: KAZ }]\n`,
  },
  'an id becomes the map that it belongs in': {
    before: `${SUMMIT}participants: # who came\n  - KAZ # first\n`,
    fix: 'Change to `{ state: KAZ }`',
    after: `${SUMMIT}participants: # who came\n  - { state: KAZ } # first\n`,
  },
  'an id becomes a list of the maps that it belongs in': {
    before: `${SUMMIT}participants: eco\n`,
    fix: 'Make it a list',
    after: `${SUMMIT}participants: [{ organization: eco }]\n`,
  },
  'a text becomes the map that it belongs in, in quotes where it needs them': {
    before: `${SUMMIT}outcomes: # what came of it\n  - To meet, and to {talk}\n`,
    fix: "Change to `{ decision: 'To meet, and to {talk}' }`",
    after: `${SUMMIT}outcomes: # what came of it\n  - { decision: 'To meet, and to {talk}' }\n`,
  },
  'a list of one becomes the one': {
    before: `${SUMMIT}host: [AZE] # c\n`,
    fix: 'Change to `AZE`',
    after: `${SUMMIT}host: AZE # c\n`,
  },
  'an empty property goes': {
    before: `${SUMMIT}host: null\nmode: hybrid\n`,
    fix: 'Remove `host`',
    after: `${SUMMIT}mode: hybrid\n`,
  },
  'a key gives back the value that it has swallowed': {
    before: `${SUMMIT}place: {city:Gabala, state: AZE}\n`,
    fix: 'Put a blank after the colon',
    after: `${SUMMIT}place: {city: Gabala, state: AZE}\n`,
  },
  'an id takes its form': {
    before: ORG.replace('x-org', '"Türk Örg" # c'),
    fix: 'Change to `turk-org`',
    after: ORG.replace('x-org', '"turk-org" # c'),
  },
  'a state takes its code': {
    before: 'kind: state\nid: xaa\nname: Aa\n',
    fix: 'Change to `XAA`',
    after: 'kind: state\nid: XAA\nname: Aa\n',
  },
  'a number in words loses them': {
    before: `${SUMMIT}ordinal: 12th\n`,
    fix: 'Change to `12`',
    after: `${SUMMIT}ordinal: 12\n`,
  },
  'yes becomes true': {
    before: `${SUMMIT}quotes: [{ text: Words, translated: yes }]\n`,
    fix: 'Change to `true`',
    after: `${SUMMIT}quotes: [{ text: Words, translated: true }]\n`,
  },
  'of two that exclude each other one goes': {
    before: `${SUMMIT}outcomes:\n  - document: a-document\n    decision: To meet again\n`,
    fix: 'Remove `document`',
    after: `${SUMMIT}outcomes:\n  - decision: To meet again\n`,
  },
};

describe.each(lineEnds)('with %s', (_, convert) => {
  it.each(Object.entries(STORIES))('%s', (_name, story) => tell('schema', story, convert));

  it.each([
    ['the key that is unknown', `${ORG}⟦moon⟧: 1\n`],
    ['the value that is not allowed', 'kind: organization\nid: x-org\nname: Тюрк 😀\ntype: ⟦forumm⟧ # 😀\n'],
    ['the kind line for what is missing', '⟦kind: organization⟧ # c\nid: x-org\nfounded:\n  place: Istanbul\n'],
    [
      'the key of a map that lacks something',
      'kind: proposal\nid: a\ntitle: A\ntype: position\nparties: [{ state: KAZ }]\n⟦addressed_to⟧: {}\ndomains: []\nstatus: proposed\n',
    ],
    [
      'the first key of an entry that lacks something',
      `${SUMMIT}citations:\n  - ⟦locator⟧: page 3\n    supports: [date]\n`,
    ],
    ['the key of a map that should be text', `${SUMMIT}⟦theme⟧:\n  one: 1\n  two: 2\n`],
    ['the dash of an empty entry', `${SUMMIT}participants:\n  - { state: KAZ }\n  ⟦-⟧\n`],
    ['the colon of an empty key', `${SUMMIT}⟦:⟧ a\n`],
    ['the key of an empty value', 'kind: organization\nid: x-org\n⟦name⟧:\ntype: forum\n'],
    [
      'the second of two that exclude each other',
      `${SUMMIT}outcomes: [{ document: gabala-declaration, ⟦decision⟧: x }]\n`,
    ],
  ])('marks %s', (_name, marked) => {
    const { text, ranges } = parseFixture(convert(marked));
    expect(problemsOf('schema', text).map(({ span }) => span)).toEqual(ranges);
  });
});

describe('schema says', () => {
  it.each([
    [
      `${SUMMIT}statuss: held\n`.replace('status: held\n', ''),
      ['A summit has no property `statuss`. Did you mean `status`?'],
    ],
    [`${ORG}seat: { planet: Earth }\n`, ['`seat` has no property `planet`. It can have `city` and `state`.']],
    ['kind: summit\nid: a\nname: A\ndate: 2025\n', ['A summit needs `organization` and `status`.']],
    [`${ORG}names: [{ lang: tr }]\n`, ['This entry of `names` needs `text`.']],
    [
      `${SUMMIT}participants: [{ role: member }]\n`,
      ['This entry of `participants` needs `state`, `organization` or `person`.'],
    ],
    [
      SUMMIT.replace('held', 'hold'),
      ['`hold` is no value of `status`. Use `held`, `planned`, `confirmed`, `postponed` or `cancelled`.'],
    ],
    [
      `${SUMMIT}topics: [enegry]\n`,
      [expect.stringMatching(/^`enegry` is no value of this entry of `topics`\. Use `energy`, `cybersecurity`,/)],
    ],
    [
      SUMMIT.replace('held', ''),
      ['`status` needs a value: `planned`, `confirmed`, `held`, `postponed` or `cancelled`.'],
    ],
    [SUMMIT.replace('2025-10-07', ''), ['`date` needs a value: a date such as `2025-10-07`.']],
    [SUMMIT.replace('2025-10-07', '[2025, 2026]'), ['`date` must be a date such as `2025-10-07`.']],
    [`${SUMMIT}ordinal: twelve\n`, ['`ordinal` must be a whole number.']],
    [`${SUMMIT}ordinal: 0\n`, ['`ordinal` must be 1 or more.']],
    [
      'kind: proposal\nid: a\ntitle: A\ntype: position\nparties: []\naddressed_to: { organization: ots }\ndomains: []\nstatus: proposed\n',
      ['`parties` needs at least one entry.'],
    ],
    [`${SUMMIT}place: Gabala\n`, ['`place` must be a map such as `{ city: Gabala }`.']],
    [
      `${SUMMIT}outcomes: [{ document: a, decision: b }]\n`,
      ['`decision` cannot stand beside `document`: keep one of them.'],
    ],
    [`${SUMMIT}host:\n`, ['`host` needs a value: the id of a state.']],
    [`${SUMMIT}host: 5\n`, ['`host` must be the id of a state, and YAML reads `5` as a number: put it in quotes.']],
    [
      `${SUMMIT}host: true\n`,
      ['`host` must be the id of a state, and YAML reads `true` as true or false: put it in quotes.'],
    ],
    [`${SUMMIT}aliases:\n  -a\n  -b\n`, ['`aliases` must be a list: write a blank after each `-`.']],
    [`${SUMMIT}place: {city:Gabala}\n`, ['A blank is missing after the colon: write `city: Gabala`.']],
    [`${SUMMIT}hоst: AZE\n`, ['`hоst` has the character `о` (U+043E) in it, which no property has. Write `host`.']],
    [`${SUMMIT}: AZE\n`, ['This key is empty: write the name of a property before the colon.']],
    [ORG.replace('x-org', 'X Org'), ['An id has lower-case letters a–z, digits, and single hyphens between them.']],
  ])('%j', (text, messages) => expect(messagesOf('schema', text)).toEqual(messages));

  it('of a long list of properties the nearest, and how many more there are', () => {
    expect(messagesOf('schema', `${SUMMIT}moon: 1\n`)[0]).toMatch(
      /^A summit has no property `moon`\. It can have (?:`\w+`, ){6}`\w+` and `\w+`, and \d+ more\.$/,
    );
  });

  it('nothing of numbers where a date belongs, which bad-date knows better', () => {
    expect(messagesOf('schema', SUMMIT.replace('2025-10-07', '10.2025'))).toEqual([]);
  });
});

describe('a file that should hold a record', () => {
  it.each([
    [
      'name: x\n',
      /^This is no record yet: it needs a `kind`, which is `chairmanship`, `document`, .* or `\w+`\.$/,
      'name',
    ],
    ['kind:\n', /^`kind` needs a value: `chairmanship`, `document`, /, 'kind'],
    ['kind: [summit]\n', /^`kind` must be `chairmanship`, `document`, /, 'kind'],
    ['kind: sumit\n', /^`sumit` is no kind of record\. Use `summit`, /, 'sumit'],
    ['kind: 7\n', /^`7` is no kind of record\. Use `chairmanship`, /, '7'],
  ])('is told what kinds there are: %j', (text, expected, marked) => {
    const workspace = makeWorkspace({ 'initiatives.yaml': 'records: [a.yaml]\n', 'a.yaml': text }, rules);
    const told = workspace.problemsOf(`${ROOT}/a.yaml`).filter(({ rule }) => rule === 'schema');
    expect(told.map(({ message }) => message)).toEqual([expect.stringMatching(expected)]);
    const { start, end } = told[0]!.span;
    expect(text.slice(start, end)).toBe(marked);
  });
});

describe('the name of a rule', () => {
  const problemsIn = (file: string, text: string) =>
    makeWorkspace({ [file]: parseFixture(text).text }, rules).problemsOf(`${ROOT}/${file}`);

  it.each([
    ['initiatives.yaml', 'rules: { ⟦unknown_reference⟧: error, bad-date: off }\n', 'Change to `unknown-reference`'],
    ['initiatives.yaml', 'rules:\n  ⟦bad-dat⟧: error\n', 'Change to `bad-date`'],
    ['x-org.yaml', `${ORG}exceptions: [{ rule: ⟦duplicate-ids⟧, reason: None }]\n`, 'Change to `duplicate-id`'],
  ])('in %s that there is not is a warning: %j', (file, text, fix) => {
    const found = problemsIn(file, text);
    expect(found.map(({ rule, severity, span }) => ({ rule, severity, span }))).toEqual(
      parseFixture(text).ranges.map((span) => ({ rule: 'schema', severity: 'warning', span })),
    );
    expect(found[0]!.fixes().map(({ title }) => title)).toContain(fix);
  });

  it('that there is needs no word', () => {
    expect(problemsIn('initiatives.yaml', 'rules: { unknown-reference: off, __proto__: error }\n')).toHaveLength(1);
    expect(problemsIn('initiatives.yaml', 'rules: { unknown-reference: off }\n')).toEqual([]);
    expect(problemsIn('initiatives.yaml', 'rules: [unknown_reference]\n')).toHaveLength(1);
    expect(problemsIn('initiatives.yaml', 'rules:\n')).toHaveLength(1);
  });
});

describe('the globs of a manifest', () => {
  const found = (records: string) => {
    const files = { 'initiatives.yaml': `dataset: D\nrecords: ${records}\n`, 'a.yaml': 'kind: x\n' };
    const workspace = makeWorkspace(files, rules);
    const problems = workspace.problemsOf(`${ROOT}/initiatives.yaml`);
    return { told: problems.map(({ message }) => message), takes: workspace.includes(`${ROOT}/a.yaml`) };
  };
  const NO_GLOB = expect.stringContaining('A glob has 1 to 200 characters.');

  it.each(['""', '[""]', '"!"', `"${'a'.repeat(70_000)}"`, '"(a+)+b"', '["+(+(a))b"]'])(
    'are told where one is none, and all files are looked at: %j',
    (records) => {
      expect(found(records)).toEqual({ told: [NO_GLOB], takes: true });
    },
  );

  it('are told where there are too many, and count as far as they go', () => {
    const many = JSON.stringify([...Array.from({ length: 100 }, () => 'b.yaml'), 'a.yaml']);
    expect(found(many)).toEqual({ told: ['`records` has more than 100 entries.'], takes: false });
  });

  it('take files in and out', () => {
    expect(found('["*.yaml", "!b*"]')).toEqual({ told: [], takes: true });
    expect(found('"!a*"')).toEqual({ told: [], takes: false });
  });
});

describe('schema keeps silent', () => {
  it.each([
    ['on the line of a syntax error', 'kind: organization\nid: x-org\nname: Org\ntype: "forumm\n'],
    ['of what a line that cannot be read may have said', 'kind: organization\nid: x-org\nname: Org\ntype\n'],
    [
      'of what the broken first line of an entry may have said',
      `${SUMMIT}participants:\n  - state KAZ\n    role: member\n`,
    ],
    ['of what an entry that cannot be read may have said', `${ORG}names:\n  - lang: tr\n    text "x"\n`],
  ])('%s', (_, text) => {
    expect(messagesOf('yaml-syntax', text)).toHaveLength(1);
    expect(messagesOf('schema', text)).toEqual([]);
  });

  it('but not on the other lines', () => {
    expect(messagesOf('schema', 'kind: organization\nid: x-org\nname: "Org\ntype: forumm\n')).toHaveLength(1);
  });
});

describe('fixes of schema', () => {
  it('are certain only where no guess is in them', () => {
    expect(fixOf('schema', ORG.replace('forum', 'forumm'), 'Change to `forum`').certain).toBeUndefined();
    expect(fixOf('schema', `${SUMMIT}host: 5\n`, 'Put `5` in quotes').certain).toBeUndefined();
  });

  it('are not offered where nothing is near', () => {
    expect(titlesOf('schema', SUMMIT.replace('held', 'xyzzy'))).toEqual([]);
    expect(titlesOf('schema', `${SUMMIT}moon: 1\n`)).toEqual([]);
    // To quote nothing gives no date, and a record needs one.
    expect(titlesOf('schema', SUMMIT.replace('2025-10-07', '~'))).toEqual([]);
  });

  it('name the kind of a file that the manifest takes for a record', () => {
    const files = { 'a.yaml': 'kind: sumit\nid: a\n', 'initiatives.yaml': 'records: "*.yaml"\n' };
    const problem = makeWorkspace(files, rules).problemsOf(`${ROOT}/a.yaml`)[0]!;
    expect(problem.fixes().map(({ title }) => title)).toEqual(['Change to `summit`']);
  });
});

describe.each(lineEnds)('names of rules with %s', (_, convert) => {
  const problemOf = (manifest: string) => {
    const files = { 'initiatives.yaml': convert(manifest) };
    return makeWorkspace(files, rules).problemsOf(`${ROOT}/initiatives.yaml`);
  };

  it('in a manifest are told where there is no such rule, at the name, with the one that is meant', () => {
    const text = 'dataset: D\nrules:\n  unknown_referense: off # for now\n  bad-date: hint\n';
    const [problem, ...others] = problemOf(text);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ rule: 'schema', severity: 'warning' });
    expect(problem!.message).toBe('There is no rule `unknown_referense`. Did you mean `unknown-reference`?');
    expect(textAfter(convert(text), problem!.fixes()[0]!)).toBe(convert(text.replace('_referense', '-reference')));
  });

  it('in a manifest keep their neighbours when they are in quotes or like nothing', () => {
    const text = 'rules: { "bad_date": off, xyzzy: off }\n';
    const [near, far, ...others] = problemOf(text);
    expect(others).toEqual([]);
    expect(textAfter(convert(text), near!.fixes()[0]!)).toBe(convert('rules: { bad-date: off, xyzzy: off }\n'));
    expect([far!.message, far!.fixes()]).toEqual(['There is no rule `xyzzy`.', []]);
  });

  it('in exceptions are told at the value', () => {
    const before = `${ORG}exceptions:\n  - rule: unknwon-reference # c\n    reason: new\n`;
    const mended = before.replace('unknwon-reference', 'unknown-reference');
    tell('schema', { before, fix: 'Change to `unknown-reference`', after: mended }, convert);
  });
});
