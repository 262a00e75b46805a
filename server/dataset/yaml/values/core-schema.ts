/** What scalars without quotes stand for (YAML 1.2.2, 10.3.2, the core schema). */
import type { YamlScalar } from '../tree.ts';
import { DASH, DOT, PLUS } from './cursor.ts';

type ScalarValue = YamlScalar['value'];

const WORDS: ReadonlyMap<string, ScalarValue> = new Map<string, ScalarValue>([
  ...['~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
]);
const LONGEST_WORD = 5;
const SPECIAL: ReadonlyMap<string, number> = new Map([
  ...['.nan', '.NaN', '.NAN'].map((word) => [word, Number.NaN] as const),
  ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map((word) => [word, Number.POSITIVE_INFINITY] as const),
  ...['-.inf', '-.Inf', '-.INF'].map((word) => [word, Number.NEGATIVE_INFINITY] as const),
]);

const INTEGER = /^[-+]?[0-9]+$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const OCTAL = /^0o[0-7]+$/;
const HEXADECIMAL = /^0x[0-9a-fA-F]+$/;

const ZERO = 0x30;
const NINE = 0x39;
/** First letters of words that are no text: `n`, `t`, `f`, in both cases, and `~`. */
const WORD_STARTS: readonly number[] = [...'nNtTfF~'].map((letter) => letter.charCodeAt(0));

/** Whether a scalar with this first character may be anything but text. */
export function mayBeNoText(first: number): boolean {
  if (first <= NINE) return first >= ZERO || first === DASH || first === DOT || first === PLUS;
  return WORD_STARTS.includes(first);
}

/** The value of a scalar that is written without quotes and is not empty. */
export function plainScalar(source: string): ScalarValue {
  const first = source.charCodeAt(0);
  if (first > NINE) {
    if (source.length > LONGEST_WORD || !WORD_STARTS.includes(first)) return source;
    const word = WORDS.get(source);
    return word === undefined ? source : word;
  }
  if (first < ZERO && first !== DASH && first !== DOT && first !== PLUS) return source;
  return number(source) ?? source;
}

function number(source: string): number | undefined {
  // Most of what begins with digits is a date, which four digits and a dash give away.
  if (source.charCodeAt(4) === DASH && source.charCodeAt(3) <= NINE) return undefined;
  if (INTEGER.test(source)) return Number.parseInt(source, 10);
  if (FLOAT.test(source)) return Number.parseFloat(source);
  if (OCTAL.test(source)) return Number.parseInt(source.slice(2), 8);
  if (HEXADECIMAL.test(source)) return Number.parseInt(source.slice(2), 16);
  return SPECIAL.get(source);
}
