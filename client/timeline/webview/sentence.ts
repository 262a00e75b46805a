/** A sentence with an element in it, wherever a language has its place. */

/** The parts of `text`, with `element` where it has `{0}`. */
export function around(text: string, element: Element): (Element | string)[] {
  const [before = '', after = ''] = text.split('{0}');
  return [before, element, after].filter((part) => part !== '');
}
