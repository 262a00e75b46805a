/** How organizations hang together: bodies within bodies within an organization. */
import type { Reader, RecordView } from '../../dataset/reader.ts';

/**
 * An organization and what it is part of, from the inside out; a circle of parents is walked once. Empty where no record
 * has that id.
 */
export function lineage(reader: Reader, id: string): RecordView[] {
  const line: RecordView[] = [];
  for (let next: unknown = id; typeof next === 'string'; next = line.at(-1)!.get('parent')) {
    const view = reader.find('organization', next);
    if (!view || line.some((known) => known.id === view.id)) break;
    line.push(view);
  }
  return line;
}

/** What a message calls an organization: its abbreviation with an article, else its name. */
export function shortName(organization: RecordView): string {
  const abbreviation = organization.get('abbreviation');
  return typeof abbreviation === 'string' && abbreviation !== '' ? `the ${abbreviation}` : organization.label;
}
