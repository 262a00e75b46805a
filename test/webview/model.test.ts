/** Updates: any split of the changes into updates gives what one whole update gives. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TimelineModel } from '../../client/timeline/drawing/model.ts';
import type { TimelineEvent } from '../../server/protocol.ts';
import { anEvent, layoutOf, someEvents } from './arbitrary.ts';
import { event, update } from './fixture.ts';
import { realisticEvents } from './realistic-events.ts';

const change = fc.record({ put: fc.array(anEvent, { maxLength: 4 }), drop: fc.array(anEvent, { maxLength: 3 }) });

describe('model', () => {
  it('gives the same events and layout from changes as from the whole', () => {
    fc.assert(
      fc.property(someEvents(30), fc.array(change, { maxLength: 12 }), (first, changes) => {
        const step = new TimelineModel();
        step.apply(update(first));
        const truth = new Map<string, TimelineEvent>(first.map((it) => [it.key, it]));
        for (const [index, { put, drop }] of changes.entries()) {
          const removed = drop.map(({ key }) => key);
          for (const key of removed) truth.delete(key);
          for (const it of put) truth.set(it.key, it);
          expect(step.apply(update(put, { whole: false, revision: index + 2, removed }))).toBe('applied');
        }
        const whole = new TimelineModel();
        whole.apply(update([...truth.values()], { revision: 99 }));
        expect(step.events).toEqual(whole.events);
        expect(layoutOf(step.events, 2)).toEqual(layoutOf(whole.events, 2));
      }),
    );
  });

  it('ignores what is older and asks again when it missed an update', () => {
    const model = new TimelineModel();
    expect(model.apply(update([], { whole: false, revision: 5 }))).toBe('gap');
    model.apply(update(realisticEvents(), { revision: 5 }));
    expect(model.apply(update([], { whole: false, revision: 5 }))).toBe('stale');
    expect(model.apply(update([], { whole: false, revision: 7 }))).toBe('gap');
    expect(model.revision).toBe(5);
    expect(model.apply(update([], { whole: false, revision: 6, dataset: 'file:///other' }))).toBe('gap');
    expect(model.apply(update([], { whole: false, revision: 6 }))).toBe('applied');
  });

  it('starts over with a whole update, even one with a lower revision', () => {
    const model = new TimelineModel();
    model.apply(update(realisticEvents(), { revision: 9 }));
    const only = event({ kind: 'summit', id: 'one', title: 'One', date: '2025' });
    expect(model.apply(update([only], { revision: 1 }))).toBe('applied');
    expect(model.events).toEqual([only]);
  });

  it('does without a today that cannot be read', () => {
    const model = new TimelineModel();
    model.apply(update([], { today: 'soon' }));
    expect(model.today).toBeNull();
  });
});
