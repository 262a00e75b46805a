/** The day that a record tells of. */
import type { EdtfDate } from '../../dataset/dates/edtf.ts';
import type { Reader } from '../../dataset/reader.ts';
import type { DatasetRecord } from '../../dataset/record.ts';
import type { YamlValue } from '../../dataset/yaml/tree.ts';
import { dateIn, type FoundDate } from './dates.ts';
import { madeOn } from './proposers.ts';

/** The kinds of record that tell of something done on a day. */
export const DATED: readonly string[] = ['summit', 'chairmanship', 'proposal', 'document'];

/** When a meeting was held, a term began, a proposal was made or a document adopted; for the last two else their meeting's date. */
export function dayOf({ kind, value }: DatasetRecord, reader: Reader): EdtfDate | undefined {
  switch (kind) {
    case 'summit':
      return dateIn(value.date, [])?.date;
    case 'chairmanship':
      return dateIn(value.from, [])?.date;
    case 'proposal':
      return madeOn(reader, value);
    case 'document':
      return (dateIn(value.adopted, []) ?? dateIn(value.signed, []) ?? dateOfMeeting(value.adopted_at, reader))?.date;
    default:
      return undefined;
  }
}

function dateOfMeeting(id: YamlValue | undefined, reader: Reader): FoundDate | undefined {
  return typeof id === 'string' ? dateIn(reader.find('summit', id)?.get('date'), []) : undefined;
}
