/** Flat tables: what the model becomes, and what of a record stands where. */
import { describe, expect, it } from 'vitest';
import { kinds } from '../../../server/dataset/schema.ts';
import type { YamlRecord } from '../../../server/dataset/yaml/tree.ts';
import { YamlDocument } from '../../../server/dataset/yaml/yaml.ts';
import { type Cell, cellOf, columnsOf } from '../../../server/exports/tables/columns.ts';
import { eachRow, flatTableOf, withLists } from '../../../server/exports/tables/flat.ts';

const ALL = kinds.flatMap((kind) => withLists(flatTableOf(kind)));

/** The cells of each table that are not empty, row by row. */
function rowsOf(kind: string, yaml: string): Record<string, Record<string, Cell>[]> {
  const value = new YamlDocument(yaml).value as YamlRecord;
  const cells = Object.fromEntries(columnsOf(kind).map((column) => [column.name, cellOf(column, value, () => {})]));
  const found: Record<string, Record<string, Cell>[]> = {};
  eachRow(kind, cells, (table, row) => {
    const names = [...table.keys, ...table.columns].map(({ name }) => name);
    const named = names.map((name, index) => [name, row[index]!] as const).filter(([, cell]) => cell !== null);
    found[table.name] = [...(found[table.name] ?? []), Object.fromEntries(named)];
  });
  return found;
}

describe('flat tables', () => {
  it('have a name each, and no two columns of one name', () => {
    const names = ALL.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, keys, columns } of ALL) {
      const columnNames = [...keys, ...columns].map((column) => column.name);
      expect([name, ...new Set(columnNames)]).toEqual([name, ...columnNames]);
    }
  });

  it('are there for every list, however deep', () => {
    const names = ALL.map(({ name }) => name);
    expect(names).toContain('proposal_parties');
    expect(names).toContain('proposal_citations_supports');
    expect(names).toContain('state_cities_aliases');
  });

  it('have what is in maps in columns, and dates as text and days', () => {
    expect(rowsOf('summit', 'kind: summit\nid: a\ndate: 2025-10\nplace: { city: Gabala, state: AZE }\n')).toEqual({
      summit: [
        {
          id: 'a',
          date: '2025-10',
          date_first: 20362,
          date_last: 20392,
          place_city: 'Gabala',
          place_state: 'AZE',
        },
      ],
    });
  });

  it('have lists as rows with the record and the position', () => {
    expect(
      rowsOf('proposal', 'kind: proposal\nid: p\nparties: [{ state: KAZ }, { state: UZB }]\ndomains: [energy]\n'),
    ).toEqual({
      proposal: [{ id: 'p' }],
      proposal_parties: [
        { proposal_id: 'p', position: 1, state: 'KAZ' },
        { proposal_id: 'p', position: 2, state: 'UZB' },
      ],
      proposal_domains: [{ proposal_id: 'p', position: 1, value: 'energy' }],
    });
  });

  it('have lists in lists as rows with all positions', () => {
    const yaml = 'kind: person\nid: p\ncitations: [{ source: a }, { source: b, supports: [name, note] }]\n';
    expect(rowsOf('person', yaml).person_citations_supports).toEqual([
      { person_id: 'p', citations_position: 2, position: 1, value: 'name' },
      { person_id: 'p', citations_position: 2, position: 2, value: 'note' },
    ]);
  });

  it('pass over empty entries without counting others anew', () => {
    expect(rowsOf('person', 'kind: person\nid: p\naliases: [a, , c]\n'.replace(', ,', ', ~,')).person_aliases).toEqual([
      { person_id: 'p', position: 1, value: 'a' },
      { person_id: 'p', position: 3, value: 'c' },
    ]);
  });
});
