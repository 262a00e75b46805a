/** Reports exceptions that silence nothing. */
import * as l10n from '@vscode/l10n';
import { type Exception, exceptionsOf, hasReason } from '../dataset/exceptions.ts';
import type { Rule } from '../dataset/rule.ts';
import { itemRemoval } from './support/fixes.ts';

const PERSON = 'kind: person\nid: sadyr-japarov\nname: Sadyr Japarov\n';

export const unusedException: Rule = {
  name: 'unused-exception',
  severity: 'warning',
  title: 'An exception silences nothing.',
  docs: {
    what: 'An entry of `exceptions` names a rule that finds nothing in the record, or that another entry silences already, or it gives no reason. A rule that is switched off is not looked at.',
    why: 'The exception outlives its reason. When the rule finds something later, nobody will be told.',
    fix: 'Remove the entry. Where the reason is missing, write it.',
  },
  examples: {
    wrong: [
      `${PERSON}offices:\n  - { title: President, state: KGZ, from: 2021-01-28 }\nexceptions:\n  - rule: ⟦unknown-reference⟧\n    reason: The registry does not know the state yet.\n`,
      `${PERSON}offices:\n  - { title: Envoy, state: XTR }\nexceptions:\n  - { rule: unknown-reference, reason: The registry does not know the state. }\n  - { rule: ⟦unknown-reference⟧, reason: The state is new. }\n`,
    ],
    right: [
      `${PERSON}offices:\n  - { title: Envoy, state: XTR }\nexceptions:\n  - rule: unknown-reference\n    reason: The registry does not know the state.\n`,
    ],
  },
  last: true,
  // Where the text is broken, rules leave out what they cannot be sure of.
  concerns: (document) => document.yaml.errors.length === 0 && exceptionsOf(document).length > 0,
  *check(document, _, results) {
    const silenced = new Set<string>();
    for (const exception of exceptionsOf(document)) {
      const { index, rule } = exception;
      const finding = findingOn(exception, results.get(rule), silenced.has(rule));
      if (hasReason(exception)) silenced.add(rule);
      if (!finding) continue;
      const { message, certain } = finding;
      yield {
        span: document.markOf(['exceptions', index, 'rule']),
        message,
        fixes: () =>
          itemRemoval(document, ['exceptions', index], l10n.t('Remove the exception for `{0}`', rule), certain),
      };
    }
  },
};

/** `found` is whether the rule has found something, `undefined` where it has not run: it is switched off, or there is none. */
function findingOn(
  exception: Exception,
  found: boolean | undefined,
  isRepeated: boolean,
): { message: string; certain: boolean } | undefined {
  const { rule, reason } = exception;
  // That there is no reason at all is told by `schema`.
  if (found === undefined || reason === undefined) return undefined;
  if (!hasReason(exception)) {
    return {
      message: l10n.t('Without a reason this silences nothing: say why the rule does not fit here.'),
      certain: false,
    };
  }
  if (isRepeated)
    return { message: l10n.t('An entry above silences `{0}` already: remove this one.', rule), certain: true };
  return found
    ? undefined
    : { message: l10n.t('`{0}` finds nothing here: remove the exception.', rule), certain: true };
}
