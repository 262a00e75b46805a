/** How the text of an answer is understood: dates as people type them, and what the schemas say of other texts. */
import * as l10n from '@vscode/l10n';
import { listed } from '../../l10n/language.ts';
import { inWords, parseEdtf } from '../dataset/dates/edtf.ts';
import { impossibleDate, repairDate } from '../dataset/dates/repair.ts';
import { isDateSchema, schemaAt } from '../dataset/schema.ts';
import { patternMessageOf } from '../dataset/shape.ts';
import type { DraftCheck } from './messages.ts';

/** What a text would be in a field of a kind. */
export function understood(kind: string, path: string, text: string): DraftCheck {
  const steps = path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  const schema = schemaAt(kind, steps);
  const said = text.trim();
  if (!schema || said === '') return { text: said, message: null };
  if (isDateSchema(schema)) return date(said, schema.format === 'edtf-date-time');
  const fits = schema.pattern === undefined || new RegExp(schema.pattern, 'u').test(said);
  return fits ? { text: said, message: null } : { text: null, message: withoutTicks(patternMessageOf(schema) ?? '') };
}

/** Without the marks of code, which an input box would show as they are. */
export function withoutTicks(text: string): string {
  return text.replace(/`/g, '');
}

function date(said: string, withTime: boolean): DraftCheck {
  const known = parseEdtf(said, withTime);
  if (known) return { text: said, message: inWords(known) };
  const [first, ...others] = repairDate(said, withTime).dates;
  if (first === undefined) {
    const isNone = impossibleDate(said) !== undefined;
    const message = isNone
      ? l10n.t('There is no such day. Write a date such as 2025-10-07, 2025-10 or 2025.')
      : l10n.t('Write a date such as 2025-10-07, 2025-10 or 2025.');
    return { text: null, message };
  }
  if (others.length === 0) return { text: first, message: `${first}: ${inWords(parseEdtf(first, withTime)!)}` };
  const readings = [first, ...others].map((each) => `${each} (${inWords(parseEdtf(each, withTime)!)})`);
  return {
    text: null,
    message: l10n.t('This can be read in several ways: write {0}.', listed(readings, 'disjunction')),
  };
}
