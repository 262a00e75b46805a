/** Reports records of one kind that share an id. */

import * as l10n from '@vscode/l10n';
import { modelWord } from '../../l10n/language.ts';
import type { Rule } from '../dataset/rule.ts';

export const duplicateId: Rule = {
  name: 'duplicate-id',
  severity: 'error',
  title: 'Two records of a kind share an id.',
  docs: {
    what: 'Two records of the dataset are of the same kind and have the same id, or ids that differ in upper and lower case only. A record that takes the place of one in the registry is no duplicate.',
    why: 'References to that id could mean either record; files named after ids that differ in case only overwrite each other on many systems.',
    fix: 'Give one of them another id, or merge the two when they are about the same thing.',
  },
  examples: {
    wrong: [
      'kind: person\nid: ⟦sadyr-japarov⟧\nname: Sadyr Japarov\n---\nkind: person\nid: ⟦sadyr-japarov⟧\nname: Sadyr Zhaparov\n',
      {
        'persons/sadyr-japarov.yaml': 'kind: person\nid: ⟦sadyr-japarov⟧\nname: Sadyr Japarov\n',
        'more.yaml':
          'kind: person\nid: ⟦sadyr-japarov⟧\nname: Sadyr Zhaparov\n---\nkind: person\nid: serdar\nname: Serdar\n',
      },
    ],
    right: [
      'kind: person\nid: sadyr-japarov\nname: Sadyr Japarov\n---\nkind: person\nid: akylbek-japarov\nname: Akylbek Japarov\n',
      { 'organizations/ots.yaml': 'kind: organization\nid: ots\nname: Turkic States\ntype: organization\n' },
    ],
  },
  concerns: (document, reader) => {
    const { record } = document;
    return record?.id !== undefined && reader.ownIds(record.kind, record.id, document).length > 0;
  },
  *check(document, reader) {
    const { record } = document;
    if (record?.id === undefined) return;
    const ids = reader.ownIds(record.kind, record.id, document);
    const span = document.spanOf(['id']);
    if (document.isDoubtful(span)) return;
    const { kind } = record;
    const related = ids.map((id) => ({ kind, id, path: ['id'], message: l10n.t('The other {0}', modelWord(kind)) }));
    yield {
      span,
      message: ids.includes(record.id)
        ? l10n.t('Another {0} has this id, too: give one of them another.', modelWord(kind))
        : l10n.t(
            'Another {0} has the id `{1}`, which differs in case only: give one of them another.',
            modelWord(kind),
            ids[0]!,
          ),
      related,
      fixes: () => related.map((goesTo) => ({ title: l10n.t('Go to the other `{0}`', goesTo.id), edits: [], goesTo })),
    };
  },
};
