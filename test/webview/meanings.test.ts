/** Every kind has a shape and every status a form, those included that the schemas will get. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formSign, markPath } from '../../client/timeline/drawing/glyphs.ts';
import { formOf, KINDS, STATUSES, shapeOf } from '../../client/timeline/drawing/status.ts';

const FOLDER = new URL('../../schemas/', import.meta.url);
const KINDS_OF_SCHEMAS = readdirSync(FOLDER)
  .map((name) => /^(.*)\.schema\.json$/.exec(name)?.[1] ?? '')
  .filter((name) => name && name !== 'common' && name !== 'manifest');

describe('kinds', () => {
  it('are those of the schemas', () => {
    expect([...KINDS.keys()].sort()).toEqual(KINDS_OF_SCHEMAS.sort());
  });

  it('have each a shape of their own, and none of them that of what nobody knows', () => {
    const paths = [...[...KINDS.keys()].map(shapeOf), shapeOf('no such kind')].map((shape) => markPath(shape, 5));
    expect(new Set(paths).size).toBe(KINDS.size + 1);
  });
});

describe('statuses', () => {
  it.each(KINDS_OF_SCHEMAS)('of a %s have each a form', (kind) => {
    const unknown = statusesOf(kind).filter((status) => !STATUSES.has(status));
    expect(unknown, 'give these a form in client/timeline/drawing/status.ts').toEqual([]);
  });

  it('are those of the schemas and no others', () => {
    const known = new Set(KINDS_OF_SCHEMAS.flatMap(statusesOf));
    expect(known.size).toBeGreaterThan(15);
    expect([...STATUSES.keys()].filter((status) => !known.has(status))).toEqual([]);
  });

  it.each([undefined, '', 'no such status', 'constructor', '__proto__', 'toString'])(
    'may be %s, which says nothing',
    (status) => expect(formOf(status)).toEqual({ form: 'filled', tone: 'neutral' }),
  );

  it('fill the left half of any shape and nothing right of it', () => {
    for (const shape of [...KINDS.values(), 'triangle' as const]) {
      const sign = formSign('half', shape, 5)!;
      const numbers = sign.d
        .replace(/A[^A-Z]*?(?=0 5Z)/, 'L')
        .match(/-?\d+(\.\d+)?/g)!
        .map(Number);
      const xs = numbers.filter((_, index) => index % 2 === 0);
      expect(Math.max(...xs), shape).toBeLessThanOrEqual(0.01);
    }
  });
});

/** The statuses that the schema of a kind allows, through the reference to what kinds share. */
function statusesOf(kind: string): string[] {
  const { properties = {} } = read(`${kind}.schema.json`);
  const status = properties.status as { enum?: string[]; $ref?: string } | undefined;
  if (!status?.$ref) return status?.enum ?? [];
  const [file = '', path = ''] = status.$ref.split('#');
  const found = path
    .split('/')
    .filter(Boolean)
    .reduce<Record<string, unknown>>(
      (node, step) => node[step] as Record<string, unknown>,
      read(file || `${kind}.schema.json`),
    );
  return (found as { enum?: string[] }).enum ?? [];
}

function read(file: string): Record<string, unknown> & { properties?: Record<string, unknown> } {
  return JSON.parse(readFileSync(new URL(file.split('/').at(-1) ?? '', FOLDER), 'utf8'));
}
