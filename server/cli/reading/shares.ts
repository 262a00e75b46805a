/** How files are shared out among runs on several machines that check them together. */

/**
 * Which of `count` shares a file falls to, counted from 0. The path counts from the dataset's root, with forward slashes;
 * no other file has a say, so that adding one moves none. FNV-1a (32 bit) over UTF-16 code units, and a last mixing (the
 * finalizer of MurmurHash3), since the low bits of FNV-1a alone share out similar names badly.
 */
export function shareOf(path: string, count: number): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < path.length; index++) hash = Math.imul(hash ^ path.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) % count;
}
