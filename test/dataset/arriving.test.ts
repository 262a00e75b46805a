/** Texts of which more are to come: read a document at a time, and nobody is asked again before the last one is in. */
import { describe, expect, it } from 'vitest';
import { parseEdtf } from '../../server/dataset/dates/edtf.ts';
import { registry } from '../../server/dataset/registry.ts';
import { Workspace } from '../../server/dataset/workspace.ts';
import { rules } from '../../server/rules/index.ts';
import { ROOT } from '../support/fixture.ts';

const MEETINGS = `${ROOT}/meetings.yaml`;
const MEETING = 'kind: summit\nid: meeting\nname: Meeting\norganization: ours\nstatus: held\ndate: 2025-8-1\n';

function newWorkspace(): Workspace {
  const settings = { rules: {}, today: parseEdtf('2025-10-31')! };
  return new Workspace({ root: ROOT, registry: registry(), rules, settings });
}

function organizations(count: number): string {
  const one = (i: number) => `kind: organization\nid: org-${i}\nname: Organization ${i}\ntype: forum\n`;
  return Array.from({ length: count }, (_, i) => one(i)).join('---\n');
}

describe('a workspace that expects more texts', () => {
  it('lets in one document after the other, and stops where it is told to', () => {
    const workspace = newWorkspace();
    workspace.expect([{ uri: `${ROOT}/organizations.yaml`, text: organizations(5) }]);
    const counts: number[] = [];
    for (let done = false; !done; ) {
      done = workspace.admit(() => true);
      counts.push([...(workspace.dataset.own.byKind.get('organization') ?? [])].length);
    }
    expect(counts).toEqual([1, 2, 3, 4, 5]);
  });

  it('tells at once what a file says by itself, and asks it again only when all are in', () => {
    const workspace = newWorkspace();
    const found = () => workspace.problemsOf(MEETINGS).map(({ rule }) => rule);
    workspace.expect([{ uri: MEETINGS, text: MEETING }]);
    workspace.checkFiles([MEETINGS]);
    expect(found()).toContain('bad-date');
    expect(found()).not.toContain('unknown-reference');
    workspace.expect([{ uri: `${ROOT}/organizations.yaml`, text: organizations(3) }]);
    workspace.admit();
    expect(found()).not.toContain('unknown-reference');
    expect(workspace.check()).toBe(true);
    expect(found()).toEqual(expect.arrayContaining(['bad-date', 'unknown-reference']));
  });

  it('has let in everything for whoever asks about the whole', () => {
    const workspace = newWorkspace();
    workspace.expect([{ uri: `${ROOT}/organizations.yaml`, text: organizations(3) }]);
    expect(workspace.reader().find('organization', 'org-2')?.label).toBe('Organization 2');
  });

  it('has let in everything before a text of which none are to come, and what it has checked', () => {
    const workspace = newWorkspace();
    const ids = () => [...workspace.dataset.own.byId.keys()].sort();
    workspace.expect([{ uri: `${ROOT}/organizations.yaml`, text: organizations(2) }]);
    workspace.expect([{ uri: MEETINGS, text: MEETING }]);
    workspace.checkFiles([MEETINGS]);
    expect(ids()).toEqual(['meeting']);
    workspace.apply([{ uri: `${ROOT}/a.yaml`, text: 'kind: person\nid: a\n' }]);
    expect(ids()).toEqual(['a', 'meeting', 'org-0', 'org-1']);
  });

  it('checks first what has just been written, wherever it stands in a long file', () => {
    const workspace = newWorkspace();
    const uri = `${ROOT}/organizations.yaml`;
    workspace.expect([{ uri, text: organizations(9) }]);
    workspace.checkFiles([uri], () => true);
    workspace.expect([
      {
        uri,
        text: organizations(9).replace(
          'type: forum\n---\nkind: organization\nid: org-8',
          'type: forun\n---\nkind: organization\nid: org-8',
        ),
      },
    ]);
    expect(workspace.checkFiles([uri], () => true)).toBe(false);
    expect(workspace.problemsOf(uri).map(({ rule }) => rule)).toContain('schema');
  });

  it('forgets what goes before it has been let in', () => {
    const workspace = newWorkspace();
    workspace.expect([{ uri: `${ROOT}/organizations.yaml`, text: organizations(3) }]);
    workspace.admit(() => true);
    workspace.expect([{ uri: `${ROOT}/organizations.yaml`, text: undefined }]);
    expect(workspace.admit()).toBe(true);
    expect(workspace.dataset.own.byId.size).toBe(0);
  });
});
