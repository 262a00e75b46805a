/** The shipped registry of known organizations and states, as documents of a read-only dataset. */
import { stringify } from 'yaml';
import { registry as shipped } from '../../schemas/generated/registry.mjs';
import { indexOf } from './dataset.ts';
import { SourceDocument } from './document.ts';
import type { RecordIndex } from './record-index.ts';
import type { YamlValue } from './yaml/tree.ts';
import { documentStarts, YamlDocument } from './yaml/yaml.ts';

/** One file of the registry: the values of its documents, and its text where that says more than they do. */
interface RegistryFile {
  /** Relative to the registry's root: `organizations/ots.yaml`. */
  readonly path: string;
  readonly text?: string;
  readonly values: readonly YamlValue[];
}

/** Where registry documents live; the scheme is that of `server/protocol.ts`. */
export const REGISTRY_ROOT = 'security-initiatives-registry:';

const files = new Map((shipped as readonly RegistryFile[]).map((file) => [uriOf(file.path), file]));
let documents: ReadonlyMap<string, readonly SourceDocument[]> | undefined;
let index: RecordIndex | undefined;

/** The registry's index; made once and shared by all datasets of a process. */
export function registry(): RecordIndex {
  index ??= indexOf([...allDocuments().values()].flat());
  return index;
}

/** The documents of a registry file; none when there is no such URI. */
export function registryDocuments(uri: string): readonly SourceDocument[] {
  return allDocuments().get(uri) ?? [];
}

function allDocuments(): ReadonlyMap<string, readonly SourceDocument[]> {
  documents ??= new Map([...files].map(([uri, file]) => [uri, documentsOf(uri, file)]));
  return documents;
}

/** The text of a registry file, or `undefined` when there is no such URI. */
export function registryText(uri: string): string | undefined {
  // A text written from values is kept by its document.
  return files.get(uri)?.text ?? registryDocuments(uri)[0]?.yaml.text;
}

function documentsOf(uri: string, file: RegistryFile): SourceDocument[] {
  const { path, text, values } = file;
  if (text === undefined) return [new SourceDocument(uri, new YamlDocument(() => textOf(file), values[0]!), 0)];
  const starts = documentStarts(text);
  if (starts.length !== values.length) throw new Error(`The registry file ${path} has been built wrongly.`);
  return values.map((value, i) => {
    const start = starts[i]!;
    const yaml = new YamlDocument(text.slice(start, starts[i + 1] ?? text.length), value);
    return new SourceDocument(uri, yaml, start);
  });
}

function textOf({ text, values }: RegistryFile): string {
  return text ?? stringify(values[0], { lineWidth: 0 });
}

function uriOf(path: string): string {
  return `${REGISTRY_ROOT}/${path}`;
}
