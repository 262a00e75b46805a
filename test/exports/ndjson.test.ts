/** NDJSON: a record a line, read back with JSON.parse. */
import { describe, expect, it } from 'vitest';
import { ndjson } from '../../server/exports/ndjson.ts';
import { exportDataset, write } from './support.ts';

const SUMMIT = 'kind: summit\nid: ots-summit-2025-gabala\nname: "12th\\nSummit"\norganization: ots\ndate: 2025-10-07\n';

describe('NDJSON', () => {
  it('has a record a line, as it was written', async () => {
    const { text, summary } = await write(ndjson, exportDataset({ 'a.yaml': SUMMIT }, { withRegistry: false }));
    expect(text().split('\n')).toEqual([
      '{"kind":"summit","id":"ots-summit-2025-gabala","name":"12th\\nSummit","organization":"ots","date":"2025-10-07"}',
      '',
    ]);
    expect(summary.written).toBe(1);
  });

  it('takes along what the registry knows of those that are named, and of those that they name', async () => {
    const { text } = await write(ndjson, exportDataset({ 'a.yaml': SUMMIT }));
    const records = text()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { kind: string; id: string });
    const keys = records.map(({ kind, id }) => `${kind}/${id}`);
    expect(keys[0]).toBe('summit/ots-summit-2025-gabala');
    expect(keys).toContain('organization/ots');
    expect(keys).toContain('state/AZE');
    expect(keys).not.toContain('organization/csto');
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('lets a record of the dataset take the place of the registry’s', async () => {
    const own = 'kind: organization\nid: ots\nname: Our own words\ntype: organization\n';
    const { text } = await write(ndjson, exportDataset({ 'a.yaml': SUMMIT, 'o.yaml': own }));
    expect(text().match(/"id":"ots"/g)).toHaveLength(1);
    expect(text()).toContain('Our own words');
  });
});
