/** Parquet, read back by DuckDB: types, nesting, dates, partitions. */
import { describe, expect, it } from 'vitest';
import { kinds } from '../../server/dataset/schema.ts';
import { parquetHive } from '../../server/exports/parquet/hive.ts';
import { parquet, wideTable } from '../../server/exports/parquet/parquet.ts';
import { columnsOf, type Shape } from '../../server/exports/tables/columns.ts';
import { laid, query } from './duckdb.ts';
import { exportDataset, write } from './support.ts';

const FILES = {
  'summit.yaml': `kind: summit
id: demo-summit
name: Sommet « ça » – 首脑会议
organization: ots
ordinal: 12
date: 2025-10-07
place: { city: Gabala, state: AZE }
participants:
  - { state: KAZ, role: member }
  - { state: HUN, role: observer, person: viktor-orban }
topics: []
`,
  'proposals.yaml': `kind: proposal
id: with-date
title: "Line one\\nline two, \\"quoted\\""
type: hold-event
parties: [{ state: KAZ, role: proposer }]
domains: [water, energy]
status: proposed
date: { value: 2017-41, text: in the second half of the year, basis: stated }
quotes:
  - { text: One, translated: true }
---
kind: proposal
id: by-summit
title: Dated by its meeting
made_at: demo-summit
domains: [water]
history:
  - { status: announced, date: 2024-11-06/.. }
---
kind: proposal
id: undated
title: Nobody says when
domains: [space]
`,
  'long-ago.yaml': 'kind: organization\nid: long-ago\nname: Long ago\nfounded: { signed: Y-20000 }\n',
};

describe('Parquet in one file', () => {
  const exported = () => write(parquet, exportDataset(FILES, { withRegistry: false }));

  it('keeps texts, numbers, lists and maps as what they are', async () => {
    const folder = laid(await exported(), 'all.parquet');
    const [summit] = await query("SELECT * FROM '$folder/all.parquet' WHERE id = 'demo-summit'", folder);
    expect(summit).toMatchObject({
      kind: 'summit',
      year: '2025',
      name: 'Sommet « ça » – 首脑会议',
      ordinal: '12',
      date: '2025-10-07',
      date_first: '2025-10-07',
      date_last: '2025-10-07',
      place: { city: 'Gabala', state: 'AZE', venue: null },
      participants: [
        { state: 'KAZ', role: 'member', person: null },
        { state: 'HUN', role: 'observer', person: 'viktor-orban' },
      ],
      topics: [],
      quotes: null,
    });
  });

  it('gives dates as days, open ends as nothing, and keeps what the long form says', async () => {
    const folder = laid(await exported(), 'all.parquet');
    const [dated] = await query(
      "SELECT date, date_first, date_last, date_text, date_basis, date_last - date_first AS days, title FROM '$folder/all.parquet' WHERE id = 'with-date'",
      folder,
    );
    expect(dated).toEqual({
      date: '2017-41',
      date_first: '2017-07-01',
      date_last: '2017-12-31',
      date_text: 'in the second half of the year',
      date_basis: 'stated',
      days: '183',
      title: 'Line one\nline two, "quoted"',
    });
    const [step] = await query(
      "SELECT unnest(history, recursive := true) FROM '$folder/all.parquet' WHERE id = 'by-summit'",
      folder,
    );
    expect(step).toMatchObject({
      status: 'announced',
      date: '2024-11-06/..',
      date_first: '2024-11-06',
      date_last: null,
    });
  });

  it('has no day for years that SQL has no dates for', async () => {
    const folder = laid(await exported(), 'all.parquet');
    const rows = await query(
      "SELECT year, founded.signed AS signed, founded.signed_first AS first FROM '$folder/all.parquet' WHERE id = 'long-ago'",
      folder,
    );
    expect(rows).toEqual([{ year: '-20000', signed: 'Y-20000', first: null }]);
  });

  it('has the registry’s records that are referred to, so that joins find them', async () => {
    const folder = laid(await write(parquet, exportDataset(FILES)), 'all.parquet');
    const rows = await query(
      `SELECT s.name AS state, o.abbreviation AS organization FROM '$folder/all.parquet' AS summit
       JOIN '$folder/all.parquet' AS s ON s.kind = 'state' AND s.id = summit.place.state
       JOIN '$folder/all.parquet' AS o ON o.kind = 'organization' AND o.id = summit.organization
       WHERE summit.id = 'demo-summit'`,
      folder,
    );
    expect(rows).toEqual([{ state: 'Azerbaijan', organization: 'OTS' }]);
  });

  it('can be read without a record', async () => {
    const folder = laid(await write(parquet, exportDataset({})), 'all.parquet');
    expect(await query("SELECT count(*) AS n FROM '$folder/all.parquet'", folder)).toEqual([{ n: '0' }]);
  });

  it('leaves out what has the wrong type, and says so', async () => {
    const odd =
      'kind: summit\nid: odd\nname: [a, b]\nordinal: twelve\nparticipants: KAZ\nplace: Gabala\ndate: [2025]\n';
    const result = await write(parquet, exportDataset({ 'odd.yaml': odd }, { withRegistry: false }));
    const folder = laid(result, 'all.parquet');
    const [row] = await query("SELECT id, name, ordinal, place, participants FROM '$folder/all.parquet'", folder);
    expect(row).toEqual({ id: 'odd', name: null, ordinal: null, place: null, participants: [null] });
    expect(result.summary.leftOut.join()).toMatch(/^5 values are left out.* `name` of summit odd in odd\.yaml/);
  });

  it('writes as many row groups as it needs', async () => {
    const many = Array.from({ length: 20_001 }, (_, i) => `kind: person\nid: p-${i}\nname: Person ${i}\n`).join(
      '---\n',
    );
    const folder = laid(await write(parquet, exportDataset({ 'many.yaml': many })), 'all.parquet');
    const rows = await query(
      "SELECT count(*) AS n, count(DISTINCT id) AS ids, (SELECT count(DISTINCT row_group_id) FROM parquet_metadata('$folder/all.parquet')) AS groups FROM '$folder/all.parquet'",
      folder,
    );
    expect(rows).toEqual([{ n: '20001', ids: '20001', groups: '2' }]);
  });
});

