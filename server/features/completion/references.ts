/** Records to refer to, found by id or by any of their names in any script. */
import { type Dataset, inOrder } from '../../dataset/dataset.ts';
import { fold } from '../../dataset/names/names.ts';
import { idKey, type RecordDocument } from '../../dataset/record-index.ts';
import { type Entry, entriesOf, rankOf } from './catalogue.ts';
import type { ValueSlot } from './context.ts';
import { type Draft, scalar } from './item.ts';
import type { Setting } from './setting.ts';

/** How many of the dataset's own records are listed; whoever looks for another one types on. */
const MOST = 200;
/** The registry is listed whole: it is small, and known to be so. */
const MOST_SHIPPED = 400;
const MOST_COUNTED = 1000;
/** A record that this many others refer to says nothing about what belongs together. */
const TOO_COMMON = 500;

interface Candidate {
  readonly document: RecordDocument;
  readonly id: string;
  readonly rank: number;
  readonly own: boolean;
  readonly related: number;
  /** How many records refer to it. */
  readonly referrers: number;
}

/** The records of a kind that the typed text finds, all of them where it finds none. */
export function referenceItems(setting: Setting, kind: string, slot: ValueSlot): Draft[] {
  const found = foundItems(setting, kind, slot);
  return found.length > 0 || fold(slot.typed) === '' ? found : itemsOf(candidates(setting, kind, slot, ''), kind, slot);
}

/** The records of a kind that the typed text finds. */
export function foundItems(setting: Setting, kind: string, slot: ValueSlot): Draft[] {
  return itemsOf(candidates(setting, kind, slot, fold(slot.typed)), kind, slot);
}

function itemsOf(found: readonly Candidate[], kind: string, slot: ValueSlot): Draft[] {
  const seen = new Set<string>();
  const items: Draft[] = [];
  for (const { document, id } of found) {
    if (seen.has(id)) continue;
    seen.add(id);
    items.push({
      label: id,
      kind: 'reference',
      detail: document.record.label,
      record: { kind, id },
      span: slot.span,
      newText: slot.lead + scalar(id, slot.flow, slot.quote) + slot.tail,
      isSnippet: false,
      // The editor filters what is found here once more, by the letters typed: they are given back to it.
      ...(slot.typed.trim() !== '' && { filterText: `${slot.typed} ${id}` }),
    });
  }
  return items;
}

function candidates(setting: Setting, kind: string, slot: ValueSlot, query: string): Candidate[] {
  const { dataset } = setting;
  const barred = new Set(slot.siblings);
  if (kind === setting.schema && setting.id !== undefined) barred.add(setting.id);
  const related = relatedTo(setting, kind, slot);
  const best = (documents: ReadonlySet<RecordDocument> | undefined, own: boolean, most: number): Candidate[] => {
    const found: { entry: Entry; rank: number }[] = [];
    for (const entry of documents ? entriesOf(documents) : []) {
      if (!entry) continue;
      const rank = query === '' ? 0 : rankOf(entry, query);
      if ((rank === 0 && query !== '') || barred.has(entry.id) || (!own && dataset.isReplaced(entry.document)))
        continue;
      found.push({ entry, rank });
    }
    // Among thousands it does not matter much who is referred to most, and to find out takes longer than all the rest.
    const counted = found.length <= MOST_COUNTED;
    const list = new Best(most);
    for (const { entry, rank } of found) {
      const { document, id } = entry;
      const referrers = counted ? referrersOf(dataset, id) : 0;
      list.add({ document, id, rank, own, related: related.get(id) ?? 0, referrers });
    }
    return list.items;
  };
  const own = best(dataset.own.byKind.get(kind), true, MOST);
  const shipped = best(dataset.registry.byKind.get(kind), false, MOST_SHIPPED);
  return [...own, ...shipped].sort(compare);
}

/** The better match first; of equals the dataset's own, then what belongs to the records at hand, then what is referred to most. */
function compare(a: Candidate, b: Candidate): number {
  return (
    b.rank - a.rank ||
    Number(b.own) - Number(a.own) ||
    b.related - a.related ||
    b.referrers - a.referrers ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : inOrder(a.document, b.document))
  );
}

function referrersOf({ own, registry }: Dataset, id: string): number {
  const key = idKey(id);
  return (own.byTarget.get(key)?.length ?? 0) + (registry.byTarget.get(key)?.length ?? 0);
}

/** Keeps the best few of many in order, so that one pass over all records is enough. */
class Best {
  readonly items: Candidate[] = [];
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  add(candidate: Candidate): void {
    const { items } = this;
    if (items.length >= this.#most && compare(candidate, items.at(-1)!) >= 0) return;
    let low = 0;
    let high = items.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(items[middle]!, candidate) <= 0) low = middle + 1;
      else high = middle;
    }
    items.splice(low, 0, candidate);
    if (items.length > this.#most) items.pop();
  }
}

/**
 * Ids of records of a kind that have to do with the records this one refers to: those that these refer to (the members
 * of its organization) and those that refer to the same (the organization's other meetings); with how many ties each.
 */
function relatedTo(setting: Setting, kind: string, slot: ValueSlot): Map<string, number> {
  const ties = new Map<string, number>();
  const { dataset } = setting;
  for (const target of setting.targets(slot.path)) {
    const { id, kind: targetKind, references } = target.record;
    const ids = new Set<string>();
    for (const reference of references) if (reference.kind === kind) ids.add(reference.id);
    for (const index of [dataset.own, dataset.registry]) {
      const referrers = index.byTarget.get(idKey(id ?? ''));
      if (!referrers || referrers.length > TOO_COMMON) continue;
      for (const { record } of referrers) {
        if (record.kind !== kind || record.id === undefined) continue;
        if (record.references.some((other) => other.kind === targetKind && other.id === id)) ids.add(record.id);
      }
    }
    for (const one of ids) ties.set(one, (ties.get(one) ?? 0) + 1);
  }
  return ties;
}
