/** Reports ids that a record had before it was renamed. */

import * as l10n from '@vscode/l10n';
import { modelWord } from '../../l10n/language.ts';
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
            ? l10n.t(
                '`{0}` is a former id: the {1} has the id `{2}` now.',
                reference.id,
                modelWord(reference.kind),
                ids[0]!,
              )
            : l10n.t(
                '`{0}` is a former id of {1}: write the id of the one that is meant.',
                reference.id,
                listed(ids, 'and'),
              ),
        related: owners.map((owner) => renamedFrom(owner, reference.id)),
        fixes: () =>
          ids.map((id) => ({
            title: l10n.t('Change to `{0}`', id),
            edits: rewriteAt(document, reference.path, id),
            certain: ids.length === 1,
          })),
      };
    }
  },
};
