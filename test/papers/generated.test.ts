/** What is written from the rules' declarations says what the rules say of themselves. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { staleFiles } from '../../server/rules/build/generate.ts';
import { rules } from '../../server/rules/index.ts';
import { paper, ROOT } from './papers.ts';

it('is what `npm run generate` writes', () => {
  expect([...staleFiles().keys()]).toEqual([]);
});

it('has a page for each rule, and a row with a link to it in the README and in the list of all', () => {
  for (const { name, title } of rules) {
    expect(paper('README.md').text).toContain(`\n| [\`${name}\`](docs/rules/${name}.md) | `);
    expect(paper('docs/rules/README.md').text).toContain(`\n| [\`${name}\`](${name}.md) | `);
    const page = readFileSync(`${ROOT}docs/rules/${name}.md`, 'utf8');
    expect(page.split('\n')[0]).toBe(`# ${name}`);
    expect(page).toContain(`\n\n**${title}** Severity: `);
    for (const part of ['_Why it matters._', '_What to do._', '**Wrong**', '**Right**']) expect(page).toContain(part);
  }
  const pages = readdirSync(`${ROOT}docs/rules`).filter((name) => name !== 'README.md');
  expect(pages.sort()).toEqual(rules.map(({ name }) => `${name}.md`).sort());
});
