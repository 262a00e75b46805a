/** The timelines that a client shows: a feed for each dataset it has asked about, kept in step from then on. */
import type { SourceDocument } from '../dataset/document.ts';
import { aimingKey } from '../dataset/timeline/keys.ts';
import { timelineDetails } from '../dataset/timeline-details.ts';
import type { TimelineDetails, TimelineEvent, TimelineExport, TimelineUpdate } from '../protocol.ts';
import { readKey } from '../record-key.ts';
import type { Member } from '../session.ts';
import { exportOf } from './export.ts';
import { TimelineFeed } from './feed.ts';
import { idSpan } from './places.ts';

export class Timelines {
  readonly #announce: (update: TimelineUpdate) => void;
  /** By the ids of datasets: a file that stands alone has another dataset once it is opened again. */
  readonly #feeds = new Map<string, { readonly member: Member; readonly feed: TimelineFeed }>();

  constructor(announce: (update: TimelineUpdate) => void) {
    this.#announce = announce;
  }

  /** The whole timeline of a dataset; changes are announced from now on. */
  whole(member: Member): TimelineUpdate {
    let shown = this.#feeds.get(member.id);
    if (shown?.member !== member) {
      shown = { member, feed: new TimelineFeed(member.id, member.workspace, member.converter) };
      this.#feeds.set(member.id, shown);
    }
    return shown.feed.whole();
  }

  /** What the card of a record shows; null when the dataset has no such record, and for a key that is none. */
  details(member: Member, key: unknown): TimelineDetails | null {
    const document = documentOf(member, key);
    return (document && timelineDetails(document, member.workspace.reader())) ?? null;
  }

  /** Where a record's id stands; null when the dataset has no such record. */
  locate(member: Member, key: unknown): TimelineEvent['location'] | null {
    const document = documentOf(member, key);
    return document ? member.converter.location(document, idSpan(document)) : null;
  }

  /** The whole timeline with all details, for a file that is to work without a server. */
  export(member: Member): TimelineExport {
    return exportOf(this.whole(member), member.workspace);
  }

  /** Announces what has changed in a dataset, if anyone has asked about it. */
  changed(member: Member, stale: readonly string[]): void {
    const shown = this.#feeds.get(member.id);
    if (!shown) return;
    const update = shown.member === member ? shown.feed.changes(stale) : this.whole(member);
    if (update) this.#announce(update);
  }
}

/** The record of an entry's key, the record's own or its aim's; an id as people mistype it may hold anything. */
function documentOf({ workspace }: Member, key: unknown): SourceDocument | undefined {
  if (typeof key !== 'string') return undefined;
  const find = (whole: string) => {
    const named = readKey(whole);
    return named && workspace.dataset.find(named.kind, named.id);
  };
  const aiming = aimingKey(key);
  return (aiming === undefined ? undefined : find(aiming)) ?? find(key);
}
