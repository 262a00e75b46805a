/** Saves the timeline as SVG, PNG or a page of its own: the menu in the toolbar, and making the files. */
import * as l10n from '@vscode/l10n';
import type { TimelineFormat } from '../../../../server/protocol.ts';
import type { Arrangement } from '../../drawing/arrangement.ts';
import { PAPER } from '../../drawing/ink.ts';
import type { TimelineModel } from '../../drawing/model.ts';
import { type Picture, picture } from '../../drawing/picture/picture.ts';
import { toSvgText } from '../../drawing/shapes.ts';
import type { Host } from '../host.ts';
import { iconButton } from '../icons.ts';
import type { SavedState } from '../saved-state.ts';
import { pictureRulers } from '../stage/font.ts';
import type { View } from '../stage/viewport.ts';
import { html } from '../svg.ts';
import { paintShape } from './canvas.ts';
import { type Choice, MenuButton } from './menu-button.ts';

export interface SavingParts {
  host: Host;
  model: TimelineModel;
  arrangement: Arrangement;
  /** What is on screen, and the width of the plot in px. */
  view(): { view: View; width: number };
  /** What a page made of this one opens with. */
  state(): SavedState;
}

const CHOICES: readonly Choice<TimelineFormat>[] = [
  {
    value: 'svg',
    label: l10n.t('SVG picture'),
    hint: l10n.t('The time on screen with all its lanes, sharp at every size'),
  },
  { value: 'png', label: l10n.t('PNG picture'), hint: l10n.t('The same for slides and documents') },
  { value: 'html', label: l10n.t('Web page'), hint: l10n.t('The whole timeline in one file that works offline') },
];

/** A picture is as wide as the panel, but never so narrow that nothing can be read, px. */
const NARROWEST = 1000;
const WIDEST = 4000;
/** What pictures add to the width of the plot: heads and margins, px. */
const BESIDES = 208;
/** Px of a PNG for each of the picture, if the whole does not become larger than browsers can hold. */
const SCALE = 2;
const LONGEST_SIDE = 16_384;
const MOST_PIXELS = 64e6;

export class Saving {
  /** The button and its menu; stand in the toolbar. */
  readonly element: HTMLElement;
  readonly #parts: SavingParts;
  readonly #note = html('p', { class: 'saving-note', role: 'alert', hidden: '' });

  constructor(parts: SavingParts) {
    this.#parts = parts;
    // The menu hears its clicks.
    const button = iconButton('save', l10n.t('Save the timeline as…'), null);
    const menu = new MenuButton('saving-menu', button, CHOICES, (format) => void this.save(format));
    this.element = html('div', { class: 'saving' }, menu.element, this.#note);
    this.element.addEventListener('focusin', () => this.#tell(''));
  }

  /** Makes the file and hands it to the host. */
  async save(format: TimelineFormat): Promise<void> {
    const { arrangement, host, state } = this.#parts;
    if (!arrangement.horizon) return this.#tell(l10n.t('There is nothing to save yet.'));
    const range = this.#range();
    if (format === 'html') return host.post({ type: 'saveHtml', state: { ...state(), range } });
    try {
      const drawn = this.#draw(range);
      if (format === 'svg') {
        const content = `<?xml version="1.0" encoding="UTF-8"?>\n${toSvgText(drawn.shape)}\n`;
        host.post({ type: 'save', format, content, encoding: 'utf8' });
      } else host.post({ type: 'save', format, content: await toPng(drawn), encoding: 'base64' });
    } catch (error) {
      this.#tell(l10n.t('The picture could not be made: {0}', error instanceof Error ? error.message : String(error)));
    }
  }

  #range(): { start: number; end: number } {
    const { view, width } = this.#parts.view();
    return { start: view.t0, end: view.t0 + width / view.pxPerMs };
  }

  #draw(range: { start: number; end: number }): Picture {
    const { model, arrangement, view } = this.#parts;
    const width = Math.round(Math.min(WIDEST, Math.max(NARROWEST, view().width + BESIDES)));
    return picture({ model, arrangement, range, width, ink: PAPER, ...pictureRulers() });
  }

  #tell(text: string): void {
    this.#note.textContent = text;
    this.#note.hidden = text === '';
  }
}

/** The picture as PNG in base64. @throws Error when the browser has no room for it */
async function toPng({ shape, width, height }: Picture): Promise<string> {
  const most = Math.sqrt(MOST_PIXELS / (width * height));
  const scale = Math.min(SCALE, LONGEST_SIDE / Math.max(width, height), most);
  const canvas = html('canvas', { width: Math.floor(width * scale), height: Math.floor(height * scale) });
  const context = canvas.getContext('2d');
  if (!context) throw new Error(l10n.t('this window has no room for one.'));
  context.scale(scale, scale);
  paintShape(shape, context);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error(l10n.t('it is too large. Show less time, or filter.'));
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result).replace(/^[^,]*,/, '')));
    reader.addEventListener('error', () => reject(reader.error));
    reader.readAsDataURL(blob);
  });
}
