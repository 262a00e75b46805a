/** The shipped registry: what is known ahead of time is what its texts say. */
import { describe, expect, it } from 'vitest';
import { registry, registryText } from '../../server/dataset/registry.ts';
import { parseYaml } from '../../server/dataset/yaml/yaml.ts';

const documents = [...registry().byKind.values()].flatMap((set) => [...set]);

describe('the registry', () => {
  it('has each record where its file says it is', () => {
    const uris = new Set(documents.map(({ uri }) => uri));
    expect(uris.size).toBeGreaterThan(270);
    for (const uri of uris) {
      const here = documents.filter((document) => document.uri === uri).sort((a, b) => a.start - b.start);
      const read = parseYaml(registryText(uri)!);
      expect(here.map(({ start, yaml }) => [start, yaml.text])).toEqual(
        read.map(({ start, document }) => [start, document.text]),
      );
      expect(here.map(({ record }) => record.value)).toEqual(
        read.map(({ document }) => ({ ...(document.value as object) })),
      );
      for (const { document } of read) expect(document.errors).toEqual([]);
    }
  });

  it('leads to the id of a record', () => {
    const kazakhstan = documents.find(({ record }) => record.id === 'KAZ')!;
    const { start, end } = kazakhstan.spanOf(['id']);
    expect(kazakhstan.uri).toBe('security-initiatives-registry:/states/KAZ.yaml');
    expect(registryText(kazakhstan.uri)!.slice(start, end)).toBe('KAZ');
  });

  it('knows no file that it does not have', () => {
    expect(registryText('security-initiatives-registry:/states/../KAZ.yaml')).toBeUndefined();
  });
});
