/** What goes on paper: the drawing of all that is filtered, fitted to the page's width, and below it every row of the table. */

import * as l10n from '@vscode/l10n';
import { counted } from '../../../../l10n/language.ts';
import type { LaneNames, TimelineEvent } from '../../../../server/protocol.ts';
import type { Arrangement } from '../../drawing/arrangement.ts';
import { PAPER } from '../../drawing/ink.ts';
import { laneNameOf } from '../../drawing/lanes.ts';
import { AXIS } from '../../drawing/layout/metrics.ts';
import type { TimelineModel } from '../../drawing/model.ts';
import { type Picture, picture } from '../../drawing/picture/picture.ts';
import type { Shape } from '../../drawing/shapes.ts';
import { pictureRulers } from '../stage/font.ts';
import { html, svg, toElement } from '../svg.ts';
import { COLUMN_NAMES, COLUMNS, type Column, describeSort, type Sort, wordsOf } from '../table/columns.ts';
import { markSign, problemSign } from '../table/sign.ts';
import { Sorter } from '../table/sort.ts';
import { type Part, partsOf } from './print-pages.ts';

export interface PrintParts {
  model: TimelineModel;
  arrangement: Arrangement;
  /** What the table is sorted by. */
  sort(): Sort;
}

/** Px of a picture that is as wide as a landscape page of A4 or Letter, and of what such a page has room for below. */
const WIDTH = 1040;
const HEIGHT = 680;
/** Pages that the drawing may take before what is dense is gathered as "+n": every event has a row in the table. */
const PAGES = 4;

export class PrintSheet {
  /** Empty but while the page is printed. */
  readonly element = html('div', { class: 'paper' });
  readonly #parts: PrintParts;

  constructor(parts: PrintParts) {
    this.#parts = parts;
    const printing = matchMedia('print');
    window.addEventListener('beforeprint', () => this.#fill());
    window.addEventListener('afterprint', () => this.element.replaceChildren());
    // Whoever looks at the page as it would be printed, without printing it.
    printing.addEventListener('change', () => (printing.matches ? this.#fill() : this.element.replaceChildren()));
  }

  #fill(): void {
    this.element.replaceChildren(...this.#content());
  }

  #content(): Element[] {
    const { model, arrangement, sort } = this.#parts;
    const { events } = arrangement;
    const range = arrangement.filteredHorizon() ?? arrangement.horizon;
    if (events.length === 0 || !range) {
      const nothing = html(
        'p',
        {},
        model.known ? l10n.t('There are no dated records to show.') : l10n.t('The dataset is being read.'),
      );
      return [html('h1', {}, model.title || l10n.t('Timeline')), nothing];
    }
    const drawn = picture({
      model,
      arrangement,
      range,
      width: WIDTH,
      ink: PAPER,
      ...pictureRulers(),
      tallest: PAGES * HEIGHT,
    });
    const { laneNames } = model;
    return [...pages(drawn), table(events, sort(), laneNames), ...shortNames(events, laneNames)];
  }
}

/** The picture in parts that fit on pages. All of them show the one drawing, each another stretch of it. */
function pages(drawn: Picture): Element[] {
  const { shape, width, height } = drawn;
  const { 'font-family': family, 'font-size': size, fill } = shape.attributes;
  const children = shape.children.flatMap((child) => (typeof child === 'string' ? [] : [toElement(renamed(child))]));
  const whole = svg('g', { id: 'paper-picture', 'font-family': family, 'font-size': size, fill }, ...children);
  const stretch = (y: number, from: number, to: number): SVGSVGElement =>
    svg(
      'svg',
      { x: 0, y, width, height: to - from, viewBox: `0 ${from} ${width} ${to - from}` },
      svg('use', { href: '#paper-picture' }),
    );
  const page = ({ from, to, axis }: Part): SVGSVGElement => {
    const above = axis ? AXIS : 0;
    const element = svg('svg', { class: 'paper-part', viewBox: `0 0 ${width} ${to - from + above}` });
    if (axis) element.append(stretch(0, drawn.axis, drawn.axis + AXIS));
    element.append(stretch(above, from, to));
    return element;
  };
  return [
    svg('svg', { class: 'paper-source', width: 0, height: 0, viewBox: `0 0 ${width} ${height}` }, whole),
    ...partsOf(drawn, HEIGHT).map(page),
  ];
}

/** With other ids than the drawing on the screen, which is not there while the page is printed, and its masks neither. */
function renamed({ name, attributes, children }: Shape): Shape {
  const entries = Object.entries(attributes).map(([key, value]) => [
    key,
    typeof value === 'string' ? value.replace('tl-fade', 'paper-fade') : value,
  ]);
  const inner = children.map((child) => (typeof child === 'string' ? child : renamed(child)));
  return { name, attributes: Object.fromEntries(entries), children: inner };
}

/** All rows, since paper cannot be scrolled. */
function table(events: readonly TimelineEvent[], sort: Sort, names: LaneNames): HTMLElement {
  const caption = l10n.t('{0} by {1}', counted(events.length, l10n.t('{0} event|{0} events')), describeSort(sort));
  const heads = COLUMNS.map((column) => html('th', { scope: 'col', class: column }, COLUMN_NAMES[column]));
  const body = html('tbody');
  for (const event of new Sorter().sort(events, sort, names)) {
    const cells = COLUMNS.map((column) =>
      html(column === 'title' ? 'th' : 'td', column === 'title' ? { scope: 'row' } : {}, ...cell(event, column, names)),
    );
    body.append(html('tr', {}, ...cells));
  }
  return html('table', {}, html('caption', {}, caption), html('thead', {}, html('tr', {}, ...heads)), body);
}

function cell(event: TimelineEvent, column: Column, names: LaneNames): (Element | string)[] {
  const words = wordsOf(event, column, names);
  const { edtf } = event.date;
  if (column === 'date') return edtf === words ? [words] : [words, ' ', html('code', {}, edtf)];
  if (column === 'status' && words) return [markSign(event, PAPER), words];
  const sign = column === 'problems' ? problemSign(event, PAPER) : null;
  return sign ? [sign, words] : [words];
}

/** What the short names in the table stand for, since paper has no tooltips. */
function shortNames(events: readonly TimelineEvent[], names: LaneNames): Element[] {
  const keys = new Set(events.flatMap(({ lanes }) => lanes.organization ?? []));
  const told = Array.from(keys, (key) => laneNameOf(names, 'organization', key)).flatMap((known) =>
    known.short ? [`${known.short}: ${known.name}`] : [],
  );
  return told.length > 0 ? [html('p', { class: 'short-names' }, `${told.sort().join('; ')}.`)] : [];
}
