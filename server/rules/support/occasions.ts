/** Where proposals are made: at a meeting, or for a term in the chair. */
import type { Dataset } from '../../dataset/dataset.ts';
import type { RecordDocument } from '../../dataset/record-index.ts';
import type { Path } from '../../dataset/yaml/tree.ts';

/** The property of a proposal that names its occasion, by the occasion's kind. */
const FIELDS: ReadonlyMap<string, string> = new Map([
  ['summit', 'made_at'],
  ['chairmanship', 'context'],
]);

/** A proposal, and the path at which it names its occasion. */
interface ProposalMade {
  readonly document: RecordDocument;
  readonly path: Path;
}

/** The proposals made at a meeting, or for a term; none for records of other kinds. */
export function proposalsMade(dataset: Dataset, kind: string, id: string): ProposalMade[] {
  const field = FIELDS.get(kind);
  if (field === undefined) return [];
  const proposals = dataset.referrers(kind, id, 'proposal').filter(({ record }) => record.value[field] === id);
  return proposals.map((document) => ({ document, path: [field] }));
}
