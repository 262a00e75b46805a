/** Merging two records of one meeting or proposal: nothing is lost but what contradicts, and all references follow. */
import { describe, expect, it } from 'vitest';
import type { Fix } from '../../server/dataset/problem.ts';
import { applyEdits } from '../../server/dataset/text.ts';
import { rules } from '../../server/rules/index.ts';
import { lineEnds, makeWorkspace, ROOT } from '../support/fixture.ts';

type Files = Readonly<Record<string, string>>;

const RULES = ['duplicate-summit', 'duplicate-proposal'];

/** The fixes that one file's duplicates bring. */
function fixesIn(files: Files, file: string): readonly Fix[] {
  const problems = makeWorkspace(files, rules).problemsOf(`${ROOT}/${file}`);
  return problems.filter(({ rule }) => RULES.includes(rule)).flatMap((problem) => problem.fixes());
}

/** All files after a fix. */
function merged(files: Files, file: string, title: RegExp): Record<string, string> {
  const fix = fixesIn(files, file).find((candidate) => title.test(candidate.title));
  if (!fix) throw new Error(`No fix of ${file} is called ${title}.`);
  const result: Record<string, string> = {};
  for (const [name, text] of Object.entries(files)) {
    const own = fix.edits.filter(({ document }) => document.uri === `${ROOT}/${name}`);
    const edits = own.map(({ document, span, text: replacement }) => ({
      span: { start: document.start + span.start, end: document.start + span.end },
      text: replacement,
    }));
    if (fix.deletes?.uri !== `${ROOT}/${name}`) result[name] = applyEdits(text, edits);
  }
  return result;
}

const SOURCES = Object.fromEntries(
  ['trend', 'tass', 'azertac'].map((id) => [`${id}.yaml`, `kind: source\nid: ${id}\npublisher: ${id}\n`]),
);
const GABALA = `# The twelfth.
kind: summit
id: gabala
name: Gabala summit of the OTS
organization: ots
body: ots-chs
status: held
date: "2025-10-07" # Tuesday
place: { city: Gabala, state: AZE }
host: AZE
participants:
  - state: AZE
    role: member
citations:
  # In English.
  - { source: trend, supports: [date] }
note: One note.
`;
const QABALA = `kind: summit
id: qabala
name: "12th Summit: Qabala"
organization: ots
body: ots-chs
ordinal: 12
status: planned
date: 2025-10-07
place: { city: Qabala, state: AZE }
theme: >-
  Regional Peace
  and Security
participants:
  - { state: AZE, role: guest }
  - state: KAZ
    role: member
topics: [cybersecurity, energy]
former_ids: [qebele]
citations:
  - { source: "tass", locator: 'third, last' }
  - { source: trend, supports: [date] }
  - source: azertac
    quote: Leaders, and others
note: Another.
exceptions: [{ rule: uncited, reason: none }]
`;
const IDEA =
  'kind: proposal\nid: idea\ntitle: Idea\ntype: position\nparties: [{ state: KAZ }]\nmade_at: qabala # there\ndomains: []\nstatus: proposed\n';

const RESULT = GABALA.replace('status:', 'ordinal: 12\nstatus:')
  .replace('participants', 'theme: Regional Peace and Security\nparticipants')
  .replace(
    'citations:',
    '  - { state: KAZ, role: member }\ntopics: [cybersecurity, energy]\naliases:\n  - "12th Summit: Qabala"\nformer_ids: [qabala, qebele]\ncitations:',
  )
  .replace(
    'note:',
    "  - { source: \"tass\", locator: 'third, last' }\n  - { source: azertac, quote: 'Leaders, and others' }\nnote:",
  );

