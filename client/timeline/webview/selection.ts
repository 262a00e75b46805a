/** Which record is selected and which item has the roving focus. Selecting never posts: only the user's own act does. */
import type { Item } from '../drawing/layout/items.ts';
import { recordOf } from '../drawing/links.ts';

export class Selection {
  /** Event key of the record that is outlined. */
  selected: string | null = null;
  /** Id of the one item Tab reaches. */
  current: string | null = null;
  /** A record to scroll to once it has been laid out. */
  pendingReveal: string | null = null;

  /** Whether `item` shows the selected record, any facet of it, or is the "+n" that hides it. */
  holds(item: Item): boolean {
    if (this.selected === null) return false;
    const selected = recordOf(this.selected);
    const events = item.type === 'cluster' ? item.events : [item.event];
    return events.some(({ key }) => key.startsWith(selected) && recordOf(key) === selected);
  }

  /** Items that must stay drawn wherever the view goes: the one with the focus. */
  get pinned(): ReadonlySet<string> {
    return new Set(this.current === null ? [] : [this.current]);
  }
}
