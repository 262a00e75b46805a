/** One file, or standard output, that is written bit by bit by someone who reads meanwhile. */
import type { OutputFile } from '../../exports/format.ts';
import { Gathered, type Piece } from './gathered.ts';
import { type Place, writeOutput } from './output.ts';

/**
 * Does work that writes to a place, no faster than the place takes it. The file is there with all of it, or as it was.
 * @returns what the work gives; `undefined` when standard output was closed before all was written, which ends the work
 * @throws Failure, and what the work throws
 */
export async function writeFileOutput<T>(place: Place, work: (file: OutputFile) => Promise<T>): Promise<T | undefined> {
  const { readable, writable } = new TransformStream<Piece, Piece>();
  const writer = writable.getWriter();
  const writing = writeOutput(place, readable).catch(async (error: unknown) => {
    // What fails before it has begun to read would leave the work waiting for ever.
    if (!readable.locked) await readable.cancel(error);
    throw error;
  });
  const [written, worked] = await Promise.allSettled([writing, workInto(writer, work)]);
  if (written.status === 'rejected') throw written.reason;
  return worked.status === 'fulfilled' ? worked.value : undefined;
}

async function workInto<T>(
  writer: WritableStreamDefaultWriter<Piece>,
  work: (file: OutputFile) => Promise<T>,
): Promise<T> {
  const file = new Gathered((piece) => writer.write(piece));
  try {
    const result = await work(file);
    await file.end();
    await writer.close();
    return result;
  } catch (error) {
    // The reader ends with the same error, and the file does not get its name.
    await writer.abort(error);
    throw error;
  }
}