describe.each(lineEnds)('merging with %s', (_, convert) => {
  const texts = (files: Files) =>
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, convert(text)]));

  it('puts into one record what the other has more, keeps both citations, and brings all references along', () => {
    const files = texts({ ...SOURCES, 'gabala.yaml': GABALA, 'qabala.yaml': QABALA, 'idea.yaml': IDEA });
    const after = merged(files, 'qabala.yaml', /^Merge into `gabala`/);
    expect(after['gabala.yaml']).toBe(convert(RESULT.replace('"12th Summit: Qabala"', "'12th Summit: Qabala'")));
    expect(after['idea.yaml']).toBe(convert(IDEA.replace('qabala', 'gabala')));
    expect(after).not.toHaveProperty(['qabala.yaml']);
    expect(fixesIn(after, 'gabala.yaml')).toEqual([]);
  });

  it('can go either way, from either record', () => {
    const files = texts({ ...SOURCES, 'gabala.yaml': GABALA, 'qabala.yaml': QABALA });
    const there = merged(files, 'qabala.yaml', /^Merge `gabala` into this/);
    expect(there).toEqual(merged(files, 'gabala.yaml', /^Merge into `qabala`/));
    expect(there).not.toHaveProperty(['gabala.yaml']);
    expect(there['qabala.yaml']).toContain('former_ids: [qebele, gabala]');
    expect(there['qabala.yaml']).toContain('theme: >-');
    expect(there['qabala.yaml']).toContain('note: Another.');
  });

  it('takes a record out of a file that holds others', () => {
    const one =
      'kind: proposal\nid: ID\ntitle: TITLE\ntype: establish-body\nparties: [{ state: KAZ }]\naddressed_to: { organization: ots }\nmade_at: gabala\ndomains: [energy]\nstatus: proposed\ncitations: [{ source: SOURCE }]\n';
    const council = (id: string, title: string, source: string) =>
      one.replace('ID', id).replace('TITLE', title).replace('SOURCE', source);
    const files = texts({
      ...SOURCES,
      'gabala.yaml': GABALA,
      'ideas.yaml': `${council('a', 'Energy council', 'trend')}---\n${council('b', 'A council on energy', 'tass')}---\n${council('c', 'Water', 'tass')}`,
    });
    const after = merged(files, 'ideas.yaml', /^Merge into `a`/);
    const first = council('a', 'Energy council', 'trend')
      .replace('}]\n', '}, { source: tass }]\n')
      .replace('parties: [{ state: KAZ }, { source: tass }]', 'parties: [{ state: KAZ }]')
      .replace(
        'citations: [{ source: trend }]',
        'aliases: [A council on energy]\nformer_ids: [b]\ncitations: [{ source: trend }, { source: tass }]',
      );
    expect(after['ideas.yaml']).toBe(convert(`${first}---\n${council('c', 'Water', 'tass')}`));
  });
});

