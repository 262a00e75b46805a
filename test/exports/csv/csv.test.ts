/** CSV: read back by csv-parse, by DuckDB, and undone where a formula was made harmless. */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv, csvExcel } from '../../../server/exports/csv/csv.ts';
import { laid, query } from '../duckdb.ts';
import { HOSTILE, oddFiles } from '../odd-dataset.ts';
import { eurasiaFiles } from '../samples.ts';
import { exportDataset, type Written, write } from '../support.ts';

type Row = Record<string, string>;

const own = { withRegistry: false };

function rowsOf({ text }: Written, table: string): Row[] {
  return parse(text(`${table}.csv`), { columns: true });
}

const person = (name: string, id = 'a') => `kind: person\nid: ${id}\nname: ${JSON.stringify(name)}\n`;

describe('CSV', () => {
  it('has every table with its header, be it without rows', async () => {
    const written = await write(csv, exportDataset({ 'a.yaml': person('Jane') }, own));
    expect(written.text('person.csv')).toBe('id,name,note\na,Jane,\n');
    expect(written.text('summit_topics.csv')).toBe('summit_id,position,value\n');
    expect(written.summary).toEqual({ written: 1, noun: ['record', 'records'], leftOut: [] });
  });

  it('has the tables of the kinds that were asked for', async () => {
    const dataset = exportDataset(
      { 'a.yaml': person('Jane'), 'b.yaml': 'kind: state\nid: KAZ\n' },
      { ...own, kinds: ['state'] },
    );
    const { files } = await write(csv, dataset);
    expect([...files.keys()].every((path) => path.startsWith('state'))).toBe(true);
  });

  it('tells an empty text from nothing', async () => {
    const { text } = await write(csv, exportDataset({ 'a.yaml': `${person('Jane')}note: ''\n` }, own));
    expect(text('person.csv')).toBe('id,name,note\na,Jane,""\n');
  });

  it.each([
    'He said "yes", twice',
    'two\nlines',
    'two\r\nlines',
    ' blank before and after ',
    'Қасым-Жомарт Тоқаев',
    '習近平',
    'محمد بن سلمان',
    ',',
    '"',
    '\u2028',
    "'quoted'",
    'one;two;three',
    'one|two\tthree',
  ])('is read back as it was: %j', async (name) => {
    const written = await write(csv, exportDataset({ 'a.yaml': person(name) }, own));
    expect(rowsOf(written, 'person')).toEqual([{ id: 'a', name, note: '' }]);
    const [row] = await query("SELECT name FROM read_csv('$folder/person.csv', all_varchar = true)", laid(written));
    expect(row).toEqual({ name });
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', "'=1", "''@x"])(
    'lets no spreadsheet run %j, and can be undone',
    async (name) => {
      const written = await write(csv, exportDataset({ 'a.yaml': person(name) }, own));
      expect(rowsOf(written, 'person')[0]!.name).toBe(`'${name}`);
      expect(written.summary.leftOut).toEqual([
        '1 text begins like a formula of a spreadsheet and got an apostrophe before it, so that none is run.',
      ]);
    },
  );

  it('can be undone whatever the text', async () => {
    const texts = fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', 'a', ' ', '\n', '\t') }).filter(Boolean);
    const undo = (cell: string) => cell.replace(/^'(?='*[=+\-@\t\r\n])/, '');
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(texts, { minLength: 1 }), async (names) => {
        const files = Object.fromEntries(
          names.map((name, index) => [`${1000 + index}.yaml`, person(name, `p-${index}`)]),
        );
        const rows = rowsOf(await write(csv, exportDataset(files, own)), 'person');
        expect(rows.map(({ name }) => undo(name!))).toEqual(names);
      }),
      { seed: 6, numRuns: 30 },
    );
  });

  it('leaves numbers, days and dates before our era alone', async () => {
    const summit = "kind: summit\nid: a\nordinal: -5\ndate: '-0044-03-15'\n";
    const written = await write(csv, exportDataset({ 'a.yaml': summit }, own));
    expect(rowsOf(written, 'summit')[0]).toMatchObject({ ordinal: '-5', date: '-0044-03-15' });
    expect(written.summary.leftOut).toEqual([]);
  });

  it('makes formulas harmless where a date belongs', async () => {
    const written = await write(csv, exportDataset({ 'a.yaml': "kind: summit\nid: a\ndate: '=HYPERLINK(1)'\n" }, own));
    expect(rowsOf(written, 'summit')[0]).toMatchObject({ date: "'=HYPERLINK(1)", date_first: '' });
  });

  it('says what had no place', async () => {
    const summit = 'kind: summit\nid: a\nname: [x]\nordinal: third\nhots: KAZ\nplace: { town: Gabala }\n';
    const { summary, text } = await write(csv, exportDataset({ 's/a.yaml': summit }, own));
    expect(summary.leftOut).toEqual([
      '2 values are left out, of another type than the schema says. The first is `name` of summit a in s/a.yaml; `check` tells all.',
      '2 fields are left out, which no schema knows. The first is `hots` of summit a in s/a.yaml; `check` tells all.',
    ]);
    expect(text('summit.csv')).not.toContain('third');
  });

  it('has a byte order mark in each file for Excel only', async () => {
    const plain = await write(csv, exportDataset({ 'a.yaml': person('Jane') }, own));
    const marked = await write(csvExcel, exportDataset({ 'a.yaml': person('Jane') }, own));
    for (const [path, bytes] of marked.files)
      expect(Buffer.from(bytes)).toEqual(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), plain.files.get(path)!]));
  });

  it('replaces its own tables and nothing else', () => {
    expect(csv.owns('summit_participants.csv')).toBe(true);
    expect(['people.csv', 'x/summit.csv', 'summit.CSV', 'datapackage.json'].some(csv.owns)).toBe(false);
  });
});

