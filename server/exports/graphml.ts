/** GraphML: records as nodes and every reference between them as an edge, for Gephi, yEd, NetworkX, igraph and the like. */
import { schemaAt } from '../dataset/schema.ts';
import { ownCopy } from '../dataset/text.ts';
import { isMap, keyOf, text } from '../dataset/timeline/values.ts';
import { entriesOf } from '../dataset/timeline.ts';
import type { Path, YamlRecord, YamlValue } from '../dataset/yaml/tree.ts';
import type { ExportDataset, ExportedRecord } from './dataset.ts';
import type { FileFormat, OutputFile } from './format.ts';
import { Directory, labelOf } from './meaning/directory.ts';
import { DistinctRecords } from './meaning/distinct.ts';
import { countOf } from './meaning/words.ts';
import { elementText, XML_HEAD, type XmlElement } from './xml.ts';

/** What nodes and edges may have, in the order in which they have it: name and type of each. */
const NODE_KEYS = {
  kind: 'string',
  /** Not `id`, which readers keep for the node's own. */
  record_id: 'string',
  label: 'string',
  date: 'string',
  status: 'string',
  /** Whether others refer to it, but it is not there itself. */
  stub: 'boolean',
} as const;
const EDGE_KEYS = {
  /** The path of the reference, without places in lists: `parties.state`. */
  relation: 'string',
  /** What sort of entry of a list it stands in: `proposer`. */
  role: 'string',
} as const;

const NAMESPACE = 'http://graphml.graphdrawing.org/xmlns';
/** Kinds of record that others borrow a name or a date from. */
const NAMED = ['person', 'organization', 'state', 'summit', 'document', 'chairmanship'];
/** A name token of XML, in which GraphML wants the ids of nodes, has no other characters of ASCII; there are more, but these do. */
const NO_NAME = /[^a-zA-Z0-9.:-]/gu;

/** http://graphml.graphdrawing.org/specification.html */
export const graphml: FileFormat = {
  name: 'graphml',
  description: 'GraphML: who proposes what where, as nodes and edges for Gephi, yEd, NetworkX',
  container: 'file',
  extensions: ['.graphml', '.xml'],
  async write(dataset, file) {
    const records = new DistinctRecords();
    await file.write(head());
    const { written, stubs } = await writeNodes(dataset, records, file);
    const edges = await writeEdges(dataset, records, file);
    await file.write('</graph>\n</graphml>\n');
    const only = `Not exported themselves: ${countOf(stubs, 'record', 'records')} that others refer to. They have nodes marked "stub".`;
    return {
      written: written + edges,
      noun: ['node or edge', 'nodes and edges'],
      leftOut: [...(stubs > 0 ? [only] : []), ...records.leftOut],
    };
  },
};

function head(): string {
  const keys = [
    ...Object.entries(NODE_KEYS).map((key) => keyElement('node', key)),
    ...Object.entries(EDGE_KEYS).map((key) => keyElement('edge', key)),
  ];
  return `${XML_HEAD}<graphml xmlns="${NAMESPACE}">\n${keys.join('')}<graph id="dataset" edgedefault="directed">\n`;
}

function keyElement(of: 'node' | 'edge', [name, type]: readonly [string, string]): string {
  return elementText('key', { '@id': `${of}-${name}`, '@for': of, '@attr.name': name, '@attr.type': type });
}

/** Writes a node for each record, and one for each that is referred to but not there. Answers how many of each. */
async function writeNodes(
  dataset: ExportDataset,
  records: DistinctRecords,
  file: OutputFile,
): Promise<{ written: number; stubs: number }> {
  const directory = await Directory.of(dataset, NAMED);
  const wanted = new Map<string, readonly [kind: string, id: string]>();
  let written = 0;
  for await (const exported of records.of(dataset)) {
    await file.write(nodeOf(exported, directory));
    written++;
    for (const reference of exported.record.references) {
      const [kind, id] = [reference.kind, ownCopy(reference.id)];
      if (id !== '') wanted.set(keyOf(kind, id), [kind, id]);
    }
  }
  let stubs = 0;
  for (const [kind, id] of wanted.values()) {
    if (records.has(kind, id)) continue;
    await file.write(nodeText({ kind, record_id: id, label: directory.label(kind, id), stub: 'true' }));
    stubs++;
  }
  return { written: written + stubs, stubs };
}

function nodeOf({ kind, id, value, record }: ExportedRecord, directory: Directory): string {
  const entries = entriesOf(record, directory);
  const own = entries.find(({ key }) => key === keyOf(kind, id));
  const status = text(value.status);
  return nodeText({
    kind,
    record_id: id,
    label: own?.title ?? labelOf(kind, id, value),
    ...(own && { date: own.date.edtf }),
    ...(status !== undefined && { status }),
    stub: 'false',
  });
}

function nodeText(data: Partial<Record<keyof typeof NODE_KEYS, string>> & { kind: string; record_id: string }): string {
  return elementText('node', { '@id': nodeId(data.kind, data.record_id), data: dataOf('node', data) });
}

/** Writes an edge for each reference; a record that stands nowhere else in the graph has a node by now. */
async function writeEdges(dataset: ExportDataset, records: DistinctRecords, file: OutputFile): Promise<number> {
  let edges = 0;
  for await (const { kind, id, value, record } of records.of(dataset)) {
    for (const reference of record.references) {
      if (reference.id === '') continue;
      const role = roleBeside(kind, value, reference.path);
      const relation = reference.path.filter((step) => typeof step === 'string').join('.');
      await file.write(
        elementText('edge', {
          '@source': nodeId(kind, id),
          '@target': nodeId(reference.kind, reference.id),
          data: dataOf('edge', { relation, ...(role !== undefined && { role }) }),
        }),
      );
      edges++;
    }
  }
  return edges;
}

/** The choice that stands beside a reference in the same entry of a list: `proposer`. */
function roleBeside(kind: string, value: YamlRecord, path: Path): string | undefined {
  const end = path.findLastIndex((step) => typeof step === 'number') + 1;
  if (end === 0) return undefined;
  const at = path.slice(0, end);
  let entry: YamlValue | undefined = value;
  for (const step of at) entry = (entry as YamlRecord | undefined)?.[step];
  if (!isMap(entry)) return undefined;
  for (const [name, { values }] of schemaAt(kind, at)?.properties ?? []) {
    if (values.length > 0 && text(entry[name]) !== undefined) return text(entry[name]);
  }
  return undefined;
}

function dataOf(of: 'node' | 'edge', values: Readonly<Record<string, string>>): XmlElement[] {
  return Object.entries(values).map(([name, value]) => ({ '@key': `${of}-${name}`, '#text': value }));
}

/** `<kind>:<id>` as a name token; two ids never give one. */
function nodeId(kind: string, id: string): string {
  return `${kind}:${id.replace(NO_NAME, (character) => `_${character.codePointAt(0)!.toString(16)}_`)}`;
}
