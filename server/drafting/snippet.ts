/** The text of a new record in the language of snippets: a tab stop wherever a person is to fill something in. */
import { type Schema, schemaAt } from '../dataset/schema.ts';
import type { Span } from '../dataset/text.ts';
import type { Path } from '../dataset/yaml/tree.ts';
import { YamlDocument } from '../dataset/yaml/yaml.ts';

interface Stop extends Span {
  readonly schema: Schema | undefined;
}

/** @param gaps the paths of values that are no more than guesses */
export function asSnippet(kind: string, text: string, gaps: readonly Path[]): string {
  const document = new YamlDocument(text);
  const stops = gaps
    .flatMap((path) => stopsAt(document, kind, path))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  let snippet = '';
  let done = 0;
  let number = 0;
  for (const { start, end, schema } of stops) {
    // What lies within another gap has its stop already.
    if (start < done || (number > 0 && start === done)) continue;
    snippet += escaped(text.slice(done, start)) + stop(++number, text.slice(start, end), schema);
    done = end;
  }
  return `${snippet}${escaped(text.slice(done))}$0`;
}

/** A scalar is a stop; of a list or a map each scalar in it is one; an empty list has one between its brackets. */
function stopsAt(document: YamlDocument, kind: string, path: Path): Stop[] {
  const node = document.place(path)?.value;
  const schema = schemaAt(kind, path);
  if (!node) return [];
  if (node.type === 'scalar') return [{ start: node.start, end: node.end, schema }];
  if (node.type === 'seq' && node.items.length === 0)
    return [{ start: node.start + 1, end: node.end - 1, schema: schema?.items }];
  if (node.type === 'map') {
    return node.pairs.flatMap(({ key }) =>
      key.type === 'scalar' ? stopsAt(document, kind, [...path, String(key.value)]) : [],
    );
  }
  return node.type === 'seq'
    ? [...node.items.keys()].flatMap((index) => stopsAt(document, kind, [...path, index]))
    : [];
}

function stop(number: number, text: string, schema: Schema | undefined): string {
  const values = schema?.values.map(({ value }) => value) ?? [];
  if (values.length === 0) return `\${${number}:${escaped(text)}}`;
  const ordered = values.includes(text) ? [text, ...values.filter((value) => value !== text)] : values;
  return `\${${number}|${ordered.map((value) => value.replace(/[\\,|$}]/g, '\\$&')).join(',')}|}`;
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