describe('merging', () => {
  const titles = (files: Files, file = 'qabala.yaml') => fixesIn(files, file).map(({ title }) => title);
  const pair = { 'gabala.yaml': GABALA, 'qabala.yaml': QABALA };

  it('writes what it takes over as it is written there, wherever that can stand on a line', () => {
    const more = 'theme: "Peace: and security"\nformat: regular\nlevel: \'heads-of-state\'\nmode: in-person # all\n';
    const other = QABALA.replace('ordinal: 12', 'ordinal: 0x0C').replace(/^theme:.*\n(?: .*\n)+/m, more);
    const after = merged({ ...pair, 'qabala.yaml': other }, 'qabala.yaml', /^Merge into `gabala`/)['gabala.yaml'];
    const lines = after!.split('\n').filter((line) => /^(?:theme|format|level|mode|ordinal):/.test(line));
    expect(lines.sort()).toEqual([
      'format: regular',
      "level: 'heads-of-state'",
      'mode: in-person',
      'ordinal: 0x0C',
      'theme: "Peace: and security"',
    ]);
  });

  it('writes anew what would mean nothing elsewhere, or something else', () => {
    const other = `${QABALA.replace(/^topics:.*\n/m, 'topics: [&e energy, *e]\n').replace('state: KAZ', 'state: &k KAZ')}chair: { state: *k }\n`;
    const after = merged({ ...pair, 'qabala.yaml': other }, 'qabala.yaml', /^Merge into `gabala`/)['gabala.yaml'];
    expect(after).toContain('\ntopics: [energy, energy]\n');
    expect(after).toContain('\nchair: { state: KAZ }\n');
    expect(after).toContain('  - { state: KAZ, role: member }\n');
  });

  it('is never done unseen', () => {
    expect(fixesIn(pair, 'qabala.yaml').map(({ certain }) => certain)).toEqual([undefined, undefined]);
  });

  it('is not offered where one of the records cannot be read from end to end', () => {
    expect(titles({ ...pair, 'gabala.yaml': `${GABALA}theme: "open\n` })).toEqual([]);
  });

  it('is no more offered once one of the records names the other', () => {
    const workspace = makeWorkspace(pair, rules);
    const [problem] = workspace.problemsOf(`${ROOT}/qabala.yaml`).filter(({ rule }) => RULES.includes(rule));
    expect(problem!.fixes()).toHaveLength(2);
    workspace.apply([{ uri: `${ROOT}/gabala.yaml`, text: `${GABALA}parent: qabala\n` }]);
    expect(problem!.fixes()).toEqual([]);
  });

  it('is not offered where a record is named by an id of blanks, either', () => {
    const blank = QABALA.replace('id: qabala', 'id: " "');
    const files = { 'gabala.yaml': `${GABALA}parent: " "\n`, 'blank.yaml': blank };
    expect(titles(files, 'gabala.yaml')).toEqual([]);
    expect(titles(files, 'blank.yaml')).toEqual([]);
    expect(titles({ ...files, 'gabala.yaml': GABALA }, 'gabala.yaml')).toHaveLength(2);
  });

  it.each([
    ['lists that are empty', 'topics:\naliases: []\n'],
    ['values of any sort', 'chair: [1, ~, { state: { a: [] } }]\nparticipants: [~, [], x, { state: [] }]\n'],
    ['anchors', 'topics: &t [energy]\nquotes: [*t, { text: *t }]\n'],
  ])('leaves text that can be read, whatever is there: %s', (_, lines) => {
    const keys = lines.match(/^\w+/gm)!;
    const odd = QABALA.replace(/^citations:\n(?: .*\n)+|^participants:\n(?: .*\n)+|^topics:.*\n/gm, (entry) =>
      keys.includes(/^\w+/.exec(entry)![0]) ? '' : entry,
    );
    const files = { ...pair, 'qabala.yaml': odd + lines };
    for (const title of [/^Merge into/, /^Merge `gabala`/]) {
      const after = merged(files, 'qabala.yaml', title);
      const workspace = makeWorkspace(after, rules);
      const problems = Object.keys(after).flatMap((name) => workspace.problemsOf(`${ROOT}/${name}`));
      expect(problems.filter(({ rule }) => rule === 'yaml-syntax')).toEqual([]);
    }
  });
});

