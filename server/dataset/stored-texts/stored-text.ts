/** A stored copy of a source's text: whether words stand in it, and where those most like them do. */
import { trimmedEnd } from '../text.ts';
import { occurrences } from './occurrences.ts';
import { nearestPassage, type Word, wordsOf } from './passage.ts';

/** Marks of quotation and apostrophes of any style, which copies and quotes may have otherwise; and what cannot be seen. */
const SET_ASIDE = /["'`´“”„‟«»‹›‘’‚‛ʻʼ′″＂＇\u00AD\u200B-\u200D\u2060\uFEFF]/g;
/** Where blanks have been made one. */
const DASHES = / ?[-‐‑‒–—―−]+ ?/g;
/** An omission or an addition of the editor's: `…`, `...`, `[…]`, `[the Council]`. */
const OMISSION = /\[[^[\]]{0,200}\]|…|\.{3,}/;
const EDGE = /[\s,.;:-]/;
const FIRST_EDGE = /^[\s,.;:-]+/;
/** Quotes of more characters are not mended, nor are those with more parts: for each the text is looked through. */
const MENDED = { characters: 20_000, parts: 100 };

export class StoredText {
  readonly text: string;
  #plain: string | undefined;
  #words: readonly Word[] | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /**
   * The first part of a quote that does not stand in the text after the parts before it; nothing where all do. Parts are
   * what omissions leave. Line ends, blanks, quotation marks, kinds of dash and Unicode forms are set aside, as are commas
   * and stops at the ends of parts and capitals at their beginnings.
   */
  missingPart(quote: string): string | undefined {
    this.#plain ??= plainForm(this.text);
    let from = 0;
    for (const part of quote.split(OMISSION)) {
      const plain = trimmedEnd(plainForm(part), EDGE).replace(FIRST_EDGE, '');
      if (plain === '') continue;
      const found = find(this.#plain, plain, from);
      if (found === undefined) return part.trim();
      from = found + plain.length;
    }
    return undefined;
  }

  /**
   * The quote with each part that does not stand in the text replaced by the passage most like it; nothing where none is,
   * or the quote is longer than any that people take.
   */
  mended(quote: string): string | undefined {
    if (quote.length > MENDED.characters) return undefined;
    const pieces = quote.split(new RegExp(`(${OMISSION.source})`));
    if (pieces.length > 2 * MENDED.parts) return undefined;
    const mended = pieces.map((piece, i) => {
      const isPart = i % 2 === 0 && this.missingPart(piece) !== undefined;
      return isPart ? this.#nearest(piece) : piece;
    });
    if (mended.includes(undefined)) return undefined;
    const text = mended.join('');
    return text !== quote && this.missingPart(text) === undefined ? text : undefined;
  }

  /** The passage most like a part of a quote, between the blanks and marks that stand around it there. */
  #nearest(part: string): string | undefined {
    this.#words ??= wordsOf(this.text);
    const [before = ''] = /^[\s\p{P}]*/u.exec(part) ?? [];
    const after = part.slice(Math.max(before.length, trimmedEnd(part, /[\s\p{P}]/u).length));
    const span = nearestPassage(this.#words, wordsOf(part));
    return span && `${before}${this.text.slice(span.start, span.end).replace(/\s+/g, ' ')}${after}`;
  }
}

/** A text with all set aside that may differ between a source and a faithful quote. */
function plainForm(text: string): string {
  return text.replace(SET_ASIDE, '').normalize('NFKC').replace(/\s+/g, ' ').replace(DASHES, '-');
}

/** Where a part stands as whole words, with a capital or a small letter first. */
function find(text: string, part: string, from: number): number | undefined {
  const [first = ''] = part;
  const variants = new Set([first, first.toLowerCase(), first.toUpperCase()]);
  const places = [...variants].flatMap((letter) => findExactly(text, letter + part.slice(first.length), from) ?? []);
  return places.length > 0 ? Math.min(...places) : undefined;
}

function findExactly(text: string, part: string, from: number): number | undefined {
  for (const at of occurrences(text, part, from)) {
    if (!isInsideWord(text, at) && !isInsideWord(text, at + part.length)) return at;
  }
  return undefined;
}

const LETTER = /[\p{L}\p{M}\p{N}]/u;

/** Whether letters or digits stand on both sides of an offset. */
function isInsideWord(text: string, offset: number): boolean {
  return LETTER.test(text.charAt(offset - 1)) && LETTER.test(text.charAt(offset));
}
