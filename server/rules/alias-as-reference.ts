/** Reports a name where an id belongs, when just one record goes by that name. */
import * as l10n from '@vscode/l10n';
import { isIdOf } from '../dataset/drafts/ids.ts';
import type { Rule } from '../dataset/rule.ts';
import { rewriteAt } from './support/fixes.ts';
import { mendText, strangeMessage, strangeWords } from './support/strange-words.ts';

export const aliasAsReference: Rule = {
  name: 'alias-as-reference',
  severity: 'warning',
  title: 'A name stands where an id belongs.',
  docs: {
    what: 'A field that points to another record holds one of its names, or its id in other letters, and no other record goes by that name.',
    why: 'Names change and are spelt in many ways; ids do not. Other programs look the record up by its id alone.',
    fix: 'Write the id.',
  },
  examples: {
    wrong: [
      'kind: organization\nid: ots\nname: Organization of Turkic States\naliases: [Turkic Council]\ntype: organization\n---\nkind: organization\nid: ots-chs\nname: Council of Heads of State\ntype: body\nparent: ⟦Turkic Council⟧\n',
      'kind: organization\nid: ots\nname: Organization of Turkic States\ntype: organization\nseat: { city: Istanbul, state: ⟦Türkiye⟧ }\n',
      'kind: organization\nid: ots\nname: Organization of Turkic States\ntype: organization\nseat: { city: Istanbul, state: ⟦tur⟧ }\n',
    ],
    right: [
      'kind: organization\nid: ots\nname: Organization of Turkic States\ntype: organization\nseat: { city: Istanbul, state: TUR }\n',
    ],
  },
  concerns: ({ record }, reader) => reader.astray(record).length > 0,
  *check(document, reader) {
    for (const { reference, resolved } of reader.astray(document.record)) {
      if (resolved.type !== 'alias') continue;
      const [id, ...others] = new Set(resolved.owners.map((owner) => owner.id));
      const span = document.spanOf(reference.path);
      if (id === undefined || others.length > 0 || document.isDoubtful(span)) continue;
      yield {
        span,
        message: messageFor(reference.id, id),
        fixes: () => {
          const edits = rewriteAt(document, reference.path, id);
          // What is no id would only be the next mistake.
          return [{ title: l10n.t('Change to `{0}`', id), edits, certain: isIdOf(reference.kind, id) }];
        },
      };
    }
  },
};

function messageFor(written: string, id: string): string {
  if (written.toLowerCase() === id.toLowerCase()) return l10n.t('The id is written `{0}`, not `{1}`.', id, written);
  if (mendText(written) === id) return strangeWords(written).map(strangeMessage).join(' ');
  return l10n.t('`{0}` is a name, and an id belongs here: write `{1}`.', written, id);
}