describe('what merging takes over', () => {
  const BARE = GABALA.replace(/^(?:# .*\n|participants:\n(?: .*\n)+|citations:\n(?: .*\n)+|note:.*\n)/gm, '').replace(
    'id: gabala',
    'id: qabala',
  );
  /** The lines that a record has more after the other one has been merged into it. */
  const taken = (lines: string, into = GABALA) => {
    const files = { ...SOURCES, 'gabala.yaml': into, 'qabala.yaml': BARE + lines };
    const after = merged(files, 'qabala.yaml', /^Merge into `gabala`/)['gabala.yaml']!.split('\n');
    return after.filter((line) => line !== 'former_ids: [qabala]' && !into.split('\n').includes(line));
  };

  it.each([
    ['a text with a comma goes in quotes', 'theme: Peace, security\n', ["theme: 'Peace, security'"]],
    ['an entry of one key', 'participants:\n  - state: KAZ\n', ['  - { state: KAZ }']],
    [
      'a list within an entry',
      'citations:\n  - source: tass\n    supports: [date, place]\n',
      ['  - { source: tass, supports: [date, place] }'],
    ],
    [
      'yes and no, which need no quotes',
      'quotes:\n  - text: Words\n    source: tass\n    translated: true\n',
      ['quotes:', '  - { text: Words, source: tass, translated: true }'],
    ],
    ['plain names stand on one line', 'aliases: [Qebele, OTS 2025]\n', ['aliases: [Qebele, OTS 2025]']],
    ['others on lines of their own', 'aliases: [Саммит ОТГ]\n', ['aliases:', '  - Саммит ОТГ']],
    ['those that end plainly, too', 'aliases: [Саммит OTS]\n', ['aliases:', '  - Саммит OTS']],
    ['those that begin plainly, too', 'aliases: [OTS саммиті]\n', ['aliases:', '  - OTS саммиті']],
    ['one of two', 'aliases: [Qebele, Губа]\n', ['aliases:', '  - Qebele', '  - Губа']],
    ['nothing of a list that is empty', 'topics: []\n', []],
  ])('%s', (_, lines, result) => expect(taken(lines)).toEqual(result));

  it('fills a list that is empty', () => {
    expect(taken('topics: [energy, trade]\n', `${GABALA}topics: []\n`)).toEqual(['topics: [energy, trade]']);
  });

  it('keeps brackets where the whole record stands in braces', () => {
    const into =
      '{ kind: summit, id: gabala, name: Gabala summit of the OTS, organization: ots, body: ots-chs, status: held, date: 2025-10-07, host: AZE }\n';
    expect(taken('aliases: [Саммит ОТГ]\n', into)[0]).toContain(', aliases: [Саммит ОТГ], former_ids: [qabala] }');
  });

  it('what stands in braces without a value is nothing', () => {
    const bare = (id: string, more = '') =>
      `{ kind: summit, id: ${id}, name: OTS summit, organization: ots, body: ots-chs, status: held, date: 2025-10-07, host: AZE${more} }\n`;
    const files = { 'gabala.yaml': bare('gabala'), 'qabala.yaml': bare('qabala', ', theme') };
    const after = merged(files, 'qabala.yaml', /^Merge into `gabala`/)['gabala.yaml'];
    expect(after).toBe(bare('gabala', ', former_ids: [qabala]'));
  });

  it.each([
    ['on its line', 'theme:\n', 'theme: Peace\n', 'theme: Peace\n'],
    ['before a comment', 'theme:   # which?\n', 'theme: Peace\n', 'theme: Peace   # which?\n'],
    ['instead of a sign for nothing', 'theme: ~ # which?\n', 'theme: Peace\n', 'theme: Peace # which?\n'],
    ['instead of a word for nothing', 'theme: null\n', 'theme: Peace\n', 'theme: Peace\n'],
    ['as a list', 'topics:\n', 'topics: [energy, trade]\n', 'topics: [energy, trade]\n'],
    ['as a list of lines', 'aliases:\n', 'aliases: [Саммит ОТГ]\n', 'aliases:\n  - Саммит ОТГ\n'],
  ])('fills a key that has no value, %s', (_, empty, lines, result) => {
    const files = { ...SOURCES, 'gabala.yaml': GABALA + empty, 'qabala.yaml': BARE + lines };
    expect(merged(files, 'qabala.yaml', /^Merge into `gabala`/)['gabala.yaml']).toContain(`\n${result}`);
  });

  it.each([
    ['topics', ', topics: [energy], former_ids: [qabala] }'],
    ['topics:', ', topics: [energy], former_ids: [qabala] }'],
    ['topics: ~', ', topics: [energy], former_ids: [qabala] }'],
  ])('fills a key that has no value in braces: %s', (empty, result) => {
    const into = `{ kind: summit, id: gabala, name: Gabala summit of the OTS, organization: ots, body: ots-chs, status: held, date: 2025-10-07, host: AZE, ${empty} }\n`;
    expect(taken('topics: [energy]\n', into)[0]).toContain(result);
  });

  it.each([
    ['an anchor stands where the list would', 'topics: &t\n'],
    ['an anchor stands below the key', 'topics:\n  &t\n'],
    ['another name for a list stands there', 'aliases: &a [Gebele]\ntopics: *a\n'],
    ['no list stands there', 'topics: energy\n'],
    ['the key stands behind a question mark', '? topics\n'],
  ])('is not offered where it would lose something, as %s', (_, lines) => {
    const files = { ...SOURCES, 'gabala.yaml': GABALA + lines, 'qabala.yaml': `${BARE}topics: [trade]\n` };
    const titles = fixesIn(files, 'qabala.yaml').map(({ title }) => title);
    expect(titles.filter((title) => title.startsWith('Merge'))).toEqual([
      expect.stringMatching(/^Merge `gabala` into this/),
    ]);
  });

  it('nobody twice, who is named as a person here and for a state as well there', () => {
    const into = GABALA.replace('role: member\n', 'role: member\n  - { state: KAZ, person: tokayev }\n');
    expect(taken('participants: [{ person: tokayev, role: member }]\n', into)).toEqual([]);
  });

  it('a history as a whole, and none where there is one', () => {
    const idea = (id: string, lines: string) =>
      `kind: proposal\nid: ${id}\ntitle: Energy council\ntype: establish-body\nparties: [{ state: KAZ }]\naddressed_to: { organization: ots }\nmade_at: gabala\ndomains: [energy]\nstatus: proposed\n${lines}`;
    const steps = (date: string) => `history: [{ status: proposed, date: ${date} }]\n`;
    const into = (lines: string) => {
      const files = { 'gabala.yaml': GABALA, 'a.yaml': idea('a', lines), 'b.yaml': idea('b', steps('2025-10')) };
      return merged(files, 'b.yaml', /^Merge into `a`/)['a.yaml'];
    };
    expect(into('')).toContain('history:\n  - { status: proposed, date: 2025-10 }\n');
    expect(into('history:\n')).toContain('history:\n  - { status: proposed, date: 2025-10 }\n');
    expect(into(steps('2025-09'))).toContain(steps('2025-09'));
  });
});

describe('merging is offered', () => {
  const pair = { ...SOURCES, 'gabala.yaml': GABALA, 'qabala.yaml': QABALA };
  const OTHER = 'kind: summit\nid: astana\nname: Astana\norganization: ots\nstatus: held\ndate: 2024-11-06\n';
  /** The titles of what is offered for a record of which the problem is known, after something else has come. */
  const later = (file: string, text: string | undefined) => {
    const workspace = makeWorkspace(pair, rules);
    const [problem] = workspace.problemsOf(`${ROOT}/qabala.yaml`).filter(({ rule }) => RULES.includes(rule));
    workspace.apply([{ uri: `${ROOT}/${file}`, text }]);
    return problem!.fixes().map(({ title }) => title.replace(/,.*/, ''));
  };
  const BOTH = ['Merge into `gabala`', 'Merge `gabala` into this'];

  it.each([
    ['a record of another kind with one of the ids', 'g.yaml', 'kind: source\nid: gabala\npublisher: G\n'],
    ['a reference to a third', 'gabala.yaml', `${GABALA}parent: astana\n---\n${OTHER}`],
    ['a reference to another kind', 'gabala.yaml', GABALA.replace('source: trend', 'source: qabala')],
  ])('whatever else is there: %s', (_, file, text) => expect(later(file, text)).toEqual(BOTH));

  it.each([
    ['the other one is gone', 'gabala.yaml', undefined],
    ['the other one has another id', 'gabala.yaml', GABALA.replace('id: gabala', 'id: Gabala')],
    ['others have its id', 'g.yaml', GABALA],
    ['others have the id of this one', 'q.yaml', QABALA],
  ])('no more when %s', (_, file, text) => expect(later(file, text)).toEqual([]));

  it('into a record with an id that the registry has, and not the other way round', () => {
    const files = { ...pair, 'qabala.yaml': QABALA.replace('id: qabala', 'id: asean') };
    const titles = fixesIn(files, 'gabala.yaml').map(({ title }) => title.replace(/,.*/, ''));
    expect(titles).toEqual(['Merge into `asean`']);
  });

  it('for a record that names itself, in one file with the other', () => {
    const files = { ...SOURCES, 'both.yaml': `${GABALA}---\n${QABALA}parent: qabala\n` };
    expect(merged(files, 'both.yaml', /^Merge into `gabala`/)['both.yaml']).not.toContain('id: qabala');
  });
});
