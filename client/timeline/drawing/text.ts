/** Widths of text without touching the page: one table of letter widths per font, summed. */

export interface TextRuler {
  /** Width of `text` in px. */
  width(text: string): number;
  /** `text` if it is no wider than `room` px, else its beginning with "…", else "". */
  fit(text: string, room: number): string;
}

/** Letters with a smaller code are looked up by it. */
const COMMON = 0x600;

/** A ruler over any way to measure one character in px; letters are measured once and remembered. */
export function makeRuler(measure: (character: string) => number): TextRuler {
  const common = new Float64Array(COMMON).fill(-1);
  const rare = new Map<string, number>();
  const one = (character: string): number => {
    let width = rare.get(character);
    if (width === undefined) {
      width = measure(character);
      rare.set(character, width);
    }
    return width;
  };
  return {
    width(text) {
      let total = 0;
      for (let index = 0; index < text.length; index++) {
        const code = text.charCodeAt(index);
        if (code < COMMON) {
          if (common[code]! < 0) common[code] = measure(text.charAt(index));
          total += common[code]!;
        } else {
          const character = String.fromCodePoint(text.codePointAt(index)!);
          total += one(character);
          index += character.length - 1;
        }
      }
      return total;
    },
    fit(text, room) {
      if (this.width(text) <= room) return text;
      let left = room - one('…');
      let end = 0;
      for (const character of text) {
        left -= one(character);
        if (left < 0) break;
        end += character.length;
      }
      const kept = text.slice(0, end).trimEnd();
      return kept.length >= 3 ? `${kept}…` : '';
    },
  };
}
