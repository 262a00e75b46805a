/** What the card of a timeline entry shows beyond the entry itself: facts, citations, and the records it is tied to. */
import type { SourceDocument } from './document.ts';
import type { Reader } from './reader.ts';
import type { RecordDocument } from './record-index.ts';
import { briefOfSource, citationsOf } from './timeline/citations.ts';
import type { TimelineDetails } from './timeline/details.ts';
import { factsOf } from './timeline/facts.ts';
import { type Brief, relationsOf } from './timeline/relations.ts';
import { timelineEntries } from './timeline.ts';

export type { TimelineCitation, TimelineDetails, TimelineFact, TimelineRelation } from './timeline/details.ts';

const MOST_CITATIONS = 50;

/** The details of one record; `undefined` for a document that holds none. */
export function timelineDetails(document: SourceDocument, reader: Reader): TimelineDetails | undefined {
  return detailer(reader)(document);
}

/**
 * Makes the details of many records of a dataset that does not change meanwhile: what there is to say of a record is
 * worked out once for all that are tied to it.
 */
export function detailer(reader: Reader): (document: SourceDocument) => TimelineDetails | undefined {
  // Details are made when someone asks, so what they ask of the dataset is not remembered.
  const dataset = reader.forFixes();
  const entriesOf = remembered((document: SourceDocument) => timelineEntries(document, reader));
  const sourceOf = remembered((id: string) => briefOfSource(id, dataset));
  const briefOf = (document: RecordDocument): Brief => {
    const [entry] = entriesOf(document);
    const title = entry?.title ?? document.record.label;
    return { title, when: entry?.date.words, start: entry?.date.min ?? -Infinity };
  };
  return (document) => {
    const { record } = document;
    if (!record?.id) return undefined;
    const citations = citationsOf(record, sourceOf);
    const { related, more } = relationsOf(record, dataset, briefOf);
    return {
      facts: factsOf(record, entriesOf(document), dataset),
      citations: citations.slice(0, MOST_CITATIONS),
      ...(citations.length > MOST_CITATIONS && { moreCitations: citations.length - MOST_CITATIONS }),
      related,
      ...(more > 0 && { moreRelated: more }),
    };
  };
}

/** Works each answer out once. */
function remembered<K, V>(answer: (key: K) => V): (key: K) => V {
  const answers = new Map<K, V>();
  return (key) => {
    let known = answers.get(key);
    if (known === undefined) {
      known = answer(key);
      answers.set(key, known);
    }
    return known;
  };
}
