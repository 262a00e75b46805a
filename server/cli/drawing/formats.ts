/** The texts that a timeline is written as: a web page of its own, or a picture. */

import { readFile } from 'node:fs/promises';
import type { Arrangement } from '../../../client/timeline/drawing/arrangement.ts';
import { PAPER } from '../../../client/timeline/drawing/ink.ts';
import type { Horizon } from '../../../client/timeline/drawing/layout/extent.ts';
import type { TimelineModel } from '../../../client/timeline/drawing/model.ts';
import { picture, withRoom } from '../../../client/timeline/drawing/picture/picture.ts';
import { averageRulers } from '../../../client/timeline/drawing/picture/picture-font.ts';
import type { Opening } from '../../../client/timeline/drawing/picture/saved-page.ts';
import { toSvgText } from '../../../client/timeline/drawing/shapes.ts';
import { standalonePage } from '../../../client/timeline/export/page.ts';
import type { plainTimelineExport } from '../../timeline/export.ts';
import { ExitCode } from '../process/exit-code.ts';
import { Failure } from '../process/failure.ts';

/** A whole timeline with all details. */
export type Exported = ReturnType<typeof plainTimelineExport>;

/** The page's own files stand beside the folder with the parts of the command line. */
const WEBVIEW = new URL('../webview/', import.meta.url);

/** @throws Failure when the page's own files are not there */
export async function pageText(timeline: Exported, state: Opening): Promise<string> {
  const file = (name: string) => readFile(new URL(name, WEBVIEW), 'utf8');
  const [script = '', style = ''] = await Promise.all(['timeline.js', 'timeline.css'].map(file)).catch((): never => {
    throw new Failure(ExitCode.problems, 'Files of the web page are missing from this installation: install it again.');
  });
  return standalonePage({ timeline, state, script, style });
}

export interface PictureRequest {
  readonly model: TimelineModel;
  readonly arrangement: Arrangement;
  /** `undefined` for the time in which most events lie. */
  readonly range: Horizon | undefined;
  /** Px. */
  readonly width: number;
}

/** @returns the text, and how many events are in the picture */
export function pictureText({ model, arrangement, range, width }: PictureRequest): { text: string; shown: number } {
  const shown = range ?? withRoom(arrangement.opening()!, width);
  const drawn = picture({ model, arrangement, range: shown, width, ink: PAPER, ...averageRulers() });
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n${toSvgText(drawn.shape)}\n`;
  return { text, shown: drawn.shown };
}
