/** How organizations hang together: bodies within bodies within an organization. */
import * as l10n from '@vscode/l10n';
import type { Reader, RecordView } from '../../dataset/reader.ts';
import { once } from './once.ts';

/**
 * An organization and what it is part of, from the inside out; a circle of parents is walked once. Empty where no record
 * has that id.
 */
export function lineage(reader: Reader, id: string): readonly RecordView[] {
  const view = reader.find('organization', id);
  return view ? lineageOf(view, reader) : [];
}

const lineageOf = once((inner: RecordView, reader: Reader): readonly RecordView[] => {
  const line = [inner];
  for (let next = inner.get('parent'); typeof next === 'string'; next = line.at(-1)!.get('parent')) {
    const view = reader.find('organization', next);
    if (!view || line.some((known) => known.id === view.id)) break;
    line.push(view);
  }
  return line;
});

/** Said as a word (NATO, ASEAN, CICA), not letter by letter, and so without an article. */
const SAID_AS_WORD = /^[B-DF-HJ-NP-TV-Z]?[AEIOU]+(?:[B-DF-HJ-NP-TV-Z][AEIOU]+)*[B-DF-HJ-NP-TV-Z]?$/;

/** What a message calls an organization: its abbreviation; a body, whose abbreviation others share, by its name. */
export function shortName(organization: RecordView): string {
  const abbreviation = organization.get('parent') === undefined ? organization.get('abbreviation') : undefined;
  if (typeof abbreviation !== 'string' || abbreviation === '') return organization.label;
  return abbreviation.length >= 4 && SAID_AS_WORD.test(abbreviation) ? abbreviation : l10n.t('the {0}', abbreviation);
}

/** Sorts of organization that stand on their own; one of another sort without `parent` merely does not say whose it is. */
const INDEPENDENT = ['organization', 'forum', 'process'];

/** Whether an organization with nothing above it is complete: no circle of parents, no parent that is yet unknown. */
export function standsAlone(top: RecordView): boolean {
  const type = top.get('type');
  return top.get('parent') === undefined && typeof type === 'string' && INDEPENDENT.includes(type);
}

/** Whether one of two organizations took over from the other, at once or by way of others; bodies may have passed on. */
export function isSuccession(reader: Reader, a: RecordView, b: RecordView): boolean {
  return succeeds(reader, a, b) || succeeds(reader, b, a);
}

function succeeds(reader: Reader, later: RecordView, earlier: RecordView): boolean {
  const seen = new Set<string>();
  let id: unknown = later.get('predecessor');
  while (typeof id === 'string' && !seen.has(id)) {
    if (id === earlier.id) return true;
    seen.add(id);
    id = reader.find('organization', id)?.get('predecessor');
  }
  return false;
}
