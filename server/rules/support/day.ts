/** The day that a record tells of. */
import type { EdtfDate } from '../../dataset/dates/edtf.ts';
import type { Reader } from '../../dataset/reader.ts';
import type { DatasetRecord } from '../../dataset/record.ts';
import type { YamlValue } from '../../dataset/yaml/tree.ts';
import { edtfIn } from './dates.ts';
import { madeOn } from './proposers.ts';

/** The kinds of record that tell of something done on a day. */
export const DATED: readonly string[] = ['summit', 'chairmanship', 'proposal', 'document'];

/** When a meeting was held, a term began, a proposal was made or a document adopted; for the last two else their meeting's date. */
export function dayOf({ kind, value }: DatasetRecord, reader: Reader): EdtfDate | undefined {
  switch (kind) {
    case 'summit':
      return edtfIn(value.date);
    case 'chairmanship':
      return edtfIn(value.from);
    case 'proposal':
      return madeOn(reader, value);
    case 'document':
      return edtfIn(value.adopted) ?? edtfIn(value.signed) ?? dateOfMeeting(value.adopted_at, reader);
    default:
      return undefined;
  }
}

function dateOfMeeting(id: YamlValue | undefined, reader: Reader): EdtfDate | undefined {
  return typeof id === 'string' ? edtfIn(reader.find('summit', id)?.get('date')) : undefined;
}
