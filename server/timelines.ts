/** The timelines that a client shows: a feed for each dataset it has asked about, kept in step from then on. */
import type { TimelineUpdate } from './protocol.ts';
import type { Member } from './session.ts';
import { TimelineFeed } from './timeline-feed.ts';

export class Timelines {
  readonly #announce: (update: TimelineUpdate) => void;
  readonly #feeds = new Map<Member, TimelineFeed>();

  constructor(announce: (update: TimelineUpdate) => void) {
    this.#announce = announce;
  }

  /** The whole timeline of a dataset; changes are announced from now on. */
  whole(member: Member): TimelineUpdate {
    let feed = this.#feeds.get(member);
    if (!feed) {
      feed = new TimelineFeed(member.id, member.workspace, member.converter);
      this.#feeds.set(member, feed);
    }
    return feed.whole();
  }

  /** Announces what has changed in a dataset, if anyone has asked about it. */
  changed(member: Member, stale: readonly string[]): void {
    const update = this.#feeds.get(member)?.changes(stale);
    if (update) this.#announce(update);
  }
}
