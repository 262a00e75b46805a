/** `timeline` as a process: what it writes, what it says, and that it writes nothing where something is wrong. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SavedPage } from '../../client/timeline/drawing/picture/saved-page.ts';
import { isRoot, makeFolder } from '../sources/folder.ts';
import { type RunOptions, run, useCli } from './support.ts';

useCli();

const EURASIA = join(import.meta.dirname, '../../samples/eurasia');

interface Summit {
  id?: string;
  name?: string;
  date?: string;
  organization?: string;
  status?: string;
}

const summit = ({
  id = 'a',
  name = 'A summit',
  date = "'2025-10-07'",
  organization = 'ots',
  status = 'held',
}: Summit = {}) =>
  `kind: summit\nid: ${id}\nname: ${JSON.stringify(name)}\norganization: ${organization}\nstatus: ${status}\ndate: ${date}\n`;

const MANIFEST = "dataset: Eurasian talks\ntoday: '2025-10-31'\n";

/** A dataset of a few summits in two organizations. */
const talks = () =>
  makeFolder({
    'initiatives.yaml': MANIFEST,
    'ots.yaml': [2023, 2024, 2025]
      .map((year) => summit({ id: `ots-${year}`, name: `Turkic summit ${year}`, date: `'${year}-10-07'` }))
      .join('---\n'),
    'sco.yaml': summit({ id: 'sco-2025', name: 'Summit in Tianjin', date: "'2025-09-01'", organization: 'sco' }),
    'plan.yaml': summit({
      id: 'sco-2026',
      name: 'Summit in Bishkek',
      date: '2026',
      organization: 'sco',
      status: 'planned',
    }),
  });

const timeline = (args: readonly string[], options: RunOptions) => run(['timeline', ...args], options);

/** What a saved page holds. */
function dataOf(page: string): SavedPage {
  return JSON.parse(/<script type="application\/json"[^>]*>(.*?)<\/script>/s.exec(page)?.[1] ?? 'null') as SavedPage;
}

const textsOf = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
const read = (cwd: string, name: string) => readFileSync(join(cwd, name), 'utf8');

describe('a web page', () => {
  it('is the whole dataset in one file, which says nothing of the machine', async () => {
    const cwd = talks();
    const { code, stdout, stderr } = await timeline(['-o', 'timeline.html'], { cwd });
    expect([code, stdout, stderr]).toEqual([0, 'timeline.html: 5 events in 2 lanes.\n', '']);
    const page = read(cwd, 'timeline.html');
    expect(page).toMatch(/^<!DOCTYPE html>.*<title>Eurasian talks – Timeline<\/title>.*<\/html>\n$/s);
    expect(page).not.toContain(cwd);
    const { update, details, state } = dataOf(page);
    expect(update).toMatchObject({ whole: true, title: 'Eurasian talks', today: '2025-10-31', broken: [] });
    expect(update.events.map(({ id, location }) => [id, location.uri])).toContainEqual(['ots-2024', 'ots.yaml']);
    expect(Object.keys(details)).toContain('summit/sco-2025');
    expect(state).toMatchObject({ dimension: 'organization', dataset: update.dataset });
  });

  it('opens with the lanes, the filter and the time that were asked for, and still holds all', async () => {
    const cwd = talks();
    const asked = ['--lanes', 'state', '--organization', 'ots', '--organization', 'sco', '--search', 'summit'];
    const { code } = await timeline(['-o', 'a.htm', ...asked, '--from', '2024', '--to', '2025-10'], { cwd });
    expect(code).toBe(0);
    const { update, state } = dataOf(read(cwd, 'a.htm'));
    expect(update.events).toHaveLength(5);
    expect(state).toMatchObject({
      dimension: 'state',
      filter: { text: 'summit', facets: { organization: ['ots', 'sco'] } },
      range: { start: Date.UTC(2024, 0), end: Date.UTC(2025, 10) },
    });
  });

  it('shows which records have problems', async () => {
    const cwd = makeFolder({ 'initiatives.yaml': MANIFEST, 'a.yaml': summit({ organization: 'otz' }) });
    expect((await timeline(['-o', 'a.html'], { cwd })).code).toBe(0);
    const [event] = dataOf(read(cwd, 'a.html')).update.events;
    expect(event?.problems).toContainEqual({ severity: 'error', message: expect.stringContaining('otz') });
  });

  it('is not ended early by what records say', async () => {
    const name = '</script><img src=x onerror=alert(1)><!-- \u2028 & "ə"';
    const cwd = makeFolder({ 'initiatives.yaml': MANIFEST, 'a.yaml': summit({ name }) });
    await timeline(['-o', 'a.html'], { cwd });
    expect(dataOf(read(cwd, 'a.html')).update.events[0]?.title).toBe(name);
  });
});

