/** An answer as the text that a model reads: JSON, in which nothing hides and nothing can pass for more than a value. */
import type { Data, DataMap } from './tool.ts';

/** What nobody sees, or what turns the text around it; within JSON all of it can be written by its number. */
const HIDDEN = /[\p{Cf}\p{Co}\u007f-\u009f\u2028\u2029]/gu;
/** Maps and lists that are no longer than this stand on one line, and so do lists of words. */
const WIDEST = 160;

/** JSON with few line ends, for they cost as much as words; texts from records stand in it as quoted strings. */
export function answerText(data: DataMap): string {
  return written(data, '').replace(HIDDEN, (hidden) =>
    Array.from({ length: hidden.length }, (_, at) => `\\u${hidden.charCodeAt(at).toString(16).padStart(4, '0')}`).join(
      '',
    ),
  );
}

/** The same data without what is undefined, as it goes over a wire. */
export function plainData(data: DataMap): DataMap {
  return JSON.parse(JSON.stringify(data));
}

function written(data: Data, indent: string): string {
  const line = JSON.stringify(data);
  if (data === null || typeof data !== 'object' || (indent !== '' && (line.length <= WIDEST || isPlainList(data))))
    return line;
  const inner = `${indent} `;
  const lines = Array.isArray(data)
    ? data.map((item) => inner + written(item, inner))
    : Object.entries(data).map(([name, value]) => `${inner}${JSON.stringify(name)}: ${written(value, inner)}`);
  const [open, close] = Array.isArray(data) ? '[]' : '{}';
  return lines.length === 0 ? `${open}${close}` : `${open}\n${lines.join(',\n')}\n${indent}${close}`;
}

function isPlainList(data: Data): boolean {
  return Array.isArray(data) && data.every((item) => item === null || typeof item !== 'object');
}
