/** When the card of the selected record is open, what it shows, and asking the host for it anew once the dataset has changed. */
import type { TimelineDetails, TimelineEvent } from '../../../../server/protocol.ts';
import { recordOf } from '../../drawing/links.ts';
import type { TimelineModel } from '../../drawing/model.ts';
import type { Host } from '../host.ts';
import type { Selection } from '../selection.ts';
import { cardText } from './card-text.ts';
import { Details } from './details.ts';

export interface DetailsParts {
  host: Host;
  model: TimelineModel;
  selection: Selection;
  onOpen(key: string, focus: boolean): void;
  onClose(): void;
}

/** What has been asked for, and the answer once it is there. */
interface Question {
  readonly key: string;
  readonly revision: number;
  details: TimelineDetails | null;
  answered: boolean;
}

export class DetailsPane {
  open: boolean;
  readonly #parts: DetailsParts;
  readonly #card: Details;
  #asked: Question | null = null;
  #event: TimelineEvent | null = null;

  constructor(open: boolean, parts: DetailsParts) {
    this.open = open;
    this.#parts = parts;
    this.#card = new Details({ onOpen: parts.onOpen, onClose: parts.onClose });
  }

  get element(): HTMLElement {
    return this.#card.element;
  }

  /** Whether the card, if it opened now, would come to lie within `margin` px of a place in the window. */
  covers({ x, y }: { x: number; y: number }, margin: number): boolean {
    const { hidden } = this.element;
    this.element.hidden = false;
    const { left, top } = this.element.getBoundingClientRect();
    this.element.hidden = hidden;
    return x > left - margin && y > top - margin;
  }

  /** The host's answer; one that nobody waits for any longer is passed over. */
  receive(key: string, details: TimelineDetails | null): void {
    if (this.#asked?.key !== key) return;
    this.#asked.details = details;
    this.#asked.answered = true;
    this.show();
  }

  /** Brings the card in line with selection and model. */
  show(): void {
    const { host, model } = this.#parts;
    if (!this.open) {
      this.#asked = null;
      this.#card.show(null);
      return;
    }
    this.#event = this.#chosen();
    if (!this.#event) {
      this.#asked = null;
      this.#card.show({ type: 'none', known: model.known });
      return;
    }
    const key = recordOf(this.#event.key);
    const { revision, laneNames } = model;
    if (this.#asked?.key !== key || this.#asked.revision !== revision) {
      const before = this.#asked?.key === key ? this.#asked : { details: null, answered: false };
      this.#asked = { key, revision, details: before.details, answered: before.answered };
      host.post({ type: 'details', key });
    }
    const { details, answered } = this.#asked;
    const { opensRecords } = host;
    const card = cardText({ event: this.#event, details, laneNames, links: model.links, opensRecords });
    this.#card.show({ type: 'record', card, waiting: !answered });
  }

  /**
   * The entry of the selected record. One that is not on the timeline has no card of its own: that of the record before
   * stays, as whoever follows a citation to its source comes back.
   */
  #chosen(): TimelineEvent | null {
    const { model, selection } = this.#parts;
    if (selection.selected === null) return null;
    const before = this.#event;
    return model.links.find(selection.selected) ?? (before && model.links.find(before.key)) ?? null;
  }
}
