/** The tool that reads a record: its YAML as it stands, what is wrong with it, what it is tied to, and its sources. */

import { referenceCount } from '../dataset/places.ts';
import type { RecordDocument } from '../dataset/record-index.ts';
import { REGISTRY_ROOT, registryText } from '../dataset/registry.ts';
import { kinds } from '../dataset/schema.ts';
import { LineIndex } from '../dataset/text.ts';
import { type TimelineRelation, timelineDetails } from '../dataset/timeline-details.ts';
import type { Workspace } from '../dataset/workspace.ts';
import { problemsData } from './problems.ts';
import { briefData, didYouMean, pathOf, recordsCalled, shown } from './records.ts';
import { type Asked, checked, type Data, type DataMap, Misuse, QUOTED, type Tool } from './tool.ts';

/** Characters of YAML in one answer. */
const LONGEST_TEXT = 12_000;
const MOST_RELATED = 30;
const MOST_SOURCES = 20;
const MOST_NAMESAKES = 20;

export const readRecord: Tool = {
  name: 'readRecord',
  reference: 'readRecord',
  title: 'Read a Record',
  description: 'Reads a record with its problems, its sources and what refers to it',
  modelDescription:
    'Read one record of a dataset of security initiatives by its id, or by any of its names: its YAML as it stands in the file, the problems that the rules find in it (rule, severity, line, message, fixes), its cited sources, the records it names and those that refer to it. Where several records are called so, they are listed: ask again with kind and id. Use it to see how records of a kind are written before you draft one, and to get the text of a record that is to be changed.',
  icon: 'book',
  input: {
    type: 'object',
    properties: {
      id: {
        type: 'string',
        description: 'The id of the record ("ots-summit-2025-gabala", "KAZ"), or any name of it.',
        maxLength: 300,
      },
      kind: { type: 'string', description: 'Its kind, where records of several kinds have this id.', enum: kinds },
      fromLine: {
        type: 'integer',
        description: 'The line of the record at which its text begins, to read on where an answer has ended.',
        minimum: 1,
        default: 1,
      },
    },
    required: ['id'],
    additionalProperties: false,
  },
  output: {
    type: 'object',
    properties: {
      note: { type: 'string' },
      record: { type: 'object', description: 'Kind, id, name, dates and file.' },
      yaml: { type: 'string', description: 'The text of the record as it stands.' },
      moreText: { type: 'string', description: 'How to get the rest of the text.' },
      problems: { type: 'array', description: 'Rule, severity, line, message and fixes of each.' },
      sources: { type: 'array', description: 'What it cites, and which fields that supports.' },
      names: { type: 'array', description: 'Records that it names.' },
      namedBy: { type: 'array', description: 'Records that refer to it, the latest.' },
      references: { type: 'integer', description: 'How many places refer to it in all.' },
      several: { type: 'array', description: 'Instead of all else: the records that are called so.' },
    },
    required: ['note'],
  },
  async run(asked, input) {
    const { id, kind, fromLine = 1 } = input as { id: string; kind?: string; fromLine?: number };
    const { dataset } = asked.workspace;
    const found = recordsCalled(dataset, id, kind);
    const [first] = found;
    if (!first) {
      const near = didYouMean(dataset, id, kind) || ' Look for it with findRecords.';
      throw new Misuse(`No ${kind ?? 'record'} is called ${shown(id)}.${near}`);
    }
    const isOne = found.every(({ record }) => record.kind === first.record.kind && record.id === first.record.id);
    return isOne ? wholeRecord(asked, first, fromLine, found.slice(1)) : several(asked.workspace, found);
  },
};

function several(workspace: Workspace, found: readonly RecordDocument[]): DataMap {
  const reader = workspace.reader();
  const shownOnes = found.slice(0, MOST_NAMESAKES).map((document) => briefData(document, workspace, reader));
  const rest = found.length - shownOnes.length;
  const more = rest > 0 ? ` There are ${rest} more.` : '';
  return {
    note: `${QUOTED} Several records are called so: ask for one by its id and kind.${more}`,
    several: shownOnes,
  };
}

async function wholeRecord(
  asked: Asked,
  document: RecordDocument,
  fromLine: number,
  twins: readonly RecordDocument[],
): Promise<DataMap> {
  const { workspace } = asked;
  const isShipped = document.uri.startsWith(REGISTRY_ROOT);
  const file = () => (isShipped ? registryText(document.uri) : workspace.textOf(document.uri)) ?? '';
  if (!isShipped) await checked(asked, [document.uri]);
  const firstLine = new LineIndex(file()).at(document.start).line;
  const problems = workspace.problemsOf(document.uri).filter((problem) => problem.document === document);
  const reader = workspace.reader();
  const { citations = [], moreCitations = 0, related = [], moreRelated = 0 } = timelineDetails(document, reader) ?? {};
  const [names, namedBy] = (['names', 'named-by'] as const).map((direction) =>
    related.filter((one) => one.direction === direction).map(relatedData),
  );
  const { kind, id = '' } = document.record;
  const sources = citations.slice(0, MOST_SOURCES).map(
    ({ key, ...citation }): Data => ({
      ...nameOfKey(key),
      ...citation,
    }),
  );
  const moreSources = citations.length - sources.length + moreCitations;
  const cut = (names!.length - MOST_RELATED > 0 ? names!.length - MOST_RELATED : 0) + moreRelated;
  return {
    note: QUOTED,
    record: briefData(document, workspace, reader),
    ...(twins.length > 0 && { sameIdIn: twins.slice(0, MOST_NAMESAKES).map(({ uri }) => pathOf(uri, workspace)) }),
    ...textFrom(document.yaml.text, fromLine),
    ...problemsData(problems, file(), firstLine),
    sources,
    ...(moreSources > 0 && { moreSources: `${moreSources} more stand in the text.` }),
    names: names!.slice(0, MOST_RELATED),
    namedBy: namedBy!.slice(-MOST_RELATED),
    references: referenceCount(workspace.dataset, kind, id),
    ...((cut > 0 || namedBy!.length > MOST_RELATED) && {
      moreRelated: 'There are more records that it names or that refer to it: findRecords lists those of a kind.',
    }),
  };
}

function relatedData({ key, title, role, when }: TimelineRelation): Data {
  return { ...nameOfKey(key), name: title, as: role, when };
}

function nameOfKey(key: string): DataMap {
  const slash = key.indexOf('/');
  return { kind: key.slice(0, slash), id: key.slice(slash + 1) };
}

/** As many whole lines as an answer may hold, at least one, which is cut where it is too long by itself. */
function textFrom(text: string, fromLine: number): DataMap {
  const lines = text.trimEnd().split('\n');
  if (fromLine > lines.length)
    throw new Misuse(`The record has ${lines.length} lines: \`fromLine\` lies after its end.`);
  let end = fromLine - 1;
  for (let length = 0; end < lines.length; end++) {
    length += lines[end]!.length + 1;
    if (length > LONGEST_TEXT && end >= fromLine) break;
  }
  const yaml = lines.slice(fromLine - 1, end).join('\n');
  const isCut = yaml.length > LONGEST_TEXT;
  const hasMore = end < lines.length;
  return {
    yaml: isCut ? yaml.slice(0, LONGEST_TEXT) : yaml,
    ...(hasMore && { moreText: `${lines.length - end} more lines: ask again with fromLine ${end + 1}.` }),
    ...(isCut && { cutText: 'The line is longer than an answer may be, and its end is left out.' }),
  };
}
