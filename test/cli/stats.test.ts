/** `stats` as a process: what it counts in a dataset, whatever state that is in. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../sources/folder.ts';
import { run, useCli } from './support.ts';

useCli();

const EURASIA = join(import.meta.dirname, '../../samples/eurasia');

const stats = (args: readonly string[], cwd?: string) => run(['stats', ...args], cwd === undefined ? {} : { cwd });

const numbers = async (cwd: string, args: readonly string[] = []) =>
  JSON.parse((await stats(['--format', 'json', '--today', '2025-10-31', ...args], cwd)).stdout);

const MANIFEST = 'dataset: Caspian talks\n';

const SUMMIT = (year: number, more = '') =>
  `kind: summit\nid: eco-${year}\nname: Summit of ${year}\norganization: eco\nstatus: held\ndate: ${year}-05-01\n${more}`;

/** Three meetings of ECO, a person and a proposal with two mistakes. */
const talks = () =>
  makeFolder({
    'initiatives.yaml': MANIFEST,
    'summits.yaml': [2021, 2023].map((year) => SUMMIT(year)).join('---\n'),
    'summits/eco-2024.yaml': SUMMIT(2024, 'host: IRN\ntopics: [energy, water]\nparent: eco-2023\n'),
    'persons/a-b.yaml': 'kind: person\nid: a-b\nname: 東京都知事\n',
    'proposals/p.yaml':
      'kind: proposal\nid: p\ntitle: 水\ntype: hold-event\nparties: [{ person: a-b }, { person: a-c }]\ndomains: [energy]\nstatus: offered\n',
    'readme.yaml': 'notes: of our own\n',
  });

