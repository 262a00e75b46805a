/** The vocabulary of schema.org as schema-dts has it: which types there are, and which properties each may have. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

interface Declared {
  readonly bases: readonly string[];
  readonly properties: ReadonlySet<string>;
}

const DECLARATIONS = createRequire(import.meta.url)
  .resolve('schema-dts')
  .replace(/\.js$/, '.d.ts');
const INTERFACE = /^(?:export )?interface (\w+) extends ([^{]+) \{\n([\s\S]*?)^\}/gm;

const interfaces = new Map<string, Declared>();
for (const [, name, bases, body] of readFileSync(DECLARATIONS, 'utf8').matchAll(INTERFACE)) {
  const properties = new Set([...body!.matchAll(/^ {4}"(\w+)"\?/gm)].map(([, property]) => property!));
  interfaces.set(name!, { bases: bases!.split(',').map((base) => base.trim()), properties });
}

/** Whether schema.org has a type. */
export function isType(type: string): boolean {
  return interfaces.has(`${type}Leaf`) || interfaces.has(`${type}Base`);
}

/** Whether things of a type may have a property. */
export function mayHave(type: string, property: string): boolean {
  return declares(`${type}Leaf`, property) || declares(`${type}Base`, property);
}

function declares(name: string, property: string): boolean {
  const declared = interfaces.get(name);
  if (!declared) return false;
  return declared.properties.has(property) || declared.bases.some((base) => declares(base, property));
}
