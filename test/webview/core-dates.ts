/** Events whose dates the real core has read, whatever form EDTF has for them. */

import { parseEdtf } from '../../server/dataset/dates/edtf.ts';
import { toTimelineDate } from '../../server/dataset/timeline/date.ts';
import type { TimelineEvent } from '../../server/protocol.ts';
import { event } from './fixture.ts';

type Sketch = Partial<Parameters<typeof event>[0]>;

/** An event at an EDTF date; its title is the date's text unless told otherwise. Throws for what is no date. */
export function eventAt(edtf: string, more: Sketch = {}): TimelineEvent {
  const date = parseEdtf(edtf, true);
  if (!date) throw new Error(`${edtf} is no date`);
  const made = event({ kind: 'summit', id: `at ${edtf}`, title: edtf, status: 'held', ...more, date: '2025-01-01' });
  return { ...made, date: toTimelineDate(date) };
}
