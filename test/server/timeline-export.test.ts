/** A timeline for a file: the whole with all details, and nothing of the machine on which it was made. */
import { describe, expect, it } from 'vitest';
import { Converter } from '../../server/features/convert.ts';
import { rules } from '../../server/rules/index.ts';
import { timelineExport } from '../../server/timeline/export.ts';
import { TimelineFeed } from '../../server/timeline/feed.ts';
import { generateDataset } from '../bench/generate.ts';
import { makeWorkspace, ROOT } from '../support/fixture.ts';

const SUMMIT = 'kind: summit\nid: gabala\nname: Gabala\norganization: ots\nstatus: held\ndate: 2025-10-07\n';
const PROPOSAL =
  'kind: proposal\nid: council\ntitle: Council\ntype: establish-body\nstatus: proposed\nparties: [{ state: KAZ }]\nmade_at: gabala\ntarget: { date: 2026 }\ndomains: []\n';

function exported(files: Readonly<Record<string, string>>) {
  const workspace = makeWorkspace(files, rules);
  // The client may spell the places of its files in its own way.
  const spelled = (uri: string) => uri.replace('file:', 'FILE:');
  const converter = new Converter(workspace, { spelled });
  return { ...timelineExport(workspace, converter, ROOT), workspace, converter };
}

describe('a timeline for a file', () => {
  it('is the whole, with the details of each record', () => {
    const { update, details, workspace, converter } = exported({ 'a.yaml': SUMMIT, 'b.yaml': PROPOSAL });
    const whole = new TimelineFeed(ROOT, workspace, converter).whole();
    expect(update.events.map(({ key }) => key)).toEqual(whole.events.map(({ key }) => key));
    expect(update).toMatchObject({ whole: true, today: '2025-10-31', laneNames: whole.laneNames });
    expect(Object.keys(details).sort()).toEqual(['proposal/council', 'summit/gabala']);
    expect(details['summit/gabala']?.related).toContainEqual(
      expect.objectContaining({ key: 'proposal/council', role: 'Made at', direction: 'named-by' }),
    );
  });

  it('names files from the root of the dataset, and the dataset by its title', () => {
    const { update } = exported({
      'initiatives.yaml': 'dataset: Eurasia\n',
      'summits/in%20Gabala.yaml': SUMMIT,
      'broken.yaml': 'kind: summit\nname: "open\n',
    });
    expect(update.dataset).toBe('Eurasia');
    expect(update.events[0]?.location).toMatchObject({
      uri: 'summits/in%20Gabala.yaml',
      range: { start: { line: 1 } },
    });
    expect(update.broken).toEqual(['broken.yaml']);
  });

  it('holds no path of anyone’s machine, not even of a file outside the dataset', () => {
    const { workspace, converter } = exported({ 'a.yaml': SUMMIT, 'b.yaml': SUMMIT });
    workspace.apply([{ uri: 'file:///home/someone/Secret%20plans/c.yaml', text: PROPOSAL }]);
    workspace.check();
    const text = JSON.stringify(timelineExport(workspace, converter, ROOT));
    expect(text).toContain('"uri":"c.yaml"');
    expect(text).not.toMatch(/file:|someone|Secret/i);
  });

  it('is the same in whatever order the files were read', () => {
    const files = Object.entries({
      'c.yaml': PROPOSAL,
      'a.yaml': SUMMIT,
      'b.yaml': `${SUMMIT.replaceAll('gabala', 'tianjin').replace('ots', 'sco')}host: CHN\n---\n${SUMMIT}`,
    });
    const text = (entries: typeof files) => {
      const { update, details } = exported(Object.fromEntries(entries));
      return JSON.stringify({ update, details });
    };
    expect(text(files.toReversed())).toBe(text(files));
    expect(text(files.toSorted())).toBe(text(files));
  });

  it('has every problem with its record', () => {
    const { update } = exported({ 'a.yaml': SUMMIT.replace('ots', 'nobody') });
    expect(update.events[0]?.problems).toContainEqual(expect.objectContaining({ severity: 'error' }));
  });

  it('is complete for a large dataset', () => {
    const files = generateDataset({ records: 600 }).map(({ path, text }) => [path, text] as const);
    const { update, details } = exported(Object.fromEntries(files));
    expect(update.events.length).toBeGreaterThan(400);
    for (const { kind, id } of update.events) expect(details[`${kind}/${id}`]).toBeDefined();
  });
});
