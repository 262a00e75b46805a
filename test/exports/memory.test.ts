/** Formats keep names, ids and dates of records, never the texts that these were cut from; what waits to be written is bounded. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { parseEdtf } from '../../server/dataset/dates/edtf.ts';
import { readManifest } from '../../server/dataset/manifest.ts';
import { registry } from '../../server/dataset/registry.ts';
import { ExportDataset } from '../../server/exports/dataset.ts';
import { formats } from '../../server/exports/index.ts';

const MEGABYTE = 1_000_000;
const RECORDS = 100;

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** A record of a megabyte, with an id, names, dates and a reference of its own that are long enough to be cut from it. */
function record(index: number): string {
  const day = new Date(Date.UTC(2024, 0, 1 + index)).toISOString().slice(0, 10);
  return `kind: summit
id: a-meeting-of-${day}
name: A meeting of ${day}
organization: an-organization-of-${day}
status: held
date: ${day}/${day}
place: { city: A city that is named ${day} }
previous_dates: [{ date: 2023-12-31/${day}, source: a-source-of-${day} }]
citations: [{ source: a-source-of-${day} }]
note: ${'x'.repeat(MEGABYTE)}
`;
}

it.each(formats.map((format) => [format.name, format] as const))(
  '%s keeps no texts of records',
  async (_, format) => {
    let most = 0;
    const used = () => {
      collectGarbage();
      return process.memoryUsage().heapUsed;
    };
    const before = used();
    const dataset = new ExportDataset({
      title: 'Large',
      manifest: readManifest({}),
      today: parseEdtf('2026-01-01')!,
      registry: registry(),
      async *texts() {
        for (let index = 0; index < RECORDS; index++) yield { path: `${index}.yaml`, text: record(index) };
        most = Math.max(most, used() - before);
      },
    });
    const file = { write: async () => {} };
    const { written } = await (format.container === 'file'
      ? format.write(dataset, file)
      : format.write(dataset, { file: () => file }));
    expect(written).toBeGreaterThanOrEqual(RECORDS);
    expect(most / MEGABYTE).toBeLessThan(0.8 * RECORDS);
  },
  60_000,
);
