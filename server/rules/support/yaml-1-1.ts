/**
 * How YAML 1.1 reads a plain scalar, after its type repository (yaml.org/type: bool, int, float, value). Dates are left
 * out: everybody writes them plain, and whoever reads them as dates means the same.
 */

/** What a plain scalar is to YAML 1.1: text where none of its types fits. */
export type OldValue = boolean | number | string;

const TRUE = new Set(['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON']);
const FALSE = new Set(['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF']);
const BINARY = /^[-+]?0b[01_]+$/;
const OCTAL = /^[-+]?0[0-7_]+$/;
const HEXADECIMAL = /^[-+]?0x[\da-fA-F_]+$/;
const DECIMAL = /^[-+]?(?:0|[1-9][\d_]*)$/;
const FRACTION = /^[-+]?(?:\d[\d_]*)?\.[\d_]*(?:[eE][-+]\d+)?$/;
const SEXAGESIMAL = /^[-+]?[1-9][\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?$/;
const INFINITE = /^[-+]?\.(?:inf|Inf|INF)$/;
const NOT_A_NUMBER = /^\.(?:nan|NaN|NAN)$/;

/** Words and numbers of either version, as far as they can be told at a glance. */
const EITHER = [
  ...[...TRUE, ...FALSE].filter((word) => !/^(?:true|false)$/i.test(word)),
  /=|[-+]?0[\d_bo]\w*|[-+]0x\w+|[-+]?[\d.][^\W_]*_[\w.]*|[-+]?[1-9][\d_]*:[\d:._]*|[-+]?[\d.]+[eE][-+]?\d+/.source,
].join('|');
/**
 * What stands before a value of a map or a list, with an anchor and a tag at most. An end of line rather than a beginning:
 * that is found twice as fast.
 */
const BEFORE = /(?:[\r\n[{,]|[:?-][ \t])[ \t]*(?:[&!][^\s,[\]{}]*[ \t]+){0,2}/.source;
const AFTER = /(?=[ \t]*(?:[\r\n,\]}]|$|[ \t]#))/.source;

/** Finds where a plain scalar may stand that the two versions read differently; quick, and now and then wrong. */
export const mayDiffer: RegExp = new RegExp(`${BEFORE}(?:${EITHER})${AFTER}`, 'm');

/** What YAML 1.1 makes of a plain scalar. */
export function readAsOld(source: string): OldValue {
  if (TRUE.has(source)) return true;
  if (FALSE.has(source)) return false;
  const sign = source.startsWith('-') ? -1 : 1;
  const digits = source.replace(/^[-+]/, '').replaceAll('_', '');
  if (BINARY.test(source)) return sign * Number.parseInt(digits.slice(2), 2);
  if (HEXADECIMAL.test(source)) return sign * Number.parseInt(digits.slice(2), 16);
  if (OCTAL.test(source)) return sign * Number.parseInt(digits, 8);
  if (DECIMAL.test(source) || (FRACTION.test(source) && /\d/.test(source))) return sign * Number(digits);
  if (SEXAGESIMAL.test(source)) return sign * digits.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  if (INFINITE.test(source)) return sign * Number.POSITIVE_INFINITY;
  return NOT_A_NUMBER.test(source) ? Number.NaN : source;
}
