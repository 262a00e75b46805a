/** GraphML, read back by libxml2 and graphology. */
import Graph from 'graphology';
import { parse } from 'graphology-graphml';
import { XmlDocument } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import { graphml } from '../../server/exports/graphml.ts';
import { HOSTILE, oddFiles } from './odd-dataset.ts';
import { type DatasetOptions, exportDataset, write } from './support.ts';

const PROPOSAL = [
  'kind: proposal\nid: council\ntitle: Cybersecurity Council\nstatus: proposed\nmade_at: gabala',
  'parties: [{ state: KAZ, person: tokayev, role: proposer }, { state: UZB, role: supporter }]',
  'addressed_to: { organization: ots }\n',
].join('\n');
const SUMMIT = 'kind: summit\nid: gabala\nname: Gabala summit\norganization: ots\ndate: 2025-10-07\n';

/** The graph of some files as graphology reads it; libxml2 finds the text well-formed. */
async function graphOf(files: Record<string, string>, options: DatasetOptions = {}) {
  const { text, summary } = await write(graphml, exportDataset(files, options));
  XmlDocument.fromString(text()).dispose();
  const graph = parse(Graph, text(), { addMissingNodes: false });
  return { graph, summary, text: text() };
}

/** Each edge in a line: "council –parties.state (proposer)→ KAZ". */
function edgesOf(graph: Graph): string[] {
  return graph.mapEdges((_, { relation, role }, source, target) => {
    const [from, to] = [source, target].map((node) => graph.getNodeAttribute(node, 'record_id'));
    return `${from} –${relation}${role ? ` (${role})` : ''}→ ${to}`;
  });
}

describe('GraphML', () => {
  it('has records as nodes, and each reference as an edge that says what it means', async () => {
    const { graph, summary } = await graphOf({ 'a.yaml': PROPOSAL, 'b.yaml': SUMMIT }, { withRegistry: false });
    expect(graph.type).toBe('directed');
    expect(graph.getNodeAttributes('proposal:council')).toEqual({
      kind: 'proposal',
      record_id: 'council',
      label: 'Cybersecurity Council',
      date: '2025-10-07',
      status: 'proposed',
      stub: false,
    });
    expect(edgesOf(graph).sort()).toEqual([
      'council –addressed_to.organization→ ots',
      'council –made_at→ gabala',
      'council –parties.person (proposer)→ tokayev',
      'council –parties.state (proposer)→ KAZ',
      'council –parties.state (supporter)→ UZB',
      'gabala –organization→ ots',
    ]);
    expect(graph.getNodeAttributes('state:UZB')).toEqual({
      kind: 'state',
      record_id: 'UZB',
      label: 'UZB',
      stub: true,
    });
    expect(summary).toEqual({
      written: 12,
      noun: ['node or edge', 'nodes and edges'],
      leftOut: ['Not exported themselves: 4 records that others refer to. They have nodes marked "stub".'],
    });
  });

  it('knows states and organizations of the registry by their names', async () => {
    const { graph, summary } = await graphOf({ 'a.yaml': PROPOSAL, 'b.yaml': SUMMIT });
    expect(graph.getNodeAttribute('state:UZB', 'label')).toBe('Uzbekistan');
    expect(graph.getNodeAttribute('organization:ots', 'label')).toBe('Organization of Turkic States');
    expect(summary.leftOut).toEqual([
      'Not exported themselves: 1 record that others refer to. They have nodes marked "stub".',
    ]);
  });

  it('has a graph without nodes where there are no records', async () => {
    const { graph, summary } = await graphOf({});
    expect(graph.order).toBe(0);
    expect(summary.written).toBe(0);
  });

  it('declares each sort of data with its type', async () => {
    const { text } = await write(graphml, exportDataset({}));
    const document = XmlDocument.fromString(text());
    const keys = document.find('//g:key', { g: 'http://graphml.graphdrawing.org/xmlns' });
    expect(keys).toHaveLength(8);
    document.dispose();
  });

  it('bears every oddity, and names nodes by tokens of XML', async () => {
    const { graph, text } = await graphOf(oddFiles());
    const titles = graph.mapNodes((_, { label }) => label as string);
    for (const hostile of HOSTILE.slice(0, 8)) expect(titles).toContain(hostile);
    expect(graph.nodes().filter((node) => !/^[\w.:-]+$/.test(node))).toEqual([]);
    const ids = [...text.matchAll(/<node id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    // Every end of an edge is a node that stands before it.
    const ends = [...text.matchAll(/(?:source|target)="([^"]*)"/g)].map(([, id]) => id);
    expect(ends.filter((end) => !ids.includes(end))).toEqual([]);
    expect(text.lastIndexOf('<node ')).toBeLessThan(text.indexOf('<edge '));
  });
});
