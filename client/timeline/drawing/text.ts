/** Widths of text without touching the page: one table of letter widths per font, summed. */

export interface TextRuler {
  /** Width of `text` in px. */
  width(text: string): number;
  /** `text` if it is no wider than `room` px, else its beginning with "…", else "". */
  fit(text: string, room: number): string;
}

/** A ruler over any way to measure one character in px; letters are measured once and remembered. */
export function makeRuler(measure: (character: string) => number): TextRuler {
  const known = new Map<string, number>();
  const widths = new Map<string, number>();
  const one = (character: string): number => {
    let width = known.get(character);
    if (width === undefined) {
      width = measure(character);
      known.set(character, width);
    }
    return width;
  };
  return {
    width(text) {
      let total = widths.get(text);
      if (total === undefined) {
        total = 0;
        for (const character of text) total += one(character);
        if (widths.size > 50_000) widths.clear();
        widths.set(text, total);
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
