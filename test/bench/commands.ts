/** The two language servers and the two checkers that are measured, and how each is told about the schemas. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { selfContained, selfContainedFor } from '../../server/dataset/json-schema.ts';
import { kinds } from '../../server/dataset/schema.ts';
import { rules } from '../../server/rules/index.ts';
import type { ServerCommand } from './client.ts';

/** Scripts of other tools, as they were fetched. */
export interface Peers {
  /** yaml-language-server's executable. */
  readonly languageServer: string;
  /** ajv-cli's executable. */
  readonly ajvCli: string;
}

/** Our server, as it stands in a folder of bundles; `nodeOptions` go to Node. */
export function ourServer(dist: string, nodeOptions: readonly string[] = []): ServerCommand {
  return {
    name: 'ours',
    args: [...nodeOptions, join(dist, 'server.js'), '--stdio'],
    languageId: 'security-initiatives',
    settings: () => null,
  };
}

/** yaml-language-server with a schema for each folder of records; nothing comes from the network. */
export function theirServer(peers: Peers, folder: string): ServerCommand {
  const associations = kinds.map((kind) => {
    const file = join(folder, `${kind}.json`);
    writeFileSync(file, JSON.stringify(selfContained(kind)));
    return [pathToFileURL(file).href, [`**/${kind}s/*.yaml`]];
  });
  const yaml = {
    schemas: Object.fromEntries(associations),
    validate: true,
    hover: true,
    completion: true,
    schemaStore: { enable: false },
    kubernetesCRDStore: { enable: false },
  };
  return {
    name: 'theirs',
    args: [peers.languageServer, '--stdio'],
    languageId: 'yaml',
    settings: (section) => (section === 'yaml' ? yaml : {}),
  };
}

/** Our `check` of a dataset: all rules, references among them. */
export function ourCheck(dist: string, dataset: string): string[] {
  return [join(dist, 'cli.js'), 'check', '--format', 'json', dataset];
}

/** The same of shapes alone, as ajv-cli does it: the rule `schema`, with all others off. */
export function ourShapeCheck(dist: string, dataset: string): string[] {
  const others = rules.flatMap(({ name }) => (name === 'schema' ? [] : ['--rule', `${name}=off`]));
  return [...ourCheck(dist, dataset), ...others];
}

/** ajv-cli over the same files: their shape only, each by the schema of its kind, and no errors written. */
export function theirCheck(peers: Peers, folder: string, dataset: string): string[] {
  const schema = join(folder, 'all-kinds.json');
  writeFileSync(schema, JSON.stringify(selfContainedFor(kinds)));
  return [
    peers.ajvCli,
    'validate',
    '--spec=draft2020',
    '--strict=false',
    '--validate-formats=false',
    '--all-errors',
    '--errors=no',
    '-s',
    schema,
    '-d',
    // Records stand in folders; the manifest, at the root, is none.
    `${dataset}/*/*.yaml`,
  ];
}
