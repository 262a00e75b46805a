/** A server keeps nothing of work that leaves the dataset as it was. `npm run soak` looks at ten minutes of all sorts of it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { begin, growth } from './soak.ts';
import { type Memory, memoryOf } from './watched-server.ts';

/** How often each sort of work is done before it counts, as code that runs more often is compiled and takes room, and then. */
const [WARM_UP, COUNTED] = [30, 40];
const LIGHT = ['ask', 'break', 'save', 'copy', 'vanish', 'strangers'] as const;
/** Bytes that may be left of one piece of work: less than what any text with its record takes. */
const LITTLE = 30_000;

describe.skipIf(process.platform === 'win32')('a server', () => {
  let { session, day } = {} as Awaited<ReturnType<typeof begin>>;
  beforeAll(async () => {
    ({ session, day } = await begin(80, 1));
    for (let done = 0; done < WARM_UP; done++) for (const work of LIGHT) await day.go(work);
  }, 60_000);
  afterAll(() => session.stop());

  it.each(LIGHT)(
    'keeps nothing of: %s',
    async (work) => {
      const heldAfter = async (times: number) => {
        for (let done = 0; done < times; done++) await day.go(work);
        await session.hasReadAll();
        return (await memoryOf(session)).heapUsed;
      };
      const before = await heldAfter(WARM_UP);
      expect((await heldAfter(COUNTED)) - before).toBeLessThan(COUNTED * LITTLE);
    },
    60_000,
  );
});

describe('growth', () => {
  const memories = (values: readonly number[]) =>
    values.map((value): Memory => ({ heapUsed: value, rss: value, external: 0, handles: value }));

  it('is that from the first third to the last, without the warm-up', () => {
    const { heapUsed, rss } = growth(memories([1, 1, 1, 10, 10, 90, 10, 11, 12, 13, 12, 14, 1, 12, 12]));
    expect([heapUsed, rss]).toEqual([1.2, 1.2]);
  });

  it('of handles is that of the fewest, as some come and go', () => {
    expect(growth(memories([5, 5, 7, 5, 6, 7, 6, 5, 7, 5])).handles).toBe(1);
    expect(growth(memories([5, 5, 5, 6, 5, 6, 6, 6, 7, 6])).handles).toBeGreaterThan(1.1);
  });

  it('cannot be told of a few looks', () => {
    expect(() => growth(memories([1, 2]))).toThrow('too few');
  });
});
