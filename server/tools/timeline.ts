/** The tool that tells what has happened, and is to happen, in an organization: its events in their order. */
import { parseEdtf } from '../dataset/dates/edtf.ts';
import type { RecordDocument } from '../dataset/record-index.ts';
import type { TimelineEntry } from '../dataset/timeline/entry.ts';
import { isTargetKey } from '../dataset/timeline/keys.ts';
import { clip } from '../dataset/timeline/words.ts';
import { timelineEntries } from '../dataset/timeline.ts';
import { byTime, meets, rangeOf } from './dates.ts';
import { didYouMean, nameData, recordsCalled, recordsThat, shown } from './records.ts';
import { type Asked, type Data, Misuse, QUOTED, type Tool } from './tool.ts';

const USUAL = 50;
const MOST = 200;
const LONGEST_TITLE = 200;
/** How many records are looked at between two turns of others. */
const BATCH = 100;
const ORGANIZATION = 'organization';

export const timeline: Tool = {
  name: 'timeline',
  reference: 'initiativesTimeline',
  title: 'Timeline of an Organization',
  description: 'Tells the meetings, proposals, documents and chairmanships of an organization in their order',
  modelDescription:
    'The timeline of one organization in a dataset of security initiatives: its meetings, proposals (when they were made, and their targets), documents, chairmanships and its founding, in the order of time. Returns for each event its date (as EDTF and in words; a date may be a month, a half-year or a period), kind, id, title and status. Narrow it with from and to. Of a body of an organization it tells the events that name the body.',
  icon: 'timeline-open',
  input: {
    type: 'object',
    properties: {
      organization: {
        type: 'string',
        description: 'The organization, by its id or any name: "ots", "CSTO", "Turkic Council".',
        maxLength: 200,
      },
      from: {
        type: 'string',
        description: 'Events that may lie at or after this date: an EDTF date such as 2024, 2024-11.',
        maxLength: 50,
      },
      to: { type: 'string', description: 'Events that may lie at or before this date, likewise.', maxLength: 50 },
      limit: { type: 'integer', description: 'How many events to return.', minimum: 1, maximum: MOST, default: USUAL },
      skip: {
        type: 'integer',
        description: 'How many events to pass over, to go on where an answer has ended.',
        minimum: 0,
        default: 0,
      },
    },
    required: ['organization'],
    additionalProperties: false,
  },
  output: {
    type: 'object',
    properties: {
      note: { type: 'string' },
      organization: { type: 'object', description: 'Kind, id and name.' },
      found: { type: 'integer', description: 'How many events there are in all.' },
      events: { type: 'array', description: 'Date as EDTF and in words, kind, id, title and status of each.' },
      more: { type: 'string', description: 'How to get the rest.' },
    },
    required: ['organization', 'found', 'events'],
  },
  async run(asked, input) {
    const {
      organization,
      from,
      to,
      limit = USUAL,
      skip = 0,
    } = input as {
      organization: string;
      from?: string;
      to?: string;
      limit?: number;
      skip?: number;
    };
    const range = rangeOf(dateFrom('from', from), dateFrom('to', to));
    const owner = organizationCalled(asked, organization);
    const found = (await entriesOf(asked, owner)).filter(({ date }) => meets(date, range));
    found.sort((a, b) => byTime(a.date, b.date) || (a.key < b.key ? -1 : 1));
    const events = found.slice(skip, skip + limit);
    const rest = found.length - skip - events.length;
    return {
      note: QUOTED,
      organization: nameData(owner),
      today: asked.workspace.today.text,
      found: found.length,
      events: events.map(eventData),
      ...(rest > 0 && {
        more: `${rest} more: ask again with skip ${skip + events.length}, or narrow with from and to.`,
      }),
    };
  },
};

function dateFrom(name: string, text: string | undefined) {
  const date = parseEdtf(text);
  if (text !== undefined && !date)
    throw new Misuse(
      `\`${name}\` must be a date in EDTF, such as 2025, 2025-10 or 2025-10-07: ${shown(text)} is none.`,
    );
  return date;
}

function organizationCalled({ workspace: { dataset } }: Asked, text: string): RecordDocument {
  const found = recordsCalled(dataset, text, ORGANIZATION);
  const [first] = found;
  if (!first) throw new Misuse(`No organization is called ${shown(text)}.${didYouMean(dataset, text, ORGANIZATION)}`);
  const ids = [...new Set(found.map(({ record }) => record.id))];
  if (ids.length > 1)
    throw new Misuse(`Several organizations are called ${shown(text)}: say which of ${ids.join(', ')}.`);
  return first;
}

/** What stands in the organization's lane; of a body, which has none of its own, what names it. */
async function entriesOf({ workspace, rest }: Asked, owner: RecordDocument): Promise<TimelineEntry[]> {
  const [inLane, naming]: [TimelineEntry[], TimelineEntry[]] = [[], []];
  const id = owner.record.id!;
  const { own, shipped } = recordsThat(() => true, workspace.dataset);
  for (const [index, document] of [...own, ...shipped].entries()) {
    if (index % BATCH === BATCH - 1) await rest();
    const isNaming =
      document === owner || document.record.references.some((one) => one.kind === ORGANIZATION && one.id === id);
    for (const entry of timelineEntries(document, workspace.reader())) {
      if (entry.lanes.organization?.includes(id)) inLane.push(entry);
      if (isNaming) naming.push(entry);
    }
  }
  return inLane.length > 0 ? inLane : naming;
}

function eventData({ date, kind, id, title, status, key }: TimelineEntry): Data {
  return {
    edtf: date.edtf,
    words: date.words,
    kind,
    id,
    title: clip(title, LONGEST_TITLE),
    status,
    ...(isTargetKey(key) && { isTarget: true }),
  };
}
