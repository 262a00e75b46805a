/** Reports ids that a record had before it was renamed. */
import type { Rule } from '../dataset/rule.ts';
import { rewriteAt } from './support/fixes.ts';
import { renamedFrom } from './support/former-ids.ts';
import { distinctById } from './support/views.ts';
import { listed } from './support/words.ts';

const BODY = 'kind: organization\nid: ots-chs\nname: Council of Heads of State\ntype: body\n';
const RENAMED =
  'kind: organization\nid: ots\nname: Organization of Turkic States\ntype: organization\nformer_ids: [turkic-council]\n';

export const formerIdReference: Rule = {
  name: 'former-id-reference',
  severity: 'warning',
  title: 'The record has another id now.',
  docs: {
    what: 'A field that points to another record holds an id which that record had before: it stands among its `former_ids`.',
    why: 'The link still tells what is meant, but other programs look the record up by its present id alone.',
    fix: 'Write the present id. Where several records claim the former id, choose the one that is meant.',
  },
  examples: {
    wrong: [`${BODY}parent: ⟦turkic-council⟧\n---\n${RENAMED}`],
    right: [`${BODY}parent: ots\n---\n${RENAMED}`],
  },
  concerns: ({ record }, reader) => reader.astray(record).length > 0,
  *check(document, reader) {
    for (const { reference, resolved } of reader.astray(document.record)) {
      if (resolved.type !== 'former') continue;
      const span = document.spanOf(reference.path);
      if (document.isDoubtful(span)) continue;
      const owners = distinctById(resolved.owners);
      const ids = owners.map(({ id }) => id);
      yield {
        span,
        message:
          ids.length === 1
            ? `\`${reference.id}\` is a former id: the ${reference.kind} has the id \`${ids[0]}\` now.`
            : `\`${reference.id}\` is a former id of ${listed(ids, 'and')}: write the id of the one that is meant.`,
        related: owners.map((owner) => renamedFrom(owner, reference.id)),
        fixes: () =>
          ids.map((id) => ({
            title: `Change to \`${id}\``,
            edits: rewriteAt(document, reference.path, id),
            certain: ids.length === 1,
          })),
      };
    }
  },
};
