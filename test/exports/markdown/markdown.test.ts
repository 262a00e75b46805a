/** The report in Markdown, read back by micromark with GitHub's extensions. */
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { markdown } from '../../../server/exports/markdown/markdown.ts';
import { oddFiles } from '../odd-dataset.ts';
import { eurasiaFiles } from '../samples.ts';
import { type DatasetOptions, exportDataset, write } from '../support.ts';

/** The report on some files, as text and as a page shows it. */
async function reportOn(files: Readonly<Record<string, string>>, options: DatasetOptions = {}) {
  const { text, summary } = await write(markdown, exportDataset(files, options));
  const html = micromark(text(), { extensions: [gfm()], htmlExtensions: [gfmHtml()] });
  return { text: text(), html, summary };
}

/** The cells of each row of all tables, heads left out, as HTML. */
function rowsOf(html: string): string[][] {
  const rows = [...html.matchAll(/<tr>\n([\s\S]*?)<\/tr>/g)].map(([, row]) => row!);
  return rows
    .map((row) => [...row.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell]) => cell!))
    .filter((row) => row.length > 0);
}

const SUMMIT =
  'kind: summit\nid: gabala\nname: 12th Summit\norganization: ots\nhost: AZE\nplace: { city: Gabala, state: AZE }\n';

