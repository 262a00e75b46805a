/** A snippet in an editor's hands: what stands at each tab stop, and the text once somebody has typed into them. */

const PART =
  /\\(.)|\$(\d+)|\$\{(\d+)(?::((?:\\.|[^}\\])*)|\|((?:\\.|[^|\\])*)\||\/\(\.\*\)\/\$\{1:\/(upcase|downcase)\}\/)?\}/gs;

/** What each tab stop holds at first, by its number. */
export function stopsOf(snippet: string): ReadonlyMap<number, string> {
  const stops = new Map<number, string>();
  for (const [, , bare, number, text, choices] of snippet.matchAll(PART)) {
    const stop = Number(bare ?? number);
    const first = text ?? choices?.split(/(?<!\\),/)[0];
    if (!Number.isNaN(stop) && first !== undefined && !stops.has(stop)) stops.set(stop, first.replace(/\\(.)/g, '$1'));
  }
  return stops;
}

/** The text after typing; all places of a stop change together, and those that transform do so once the stop is left. */
export function typeInto(snippet: string, typed: Readonly<Record<number, string>> = {}): string {
  const stops = stopsOf(snippet);
  return snippet.replace(
    PART,
    (_all, escaped?: string, bare?: string, number?: string, _text?: string, _choices?: string, letters?: string) => {
      if (escaped !== undefined) return escaped;
      const stop = Number(bare ?? number);
      const text = typed[stop] ?? stops.get(stop) ?? '';
      return letters === 'upcase' ? text.toUpperCase() : letters === 'downcase' ? text.toLowerCase() : text;
    },
  );
}
