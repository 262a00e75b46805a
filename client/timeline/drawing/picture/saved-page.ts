/** What a file made of the timeline carries and is called; those who write such files and the page that reads itself agree on it here. */

import * as l10n from '@vscode/l10n';
import { type Texts, withoutModelTexts } from '../../../../l10n/language.ts';
import type { LaneDimension, TimelineExport, TimelineFormat } from '../../../../server/protocol.ts';
import type { Filter } from '../filter/filter.ts';
import type { Horizon } from '../layout/extent.ts';

/** Id of the element of a saved page that holds its data as JSON. */
export const DATA_ID = 'timeline-data';

/** Id of the element of a page that holds what it says in another language than English, as JSON. */
export const TEXTS_ID = 'timeline-texts';

/** What a saved page opens with: the state of the page it was made of, or as much of one as someone has asked for. */
export interface Opening {
  /** Which dataset the state is of; the page takes over none of another. */
  readonly dataset?: string;
  readonly dimension?: LaneDimension;
  readonly filter?: Filter;
  /** The time to show, ms UTC, however wide the reader's window is. */
  readonly range?: Horizon;
}

/** The data of a saved page. */
export interface SavedPage extends TimelineExport {
  readonly state: Opening;
}

/** JSON that can stand in a `<script>` of any page: nothing in it ends the element or a line of it. */
export function dataText(data: SavedPage | Texts): string {
  return JSON.stringify(data).replace(
    /[<\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The element with `texts`; nothing where a page speaks English. */
export function textsElement(texts: Texts | undefined): string {
  return texts
    ? `<script type="application/json" id="${TEXTS_ID}">${dataText(withoutModelTexts(texts))}</script>\n`
    : '';
}

/** Longest name of a file, without its end; file systems allow 255 bytes. */
const LONGEST = 60;

/** What to call a file made of a timeline: "Eurasian security initiatives timeline.svg"; fit for every file system. */
export function fileName(title: string, format: TimelineFormat): string {
  const plain = title
    // biome-ignore lint/suspicious/noControlCharactersInRegex: no file system wants them
    .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\\/:*?"<>|]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+/, '');
  const short = [...plain].slice(0, LONGEST).join('').trim();
  return `${short === '' ? l10n.t('Timeline') : l10n.t('{0} timeline', short)}.${format}`;
}
