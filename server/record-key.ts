/** Keys by which a client names records: `<kind>/<id>`, the id as somebody has written it. */

/** The kind and the id in a key; nothing in a text that is none. */
export function readKey(key: string): { readonly kind: string; readonly id: string } | undefined {
  const slash = key.indexOf('/');
  return slash < 0 ? undefined : { kind: key.slice(0, slash), id: key.slice(slash + 1) };
}