describe('stats', () => {
  it('counts files, records, references and problems', async () => {
    const found = await numbers(talks());
    expect(found).toMatchObject({
      dataset: 'Caspian talks',
      today: '2025-10-31',
      files: { read: 6, unread: 0, withoutRecords: 1 },
      records: 5,
      kinds: [
        { value: 'summit', records: 3 },
        { value: 'person', records: 1 },
        { value: 'proposal', records: 1 },
      ],
      years: [
        { year: 2021, records: 1 },
        { year: 2023, records: 1 },
        { year: 2024, records: 1 },
      ],
      undated: 2,
      references: { all: 7, within: 2, toRegistry: 4, unknown: 1 },
      problems: { error: 2 },
    });
    expect(found.rules).toContainEqual({ rule: 'unknown-reference', problems: 1 });
    expect(found.named.organization).toEqual([{ id: 'eco', name: 'Economic Cooperation Organization', records: 3 }]);
  });

  it('counts a record in the year that its date is written with, and not in one that it aims at', async () => {
    const folder = makeFolder({
      'a.yaml': SUMMIT(2021).replace('2021-05-01', '2025-24'),
      'b.yaml': SUMMIT(2022).replace('2022-05-01', '../2023-12-31'),
      'c.yaml': 'kind: proposal\nid: c\ntitle: Centre\nstatus: proposed\ntarget: { date: 2031 }\n',
      'd.yaml': SUMMIT(2023).replace('2023-05-01', '202X'),
    });
    const { years, undated } = await numbers(folder, ['--no-check']);
    expect(years).toEqual([
      { year: 2023, records: 1 },
      { year: 2025, records: 1 },
    ]);
    expect(undated).toBe(2);
  });

  it('counts the values of every choice in the order of the model, and those that the model does not have', async () => {
    const { choices } = await numbers(talks());
    expect(choices).toContainEqual({
      kind: 'summit',
      field: 'topics',
      several: true,
      counts: [
        { value: 'energy', records: 1 },
        { value: 'water', records: 1 },
      ],
    });
    expect(choices).toContainEqual({
      kind: 'proposal',
      field: 'status',
      several: false,
      counts: [{ value: 'offered', records: 1 }],
    });
  });

  it('shows the same as tables whose columns line up in any script', async () => {
    const { code, stdout, stderr } = await stats(['--today', '2025-10-31'], talks());
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Caspian talks\n\., as of 2025-10-31\n/);
    expect(stdout).toContain('Records by kind\n  summit    3  ████████████████████████\n  person    1  ████████\n');
    expect(stdout).toContain('  2022  0\n  2023  1');
    expect(stdout).toContain('    status  held 3\n');
    const wide = makeFolder({
      'a.yaml': 'kind: person\nid: a\nname: A\noffices: [{ title: 都, state: Астана }, { title: x, state: 東京 }]\n',
    });
    const rows = /Longest texts\n((?: .*\n)+)/
      .exec((await stats([], wide)).stdout)![1]!
      .trimEnd()
      .split('\n');
    const starts = rows.map((row) => stringWidth(row.slice(0, row.search(/\S+$/))));
    expect(new Set(starts).size).toBe(1);
  });

  it('names the longest texts, as many as are asked for, of one length in the order of the files', async () => {
    const notes = [3, 9, 5, 9, 1, 7, 9].map(
      (length, index) => `kind: person\nid: p-${index}\nname: ${'n'.repeat(length)}\n`,
    );
    const folder = makeFolder({ 'a.yaml': notes.join('---\n') });
    const named = async (top: number) => {
      const { texts } = await numbers(folder, ['--no-check', '--top', String(top)]);
      return texts.longest.map(({ id, characters }: { id: string; characters: number }) => `${id} ${characters}`);
    };
    expect(await named(0)).toEqual([]);
    expect(await named(1)).toEqual(['p-1 9']);
    expect(await named(4)).toEqual(['p-1 9', 'p-3 9', 'p-6 9', 'p-5 7']);
    expect(await stats(['--top', '0', '--no-check'], folder)).toMatchObject({ code: 0, stderr: '' });
  });

  it('shows as many rows of a long table as asked for', async () => {
    const few = await stats(['--top', '2', '--no-check'], EURASIA);
    expect(few.stdout).toMatch(/Proposals by domains\n.*\n.*\n {2}and \d+ others\n\n/);
    const all = await stats(['--top', '100', '--no-check'], EURASIA);
    expect(all.stdout).not.toContain('others\n');
  });

  it('keeps to lines that a terminal can show, and colours none of them in a file', async () => {
    const { stdout } = await stats([], EURASIA);
    expect(Math.max(...stdout.split('\n').map((line) => stringWidth(line)))).toBeLessThanOrEqual(100);
    expect(stdout).not.toContain('\u001b');
  });

  it('agrees with itself on the sample dataset', async () => {
    const found = await numbers(EURASIA);
    const files = readdirSync(EURASIA, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));
    const sum = (counts: readonly { records: number }[]) => counts.reduce((all, { records }) => all + records, 0);
    expect(found.files).toEqual({ read: files.length, unread: 0, withoutRecords: 0 });
    expect(found.records).toBe(files.length - 1);
    expect(sum(found.kinds)).toBe(found.records);
    expect(sum(found.years) + found.undated).toBe(found.records);
    expect(found.references.unknown).toBe(0);
    expect(found.problems).toEqual({ error: 0, warning: 0, info: 0, hint: 0 });
  });

  it('gives the same numbers with other line ends', async () => {
    const unix = makeFolder({ 'a.yaml': SUMMIT(2024, 'note: |\n  Two\n  lines\n') });
    const windows = makeFolder({ 'a.yaml': SUMMIT(2024, 'note: |\n  Two\n  lines\n').replace(/\n/g, '\r\n') });
    expect(await numbers(windows)).toEqual(await numbers(unix));
  });

  it('counts no problems when told not to check', async () => {
    const found = await numbers(talks(), ['--no-check']);
    expect(found.records).toBe(5);
    expect(found).not.toHaveProperty('problems');
  });

  it('counts what can be read of broken texts and strange values', async () => {
    const folder = makeFolder({
      'a.yaml': 'kind: person\nid: a\nname: "A\n',
      'b.yaml': 'kind: proposal\nid: b\nstatus: __proto__\ntype: [1, 2]\ndomains: { energy: true }\n',
      'c.yaml': 'kind: summit\nid: 7\ndate: [[]]\norganization: 3\n',
      'd.yaml': '',
    });
    const found = await numbers(folder);
    expect(found.records).toBe(3);
    expect(found.choices).toEqual([
      { kind: 'proposal', field: 'status', several: false, counts: [{ value: '__proto__', records: 1 }] },
    ]);
    expect((await stats([], folder)).code).toBe(0);
  });

  it('keeps control characters of a title from the terminal', async () => {
    const folder = makeFolder({ 'initiatives.yaml': 'dataset: "a \\e[31m b"\n' });
    expect((await stats([], folder)).stdout).not.toContain('\u001b');
  });

  it('tells of a file that is not UTF-8, counts the others, and ends with 1', async () => {
    const folder = makeFolder({ 'a.yaml': SUMMIT(2024), 'b.yaml': new Uint8Array([0x6b, 0xff, 0xfe, 0x0a]) });
    const { code, stdout, stderr } = await stats(['--format', 'json'], folder);
    expect(code).toBe(1);
    expect(stderr).toContain('b.yaml');
    expect(JSON.parse(stdout)).toMatchObject({ files: { read: 1, unread: 1 }, records: 1 });
  });

  it('counts nothing in a dataset that has only begun', async () => {
    const { code, stdout } = await stats([], makeFolder({ 'initiatives.yaml': MANIFEST }));
    expect(code).toBe(0);
    expect(stdout).toContain('  Records             0\n');
  });

  it.each([
    ['a folder that there is not', ['none'], 2, /There is no file or folder none/],
    ['a folder without YAML', ['.'], 1, /none ends in \.yaml or \.yml/],
    ['a number that is none', ['--top', 'x'], 2, /whole number/],
    ['a format that there is not', ['--format', 'xml'], 2, /pretty, json/],
  ])('says in a line what is wrong with %s', async (_, args, expected, sentence) => {
    const { code, stdout, stderr } = await stats(args, makeFolder({}));
    expect({ code, stdout }).toEqual({ code: expected, stdout: '' });
    expect(stderr).toMatch(sentence);
  });
});
