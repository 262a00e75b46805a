/** What every module keeps: it says what it is for, the core knows no clock, and only the schemas know which fields are what. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { modules } from './modules.ts';

const CODE = modules(['server', 'client', 'test', 'schemas/build']);
const PURE = modules().filter(({ path }) => /^server\/(dataset|rules|features|exports|statistics)\//.test(path));
/** Modules that give fields a meaning and so must name them. */
const MEANING = /^server\/(rules\/|exports\/|dataset\/(timeline\/(entry|sketches|story)|timeline|manifest)\.ts$)/;
const GENERIC = modules().filter(({ path }) => path.startsWith('server/') && !MEANING.test(path));

describe('modules', () => {
  it.each(CODE.map(({ path, text }) => [path, text] as const))('%s says first what it is for', (_, text) => {
    expect(text).toMatch(/^(#!.*\n)?(\/\*\*?\s*\n?(\s*\*)? ?\S|\/\/ \S)/);
  });

  it.each(PURE.map(({ path, text }) => [path, text] as const))('%s does not read the clock', (_, text) => {
    expect(text).not.toMatch(/\bDate\.now\b|\bnew Date\(\)|\bperformance\.now\b/);
  });

  it('of the server leave it to one of them to read the calendar', () => {
    const reading = modules(['server']).filter(({ text }) => /\bDate\.now\b|\bnew Date\(\)/.test(text));
    expect(reading.map(({ path }) => path)).toEqual(['server/clock.ts']);
  });

  it('leave it to the schemas which fields are references, dates and labels', () => {
    const fields = fieldsOfSchemas();
    expect(fields).toContain('made_at');
    const named = GENERIC.flatMap(({ path, text }) =>
      fields
        .filter((field) => new RegExp(`['"\`]${field}['"\`]|\\bvalue\\??\\.${field}\\b`).test(text))
        .map((field) => `${path}: ${field}`),
    );
    expect(named).toEqual([]);
  });
});

/** The fields that a schema marks as reference, date or name, but for those that are also the name of a kind or a plain word of code. */
function fieldsOfSchemas(): string[] {
  const folder = new URL('../../schemas/', import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith('.schema.json'));
  const kinds = files.map((name) => name.replace('.schema.json', ''));
  const fields = new Set<string>();
  const visit = (node: unknown): void => {
    if (node === null || typeof node !== 'object') return;
    for (const [name, property] of Object.entries((node as { properties?: object }).properties ?? {})) {
      const { reference, format, label, alias, $ref } = property as Record<string, unknown>;
      const isDate = format === 'edtf' || format === 'edtf-date-time' || /\/date(-time)?$/.test(String($ref ?? ''));
      if (reference || isDate || label || alias) fields.add(name);
    }
    for (const inner of Object.values(node)) visit(inner);
  };
  for (const file of files) visit(JSON.parse(readFileSync(new URL(file, folder), 'utf8')));
  const plainWords = ['value', 'text', 'date', 'name', 'title', 'today', 'to', 'from', 'first', 'parent'];
  return [...fields].filter((field) => !kinds.includes(field) && !plainWords.includes(field));
}
