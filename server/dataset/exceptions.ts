/** What a record says of rules that are to be silent about it. */
import type { SourceDocument } from './document.ts';
import type { YamlRecord } from './yaml/tree.ts';

/** One entry of `exceptions`; without a reason it silences nothing. */
export interface Exception {
  /** Its place in the list. */
  readonly index: number;
  readonly rule: string;
  /** `undefined` where it is missing or no text. */
  readonly reason: string | undefined;
}

const NONE: readonly Exception[] = [];

/** The exceptions of a document, but for those that name no rule. */
export function exceptionsOf(document: SourceDocument): readonly Exception[] {
  const entries = document.record?.value.exceptions;
  if (!Array.isArray(entries)) return NONE;
  return entries.flatMap((entry, index) => {
    if (entry === null || typeof entry !== 'object' || Array.isArray(entry)) return [];
    const { rule, reason } = entry as YamlRecord;
    return typeof rule === 'string' ? [{ index, rule, reason: typeof reason === 'string' ? reason : undefined }] : [];
  });
}

/** Whether an exception says why, and so holds. */
export function hasReason({ reason }: Exception): boolean {
  return reason !== undefined && reason.trim() !== '';
}