describe('columns of all kinds', () => {
  it('hold the same where they have the same name', () => {
    // Words and examples of the model may differ, types may not.
    const types = (shape: Shape | undefined) =>
      JSON.stringify(shape, (key, value: unknown) => (key === 'schema' ? undefined : value));
    const { columns } = wideTable();
    const same = new Map(columns.map(({ name, shape }) => [name, types(shape)]));
    for (const kind of kinds) {
      for (const { name, shape } of columnsOf(kind)) expect(types(shape), `${kind}.${name}`).toBe(same.get(name));
    }
  });

  it.each(kinds)('of %s have a name of their own each', (kind) => {
    const names = columnsOf(kind).map(({ name }) => name.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
    expect(names).not.toContain('year');
  });
});

describe('Parquet by kind and year', () => {
  const FROM = "FROM read_parquet('$folder/**/*.parquet', hive_partitioning = true, union_by_name = true)";

  it('has a file for each kind and year; who has no date of its own is dated by its meeting', async () => {
    const kinds = ['organization', 'proposal', 'summit'];
    const { files } = await write(parquetHive, exportDataset(FILES, { withRegistry: false, kinds }));
    expect([...files.keys()].sort()).toEqual([
      'kind=organization/year=-20000/records.parquet',
      'kind=proposal/year=2017/records.parquet',
      'kind=proposal/year=2025/records.parquet',
      'kind=proposal/year=__HIVE_DEFAULT_PARTITION__/records.parquet',
      'kind=summit/year=2025/records.parquet',
    ]);
    for (const path of files.keys()) expect(parquetHive.owns(path)).toBe(true);
  });

  it('has a file for each kind that was asked for, be there no record of it', async () => {
    const { files, summary } = await write(parquetHive, exportDataset({}, { kinds: ['proposal', 'source'] }));
    expect(summary.written).toBe(0);
    expect([...files.keys()].sort()).toEqual([
      'kind=proposal/year=__HIVE_DEFAULT_PARTITION__/records.parquet',
      'kind=source/year=__HIVE_DEFAULT_PARTITION__/records.parquet',
    ]);
    const folder = laid({ files });
    expect(await query(`SELECT kind, year, id, title, domains, published ${FROM}`, folder)).toEqual([]);
  });

  it('is one table to a query engine, which reads only the partitions that are asked for', async () => {
    const folder = laid(await write(parquetHive, exportDataset(FILES, { withRegistry: false })));
    expect(await query(`SELECT kind, year, count(*) AS n ${FROM} GROUP BY ALL ORDER BY ALL`, folder)).toEqual([
      { kind: 'organization', year: '-20000', n: '1' },
      { kind: 'proposal', year: '2017', n: '1' },
      { kind: 'proposal', year: '2025', n: '1' },
      { kind: 'proposal', year: null, n: '1' },
      { kind: 'summit', year: '2025', n: '1' },
    ]);
    expect(await query(`SELECT id ${FROM} WHERE kind = 'proposal' AND year = 2025`, folder)).toEqual([
      { id: 'by-summit' },
    ]);
  });

  it('leaves the columns of the partition to the path', async () => {
    const folder = laid(await write(parquetHive, exportDataset(FILES, { withRegistry: false })));
    const names = await query(
      "SELECT name FROM parquet_schema('$folder/kind=summit/year=2025/records.parquet')",
      folder,
    );
    expect(names.map(({ name }) => name)).not.toContain('kind');
    expect(names.map(({ name }) => name)).not.toContain('year');
  });
});
