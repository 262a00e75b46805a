/** When the card of the selected record is open, what it shows, and asking the host for it anew once the dataset has changed. */
import type { TimelineDetails } from '../../../../server/protocol.ts';
import type { TimelineModel } from '../../drawing/model.ts';
import type { Host } from '../host.ts';
import { recordOf, type Selection } from '../selection.ts';
import { Details } from './details.ts';

export interface DetailsParts {
  host: Host;
  model: TimelineModel;
  selection: Selection;
  onOpen(key: string, focus: boolean): void;
  onClose(): void;
}

export class DetailsPane {
  open: boolean;
  readonly #parts: DetailsParts;
  readonly #card: Details;
  /** What has been asked for, and the answer once it is there. */
  #asked: { key: string; revision: number; details: TimelineDetails | null } | null = null;

  constructor(open: boolean, parts: DetailsParts) {
    this.open = open;
    this.#parts = parts;
    this.#card = new Details({ onOpen: parts.onOpen, onClose: parts.onClose });
  }

  get element(): HTMLElement {
    return this.#card.element;
  }

  /** The host's answer; one that nobody waits for any longer is passed over. */
  receive(key: string, details: TimelineDetails | null): void {
    if (this.#asked?.key !== key) return;
    this.#asked.details = details;
    this.show();
  }

  /** Brings the card in line with selection and model. */
  show(): void {
    const { host, model, selection } = this.#parts;
    const event = this.open && selection.selected !== null ? model.get(selection.selected) : undefined;
    if (!event) {
      this.#asked = null;
      this.#card.show(null);
      return;
    }
    const key = recordOf(event.key);
    const { revision, laneNames: names } = model;
    if (this.#asked?.key !== key || this.#asked.revision !== revision) {
      this.#asked = { key, revision, details: this.#asked?.key === key ? this.#asked.details : null };
      host.post({ type: 'details', key });
    }
    this.#card.show({ event, details: this.#asked.details, names, opensRecords: host.opensRecords });
  }
}
