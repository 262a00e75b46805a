/** Puts a new text into a file that has been read, as whoever wrote it would have left it. */
import { constants } from 'node:fs';
import { access, readFile } from 'node:fs/promises';
import { filePath } from '../../sources/node-files.ts';
import { decode } from '../../sources/source.ts';
import { visible } from '../terminal/messages.ts';
import { pathFromHere } from '../terminal/path-from-here.ts';
import { unwritten, writeOutput } from './output.ts';

const BYTE_ORDER_MARK = Buffer.of(0xef, 0xbb, 0xbf);

/**
 * Writes a file whole or not at all, and keeps its permissions, its byte order mark and the link that it may be. Nothing is
 * written where the file does not hold the text `before` any more: someone has changed or removed it meanwhile.
 * @returns whether the file was still as it was
 * @throws Failure when it cannot be written
 */
export async function rewrite(uri: string, before: string, after: string): Promise<boolean> {
  const path = filePath(uri);
  const shown = visible(pathFromHere(uri));
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw unwritten(shown, error);
  });
  if (!bytes || decode(uri, bytes).text !== before) return false;
  // Its place can be taken even where it is read-only, but someone has made it so.
  await access(path, constants.W_OK).catch((error: unknown) => {
    throw unwritten(shown, error);
  });
  const mark = bytes.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : Buffer.of();
  await writeOutput({ shown, path }, Buffer.concat([mark, Buffer.from(after)]));
  return true;
}
