/** Files read one after the other: in the order asked for, with few of them under way. */
import { describe, expect, it } from 'vitest';
import { readInOrder } from '../../server/sources/read-in-order.ts';
import type { FileSource } from '../../server/sources/source.ts';

/** Files whose reading ends in the order in which `finish` says so; each is its own name. */
class SlowFiles implements FileSource {
  readonly waiting: { readonly uri: string; readonly end: () => void }[] = [];

  async list() {
    return { files: [], failures: [] };
  }

  read(uri: string): Promise<{ text: string }> {
    return new Promise((resolve) => this.waiting.push({ uri, end: () => resolve({ text: uri }) }));
  }
}

const names = Array.from({ length: 100 }, (_, index) => `file:///${index}.yaml`);

describe('files read in order', () => {
  it('come in that order even where later ones are read sooner', async () => {
    const source = new SlowFiles();
    const got: string[] = [];
    const reading = (async () => {
      for await (const { uri, result } of readInOrder(source, names)) got.push(`${uri}=${result.text}`);
    })();
    while (got.length < names.length) {
      for (const { end } of source.waiting.splice(0).reverse()) end();
      await Promise.resolve();
    }
    await reading;
    expect(got).toEqual(names.map((name) => `${name}=${name}`));
  });

  it('are few at a time, and no more are read once nobody wants them', async () => {
    const source = new SlowFiles();
    const reading = readInOrder(source, names);
    const first = reading.next();
    const begun = source.waiting.length;
    expect(begun).toBeLessThan(20);
    source.waiting[0]!.end();
    expect((await first).value).toMatchObject({ uri: names[0] });
    await reading.return(undefined);
    expect(source.waiting).toHaveLength(begun);
  });

  it('may be none', async () => {
    expect(await readInOrder(new SlowFiles(), []).next()).toEqual({ done: true, value: undefined });
  });
});
