/** Thousands of records that share a name or an id: each is told of some of the others, for all of all would be the square. */
import { describe, expect, it } from 'vitest';
import { rules } from '../../server/rules/index.ts';
import { makeWorkspace, ROOT } from '../support/fixture.ts';

const MANY = 250;
const MOST = 100;
const URI = `${ROOT}/a.yaml`;

const numbered = (count: number, record: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => record(index)).join('---\n');
const cased = (index: number) =>
  [...index.toString(2).padStart(12, '0')].map((digit) => (digit === '1' ? 'a' : 'A')).join('');

/** Records that share something, by the rule that tells of it; more of them come later in the alphabet. */
const GROUPS: Readonly<Record<string, (count: number) => string>> = {
  'shared-alias': (count) =>
    numbered(
      count,
      (i) => `kind: organization\nid: o${i}\nname: Club\ntype: organization\nfounded: ${1900 + (i % 100)}\n`,
    ),
  'ambiguous-alias': (count) =>
    `${numbered(count, (i) => `kind: person\nid: p${i}\nname: Kim\n`)}---\nkind: proposal\nid: x\ntitle: X\nparties: [{ person: Kim }]\n`,
  'former-id-reference': (count) =>
    `${numbered(count, (i) => `kind: person\nid: p${i}\nname: N${i}\nformer_ids: [old]\n`)}---\nkind: proposal\nid: x\ntitle: X\nparties: [{ person: old }]\n`,
  'reused-id': (count) =>
    `${numbered(count, (i) => `kind: person\nid: p${i}\nname: N${i}\nformer_ids: [old]\n`)}---\nkind: person\nid: old\nname: O\n`,
  'duplicate-id': (count) => numbered(count, (i) => `kind: person\nid: ${cased(i)}\nname: N${i}\n`),
};

const told = (text: string) =>
  makeWorkspace({ 'a.yaml': text }, rules)
    .problemsOf(URI)
    .map(({ rule, span, document, message, related }) => ({ rule, at: document.start + span.start, message, related }));

describe.each(Object.entries(GROUPS))('what %s tells in a large group', (rule, group) => {
  it('is the same for all, and bounded for each', () => {
    const [few, many] = [MOST / 2, MANY].map((count) => told(group(count)).filter((problem) => problem.rule === rule));
    expect(few!.length).toBeGreaterThan(0);
    expect(Math.min(...few!.map(({ related }) => related.length))).toBeGreaterThanOrEqual(MOST / 2 - 1);
    expect(many!.length - few!.length).toBe(few!.length === 1 ? 0 : MANY - MOST / 2);
    expect(Math.max(...many!.map(({ related }) => related.length))).toBeLessThanOrEqual(MOST);
  });

  it('is what a fresh start would tell after members have come and gone', () => {
    const workspace = makeWorkspace({ 'a.yaml': group(MANY) }, rules);
    const texts = [`kind: person\nid: aaa\nname: Kim\n---\n${group(MANY)}`, group(MANY - 1), group(3), group(MANY)];
    for (const text of texts) {
      workspace.apply([{ uri: URI, text }]);
      workspace.check();
      const now = workspace.problemsOf(URI).map(({ rule, span, document, message, related }) => ({
        rule,
        at: document.start + span.start,
        message,
        related,
      }));
      expect(now).toEqual(told(text));
    }
  });
});

/** What sets the meetings of a crowd apart, and what they share. */
const CROWDS: Readonly<Record<string, string>> = {
  'with nothing but a host': '',
  'in one place': 'place: { city: Gabala, state: AZE }\n',
  'of one level': 'level: ministers\n',
  'of one body': 'body: ots-chs\nlevel: heads-of-state\nplace: { city: Gabala, state: AZE }\n',
};

const NAMES = ['transport', 'energy', 'culture', 'tourism', 'health', 'youth', 'water', 'trade', 'space', 'finance'];

function meeting(index: number, day: string, more: string, host = 'AZE'): string {
  const name = `Talks on ${NAMES[index % 10]}, between north${index} and south${index}`;
  return `kind: summit\nid: s${index}\nname: ${name}\norganization: ots\nstatus: held\ndate: ${day}\nhost: ${host}\n${more}`;
}

const fileOf = (index: number) => `s${index}.yaml`;

/** Each meeting in a file of its own. */
const crowd = (count: number, more: string, dayOf: (index: number) => string): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [fileOf(i), meeting(i, dayOf(i), more)]));

