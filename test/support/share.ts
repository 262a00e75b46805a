/** How far into something a random place lies. */
import fc from 'fast-check';

const PARTS = 1_000_000;

/**
 * A share from 0 to 1: the ends now and then, all between them evenly. `fc.double` takes all numbers that a double can be
 * for equally likely, of which nearly all are next to 0, and the first runs of any property like small numbers best: places
 * made of those lie at the very beginning of a text.
 */
export const share: fc.Arbitrary<number> = fc.oneof(
  { weight: 15, arbitrary: fc.noBias(fc.nat(PARTS)).map((parts) => parts / PARTS) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1) },
);
