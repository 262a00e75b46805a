/** What the shapes of the drawing mean, for the sheet of keys. */
import * as l10n from '@vscode/l10n';
import { SCREEN } from '../../drawing/ink.ts';
import {
  dateMeanings,
  glyphOf,
  kindMeanings,
  type Meaning,
  signMeanings,
  statusMeanings,
} from '../../drawing/meanings.ts';
import { at } from '../../drawing/shapes.ts';
import { makeRuler } from '../../drawing/text.ts';
import { html, svg, toElement } from '../svg.ts';

/** Size of a glyph's picture; a year is drawn `YEAR` wide; px. */
const WIDTH = 92;
const HEIGHT = 24;
const YEAR = 60;
/** About what a character of the few words in glyphs takes, px. */
const CHARACTER = 7;

/** The legend under a heading of the second level, for a sheet to hold. */
export function legend(): HTMLElement {
  return html(
    'div',
    { class: 'legend' },
    html('h2', {}, l10n.t('What the shapes mean')),
    section(l10n.t('What it is'), kindMeanings()),
    section(l10n.t('How it stands'), statusMeanings()),
    section(l10n.t('How well its date is known'), dateMeanings()),
    section(l10n.t('Signs'), signMeanings()),
  );
}

function section(heading: string, meanings: readonly Meaning[]): HTMLElement {
  const ruler = makeRuler(() => CHARACTER);
  const list = meanings.map((meaning) => {
    const { shapes, className } = glyphOf(meaning, YEAR, SCREEN, ruler);
    const glyph = svg('g', { class: className, transform: at(12, HEIGHT / 2) }, ...shapes.map(toElement));
    const box = { class: 'legend-glyph', width: WIDTH, height: HEIGHT, role: 'img', 'aria-label': meaning.look };
    return html('div', {}, html('dt', {}, svg('svg', box, glyph)), html('dd', {}, meaning.words));
  });
  return html('section', {}, html('h3', {}, heading), html('dl', {}, ...list));
}
