/** How long it takes to lay out a timeline anew at each scale, as a frame of zooming does; without a page. */
import { Arrangement } from '../../../client/timeline/drawing/arrangement.ts';
import { EVERYTHING } from '../../../client/timeline/drawing/filter/filter.ts';
import { TimelineModel } from '../../../client/timeline/drawing/model.ts';
import { makeRuler } from '../../../client/timeline/drawing/text.ts';
import { DAY } from '../../../client/timeline/drawing/time.ts';
import { manyEvents, update } from '../../webview/fixture.ts';

/** The plot of a panel of 900 × 600 px. */
const PLOT = { width: 724, height: 516 };

/** Ms for each of about fifty scales, from all of the events to a day; the code is warm. */
export function layoutTimes(count: number): number[] {
  const model = new TimelineModel();
  model.apply(update(manyEvents(count)));
  const arrangement = new Arrangement(model, 'organization', EVERYTHING, []);
  arrangement.refresh();
  const ruler = makeRuler(() => 6.5);
  const scales: number[] = [];
  for (let pxPerDay = 0.08; pxPerDay < PLOT.width; pxPerDay *= 1.2) scales.push(pxPerDay / DAY);
  const layOut = (pxPerMs: number): number => {
    const began = performance.now();
    arrangement.arrange(pxPerMs, ruler, PLOT);
    return performance.now() - began;
  };
  for (const scale of scales) layOut(scale * 1.01);
  return scales.map(layOut);
}
