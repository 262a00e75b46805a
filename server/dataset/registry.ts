/** The shipped registry of known organizations and states, as documents of a read-only dataset. */
import { registry as shipped } from '../../schemas/generated/registry.mjs';
import { indexOf } from './dataset.ts';
import { SourceDocument } from './document.ts';
import type { RecordIndex } from './record-index.ts';
import { documentStarts, YamlDocument } from './yaml.ts';
import type { YamlValue } from './yaml-tree.ts';

/** One file of the registry: its text, and the values of its documents as they were read when it was built. */
export interface RegistryFile {
  /** Relative to the registry's root: `organizations/ots.yaml`. */
  readonly path: string;
  readonly text: string;
  readonly values: readonly YamlValue[];
}

/** Where registry documents live; the scheme is that of `server/protocol.ts`. */
export const REGISTRY_ROOT = 'security-initiatives-registry:';

let index: RecordIndex | undefined;

/** The registry's index; made once and shared by all datasets of a process. */
export function registry(): RecordIndex {
  index ??= indexOf((shipped as readonly RegistryFile[]).flatMap(documentsOf));
  return index;
}

/** The text of a registry file, or `undefined` when there is no such URI. */
export function registryText(uri: string): string | undefined {
  return (shipped as readonly RegistryFile[]).find(({ path }) => uriOf(path) === uri)?.text;
}

function documentsOf({ path, text, values }: RegistryFile): SourceDocument[] {
  const starts = documentStarts(text);
  if (starts.length !== values.length) throw new Error(`The registry file ${path} has been built wrongly.`);
  return values.map((value, i) => {
    const start = starts[i]!;
    const yaml = new YamlDocument(text.slice(start, starts[i + 1] ?? text.length), value);
    return new SourceDocument(uriOf(path), yaml, start);
  });
}

function uriOf(path: string): string {
  return `${REGISTRY_ROOT}/${path}`;
}
