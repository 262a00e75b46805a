/** What a dataset is like, in a few words. */

import { env, l10n } from 'vscode';
import { counted as inForms } from '../l10n/language.ts';
import type { DatasetStatus } from '../server/protocol.ts';

/** How far reading has come. */
export function readingText({ read = 0, all = 0 }: DatasetStatus): string {
  return all === 0 ? l10n.t('Looking for records…') : l10n.t('Reading {0} of {1} files…', counted(read), counted(all));
}

/** Records and what is wrong with them, in short: `1,204 records · 3 errors`. */
export function countsText({ records, problems, validated }: DatasetStatus): string {
  const found = [
    inForms(records, l10n.t('{0} record|{0} records')),
    ...(validated ? problemsText(problems) : [l10n.t('problems are not shown')]),
  ];
  return found.join(' · ');
}

/** Hints are left out: the Problems view shows none. */
function problemsText(problems: DatasetStatus['problems']): string[] {
  const found = severityTexts({ ...problems, hint: 0 });
  return found.length > 0 ? found : [l10n.t('no problems')];
}

/** How many problems there are of each severity that has some. */
export function severityTexts({ error, warning, info, hint }: DatasetStatus['problems']): string[] {
  return [
    ...(error > 0 ? [inForms(error, l10n.t('{0} error|{0} errors'))] : []),
    ...(warning > 0 ? [inForms(warning, l10n.t('{0} warning|{0} warnings'))] : []),
    ...(info > 0 ? [inForms(info, l10n.t('{0} note|{0} notes'))] : []),
    ...(hint > 0 ? [inForms(hint, l10n.t('{0} hint|{0} hints'))] : []),
  ];
}

/** A number with its thousands apart, as the person's language has it. */
export function counted(count: number): string {
  return count.toLocaleString(env.language);
}