describe('a picture', () => {
  it('is the timeline as SVG', async () => {
    const cwd = talks();
    const { code, stdout, stderr } = await timeline(['--output', 'a.svg', '--width', '900'], { cwd });
    expect([code, stdout, stderr]).toEqual([0, 'a.svg: 5 events.\n', '']);
    const svg = read(cwd, 'a.svg');
    expect(svg).toMatch(
      /^<\?xml version="1.0" encoding="UTF-8"\?>\n<svg xmlns="http:\/\/www.w3.org\/2000\/svg"[^>]* width="900"/,
    );
    expect(textsOf(svg)).toEqual(
      expect.arrayContaining(['Eurasian talks', 'Organization', 'Turkic summit 2023', 'Summit in Bishkek', 'Today']),
    );
  });

  it('holds what is asked for and nothing else', async () => {
    const cwd = talks();
    await timeline(['-o', 'a.svg', '--lanes', 'kind', '--status', 'held', '--from', '2025', '--to', '2025'], { cwd });
    const texts = textsOf(read(cwd, 'a.svg'));
    expect(texts).toContain('Turkic summit 2025');
    expect(texts).toContain('Kind');
    expect(texts.join('\n')).not.toMatch(/2024|Bishkek/);
  });

  it('says how many events lie outside the time that most lie in, and shows them all when asked', async () => {
    const years = Array.from({ length: 30 }, (_, index) =>
      summit({ id: `s-${index}`, name: `S ${index}`, date: '2025-10' }),
    );
    const cwd = makeFolder({
      'initiatives.yaml': MANIFEST,
      'a.yaml': [...years, summit({ id: 'old', name: 'Treaty', date: "'1945-06-26'" })].join('---\n'),
    });
    expect((await timeline(['-o', 'a.svg'], { cwd })).stdout).toMatch(
      /^a\.svg: 30 of 31 events; the others lie outside/,
    );
    expect((await timeline(['-o', 'b.svg', '--whole'], { cwd })).stdout).toBe('b.svg: 31 events.\n');
    expect(textsOf(read(cwd, 'b.svg'))).toContain('Treaty');
  });

  it.each([
    ['Саммит тюркских государств в Габале', 'as it is'],
    ['<b>"Summit" & co</b> \u0007', 'escaped'],
    ['首脑会议', 'wide'],
  ])('takes the name %s', async (name) => {
    const cwd = makeFolder({ 'initiatives.yaml': MANIFEST, 'a.yaml': summit({ name }).replaceAll('\n', '\r\n') });
    expect((await timeline(['-o', 'a.svg'], { cwd })).code).toBe(0);
    const escaped = name
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;');
    expect(read(cwd, 'a.svg')).toContain(escaped.replace('\u0007', '\ufffd'));
  });

  it('goes to standard output and nothing beside it', async () => {
    const { code, stdout, stderr } = await timeline(['-o', '-', '--format', 'svg', talks()], {});
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^<\?xml .*<\/svg>\n$/s);
  });
});

