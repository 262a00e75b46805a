/** Keys on the timeline: those of records, and those of what records aim at. */
import { expect, it } from 'vitest';
import { aimingKey, isTargetKey, targetKey } from '../../../server/dataset/timeline/keys.ts';

it('lead from a record to its aim and back', () => {
  const aim = targetKey('proposal/council');
  expect(isTargetKey(aim)).toBe(true);
  expect(aimingKey(aim)).toBe('proposal/council');
});

it('of records are no aims', () => {
  expect(isTargetKey('proposal/council')).toBe(false);
  expect(aimingKey('proposal/council')).toBeUndefined();
});
