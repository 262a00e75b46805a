/** How a picture that is taller than a page is parted: between lanes, or, in a lane that is too tall itself, between its rows. */
import { AXIS, LANE_PAD, ROW } from '../../drawing/layout/metrics.ts';
import type { Picture } from '../../drawing/picture/picture.ts';

/** What of the picture stands on one page: from `from` to `to` px of its height, below the axis where `axis`. */
export interface Part {
  readonly from: number;
  readonly to: number;
  readonly axis: boolean;
}

/** Parts no higher than `most` px; the first has the title, all but the legend have the axis. */
export function partsOf(picture: Pick<Picture, 'axis' | 'lanes' | 'below' | 'height'>, most: number): Part[] {
  const { axis, lanes, below, height } = picture;
  if (height <= most) return [{ from: 0, to: height, axis: false }];
  const cuts = [...lanes, below];
  const parts: Part[] = [];
  let from = 0;
  let at = axis + AXIS;
  while (at < below) {
    const room = from === 0 ? most : at + most - AXIS;
    const to = cuts.findLast((cut) => cut > at && cut <= room) ?? rowBefore(room, at, lanes);
    parts.push({ from, to, axis: from > 0 });
    from = to;
    at = to;
  }
  const last = parts.at(-1);
  if (last && height - last.from + (last.axis ? AXIS : 0) <= most) parts[parts.length - 1] = { ...last, to: height };
  else parts.push({ from, to: height, axis: false });
  return parts;
}

/** Where the last row ends that is whole above `limit`, of the lane that goes on at `at`; always farther on than that. */
function rowBefore(limit: number, at: number, lanes: readonly number[]): number {
  const top = (lanes.findLast((lane) => lane <= at) ?? at) + LANE_PAD;
  const end = top + Math.floor((limit - top) / ROW) * ROW;
  return end > at ? end : at + ROW;
}
