/** Files one after the other in a given order, the next few of them read ahead. */
import type { FileSource, ReadResult } from './source.ts';

/** How many files are read before they are asked for: enough to keep a slow disk busy, few enough to hold. */
const AHEAD = 8;

/** Reads files and gives them in the order of `uris`. No more than a few are ever held. */
export async function* readInOrder(
  source: FileSource,
  uris: Iterable<string>,
): AsyncGenerator<{ readonly uri: string; readonly result: ReadResult }> {
  const underWay: { readonly uri: string; readonly reading: Promise<ReadResult> }[] = [];
  const next = async () => {
    const { uri, reading } = underWay.shift()!;
    return { uri, result: await reading };
  };
  for (const uri of uris) {
    underWay.push({ uri, reading: source.read(uri) });
    if (underWay.length > AHEAD) yield await next();
  }
  while (underWay.length > 0) yield await next();
}
