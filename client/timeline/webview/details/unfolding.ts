/** Opens the card so that a double click still hits what its first click chose. */
import type { DetailsPane } from './pane.ts';

/** Ms after which two clicks are no double click any more. */
const DOUBLE_CLICK = 400;
/** Px around the pointer that must stay: what is chosen there would otherwise be moved out of the card's way. */
const MARGIN = 60;

export class Unfolding {
  readonly #pane: DetailsPane;
  readonly #unfold: () => void;
  /** Where the pointer was pressed last, unless a key has been pressed since. */
  #pressed: { x: number; y: number } | null = null;
  #timer = 0;

  constructor(pane: DetailsPane, unfold: () => void) {
    this.#pane = pane;
    this.#unfold = unfold;
    const forget = () => {
      this.#pressed = null;
    };
    const press = ({ clientX: x, clientY: y }: PointerEvent) => {
      this.#pressed = { x, y };
    };
    window.addEventListener('pointerdown', press, true);
    window.addEventListener('keydown', forget, true);
  }

  /** At once, or after a while where the card would come to lie under the pointer. */
  open(): void {
    if (this.#pane.open) return;
    this.cancel();
    if (!this.#pressed || !this.#pane.covers(this.#pressed, MARGIN)) this.#unfold();
    else this.#timer = window.setTimeout(this.#unfold, DOUBLE_CLICK);
  }

  cancel(): void {
    clearTimeout(this.#timer);
  }
}
