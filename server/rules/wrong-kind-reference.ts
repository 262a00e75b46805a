/** Reports ids that exist, but as another kind of record than the field points to. */

import * as l10n from '@vscode/l10n';
import { listed as inRow, modelWord } from '../../l10n/language.ts';
import type { Rule } from '../dataset/rule.ts';
import { listed, withArticle } from './support/words.ts';

export const wrongKindReference: Rule = {
  name: 'wrong-kind-reference',
  severity: 'error',
  title: 'The id belongs to another kind of record.',
  docs: {
    what: 'A field that points to one kind of record holds the id of another kind, such as an organization where a state belongs.',
    why: 'The link leads nowhere: ids are looked up among the records of the kind that the field wants.',
    fix: 'Write the id of a record of the right kind, or move the id to the field that it belongs in.',
  },
  examples: {
    wrong: [
      'kind: organization\nid: ots\nname: Organization of Turkic States\ntype: organization\nseat: { city: Istanbul, state: ⟦csto⟧ }\n---\nkind: organization\nid: csto\nname: Collective Security Treaty Organization\ntype: organization\n',
    ],
    right: [
      'kind: organization\nid: ots\nname: Organization of Turkic States\ntype: organization\nseat: { city: Istanbul, state: TUR }\n',
    ],
  },
  concerns: ({ record }, reader) => reader.astray(record).length > 0,
  *check(document, reader) {
    for (const { reference, resolved } of reader.astray(document.record)) {
      if (resolved.type !== 'wrong-kind') continue;
      const span = document.spanOf(reference.path);
      if (document.isDoubtful(span)) continue;
      const found = [...new Set(resolved.others.map(({ kind }) => kind))].sort();
      const is = inRow(found.map(withArticle));
      yield {
        span,
        message: l10n.t(
          '{0} is {1}, and this field points to {2}.',
          listed([reference.id], 'and'),
          is,
          withArticle(reference.kind),
        ),
        related: found.map((kind) => ({
          kind,
          id: reference.id,
          path: ['id'],
          message: l10n.t('`{0}` is this {1}.', reference.id, modelWord(kind)),
        })),
      };
    }
  },
};
