/** What is written from the rules' declarations says what the rules say of themselves. */
import { expect, it } from 'vitest';
import { staleFiles } from '../../server/rules/build/generate.ts';
import { rules } from '../../server/rules/index.ts';
import { paper } from './papers.ts';

it('is what `npm run generate` writes', () => {
  expect([...staleFiles().keys()]).toEqual([]);
});

it('has a row in the README for each rule, with a link to its section', () => {
  const page = paper('server/rules/README.md').text;
  for (const { name, title } of rules) {
    expect(paper('README.md').text).toMatch(
      new RegExp(`^\\| \\[\`${name}\`\\]\\(server/rules/README\\.md#${name}\\) .*`, 'm'),
    );
    expect(page).toContain(`\n## ${name}\n\n**${title}**`);
  }
});
