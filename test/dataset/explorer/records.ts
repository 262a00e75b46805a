/** Records that stories of the tree have in common, and the tree of some files. */
import { type Grouping, Tree } from '../../../server/dataset/explorer/tree.ts';
import { makeWorkspace } from '../../support/fixture.ts';

export const SUMMIT =
  'kind: summit\nid: gabala\nname: Gabala Summit\norganization: ots\nstatus: held\ndate: 2025-10-07\nhost: AZE\n';
export const EARLIER =
  'kind: summit\nid: bishkek\nname: Bishkek Summit\norganization: ots\nstatus: held\ndate: 2024-11-06\nhost: KGZ\n';
export const PROPOSAL = 'kind: proposal\ntype: position\nstatus: proposed\n';
export const COUNCIL = `${PROPOSAL}id: council\ntitle: Cyber Council\nmade_at: gabala\nparties: [{ state: KAZ }]\ndomains: [cybersecurity, youth]\n`;

/** The tree of a dataset of these files, by what they are grouped and searched for. */
export function treeOf(files: Readonly<Record<string, string>>, grouping: Grouping = 'organization', query = ''): Tree {
  return Tree.of(makeWorkspace(files, []), { grouping, query });
}
