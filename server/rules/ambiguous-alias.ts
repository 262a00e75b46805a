/** Reports a name where an id belongs, when several records go by that name. */

import * as l10n from '@vscode/l10n';
import { listed } from '../../l10n/language.ts';
import type { RecordView } from '../dataset/reader.ts';
import type { Rule } from '../dataset/rule.ts';
import { rewriteAt } from './support/fixes.ts';

export const ambiguousAlias: Rule = {
  name: 'ambiguous-alias',
  severity: 'error',
  title: 'The name belongs to several records.',
  docs: {
    what: 'A field that points to another record holds a name that several records of that kind go by, such as a surname.',
    why: 'Nobody can tell which of them is meant, so the link leads nowhere.',
    fix: 'Write the id of the one that is meant.',
  },
  examples: {
    wrong: [
      'kind: person\nid: akylbek-japarov\nname: Akylbek Japarov\naliases: [Zhaparov]\n---\nkind: person\nid: sadyr-japarov\nname: Sadyr Japarov\naliases: [Zhaparov]\n---\nkind: proposal\nid: kgz-peacekeeping\ntitle: Peacekeeping forces\ntype: intensify-activity\nparties:\n  - { person: ⟦Zhaparov⟧ }\ndomains: [peacekeeping]\nstatus: announced\ncitations: [{ source: example-report }]\n',
    ],
    right: [
      'kind: person\nid: akylbek-japarov\nname: Akylbek Japarov\naliases: [Zhaparov]\n---\nkind: person\nid: sadyr-japarov\nname: Sadyr Japarov\naliases: [Zhaparov]\n---\nkind: proposal\nid: kgz-peacekeeping\ntitle: Peacekeeping forces\ntype: intensify-activity\nparties:\n  - { person: sadyr-japarov }\ndomains: [peacekeeping]\nstatus: announced\ncitations: [{ source: example-report }]\n',
    ],
  },
  concerns: ({ record }, reader) => reader.astray(record).length > 0,
  *check(document, reader) {
    for (const { reference, resolved } of reader.astray(document.record)) {
      if (resolved.type !== 'alias') continue;
      const owners = distinct(resolved.owners);
      const span = document.spanOf(reference.path);
      if (owners.length < 2 || document.isDoubtful(span)) continue;
      const named = owners.map(({ id, label }) => `\`${id}\` (${label})`);
      yield {
        span,
        message: l10n.t('`{0}` is a name of {1}: write the id of the one that is meant.', reference.id, listed(named)),
        related: owners.map(({ kind, id, label }) => ({ kind, id, path: ['id'], message: label })),
        fixes: () =>
          owners.map(({ id, label }) => ({
            title: l10n.t('Change to `{0}` ({1})', id, label),
            edits: rewriteAt(document, reference.path, id),
          })),
      };
    }
  },
};

/** The owners, each once; they come by their ids. */
function distinct(owners: readonly RecordView[]): RecordView[] {
  const byId = new Map<string, RecordView>();
  for (const owner of owners) if (!byId.has(owner.id)) byId.set(owner.id, owner);
  return [...byId.values()];
}