describe('the report in Markdown', () => {
  it('tells of meetings by organization, the latest first', async () => {
    const { html } = await reportOn({
      'a.yaml': `${SUMMIT}status: held\ndate: 2025-10-07\n`,
      'b.yaml': 'kind: summit\nid: b\nname: 13th Summit\norganization: ots\nstatus: planned\ndate: 2026\n',
      'c.yaml': 'kind: summit\nid: c\nname: Session\norganization: csto\nstatus: held\ndate: 2024-11-28\n',
    });
    expect([...html.matchAll(/<h3>(.*)<\/h3>/g)].map(([, name]) => name)).toEqual([
      'Collective Security Treaty Organization',
      'Organization of Turkic States',
    ]);
    const meetings = rowsOf(html).filter((row) => row.length === 6);
    expect(meetings).toEqual([
      ['2024', '28 November 2024', 'Session', '–', '–', 'Held'],
      ['2026', 'some time in 2026', '13th Summit', '–', '–', 'Planned'],
      ['2025', '7 October 2025', '12th Summit', 'Gabala, Azerbaijan', 'Azerbaijan', 'Held'],
    ]);
  });

  it('gives a meeting the year that its date is written with', async () => {
    const { html } = await reportOn({
      'a.yaml': `${SUMMIT.replace('gabala', 'a')}date: 2025-24\n`,
      'b.yaml': `${SUMMIT.replace('gabala', 'b#2')}date: ../2023-12-31\n`,
    });
    const meetings = rowsOf(html).filter((row) => row.length === 6);
    expect(meetings.map(([year, words]) => [year, words])).toEqual([
      ['2025', 'some time in winter 2025'],
      ['2023', 'until 31 December 2023'],
    ]);
  });

  it('tells who proposed what, where and when, and what became of it, by status', async () => {
    const { html, text } = await reportOn({
      'a.yaml': `${SUMMIT}status: held\ndate: 2025-10-07\n`,
      'b.yaml': [
        'kind: proposal\nid: b\ntitle: Centre\nstatus: adopted\nmade_at: gabala\naddressed_to: { organization: ots }',
        'parties: [{ state: KAZ, role: proposer }]\nhistory: [{ status: adopted, date: 2025-12 }]\n',
      ].join('\n'),
      'c.yaml': 'kind: proposal\nid: c\ntitle: Forum\nstatus: proposed\n',
    });
    expect(text.indexOf('### Proposed')).toBeLessThan(text.indexOf('### Adopted'));
    expect(rowsOf(html).filter((row) => row.length === 5)).toEqual([
      ['Forum', '–', '–', '–', 'none known'],
      [
        'Centre',
        'proposer: Kazakhstan',
        'Organization of Turkic States; 12th Summit',
        '7 October 2025',
        'adopted some time in December 2025',
      ],
    ]);
  });

  it('tells what is overdue as of today, which is part of the report', async () => {
    const files = {
      'a.yaml': `${SUMMIT}status: planned\ndate: 2025-10-07\n`,
      'b.yaml':
        'kind: chairmanship\nid: b\norganization: ots\nstate: KGZ\nfrom: 2024-11-06\nto: 2025-09\nstatus: current\n',
      'c.yaml': 'kind: proposal\nid: c\ntitle: Forum\nstatus: agreed\ntarget: { date: 2025-41 }\n',
      'd.yaml': 'kind: proposal\nid: d\ntitle: Done\nstatus: implemented\ntarget: { date: 2024 }\n',
    };
    const { html, text } = await reportOn(files, { today: '2026-01-01' });
    expect(text).toContain('As of 1 January 2026.');
    expect(rowsOf(html).filter((row) => row.length === 4)).toEqual([
      ['Forum', 'proposal', 'Not done by the date aimed at', 'some time in the second half of 2025'],
      ['12th Summit', 'summit', 'Planned, but its date is past', '7 October 2025'],
      ['OTS chair: Kyrgyzstan', 'chairmanship', 'Current, but its term is over', 'some time in September 2025'],
    ]);
    const before = await reportOn(files, { today: '2025-08-01' });
    expect(before.text).toContain('## Overdue\n\nNothing, for all the dataset says.\n');
  });

  it('has links to its sections that lead somewhere, and to the pages of sources', async () => {
    const { html, summary } = await reportOn(eurasiaFiles(), { today: '2025-10-31' });
    const anchors = [...html.matchAll(/<a href="#([^"]*)">/g)].map(([, anchor]) => anchor);
    const headings = [...html.matchAll(/<h2>(.*)<\/h2>/g)].map(([, title]) =>
      title!.toLowerCase().replaceAll(' ', '-'),
    );
    expect(anchors).toEqual(headings);
    expect(anchors).toEqual(['at-a-glance', 'overdue', 'meetings', 'proposals', 'chairs', 'sources']);
    expect(html).toMatch(/<a href="https:\/\/[^"]+">/);
    expect(html).toContain('<td>summit</td>\n<td>86</td>\n<td>0</td>');
    expect(summary.written).toBeGreaterThan(400);
  });

  it('is a title and a day for an empty dataset', async () => {
    const { text } = await reportOn({ 'initiatives.yaml': 'dataset: Nothing yet\nlicense: CC0-1.0\n' });
    expect(text).toBe('# Nothing yet\n\nAs of 1 January 2026.\n\nLicense: CC0-1.0\n');
  });

  it('shows the latest hundred of a table and says how many more there are', async () => {
    const summits = Array.from({ length: 250 }, (_, index) => {
      return `kind: summit\nid: s-${index}\nname: Summit ${index}\norganization: ots\nstatus: held\ndate: ${1700 + index}\n`;
    });
    const { html, text } = await reportOn({ 'a.yaml': summits.join('---\n') });
    const meetings = rowsOf(html).filter((row) => row.length === 6);
    expect(meetings.map(([year]) => year)).toEqual(Array.from({ length: 100 }, (_, index) => String(1949 - index)));
    expect(text).toContain('And 150 earlier ones.');
  });

  it('shows hostile texts as they are, in one cell each', async () => {
    const { html } = await reportOn(oddFiles());
    expect(html).not.toMatch(/<(script|img|code|em|strong|del|input)\b/);
    expect(html.match(/href="(?!https?:|#)[^"]*"/g)).toBeNull();
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).toContain('| a | pipe | and `code` [link](javascript:alert(1)) ![x](y) # *bold* \\');
    expect(html).toContain('~~struck~~ $x^2$ &lt;!-- &amp;amp; &amp;#x41; 1. - + = [^1] [ ] :smile: @someone');
    // Each table has rows of one length: no cell has broken out.
    for (const [, table] of html.matchAll(/<table>([\s\S]*?)<\/table>/g)) {
      const widths = [...table!.matchAll(/<tr>([\s\S]*?)<\/tr>/g)].map(([, row]) => row!.match(/<t[hd][ >]/g)!.length);
      expect(new Set(widths).size).toBe(1);
    }
  });
});
