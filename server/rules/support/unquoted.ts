/** Text that YAML reads as a number, as true or false, or as nothing, because it is not in quotes. */
import type { SourceDocument } from '../../dataset/document.ts';
import type { Schema } from '../../dataset/schema.ts';
import type { Path } from '../../dataset/yaml/tree.ts';

/** `~` stands for nothing to everybody; the word may be meant as a word. */
const NULL_WORD = /^null$/i;

/** What stands at a path where the schema wants text and nothing but text, if YAML takes it for something else. */
export function unquotedText(document: SourceDocument, path: Path, schema: Schema): string | undefined {
  const wantsText = schema.types.includes('string') && !schema.types.some((type) => OTHER_SCALARS.has(type));
  // What a number where an id belongs may mean, `schema` tells.
  if (!wantsText || schema.reference) return undefined;
  const node = document.yaml.place(path)?.value;
  if (node?.type !== 'scalar' || node.style !== 'plain' || node.broken || typeof node.value === 'string')
    return undefined;
  const source = document.yaml.text.slice(node.start, node.end);
  return node.value !== null || NULL_WORD.test(source) ? source : undefined;
}

const OTHER_SCALARS = new Set(['number', 'integer', 'boolean']);
