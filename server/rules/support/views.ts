/** Records as rules find them. */
import type { RecordView } from '../../dataset/reader.ts';

/** One of several records with the same id, for each id. */
export function distinctById(views: readonly RecordView[]): RecordView[] {
  return [...new Map(views.map((view) => [view.id, view])).values()];
}