const crowdedDay = (index: number) => `2025-10-0${1 + (index % 3)}`;
const two = (number: number) => String(number).padStart(2, '0');
const dayApart = (i: number) =>
  `${2000 + Math.floor(i / 336)}-${two(1 + (Math.floor(i / 28) % 12))}-${two(1 + (i % 28))}`;

/** The milliseconds of processor time that something takes. */
function timeOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The smallest of some tries: machines have other things to do. */
const leastOf = (work: () => number, tries = 3) => Math.min(...Array.from({ length: tries }, work));

describe.each(Object.entries(CROWDS))('meetings of one organization on a few days, %s', (_, more) => {
  const COUNT = 1500;

  it('take little longer to check than as many on days of their own', () => {
    const check = (files: Record<string, string>) => timeOf(() => void makeWorkspace(files, rules));
    const [crowded, apart] = [crowd(COUNT, more, crowdedDay), crowd(COUNT, more, dayApart)];
    check(apart);
    expect(leastOf(() => check(crowded)) / leastOf(() => check(apart))).toBeLessThan(3);
  });

  it('are not all checked again for a wrong host in one of them, which is told', () => {
    const files = crowd(COUNT, more, crowdedDay);
    const workspace = makeWorkspace(files, rules);
    const first = leastOf(() => timeOf(() => void makeWorkspace(files, rules)));
    const type = (host: string) => {
      workspace.apply([{ uri: `${ROOT}/${fileOf(7)}`, text: meeting(7, crowdedDay(7), more, host) }]);
      workspace.check();
    };
    // So short that a collection of garbage in other threads would be most of it.
    const keystroke = leastOf(() => {
      type('AZE');
      return timeOf(() => type('JPN'));
    }, 20);
    const hosts = workspace.problemsOf(`${ROOT}/${fileOf(7)}`).filter(({ rule }) => rule === 'host-not-member');
    expect(hosts).toHaveLength(1);
    expect(keystroke).toBeLessThan(first / 10);
  });
});

describe('twins in a crowd of meetings', () => {
  const COUNT = 450;
  const PLACE = 'place: { city: Gabala, state: AZE }\n';
  const twinsIn = (workspace: ReturnType<typeof makeWorkspace>, files: Readonly<Record<string, string>>) =>
    Object.keys(files).flatMap((name) =>
      workspace
        .problemsOf(`${ROOT}/${name}`)
        .filter(({ rule }) => rule === 'duplicate-summit')
        .map(({ related }) => [name, related]),
    );

  it('are those of a fresh start after any edits, also when a state or a body is another', () => {
    const files = crowd(COUNT, '', crowdedDay);
    const workspace = makeWorkspace(files, rules);
    const write = (name: string, text: string) => {
      files[name] = text;
      workspace.apply([{ uri: `${ROOT}/${name}`, text }]);
      workspace.check();
      const told = twinsIn(workspace, files);
      expect(told).toEqual(twinsIn(makeWorkspace(files, rules), files));
      return told.length;
    };
    const asOther = (index: number, as: number, day = crowdedDay(as)) =>
      meeting(as, day, '').replace(`id: s${as}`, `id: s${index}`);
    const counts = [
      write(fileOf(300), asOther(300, 240)),
      write(fileOf(240), meeting(240, '2025-10', '')),
      write(fileOf(240), meeting(240, crowdedDay(240), '')),
      write(fileOf(10), asOther(10, 240)),
      // Another with this id, so that nobody knows which is meant; while it is there something else changes before it.
      write('second.yaml', asOther(240, 20)),
      write(fileOf(210), asOther(210, 240)),
      write('second.yaml', ''),
      write(fileOf(200), meeting(200, crowdedDay(200), PLACE)),
      write(
        fileOf(206),
        meeting(206, crowdedDay(206), PLACE.replace('Gabala', 'Old Town'))
          .replace('north206', 'north200')
          .replace('south206', 'south200')
          .replace(NAMES[6]!, NAMES[0]!),
      ),
      write(
        'azerbaijan.yaml',
        'kind: state\nid: AZE\nname: Azerbaijan\ncities: [{ name: Gabala, aliases: [Old Town] }]\n',
      ),
      write(
        'council.yaml',
        `kind: organization\nid: ots\nname: ${NAMES.join(' ')}\naliases: [${NAMES.join(', ')}, talks]\ntype: organization\n`,
      ),
    ];
    expect(counts).toEqual([2, 0, 2, 3, 2, 3, 4, 4, 4, 6, 6]);
  });
});
