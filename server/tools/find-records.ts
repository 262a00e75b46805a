/** The tool that finds records: by any name in any script, by kind, by what they refer to, by year. */
import { parseEdtf } from '../dataset/dates/edtf.ts';
import { searchRecords } from '../dataset/names/symbol-search.ts';
import type { RecordDocument } from '../dataset/record-index.ts';
import { kinds } from '../dataset/schema.ts';
import { byTime, datesOf, meets, type Range, rangeOf } from './dates.ts';
import { briefData, idsCalled, recordsThat } from './records.ts';
import { type Asked, type Data, type Input, QUOTED, type Tool } from './tool.ts';

const USUAL = 20;
const MOST = 100;
/** How many records are looked at between two turns of others. */
const BATCH = 100;

export const findRecords: Tool = {
  name: 'findRecords',
  reference: 'findRecords',
  title: 'Find Records',
  description:
    'Finds summits, proposals, organizations, persons and other records of a dataset of security initiatives',
  modelDescription:
    'Find records of a dataset of security initiatives (summits, proposals, chairmanships, documents, persons, organizations, states, sources). Search by words of any name or id in any script, whole, begun, abbreviated or mistyped, and narrow by kind, by an organization or state that the record refers to, and by year. All inputs are optional and hold together. Returns kind, id, name, dates (as EDTF and in words) and file of each record, the best or the earliest first. Use it to learn the ids that a draft has to refer to, and whether a record is there already. Read a record whole with readRecord.',
  icon: 'search',
  input: {
    type: 'object',
    properties: {
      query: {
        type: 'string',
        description: 'Words of a name or an id, in any script: "Gabala", "Токаев", "csto 2025", "otsgab".',
        maxLength: 200,
      },
      kind: { type: 'string', description: 'Records of this kind alone.', enum: kinds },
      organization: {
        type: 'string',
        description: 'Records that refer to this organization, by its id or any name: "ots", "Turkic Council".',
        maxLength: 200,
      },
      state: {
        type: 'string',
        description: 'Records that refer to this state, by its code or any name: "KAZ", "Türkiye".',
        maxLength: 200,
      },
      year: { type: 'integer', description: 'Records whose date may lie in this year.', minimum: 1000, maximum: 9999 },
      limit: { type: 'integer', description: 'How many to return.', minimum: 1, maximum: MOST, default: USUAL },
      skip: {
        type: 'integer',
        description: 'How many to pass over, to go on where an answer has ended.',
        minimum: 0,
        default: 0,
      },
    },
    additionalProperties: false,
  },
  output: {
    type: 'object',
    properties: {
      note: { type: 'string' },
      found: { type: 'integer', description: 'How many records there are in all.' },
      records: { type: 'array', description: 'Kind, id, name, dates and file of each.' },
      more: { type: 'string', description: 'How to get the rest.' },
    },
    required: ['found', 'records'],
  },
  async run(asked, input) {
    const { workspace } = asked;
    const { limit = USUAL, skip = 0 } = input as { limit?: number; skip?: number };
    const found = await matching(asked, input);
    const shown = found.slice(skip, skip + limit);
    const rest = found.length - skip - shown.length;
    const reader = workspace.reader();
    const records: Data[] = shown.map((document) => briefData(document, workspace, reader));
    return {
      note: QUOTED,
      found: found.length,
      records,
      ...(rest > 0 && { more: `${rest} more: ask again with skip ${skip + shown.length}, or narrow the search.` }),
    };
  },
};

async function matching(asked: Asked, input: Input): Promise<RecordDocument[]> {
  const { dataset } = asked.workspace;
  const {
    query = '',
    kind,
    organization,
    state,
    year,
  } = input as {
    readonly [name in 'query' | 'kind' | 'organization' | 'state']?: string;
  } & { readonly year?: number };
  const wanted = Object.entries({ organization, state }).flatMap(([of, text]) =>
    text === undefined ? [] : { of, ids: idsCalled(dataset, text, of) },
  );
  const fits = ({ record }: RecordDocument) =>
    record.id !== undefined &&
    (kind === undefined || record.kind === kind) &&
    wanted.every(({ of, ids }) =>
      record.references.some((reference) => reference.kind === of && ids.has(reference.id)),
    );
  const { own, shipped } = recordsThat(fits, dataset);
  if (query.trim() !== '') {
    const hits = searchRecords(own, shipped, query, own.length + shipped.length).map(({ document }) => document);
    return year === undefined ? hits : (await dated(asked, hits)).filter(isIn(year)).map(({ document }) => document);
  }
  // The registry is of interest where something is asked, not to someone who looks what there is.
  const isNarrow = kind !== undefined || wanted.length > 0;
  const all = await dated(asked, isNarrow ? [...own, ...shipped] : own);
  const chosen = year === undefined ? all : all.filter(isIn(year));
  return chosen.sort(inTime).map(({ document }) => document);
}

interface Dated {
  readonly document: RecordDocument;
  readonly dates: readonly Range[];
}

async function dated({ workspace, rest }: Asked, documents: readonly RecordDocument[]): Promise<Dated[]> {
  const found: Dated[] = [];
  for (const document of documents) {
    const dates = datesOf(document, workspace.reader()).map(({ date }) => date);
    if (found.push({ document, dates }) % BATCH === 0) await rest();
  }
  return found;
}

function isIn(year: number): (one: Dated) => boolean {
  const date = parseEdtf(year);
  const range = rangeOf(date, date);
  return ({ dates }) => dates.some((one) => meets(one, range));
}

/** By time, those without a date last, and by id. */
function inTime(a: Dated, b: Dated): number {
  const [one, other] = [a.dates[0], b.dates[0]];
  if (!one || !other) return Number(!one) - Number(!other) || byId(a, b);
  return byTime(one, other) || byId(a, b);
}

function byId({ document: a }: Dated, { document: b }: Dated): number {
  return a.record.id! < b.record.id! ? -1 : 1;
}
