/** How files are shared out: evenly, and always in the same way. */
import { describe, expect, it } from 'vitest';
import { shareOf } from '../../../server/cli/reading/shares.ts';

const paths = Array.from({ length: 10_000 }, (_, index) => `proposals/kaz-ots-proposal-${index}.yaml`);

describe('shares', () => {
  it.each([1, 2, 3, 4, 7, 16, 100])('are about as large as one another, when they are %i', (count) => {
    const sizes = new Array<number>(count).fill(0);
    for (const path of paths) sizes[shareOf(path, count)]! += 1;
    const even = paths.length / count;
    // Five standard deviations of files that fall by chance.
    for (const size of sizes) expect(Math.abs(size - even)).toBeLessThanOrEqual(5 * Math.sqrt(even));
  });

  it('stay what they are from version to version, so that machines of a matrix agree', () => {
    const shares = ['initiatives.yaml', 'summits/a.yaml', 'summits/b.yaml', 'саммиты/1.yaml', ''];
    expect(shares.map((path) => shareOf(path, 1000))).toMatchInlineSnapshot(`
      [
        862,
        575,
        837,
        106,
        923,
      ]
    `);
  });
});
