/** What a rule is about, where its name stands in a dataset. */
import * as l10n from '@vscode/l10n';
import { ruleTitle } from '../../l10n/language.ts';
import type { Rule } from '../dataset/rule.ts';
import { escapeMarkdown } from './markdown.ts';

/**
 * A rule's title, what it reports, and a link to its page; nothing where no rule has that name.
 * @param page the address of the page about a rule, with `{rule}` for its name
 */
export function ruleCard(
  { rules }: { readonly rules: readonly Rule[] },
  name: string,
  page: string | undefined,
): string | undefined {
  const rule = rules.find((one) => one.name === name);
  if (!rule) return undefined;
  const parts = [`**${escapeMarkdown(name)}** — ${ruleTitle(rule.title)}`, rule.docs.what];
  if (page !== undefined)
    parts.push(`[${l10n.t('More about this rule')}](${page.replace('{rule}', encodeURIComponent(name))})`);
  return parts.join('\n\n');
}
