/** Reports ids that another record of the kind had before. */
import * as l10n from '@vscode/l10n';
import type { Rule } from '../dataset/rule.ts';
import { renamedFrom } from './support/former-ids.ts';
import { distinctById } from './support/views.ts';
import { listed } from './support/words.ts';

const SADYR = 'kind: person\nid: sadyr-japarov\nname: Sadyr Japarov\n';
const AKYLBEK = 'name: Akylbek Japarov\n';

export const reusedId: Rule = {
  name: 'reused-id',
  severity: 'error',
  title: "The id is another record's former id.",
  docs: {
    what: 'A record has an id that another record of its kind had before, as the `former_ids` of that one tell.',
    why: 'Whoever still holds the former id, in another dataset or an older copy, now gets the wrong record. So an id is never given away.',
    fix: 'Give the record another id. If both are about the same thing, merge them.',
  },
  examples: {
    wrong: [`${SADYR}former_ids: [japarov]\n---\nkind: person\nid: ⟦japarov⟧\n${AKYLBEK}`],
    right: [`${SADYR}former_ids: [japarov]\n---\nkind: person\nid: akylbek-japarov\n${AKYLBEK}`],
  },
  concerns: ({ record }, reader) => record?.id !== undefined && reader.formerly(record.kind, record.id).length > 0,
  *check(document, reader) {
    const { record } = document;
    if (record?.id === undefined) return;
    const id = record.id;
    const owners = distinctById(reader.formerly(record.kind, id).filter((owner) => owner.id !== id));
    if (owners.length === 0) return;
    const span = document.spanOf(['id']);
    if (document.isDoubtful(span)) return;
    const named = listed(
      owners.map((owner) => owner.id),
      'and',
    );
    yield {
      span,
      message: l10n.t(
        '`{0}` is a former id of {1}, and an id is never given to another record: choose another.',
        id,
        named,
      ),
      related: owners.map((owner) => renamedFrom(owner, id)),
    };
  },
};
