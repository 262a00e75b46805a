/** What rules make of a record as a reader shows it is made once, and kept with the view. */
import type { Reader, RecordView } from '../../dataset/reader.ts';

/**
 * The same function, which remembers its answer as long as there is the view. It may ask whatever the view and its reader
 * tell: what they are asked by it, they remember from the first time on.
 * @param make `reader` is the one that the view has come from
 */
export function once<T>(make: (view: RecordView) => T): (view: RecordView) => T;
export function once<T>(make: (view: RecordView, reader: Reader) => T): (view: RecordView, reader: Reader) => T;
export function once<T>(make: (view: RecordView, reader: Reader) => T): (view: RecordView, reader: Reader) => T {
  return (view, reader) => {
    let known = view.made.get(make) as { readonly answer: T } | undefined;
    if (!known) {
      known = { answer: make(view, reader) };
      view.made.set(make, known);
    }
    return known.answer;
  };
}
