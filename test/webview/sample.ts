/** The timeline of the example dataset, made by the real core: what the pictures of the panel show. */
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { TimelineExport } from '../../server/protocol.ts';
import { rules } from '../../server/rules/index.ts';
import { plainTimelineExport } from '../../server/timeline/export.ts';
import { makeWorkspace, ROOT } from '../support/fixture.ts';

const FOLDER = fileURLToPath(new URL('../../samples/eurasia/', import.meta.url));

/** All events of `samples/eurasia` and the details of their records, on a day that does not change. */
export function sampleTimeline(): TimelineExport {
  const names = globSync('**/*.yaml', { cwd: FOLDER }).sort();
  const files = names.map((name) => [name.replaceAll('\\', '/'), readFileSync(`${FOLDER}/${name}`, 'utf8')] as const);
  return plainTimelineExport(makeWorkspace(Object.fromEntries(files), rules), ROOT);
}
