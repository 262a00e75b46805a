/** All regular expressions that see what a dataset holds: those in the sources, those made as modules are read, and the schemas'. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'vitest/node';

/** A pattern, and where it stands. */
export interface Pattern {
  readonly source: string;
  readonly flags: string;
  readonly place: string;
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** What runs when the project is built sees its own sources alone. */
const BUILDS = /(?:^|\/)build\//;

/** The paths of all modules that ship, from the root of the project. */
export function modulesThatShip(): string[] {
  return ['server', 'client'].flatMap((folder) =>
    readdirSync(ROOT + folder, { recursive: true, encoding: 'utf8' })
      .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
      .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts') && !BUILDS.test(path))
      .sort(),
  );
}

/** Regular expressions as they are written in a module, and the places where one is made of a text. */
export function patternsIn(module: string): {
  readonly literals: readonly Pattern[];
  readonly made: readonly string[];
} {
  const text = readFileSync(ROOT + module, 'utf8');
  const literals: Pattern[] = [];
  const made: string[] = [];
  const place = (offset: number) => `${module}:${text.slice(0, offset).split('\n').length}`;
  const visit = (node: unknown): void => {
    if (node === null || typeof node !== 'object') return;
    const { type, regex, callee, start } = node as Partial<RegexNode>;
    if (type === 'Literal' && regex) literals.push({ source: regex.pattern, flags: regex.flags, place: place(start!) });
    if ((type === 'NewExpression' || type === 'CallExpression') && callee?.name === 'RegExp') made.push(module);
    for (const part of Object.values(node)) visit(part);
  };
  visit(parseAst(text, { lang: 'ts' }));
  return { literals, made };
}

interface RegexNode {
  readonly type: string;
  readonly start: number;
  readonly regex: { readonly pattern: string; readonly flags: string };
  readonly callee: { readonly name?: string };
}

/** The patterns of all schemas, as Ajv compiles them. */
export function patternsOfSchemas(): Pattern[] {
  const folder = `${ROOT}schemas/`;
  const found: Pattern[] = [];
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.schema.json'))) {
    const visit = (node: unknown, way: string): void => {
      if (node === null || typeof node !== 'object') return;
      for (const [key, inner] of Object.entries(node)) {
        if (key === 'pattern' && typeof inner === 'string') found.push({ source: inner, flags: 'u', place: way });
        if (key === 'patternProperties')
          for (const source of Object.keys(inner)) found.push({ source, flags: 'u', place: way });
        visit(inner, `${way}/${key}`);
      }
    };
    visit(JSON.parse(readFileSync(folder + name, 'utf8')), name);
  }
  return found;
}

/** The patterns that modules make of texts while they are read. */
export async function patternsMadeBy(modules: readonly string[]): Promise<Pattern[]> {
  const found: Pattern[] = [];
  const { RegExp: usual } = globalThis;
  let place = '';
  globalThis.RegExp = new Proxy(usual, {
    construct(target, [source, flags], newTarget) {
      const made = Reflect.construct(target, [source, flags], newTarget);
      // A library's own are its own.
      if (!new Error().stack?.split('\n')[2]?.includes('node_modules'))
        found.push({ source: made.source, flags: made.flags, place });
      return made;
    },
  });
  try {
    for (const module of modules) {
      place = module;
      await import(ROOT + module);
    }
  } finally {
    globalThis.RegExp = usual;
  }
  return found;
}