describe('the dataset', () => {
  it('is that of the sample, with all its records', async () => {
    const cwd = makeFolder();
    const { code, stderr } = await timeline([EURASIA, '-o', 'a.html'], { cwd });
    expect([code, stderr]).toEqual([0, '']);
    const { update, details } = dataOf(read(cwd, 'a.html'));
    expect(update.events.map(({ key }) => key)).toContain('summit/ots-summit-2025-gabala');
    expect(Object.keys(details).length).toBeGreaterThan(50);
    expect(read(cwd, 'a.html')).not.toContain(import.meta.dirname);
  });

  it.each([
    ['a folder of it', ['data/talks/summits']],
    ['a file of it', ['data/talks/summits/a.yaml']],
    ['a folder above it', ['.']],
    ['nothing, in a folder above it', []],
  ])('is found by %s', async (_, args) => {
    const cwd = makeFolder({
      'data/talks/initiatives.yaml': MANIFEST,
      'data/talks/summits/a.yaml': summit(),
      'data/talks/more/b.yaml': summit({ id: 'b' }),
      'notes.yaml': 'just: notes\n',
    });
    expect((await timeline([...args, '-o', 'a.svg'], { cwd })).stdout).toBe('a.svg: 2 events.\n');
  });

  it('needs no manifest, and may be one file', async () => {
    const cwd = makeFolder({ 'a.yaml': summit(), 'b.yaml': summit({ id: 'b' }) });
    expect((await timeline(['-o', 'x.html', '--today', '2025-10-31'], { cwd })).stdout).toMatch(/2 events/);
    expect((await timeline(['b.yaml', '-o', 'y.html'], { cwd })).stdout).toMatch(/1 event in/);
    expect(read(cwd, 'y.html')).toContain('<title>b.yaml – Timeline</title>');
  });

  it('is left alone where records are broken: the others are drawn', async () => {
    const cwd = makeFolder({
      'initiatives.yaml': MANIFEST,
      'a.yaml': summit(),
      'b.yaml': 'kind: summit\nid: "b\n: :\n',
    });
    expect(await timeline(['-o', 'a.svg'], { cwd })).toEqual({ code: 0, stdout: 'a.svg: 1 event.\n', stderr: '' });
  });

  it('is drawn as of the calendar’s day where the manifest gives a period for it', async () => {
    const cwd = makeFolder({ 'initiatives.yaml': 'today: ../2025\n', 'a.yaml': summit() });
    expect(await run(['timeline', '-o', 'a.svg'], { cwd })).toMatchObject({ code: 0, stderr: '' });
  });

  it('with a file that cannot be read is drawn without it, and the exit code says so', async () => {
    const cwd = makeFolder({
      'initiatives.yaml': MANIFEST,
      'a.yaml': summit(),
      'b.yaml': new Uint8Array([0xff, 0xfe, 0xff]),
    });
    const { code, stdout, stderr } = await timeline(['-o', 'a.svg'], { cwd });
    expect([code, stdout]).toEqual([1, 'a.svg: 1 event.\n']);
    expect(stderr).toMatch(/^b\.yaml .*UTF-8.*\n$/);
  });
});

