/** Exports for people are the same wherever and however often they are made. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { graphml } from '../../server/exports/graphml.ts';
import { icalendar } from '../../server/exports/icalendar.ts';
import { jsonLd } from '../../server/exports/json-ld/json-ld.ts';
import { markdown } from '../../server/exports/markdown/markdown.ts';
import { timelinejs } from '../../server/exports/timelinejs.ts';
import { oddFiles } from './odd-dataset.ts';
import { eurasiaFiles } from './samples.ts';
import { exportDataset, write } from './support.ts';

const FORMATS = [icalendar, timelinejs, jsonLd, graphml, markdown].map((format) => [format.name, format] as const);

describe.each(FORMATS)('%s', (_, format) => {
  const zone = process.env.TZ;
  beforeEach(() => {
    process.env.TZ = 'UTC';
  });
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  const textOf = async (files: Readonly<Record<string, string>>) => (await write(format, exportDataset(files))).text();

  it.each(['Pacific/Kiritimati', 'America/Los_Angeles'])('is the same in the time of %s', async (elsewhere) => {
    const expected = await textOf(eurasiaFiles());
    process.env.TZ = elsewhere;
    expect(new Date(0).getTimezoneOffset()).not.toBe(0);
    expect(await textOf(eurasiaFiles())).toBe(expected);
  });

  it('is the same of files with CRLF', async () => {
    const files = { ...eurasiaFiles(), ...oddFiles() };
    const withCrlf = Object.entries(files).map(([path, text]) => [path, text.replace(/\r?\n/g, '\r\n')] as const);
    expect(await textOf(Object.fromEntries(withCrlf))).toBe(await textOf(files));
  });

  it('bears a dataset without the registry', async () => {
    const dataset = exportDataset(eurasiaFiles(), { withRegistry: false });
    expect((await write(format, dataset)).summary.written).toBeGreaterThan(0);
  });
});
