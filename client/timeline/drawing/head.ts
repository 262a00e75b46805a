/** The head of a lane: its name, how much is in it, and what can be done with it, as shapes. */

import * as l10n from '@vscode/l10n';
import { counted } from '../../../l10n/language.ts';
import type { Ink } from './ink.ts';
import type { Lane } from './layout/items.ts';
import { AXIS } from './layout/metrics.ts';
import { type Shape, shape } from './shapes.ts';
import type { TextRuler } from './text.ts';

const LINE = 15;
const PAD = 12;

export interface HeadOptions {
  /** Width of the heads' column, px. */
  readonly width: number;
  /** What a click on the last words does: "Show all"; '' for nothing. */
  readonly action: string;
  readonly ruler: TextRuler;
  readonly boldRuler: TextRuler;
  readonly ink: Ink;
}

/** The words of a lane's head and their height, px; they begin at the lane's top. */
export function headShapes(lane: Lane, options: HeadOptions): { words: Shape[]; height: number } {
  const { width, action, ruler, boldRuler, ink } = options;
  const room = width - 2 * PAD;
  const most = Math.max(1, Math.min(3, Math.floor((lane.height - 10 - LINE) / LINE)));
  const lines = wrap(lane.name, room, most, boldRuler);
  const words: Shape[] = [];
  let y = 19;
  for (const line of lines) {
    words.push(shape('text', { class: 'lane-name', x: PAD, y, fill: ink.text, 'font-weight': 600 }, line));
    y += LINE;
  }
  const count = lane.count
    ? ruler.fit(counted(lane.count, l10n.t('{0} event|{0} events')), room) || String(lane.count)
    : l10n.t('No events');
  words.push(shape('text', { class: 'lane-count', x: PAD, y, fill: ink.muted }, count));
  if (action) {
    const x = PAD + ruler.width(count) + 8;
    const inline = x + ruler.width(action) <= width - 6;
    if (!inline) y += LINE;
    const button = { class: 'lane-action', x: inline ? x : PAD, y, 'data-lane': lane.key };
    if (y + 4 <= lane.height) words.push(shape('text', button, action));
  }
  if (lines.join(' ') !== lane.name) words.push(shape('title', {}, lane.name));
  return { words, height: y + 8 };
}

/** The line below a lane, across its head or its plot; px. */
export function laneLine(lane: Lane, x0: number, x1: number, ink: Ink): Shape {
  return shape('path', { class: 'lane-line', d: `M${x0} ${lane.height - 0.5}H${x1}`, fill: 'none', stroke: ink.lane });
}

/** The ground of the heads' column, px. */
export function headGround(width: number, height: number, ink: Ink): Shape {
  return shape('rect', { class: 'head-ground', x: 0, y: 0, width, height, fill: ink.head });
}

/** What stands above the heads, beside the axis: `caption` names what lanes are made of. */
export function cornerShapes(width: number, caption: string, ink: Ink): Shape[] {
  return [
    headGround(width, AXIS, ink),
    shape('text', { class: 'caption', x: PAD, y: AXIS - 9, fill: ink.muted }, caption),
    shape('path', { class: 'axis-line', d: `M0 ${AXIS - 0.5}H${width}`, fill: 'none', stroke: ink.border }),
  ];
}

/** The line between heads and plot. */
export function headEdge(width: number, height: number, ink: Ink): Shape {
  return shape('path', { class: 'head-edge', d: `M${width - 0.5} 0V${height}`, fill: 'none', stroke: ink.border });
}

/** Breaks `text` into at most `most` lines of `room` px; the last one is cut with "…" when there is more. */
export function wrap(text: string, room: number, most: number, ruler: TextRuler): string[] {
  const lines: string[] = [];
  let rest = text.split(/\s+/).filter(Boolean);
  while (rest.length && lines.length < most) {
    if (lines.length === most - 1) {
      lines.push(ruler.fit(rest.join(' '), room) || `${rest[0]?.slice(0, 3)}…`);
      break;
    }
    let taken = 1;
    while (taken < rest.length && ruler.width(rest.slice(0, taken + 1).join(' ')) <= room) taken++;
    lines.push(ruler.fit(rest.slice(0, taken).join(' '), room) || `${rest[0]?.slice(0, 3)}…`);
    rest = rest.slice(taken);
  }
  return lines;
}
