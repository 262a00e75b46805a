/** A proposal's way along the foot of its row: a line from step to step with a mark and, where there is room, a word for each. */
import type { TimelineStep } from '../../../server/protocol.ts';
import type { Ink } from './ink.ts';
import { doubtPrefix } from './layout/extent.ts';
import { rightEnd } from './layout/layout.ts';
import { type Attributes, at, type Shape, shape } from './shapes.ts';
import { statusSign } from './sign.ts';
import { sayWord } from './status.ts';
import type { Stand } from './ties.ts';

/** One mark: a step, or several that stand in one place at this scale. */
export interface StoryMark {
  readonly steps: readonly TimelineStep[];
  /** Middle, px of world x. */
  readonly x: number;
  /** The time within which the step happened, px of world x; null where it is no wider than the mark. */
  readonly span: { readonly x0: number; readonly x1: number } | null;
  /** Words, their beginning (px of world x) and middle (px below the first lane's top); null without room. */
  readonly label: { readonly text: string; readonly x: number; readonly y: number } | null;
}

export interface Story {
  /** Of the line, px below the first lane's top. */
  readonly y: number;
  /** Where the line begins and ends, px of world x. */
  readonly x0: number;
  readonly x1: number;
  readonly marks: readonly StoryMark[];
}

/** Radius of a mark, and of one that stands for several, px. */
const R = 4;
const STACK = 7;
/** Steps nearer to each other than this stand in one mark, px. */
const NEAR = 13;
/** Half the height of a row's glyph and of a word together: what is farther away is not touched, px. */
const CLEAR = 14;
/** Size of the words, px; others are 12 px high. */
const LABEL = 11;
/** From the middle of a row to the line at its foot, px. */
const FOOT = 11;

/**
 * The story of a proposal below its item, or null where it has no more to say than the item itself: one step in the
 * item's own place.
 */
export function storyOf(
  steps: readonly TimelineStep[],
  stand: Stand,
  pxPerMs: number,
  labelWidth: (text: string) => number,
): Story | null {
  const middle = (stand.x0 + stand.x1) / 2;
  const y = stand.y + FOOT;
  const groups = grouped(steps, pxPerMs);
  const [first, last] = [groups[0], groups.at(-1)];
  if (!first || !last) return null;
  if (steps.length === 1 && first.x > stand.x0 - NEAR && first.x < stand.x1 + NEAR && !first.span) return null;
  const marks = groups.map((group, index): StoryMark => {
    const room = (groups[index + 1]?.x ?? Number.POSITIVE_INFINITY) - NEAR;
    return { ...group, label: labelOf(group, room, stand, labelWidth) };
  });
  const start = stand.x1 - stand.x0 > 2 * NEAR && first.x > stand.x0 ? Math.min(first.x, stand.x1) : middle;
  return { y, x0: Math.min(start, first.x), x1: Math.max(start, last.x), marks };
}

/** What a mark says: "Adopted, 6 November 2024", one line a step. */
export function describeMark({ steps }: StoryMark): string {
  return steps.map(({ status, date }) => `${sayWord(status)}, ${date.words}`).join('\n');
}

