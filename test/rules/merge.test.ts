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
    ['lists that are none', 'citations: text\ntopics: {}\n'],
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
