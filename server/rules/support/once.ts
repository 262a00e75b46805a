/** What is made of something that never changes, such as a record as a reader shows it, is made once. */

/**
 * The same function, which remembers its answer as long as there is what it was asked about. Of a view it may be asked
 * whatever that view and its reader tell: what they are asked by it, they remember from the first time on.
 * @param work further arguments must follow from the first one: the reader that a view has come from
 */
export function once<K extends object, A extends readonly unknown[], T>(
  work: (key: K, ...further: A) => T,
): (key: K, ...further: A) => T {
  const known = new WeakMap<K, { readonly answer: T }>();
  return (key, ...further) => {
    let found = known.get(key);
    if (!found) {
      found = { answer: work(key, ...further) };
      known.set(key, found);
    }
    return found.answer;
  };
}
