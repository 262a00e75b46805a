/** The card of the selected record: what it says, its citations, and ways to every record it is tied to. */
import type { LaneNames, TimelineDetails, TimelineEvent } from '../../../../server/protocol.ts';
import { html } from '../svg.ts';

export interface DetailsListener {
  /** A record, `<kind>/<id>`, is to be shown: in its text, or in the drawing if it is there and no text is beside. */
  onOpen(key: string, focus: boolean): void;
  onClose(): void;
}

export interface DetailsScene {
  event: TimelineEvent;
  /** null while they are on their way. */
  details: TimelineDetails | null;
  names: LaneNames;
  /** Whether records can be opened in their text. */
  opensRecords: boolean;
}

export class Details {
  readonly element = html('aside', { class: 'details', 'aria-label': 'Details', hidden: '' });
  readonly #listener: DetailsListener;

  constructor(listener: DetailsListener) {
    this.#listener = listener;
  }

  /** Shows a record, or nothing. */
  show(scene: DetailsScene | null): void {
    void [scene, this.#listener];
  }
}
