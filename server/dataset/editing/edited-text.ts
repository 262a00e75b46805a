/** A text that is edited again and again, and knows what has changed since the beginning. */
import { applyEdits, type Span, type TextEdit } from '../text.ts';

/** A part of the text as it is now: by its span at the beginning where it was there already, else what has been put in. */
type Piece = Span | string;

export class EditedText {
  readonly #length: number;
  readonly #pieces: Piece[];
  #text: string;

  constructor(text: string) {
    this.#text = text;
    this.#length = text.length;
    this.#pieces = text === '' ? [] : [{ start: 0, end: text.length }];
  }

  /** The text as it is now. */
  get text(): string {
    return this.#text;
  }

  /** Makes edits to the text as it is now, given in any order. @throws RangeError when two of them overlap */
  apply(edits: readonly TextEdit[]): void {
    this.#text = applyEdits(this.#text, edits);
    const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
    // From the end, so that what stands before keeps its place.
    for (const { span, text } of ordered.reverse()) {
      const start = this.#pieceAt(span.start);
      const end = this.#pieceAt(span.end);
      this.#pieces.splice(start, end - start, ...(text === '' ? [] : [text]));
    }
  }

  /** What makes the text of now from that of the beginning, in order: no more than what the edits have touched. */
  edits(): TextEdit[] {
    const edits: TextEdit[] = [];
    let done = 0;
    let added = '';
    for (const piece of [...this.#pieces, { start: this.#length, end: this.#length }]) {
      if (typeof piece === 'string') {
        added += piece;
        continue;
      }
      if (piece.start > done || added !== '') edits.push({ span: { start: done, end: piece.start }, text: added });
      done = piece.end;
      added = '';
    }
    return edits;
  }

  /** The index of the piece that begins at an offset of the text as it is now; cuts one in two where none does. */
  #pieceAt(offset: number): number {
    let begin = 0;
    for (const [index, piece] of this.#pieces.entries()) {
      if (begin === offset) return index;
      const length = typeof piece === 'string' ? piece.length : piece.end - piece.start;
      if (offset < begin + length) {
        this.#pieces.splice(index, 1, ...cut(piece, offset - begin));
        return index + 1;
      }
      begin += length;
    }
    return this.#pieces.length;
  }
}

function cut(piece: Piece, at: number): [Piece, Piece] {
  if (typeof piece === 'string') return [piece.slice(0, at), piece.slice(at)];
  return [
    { start: piece.start, end: piece.start + at },
    { start: piece.start + at, end: piece.end },
  ];
}
