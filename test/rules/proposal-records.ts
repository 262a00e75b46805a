/** Proposals for the tests of rules about proposals that are one. */
import { recordOf } from './support.ts';

/** A proposal of Kazakhstan to the OTS at Gabala; other lines in place of the usual ones, by key. */
export function proposal(id: string, title: string, other: Record<string, string> = {}): string {
  return recordOf({
    kind: 'proposal',
    id,
    title,
    type: 'establish-body',
    parties: '[{ state: KAZ, role: proposer }]',
    addressed_to: '{ organization: ots }',
    made_at: 'gabala',
    domains: '[cybersecurity]',
    status: 'proposed',
    ...other,
  });
}
