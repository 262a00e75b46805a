/** Which record each stands below, by what its schema says; what leads in a circle is taken apart. */
import { schemaAt } from '../schema.ts';
import type { Entries } from './entries.ts';
import { type Entry, pathsOf, valuesOf } from './entry.ts';

/** Whether records of a kind stand at the top, as those of a kind that can only stand below its own do. */
export function isTopmost(kind: string): boolean {
  const paths = pathsOf(kind, 'under');
  return paths.length > 0 && paths.every((path) => schemaAt(kind, path.split('.'))?.reference === kind);
}

/**
 * The parent of each entry that has one, those of shipped records among them, which come in with what stands below them.
 * Found in steps between which others may have their turn.
 */
export function* parentsAmong(entries: Entries): Generator<void, Map<Entry, Entry>> {
  const parents = new Map<Entry, Entry>();
  // Those that come in meanwhile are looked at, too.
  for (const some of [entries.own, entries.shipped]) {
    for (const entry of some) {
      const parent = parentOf(entry, entries);
      if (parent && parent !== entry) parents.set(entry, parent);
      yield;
    }
  }
  openCircles(parents);
  return parents;
}

function parentOf(entry: Entry, entries: Entries): Entry | undefined {
  for (const { kind, text } of valuesOf(entry.document.record, 'under')) {
    const parent = kind === undefined ? undefined : entries.find(kind, text);
    if (parent) return parent;
  }
  return undefined;
}

/** Of records in a circle the first by its step stands at the top, wherever one begins to look. */
function openCircles(parents: Map<Entry, Entry>): void {
  const done = new Set<Entry>();
  for (const start of parents.keys()) {
    const trail = new Set<Entry>();
    let entry: Entry | undefined = start;
    while (entry && !done.has(entry) && !trail.has(entry)) {
      trail.add(entry);
      entry = parents.get(entry);
    }
    if (entry && trail.has(entry)) {
      const all = [...trail];
      const [first] = all.slice(all.indexOf(entry)).sort((a, b) => (a.step < b.step ? -1 : 1));
      parents.delete(first!);
    }
    for (const each of trail) done.add(each);
  }
}