describe('the file', () => {
  it('is not written over but by force, and then whole and through a link', async () => {
    const cwd = talks();
    writeFileSync(join(cwd, 'kept.svg'), 'mine');
    symlinkSync('kept.svg', join(cwd, 'link.svg'));
    const refused = await timeline(['-o', 'kept.svg'], { cwd });
    expect([refused.code, refused.stderr]).toEqual([2, 'kept.svg is there already: --force writes over it.\n']);
    expect(read(cwd, 'kept.svg')).toBe('mine');
    expect((await timeline(['-o', 'link.svg', '--force'], { cwd })).code).toBe(0);
    expect(read(cwd, 'kept.svg')).toContain('<svg');
    expect(readdirSync(cwd).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it.runIf(!isRoot)('is told of in one line where it cannot be written', async () => {
    const cwd = talks();
    mkdirSync(join(cwd, 'closed'));
    chmodSync(join(cwd, 'closed'), 0o500);
    const { code, stdout, stderr } = await timeline(['-o', 'closed/a.svg'], { cwd });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^closed\/a\.svg could not be written: EACCES: permission denied\.\n$/);
  });

  it.runIf(existsSync('/dev/null'))('may be a device, which stays one', async () => {
    const { code } = await timeline([talks(), '-o', '/dev/null', '--format', 'svg'], {});
    expect(code).toBe(0);
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });
});

describe('exit codes', () => {
  it.each([
    ['no output', ['timeline'], /required option '-o, --output <file>' not specified/],
    ['an unknown end', ['timeline', '-o', 'a.pdf'], /^a\.pdf ends in neither \.html nor \.svg/],
    ['standard output of no format', ['timeline', '-o', '-'], /--format/],
    ['an empty name', ['timeline', '-o', '', '--format', 'svg'], /^An empty name/],
    ['a folder as the file', ['timeline', '-o', 'sub', '--format', 'svg'], /^sub is a folder/],
    ['a folder that is not there', ['timeline', '-o', 'no/a.svg'], /^There is no folder to write no\/a\.svg to\.\n$/],
    ['a dataset that is not there', ['timeline', 'nope', '-o', 'a.svg'], /^There is no file or folder nope\.\n$/],
    ['lanes of something else', ['timeline', '-o', 'a.svg', '--lanes', 'place'], /choices are organization/],
    ['a date that is none', ['timeline', '-o', 'a.svg', '--from', 'soon'], /a date in EDTF/],
    ['an open date', ['timeline', '-o', 'a.svg', '--to', '2025/..'], /a date in EDTF/],
    [
      'times the wrong way round',
      ['timeline', '-o', 'a.svg', '--from', '2026', '--to', '2025'],
      /--from lies after --to/,
    ],
    ['the whole and a part', ['timeline', '-o', 'a.svg', '--whole', '--to', '2025'], /cannot be used with/],
    ['a width that is none', ['timeline', '-o', 'a.svg', '--width', '12'], /pixels from 400 to 10000/],
    ['the width of a page', ['timeline', '-o', 'a.html', '--width', '900'], /^--width is for pictures/],
    [
      'a value that no event has',
      ['timeline', '-o', 'a.svg', '--organization', 'otz'],
      /^No event has the organization otz; there are: ots, sco\.\n$/,
    ],
    [
      'two datasets',
      ['timeline', '..', '-o', 'a.svg'],
      /^There are several datasets, say which one: \., \.\.\/other\.\n$/,
    ],
  ])('is 2 for %s, and nothing is written', async (_, args, message) => {
    const parent = makeFolder({
      'other/initiatives.yaml': MANIFEST,
      'talks/initiatives.yaml': MANIFEST,
      'talks/a.yaml': `${summit()}---\n${summit({ id: 'b', organization: 'sco' })}`,
      'talks/sub/note.txt': '',
    });
    const cwd = join(parent, 'talks');
    const before = readdirSync(cwd);
    const { code, stdout, stderr } = await run(args, { cwd });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
    expect(readdirSync(cwd)).toEqual(before);
  });

  it.each([
    ['an empty folder', {}, [], /^No file there can hold records/],
    ['records without dates', { 'a.yaml': 'kind: person\nid: a\nname: A Person\n' }, [], /^No record there has a date/],
    ['words that nothing has', { 'a.yaml': summit() }, ['--search', 'zzz'], /^No event is left/],
    ['a time in which nothing lies', { 'a.yaml': summit() }, ['--from', '2100'], /^No event lies in the time/],
    ['a time long ago', { 'a.yaml': summit() }, ['--to', '1900'], /^No event lies in the time/],
  ])('is 1 for %s, and nothing is written', async (_, files, args, message) => {
    const cwd = makeFolder(files);
    const { code, stdout, stderr } = await timeline(['-o', 'a.svg', '--today', '2025-10-31', ...args], { cwd });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(message);
    expect(readdirSync(cwd)).toEqual(Object.keys(files));
  });

  it('is 0 for help, with examples', async () => {
    const { code, stdout, stderr } = await timeline(['--help'], {});
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('$ security-initiatives timeline --output timeline.html');
    expect(stdout).toContain('nothing was written');
  });
});
