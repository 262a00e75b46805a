/** The lines of iCalendar, folded: no longer than 75 octets, never within a character (RFC 5545, section 3.1). */

const LONGEST = 75;
/** However a line is written, a unit of UTF-16 takes no more than three octets of UTF-8. */
const SURELY_SHORT = LONGEST / 3;

/**
 * Folds each line of a text with CRLF. ical-generator has the same, but makes an encoder for each character: that takes
 * longer than all else together.
 */
export function foldLines(text: string): string {
  return text.split('\r\n').map(folded).join('\r\n');
}

function folded(line: string): string {
  if (line.length <= SURELY_SHORT) return line;
  let result = '';
  let start = 0;
  let octets = 0;
  for (let at = 0; at < line.length; ) {
    const codePoint = line.codePointAt(at)!;
    const size = octetsOf(codePoint);
    if (octets + size > LONGEST) {
      result += `${line.slice(start, at)}\r\n `;
      start = at;
      // The blank before what goes on.
      octets = 1;
    }
    octets += size;
    at += codePoint > 0xffff ? 2 : 1;
  }
  return result + line.slice(start);
}

function octetsOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}
