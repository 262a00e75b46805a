/** The year of a record is that of its date on the timeline. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { kinds } from '../../server/dataset/schema.ts';
import { entriesOf } from '../../server/dataset/timeline.ts';
import { Directory } from '../../server/exports/meaning/directory.ts';
import { yearsOf } from '../../server/exports/tables/year.ts';
import { sampleFiles, sampleRoot } from '../samples/records.ts';
import { exportDataset } from './support.ts';

const SAMPLE = sampleFiles.map(([file]) => [file, readFileSync(join(sampleRoot, file), 'utf8')] as const);
const BORROWED = `kind: summit
id: a-meeting
date: 2019-12-31/2020-01-02
---
kind: chairmanship
id: a-term
to: 2011
---
kind: proposal
id: by-step
made_at: nowhere
history: [{ status: announced, summit: a-meeting }]
---
kind: proposal
id: by-term
context: a-term
---
kind: document
id: by-meeting
adopted_at: a-meeting
---
kind: proposal
id: never
date: some day
`;

it('is that of what the timeline shows', async () => {
  const dataset = exportDataset(Object.fromEntries([...SAMPLE, ['borrowed.yaml', BORROWED]]));
  const [yearOf, directory] = [await yearsOf(dataset), await Directory.of(dataset, kinds)];
  const [years, shown] = [new Map<string, number | null>(), new Map<string, number>()];
  for await (const { kind, id, value, record } of dataset.records()) {
    const date = entriesOf(record, directory).find(({ key }) => !key.endsWith('#target'))?.date;
    years.set(`${kind}/${id}`, yearOf({ kind, value }));
    if (date) shown.set(`${kind}/${id}`, new Date(date.min ?? date.max! - 1).getUTCFullYear());
  }
  expect(shown.size).toBeGreaterThan(150);
  expect([...shown].filter(([key, year]) => years.get(key) !== year)).toEqual([]);
  expect(years.get('proposal/by-step')).toBe(2019);
  expect(years.get('proposal/by-term')).toBe(2011);
  expect(years.get('document/by-meeting')).toBe(2019);
  expect(years.get('proposal/never')).toBeNull();
});

it('is the one that a season is written with', async () => {
  const winters = ['2025-24', '2025-28', '2025-30'].map(
    (date, index) => `kind: summit\nid: w-${index}\ndate: ${date}\n`,
  );
  const dataset = exportDataset({ 'winters.yaml': winters.join('---\n') });
  const yearOf = await yearsOf(dataset);
  for await (const record of dataset.records()) expect(yearOf(record)).toBe(2025);
});