describe('CSV of whatever may stand in files', () => {
  it('has as many cells in each row as there are columns, and every text as it was', async () => {
    const written = await write(csv, exportDataset(oddFiles()));
    for (const path of written.files.keys()) rowsOf(written, path.replace('.csv', ''));
    const names = new Map(rowsOf(written, 'person').map(({ id, name }) => [id, name]));
    // Half a surrogate pair is nothing that UTF-8 has.
    for (const [index, text] of HOSTILE.entries())
      expect(names.get(`hostile-person-${index}`)).toBe(Buffer.from(text).toString());
  });

  it('is read by DuckDB, table by table', async () => {
    const written = await write(csv, exportDataset(oddFiles()));
    const folder = laid(written);
    for (const path of written.files.keys()) {
      const [counted] = await query(
        `SELECT count(*)::INT AS rows FROM read_csv('$folder/${path}', all_varchar = true)`,
        folder,
      );
      expect([path, counted]).toEqual([path, { rows: rowsOf(written, path.replace('.csv', '')).length }]);
    }
  });
});

describe('CSV of the sample, read by DuckDB', () => {
  it('answers questions over several tables', async () => {
    const folder = laid(await write(csv, exportDataset(eurasiaFiles())));
    const table = (name: string) => `read_csv('$folder/${name}.csv')`;
    const [chairs] = await query(
      `
      SELECT count(*)::INT AS terms, bool_and(s.name IS NOT NULL) AS known FROM ${table('chairmanship')} AS c
      LEFT JOIN ${table('state')} AS s ON c.state = s.id WHERE c.from_first >= DATE '2010-01-01'`,
      folder,
    );
    expect(chairs).toMatchObject({ known: true });
    const domains = await query(
      `
      SELECT d.value AS domain, count(*)::INT AS proposals FROM ${table('proposal')} AS p
      JOIN ${table('proposal_domains')} AS d ON d.proposal_id = p.id GROUP BY domain ORDER BY proposals DESC LIMIT 1`,
      folder,
    );
    expect(domains).toHaveLength(1);
  });

  it('has types that DuckDB finds by itself', async () => {
    const folder = laid(await write(csv, exportDataset(eurasiaFiles())));
    const types = await query(
      "SELECT column_name, column_type FROM (DESCRIBE FROM read_csv('$folder/summit.csv'))",
      folder,
    );
    const typeOf = Object.fromEntries(types.map(({ column_name, column_type }) => [column_name, column_type]));
    expect(typeOf).toMatchObject({ ordinal: 'BIGINT', date_first: 'DATE', date_last: 'DATE', date: 'VARCHAR' });
  });
});
