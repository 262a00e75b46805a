/** What several rules make of one record is made once: kept with the view of a record, or until another one is looked at. */
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

/**
 * The same function, which remembers its last answer: rules look at one document after the other. For what a document's
 * own record tells, which never changes.
 */
export function onceInARow<R extends object, T>(make: (record: R) => T): (record: R) => T {
  let last: { readonly record: R; readonly answer: T } | undefined;
  return (record) => {
    if (last?.record !== record) last = { record, answer: make(record) };
    return last.answer;
  };
}
