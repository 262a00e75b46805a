/** A timeline that needs no server: all that is on it with all details, and nothing of the machine it was made on. */
import { detailer } from '../dataset/timeline-details.ts';
import type { Workspace } from '../dataset/workspace.ts';
import { Converter } from '../features/convert.ts';
import type { TimelineDetails, TimelineExport, TimelineUpdate } from '../protocol.ts';
import { canonicalUri, nameOf } from '../sources/uri.ts';
import { TimelineFeed } from './feed.ts';

/** The timeline of a dataset, given its workspace, checked, and the URI of its root or of the one file it consists of. */
export function timelineExport(workspace: Workspace, converter: Converter, id: string): TimelineExport {
  return exportOf(new TimelineFeed(id, workspace, converter).whole(), workspace);
}

/** The same where there is no client that spells URIs its own way. */
export function plainTimelineExport(workspace: Workspace, id: string): TimelineExport {
  return timelineExport(workspace, new Converter(workspace, { spelled: (uri) => uri }), id);
}

/**
 * A whole timeline with the details of all its records. Files are named by their path from the dataset's root, escaped as
 * in a URI; one outside the root, or of a dataset without, by its name alone. The title stands for the dataset's own URI.
 */
export function exportOf(whole: TimelineUpdate, workspace: Workspace): TimelineExport {
  const detailsOf = detailer(workspace.reader());
  const details: Record<string, TimelineDetails> = {};
  for (const { kind, id } of whole.events) {
    const key = `${kind}/${id}`;
    const document = key in details ? undefined : workspace.dataset.find(kind, id);
    const known = document && detailsOf(document);
    if (known) details[key] = known;
  }
  const relative = (uri: string) => pathFrom(workspace.root, uri);
  const events = whole.events.map((event) => ({
    ...event,
    location: { ...event.location, uri: relative(event.location.uri) },
  }));
  return { update: { ...whole, dataset: whole.title, events, broken: whole.broken.map(relative) }, details };
}

function pathFrom(root: string | undefined, uri: string): string {
  const own = canonicalUri(uri);
  const isInside = root !== undefined && own.startsWith(`${root}/`);
  return isInside ? own.slice(root.length + 1) : encodeURIComponent(nameOf(own));
}