/** The story as shapes, px right of `anchor` (px of world x) and below the first lane's top; nothing beyond the clip. */
export function storyShapes(
  story: Story,
  kind: string,
  clip: { anchor: number; clip0: number; clip1: number },
  ink: Ink,
): Shape[] {
  const { anchor, clip0, clip1 } = clip;
  const local = (x: number): number => Math.round(Math.min(Math.max(x, clip0), clip1) - anchor);
  const seen = (x0: number, x1: number): boolean => x1 >= clip0 && x0 <= clip1;
  const line = (x0: number, x1: number, attributes: Attributes): Shape =>
    shape('path', { d: `M${local(x0)} ${story.y}H${local(x1)}`, fill: 'none', ...attributes });
  const path = [
    line(story.x0, story.x1, { stroke: ink.ground, 'stroke-width': 4 }),
    line(story.x0, story.x1, { class: 'story-line', stroke: ink.text, 'stroke-width': 1.5 }),
  ];
  const marks: Shape[] = [];
  for (const mark of story.marks) {
    const { span, label, x } = mark;
    if (span && seen(span.x0, span.x1)) {
      path.push(line(span.x0, span.x1, { stroke: ink.ground, 'stroke-width': 3 }));
      const dashes = { class: 'story-span', stroke: ink.text, 'stroke-width': 1.5, 'stroke-dasharray': '3 3' };
      path.push(line(span.x0, span.x1, dashes));
      for (const end of [span.x0, span.x1]) {
        if (!seen(end, end)) continue;
        const d = `M${local(end)} ${story.y - 4}v8`;
        path.push(shape('path', { d, stroke: ink.text, 'stroke-width': 1.5, fill: 'none' }));
      }
    }
    if (!seen(x - 200, x + STACK)) continue;
    if (label) {
      const halo = { 'paint-order': 'stroke', stroke: ink.ground, 'stroke-width': 3, 'stroke-linejoin': 'round' };
      const place = { x: Math.round(label.x - anchor), y: label.y, dy: '0.35em', 'font-size': LABEL };
      marks.push(shape('text', { class: 'story-label', ...place, fill: ink.text, ...halo }, label.text));
    }
    const signs = mark.steps.length > 1 ? stack(mark.steps.length, ink) : single(mark, kind, ink);
    const [step, ...others] = mark.steps;
    const follow = others.length === 0 ? (step?.document ?? step?.summit) : undefined;
    const group = { class: 'story-mark', 'data-follow': follow, transform: at(x - anchor, story.y) };
    marks.push(shape('g', group, shape('title', {}, describeMark(mark)), ...signs));
  }
  return [...path, ...marks];
}

function single({ steps }: StoryMark, kind: string, ink: Ink): Shape[] {
  const step = steps[0];
  if (!step) return [];
  const around = shape('circle', { r: R + 2.5, fill: ink.ground });
  return [around, ...statusSign(kind, step.status, R, ink, step.date.uncertain)];
}

function stack(count: number, ink: Ink): Shape[] {
  const words = { dy: '0.35em', 'text-anchor': 'middle', 'font-size': 10, 'font-weight': 600, fill: ink.text };
  return [
    shape('circle', { class: 'story-stack', r: STACK, fill: ink.pill, stroke: ink.text, 'stroke-width': 1.2 }),
    shape('text', words, String(count)),
  ];
}

/** Steps by place: those that would overlap are taken together. */
function grouped(steps: readonly TimelineStep[], pxPerMs: number): Omit<StoryMark, 'label'>[] {
  const groups: { steps: TimelineStep[]; x: number; span: StoryMark['span'] }[] = [];
  for (const step of steps) {
    const { min, max } = step.date;
    const [start, end] = [min ?? max, max ?? min];
    if (start === null || end === null) continue;
    const x = ((start + end) / 2) * pxPerMs;
    const before = groups.at(-1);
    if (before && x - before.x < NEAR) {
      before.steps.push(step);
      continue;
    }
    const [x0, x1] = [start * pxPerMs, end * pxPerMs];
    const vague = step.date.precision !== 'day' && x1 - x0 > 2 * R + 4;
    groups.push({ steps: [step], x, span: vague ? { x0, x1 } : null });
  }
  return groups;
}

/** The words beside a mark, on the line, or above or below it, wherever nothing else is written. */
function labelOf(
  { steps, x }: Omit<StoryMark, 'label'>,
  end: number,
  { item, lane, y }: Stand,
  labelWidth: (text: string) => number,
): StoryMark['label'] {
  const [first, last] = [steps[0], steps.at(-1)];
  if (!first || !last) return null;
  const words = [sayWord(first.status), ...(first === last ? [] : [sayWord(last.status).toLowerCase()])].join(' – ');
  const text = `${first === last ? doubtPrefix(first.date) : ''}${words}`;
  const left = x + (first === last ? R : STACK) + 5;
  const right = left + labelWidth(text) * (LABEL / 12);
  if (right > end) return null;
  for (const middle of [item.y + FOOT, item.y + 4, item.y + FOOT + 8]) {
    if (middle + 7 > lane.height) continue;
    const free = lane.within(left - 2 * NEAR, right + NEAR, middle - CLEAR, middle + CLEAR).every((place) => {
      const other = lane.at(place);
      if (!other || Math.abs(other.y - middle) >= CLEAR) return true;
      return rightEnd(other) + (other.id === item.id ? 6 : 2) < left || other.x0 > right + 2;
    });
    if (free) return { text, x: left, y: y - item.y + middle };
  }
  return null;
}
