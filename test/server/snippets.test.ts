/** Snippets of VS Code: one a kind, each a sound record as soon as it stands there. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { kinds, schemaOf } from '../../server/dataset/schema.ts';
import { rules } from '../../server/rules/index.ts';
import { snippets } from '../../server/snippets/generate.ts';
import { makeWorkspace, ROOT } from '../support/fixture.ts';

const URI = `${ROOT}/a.yaml`;
const all = snippets();
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));

/** What an editor makes of a snippet when nobody types anything, on 31 October 2025. */
function untouched(body: string): string {
  const dated = body
    .replaceAll('$CURRENT_YEAR', '2025')
    .replaceAll('$CURRENT_MONTH', '10')
    .replaceAll('$CURRENT_DATE', '31');
  return dated
    .replace(/\$\{(\d+)\|((?:[^,|\\]|\\.)*)(?:[^|\\]|\\.)*\|\}/g, '$2')
    .replace(/\$\{(\d+):((?:[^}\\]|\\.)*)\}/g, '$2')
    .replace(/\$\d+$/, '')
    .replace(/\\([\\$}|,])/g, '$1');
}

describe('the snippets', () => {
  it('are one a kind, with what the schema says of it', () => {
    expect(Object.keys(all).map((name) => name.toLowerCase())).toEqual(kinds);
    for (const [name, { description }] of Object.entries(all))
      expect(description).toBe(schemaOf(name.toLowerCase()).description.replaceAll('`', ''));
  });

  it('are those that the package holds, for records and for YAML that is none yet', () => {
    expect(JSON.parse(readFileSync('client/snippets/records.json', 'utf8'))).toEqual(all);
    expect(manifest.contributes.snippets).toEqual(
      ['security-initiatives', 'yaml'].map((language) => ({ language, path: './client/snippets/records.json' })),
    );
  });

  it('have no prefix, as completion offers the same', () => {
    for (const snippet of Object.values(all)) expect(snippet).not.toHaveProperty('prefix');
  });

  it('offer the values of short lists to choose from', () => {
    expect(all.Summit?.body).toMatch(/^status: \$\{6\|planned,confirmed,held,postponed,cancelled\|\}$/m);
    expect(all.Summit?.body).toMatch(/^date: \$\{3:\$CURRENT_YEAR\}\$\{7:-\$CURRENT_MONTH-\$CURRENT_DATE\}$/m);
  });

  it.each(Object.entries(all))(
    '%s is a sound record before anything is typed, but for its citations',
    (name, { body }) => {
      const text = untouched(body);
      expect(text).not.toMatch(/[${}]|9876/);
      const workspace = makeWorkspace({ 'a.yaml': text }, rules);
      workspace.check();
      const [document, ...others] = workspace.documentsOf(URI);
      expect([document?.record?.kind, others]).toEqual([name.toLowerCase(), []]);
      const found = workspace.problemsOf(URI).map(({ rule, message }) => `${rule}: ${message}`);
      expect(found.filter((problem) => !/^(uncited|id-file-mismatch)/.test(problem))).toEqual([]);
    },
  );
});
