/** Texts to insert for clients that know no snippets, or add an indentation of their own to every line. */

/** What a snippet is made of beside text: `\$`, `$1`, `${1}`, `${1:text}` and `${1|a,b|}`, in which no `$` stands bare. */
const SNIPPET = /\\([\\$}])|\$\d+|\$\{\d+(?::(?:\\.|[^$}\\])*|\|(?:\\.|[^$|\\])*\|)?\}/gs;

/** A snippet as text: nothing stands where there is something to choose or to fill in. */
export function withoutStops(snippet: string): string {
  const text = snippet.replace(SNIPPET, (_, escaped?: string) => escaped ?? '');
  return text.replaceAll('{  }', '{ }');
}

/**
 * A text of several lines for a client that puts the indentation of the line before every line but the first.
 * @param before the line up to where the text is put in
 */
export function withoutIndentation(text: string, before: string): string {
  const indentation = /^[ \t]*/.exec(before)![0];
  const [first, ...lines] = text.split('\n');
  const shifted = lines.map((line) => {
    if (line.startsWith(indentation)) return line.slice(indentation.length);
    return line.trimStart();
  });
  return [first, ...shifted].join('\n');
}
