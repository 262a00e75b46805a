/** The timelines that a client shows: a feed for each dataset it has asked about, kept in step from then on. */
import type { SourceDocument } from '../dataset/document.ts';
import { timelineDetails } from '../dataset/timeline-details.ts';
import type { TimelineDetails, TimelineEvent, TimelineExport, TimelineUpdate } from '../protocol.ts';
import type { Member } from '../session.ts';
import { exportOf } from './export.ts';
import { TimelineFeed } from './feed.ts';
import { idSpan } from './places.ts';

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

  /** What the card of a record shows; null when the dataset has no such record. */
  details(member: Member, key: string): TimelineDetails | null {
    const document = documentOf(member, key);
    return (document && timelineDetails(document, member.workspace.reader())) ?? null;
  }

  /** Where a record's id stands; null when the dataset has no such record. */
  locate(member: Member, key: string): TimelineEvent['location'] | null {
    const document = documentOf(member, key);
    return document ? member.converter.location(document, idSpan(document)) : null;
  }

  /** The whole timeline with all details, for a file that is to work without a server. */
  export(member: Member): TimelineExport {
    return exportOf(this.whole(member), member.workspace);
  }

  /** Announces what has changed in a dataset, if anyone has asked about it. */
  changed(member: Member, stale: readonly string[]): void {
    const update = this.#feeds.get(member)?.changes(stale);
    if (update) this.#announce(update);
  }
}

/** The record of an entry's key, `<kind>/<id>` with or without the facet; an id as people mistype it may hold anything. */
function documentOf({ workspace }: Member, key: string): SourceDocument | undefined {
  const [, kind, id, facet] = /^([^/]*)\/(.*?)(#target)?$/s.exec(key) ?? [];
  if (kind === undefined || id === undefined) return undefined;
  return workspace.dataset.find(kind, id) ?? (facet ? workspace.dataset.find(kind, id + facet) : undefined);
}
