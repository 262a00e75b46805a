/** `new` as a process: the record it begins, where it puts it, and that it writes nothing where something is wrong. */
import { chmodSync, existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { kinds, schemaOf } from '../../server/dataset/schema.ts';
import { isRoot, makeFolder } from '../sources/folder.ts';
import { run, useCli } from './support.ts';

useCli();

const begin = (args: readonly string[], cwd: string) => run(['new', ...args, '--today', '2025-10-31'], { cwd });

const MANIFEST = 'dataset: Talks\n';
const GABALA = 'kind: summit\nid: ots-summit-2025-gabala\nname: G\norganization: ots\nstatus: held\ndate: 2025-10-07\n';

const talks = (more: Record<string, string> = {}) => makeFolder({ 'initiatives.yaml': MANIFEST, ...more });

const filesOf = (folder: string) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();

/** What a command prints for a record that it does not write. */
const printed = async (args: readonly string[], cwd = talks()) => {
  const { code, stdout, stderr } = await begin([...args, '--print'], cwd);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
};

describe('new', () => {
  it('writes a record, named by the habit of its kind, into the folder of its kind', async () => {
    const folder = talks();
    const args = ['--organization', 'ots', '--date', '2025-10-07', '--set', 'place.city=Gabala'];
    const { code, stdout, stderr } = await begin(['summit', ...args, '--status', 'held', '--name', 'The 12th'], folder);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('summits/ots-summit-2025-gabala.yaml is there. Nothing that it needs is left to fill in.');
    expect(stdout).toContain('1:1  warning');
    expect(readFileSync(join(folder, 'summits/ots-summit-2025-gabala.yaml'), 'utf8')).toBe(
      'kind: summit\nid: ots-summit-2025-gabala\nname: The 12th\norganization: ots\nstatus: held\ndate: 2025-10-07\nplace: { city: Gabala }\n',
    );
  });

  it('marks what is left to fill in, and says what it is', async () => {
    const folder = talks();
    const { stdout } = await begin(['summit', '--organization', 'sco', '--date', '2026'], folder);
    expect(stdout).toContain('2 things to fill in, marked TODO: name, status.');
    const text = readFileSync(join(folder, 'summits/sco-summit-2026.yaml'), 'utf8');
    expect(text).toContain('\nstatus: planned  # TODO: planned | confirmed | held | postponed | cancelled\n');
    expect(text).toContain('  # TODO: What the meeting is called.\n');
    expect((await run(['check', '--format', 'json'], { cwd: folder })).code).toBe(0);
  });

  it.each(kinds)('begins a %s of which a check says no error', async (kind) => {
    const folder = talks();
    const id = kind === 'state' ? ['--id', 'XAA'] : [];
    const { code, stderr } = await begin([kind, ...id], folder);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const own = schemaOf(kind).folder!;
    expect(readdirSync(join(folder, own))).toHaveLength(1);
    const { code: checked, stdout } = await run(['check', '--today', '2025-10-31', '--quiet'], { cwd: folder });
    expect({ checked, stdout }).toEqual({ checked: 0, stdout: expect.any(String) });
  });

  it.each([
    [
      'a chair',
      ['chairmanship', '--organization', 'ots', '--state', 'KAZ', '--from', '2028-01-01'],
      'ots-chair-2028-kaz',
    ],
    ['a person in another script', ['person', '--name', 'Садыр Жапаров'], 'sadyr-zhaparov'],
    [
      'a proposal',
      [
        'proposal',
        '--title',
        'Water council',
        '--set',
        'parties.0.state=KAZ',
        '--set',
        'addressed_to.organization=ots',
        '--date',
        '2025',
      ],
      'kaz-ots-water-council-2025',
    ],
    ['nothing said', ['document'], 'document'],
    [
      'a source after publisher, day, and the number in its address',
      ['source', '--publisher', 'TASS', '--published', '2025-01-01T10:30', '--url', 'https://tass.com/world/1894861'],
      'tass-2025-01-01-1894861',
    ],
    [
      'a source whose address has no number but that of a year',
      ['source', '--publisher', 'Астана Таймс', '--published', '2025-10-07', '--url', 'https://at.com/2025/10/news'],
      'astana-taims-2025-10-07',
    ],
    ['a source of which no more is known than its title', ['source', '--title', 'A day in Gabala'], 'a-day-in-gabala'],
  ])('names %s', async (_, args, id) => {
    expect(parse(await printed(args)).id).toBe(id);
  });

  it('asks for a better id where there is nothing to make one of', async () => {
    expect(await printed(['document'])).toContain('\nid: document  # TODO: ');
  });

  it('takes what an id tells of the record', async () => {
    const text = await printed(['chairmanship', '--id', 'csto-chair-2027-kgz', '--from', '2027-01-01']);
    expect(text).toContain('\norganization: csto\nstate: KGZ\nfrom: 2027-01-01\n');
    expect(text).not.toContain('TODO');
  });

  it('takes values of any shape: lists, maps, YAML, names for ids, numbers, long dates', async () => {
    // biome-ignore format: an option and its value a line.
    const text = await printed([
      'summit',
      '--name', "Talks: 'on' #water",
      '--organization', 'Turkic Council',
      '--set', 'date.value=2025-10',
      '--set', 'date.text=in October',
      '--ordinal', '12',
      '--status', 'held',
      '--topics', 'water, energy',
      '--set', 'topics=culture',
      '--participants', '[{ state: Kazakhstan, role: member }]',
      '--set', 'participants[1].state=KGZ',
      '--set', 'place.city=Ош',
      '--aliases', 'one, two',
      '--former-ids', 'old-one',
      '--note', 'line one\nline "two" \u001b \u{1f1f0}',
    ]);
    expect(parse(text)).toEqual({
      kind: 'summit',
      id: 'ots-summit-2025-osh',
      name: "Talks: 'on' #water",
      organization: 'ots',
      ordinal: 12,
      status: 'held',
      date: { value: '2025-10', text: 'in October' },
      topics: ['water', 'energy', 'culture'],
      participants: [{ state: 'KAZ', role: 'member' }, { state: 'KGZ' }],
      place: { city: 'Ош' },
      aliases: ['one, two'],
      former_ids: ['old-one'],
      note: 'line one\nline "two" \u001b \u{1f1f0}',
    });
    expect(text).not.toContain('\u001b');
    const order = Object.keys(parse(text));
    expect(order).toEqual([...schemaOf('summit').properties.keys()].filter((name) => order.includes(name)));
  });

  it('fills in what a map within needs', async () => {
    const text = await printed(['proposal', '--set', 'parties.0.role=proposer']);
    expect(text).toMatch(/parties:\n {2}- state: \w+ {2}# TODO: id of a state\n {4}role: proposer\n/);
  });

  it('puts the file where the dataset keeps its others, with their ending and their line ends', async () => {
    const crlf = (id: string) => GABALA.replace('ots-summit-2025-gabala', id).replace(/\n/g, '\r\n');
    const folder = makeFolder({ 'data/meetings/a.yml': crlf('a'), 'data/meetings/b.yml': crlf('b') });
    const { stdout } = await begin(['summit', '--organization', 'ots', '--date', '2024', '--quiet'], folder);
    expect(stdout).toBe('data/meetings/ots-summit-2024.yml\n');
    const text = readFileSync(join(folder, 'data/meetings/ots-summit-2024.yml'), 'utf8');
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
  });

  it('finds the dataset from a folder within it, and from elsewhere', async () => {
    const folder = talks({ 'summits/a.yaml': GABALA.replace('ots-summit-2025-gabala', 'a') });
    const within = await begin(['person', '--name', 'A B', '--quiet'], join(folder, 'summits'));
    expect(within.stdout).toBe('../persons/a-b.yaml\n');
    const outside = await begin(['person', '--name', 'C D', '--folder', folder, '--quiet'], makeFolder({}));
    expect(outside.code).toBe(0);
    expect(filesOf(join(folder, 'persons'))).toEqual(['a-b.yaml', 'c-d.yaml']);
  });

  it('begins in an empty folder', async () => {
    const folder = makeFolder({});
    expect((await begin(['person', '--name', 'A B'], folder)).code).toBe(0);
    expect(filesOf(folder)).toEqual(['persons', 'persons/a-b.yaml']);
  });

  it('has an option for every field of a kind, with the word of the schema on it', async () => {
    const { code, stdout } = await run(['new', 'proposal', '--help']);
    expect(code).toBe(0);
    for (const name of schemaOf('proposal').properties.keys()) {
      if (name !== 'kind') expect(stdout).toContain(`--${name.replaceAll('_', '-')}`);
    }
    expect(await printed(['proposal', '--made_at', 'ots-summit-2025-gabala'])).toContain(
      'made_at: ots-summit-2025-gabala',
    );
    expect(await printed(['proposal', '--made-at', 'ots-summit-2025-gabala'])).toContain(
      'made_at: ots-summit-2025-gabala',
    );
  });

  it('lets a record take the place of one that the registry ships', async () => {
    expect(await printed(['organization', '--id', 'ots'])).toContain('id: ots\n');
  });

  it('says of an id that is taken which one is free, and writes nothing', async () => {
    const folder = talks({ 'summits/ots-summit-2025-gabala.yaml': GABALA });
    const before = filesOf(folder);
    const { code, stdout, stderr } = await begin(
      ['summit', '--organization', 'ots', '--date', '2025', '--set', 'place.city=Gabala'],
      folder,
    );
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('summits/ots-summit-2025-gabala.yaml has the id ots-summit-2025-gabala already');
    expect(stderr).toContain('--id ots-summit-2025-gabala-2.');
    expect(filesOf(folder)).toEqual(before);
  });

  it('says so of an id that a record had before', async () => {
    const folder = talks({ 'a.yaml': 'kind: person\nid: a\nname: A\nformer_ids: [b]\n' });
    const { code, stderr } = await begin(['person', '--id', 'b'], folder);
    expect(code).toBe(2);
    expect(stderr).toContain('had the id b already');
  });

  it('writes over no file, not even one that is no record or a link that leads nowhere', async () => {
    const folder = talks({ 'persons/a.yaml': 'notes: mine\n' });
    symlinkSync('nowhere', join(folder, 'persons/c.yaml'));
    for (const id of ['a', 'c']) {
      const { code, stderr } = await begin(['person', '--id', id], folder);
      expect(code).toBe(2);
      expect(stderr).toContain(`persons/${id}.yaml is there already.`);
    }
    expect(readFileSync(join(folder, 'persons/a.yaml'), 'utf8')).toBe('notes: mine\n');
  });

  it('writes no file that the manifest would not take for a record', async () => {
    const folder = makeFolder({ 'initiatives.yaml': 'dataset: T\nrecords: summits/*.yaml\n' });
    const { code, stderr } = await begin(['person', '--id', 'a'], folder);
    expect(code).toBe(2);
    expect(stderr).toContain('leaves it out');
    expect(existsSync(join(folder, 'persons'))).toBe(false);
  });

  it.each([
    ['options without a kind', ['--name', 'A'], 'Say what to begin.'],
    ['no kind', [], 'Say what to begin. There are chairmanship,'],
    ['a kind that there is not', ['sumit'], 'Did you mean summit?'],
    ['an option that there is not', ['summit', '--organisation', 'ots'], 'Did you mean --organization?'],
    ['a field that there is not', ['summit', '--set', 'place.town=Osh'], 'place has no property town. It has city,'],
    ['a field of a text', ['summit', '--set', 'host.city=Osh'], 'host has no properties'],
    ['a field from every object', ['summit', '--set', '__proto__.x=1'], 'summit has no property __proto__.'],
    ['a path without a value', ['summit', '--set', 'place.city'], 'place.city=Gabala'],
    ['a value that is not in the list', ['summit', '--mode', 'onlin'], 'Use online,'],
    ['a number that is none', ['summit', '--ordinal', 'twelve'], 'ordinal must be a whole number.'],
    ['a number that is too small', ['summit', '--ordinal', '0'], 'Nothing is written.'],
    ['a date that does not exist', ['summit', '--date', '2025-02-30'], 'February 2025 has 28 days.'],
    ['a date as people write it', ['summit', '--date', '7 Oct 2025'], 'write `2025-10-07`'],
    ['an id with blanks', ['summit', '--id', 'My Summit'], 'lower-case letters'],
    ['a state without an id', ['state', '--name', 'A'], '--id'],
    ['a name that two records have', ['summit', '--organization', 'Secretariat!'], 'there is no organization'],
    ['YAML that is none', ['summit', '--place', '{ city: '], 'not YAML'],
    ['a text where a map belongs', ['summit', '--place', 'Osh'], '--set place.city=…'],
    [
      'an entry far down a list',
      ['summit', '--set', 'participants.3.state=KAZ'],
      'the next entry of that list is number 0',
    ],
    ['an entry beyond all lists', ['summit', '--set', 'participants.99999999.state=KAZ'], 'no list is as long'],
    ['a folder that there is not', ['summit', '--folder', 'none'], 'There is no file or folder none.'],
    ['a file for the dataset', ['summit', '--folder', 'initiatives.yaml'], 'name the dataset'],
  ])('ends with 2 on %s, and writes nothing', async (_, args, sentence) => {
    const folder = talks();
    const { code, stdout, stderr } = await begin(args, folder);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(sentence);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(filesOf(folder)).toEqual(['initiatives.yaml']);
  });

  it('ends with 1 where it cannot write, and leaves nothing behind', async () => {
    const folder = talks({ persons: 'a file where a folder should be\n' });
    const { code, stdout, stderr } = await begin(['person', '--id', 'a'], folder);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^persons\/a\.yaml could not be written: .*\.\n$/);
    expect(filesOf(folder)).toEqual(['initiatives.yaml', 'persons']);
  });

  it.skipIf(isRoot)('ends with 1 in a folder that is not its own', async () => {
    const folder = talks();
    chmodSync(folder, 0o555);
    const { code, stderr } = await begin(['person', '--id', 'a'], folder);
    chmodSync(folder, 0o755);
    expect(code).toBe(1);
    expect(stderr).toContain('permission denied');
  });
});
