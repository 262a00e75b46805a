/** The README's table of rules says what the rules say of themselves. */
import { expect, it } from 'vitest';
import { rules } from '../../server/rules/index.ts';
import { paper } from './papers.ts';

/** The rows as they must be; paste them from the failure. */
const rows = rules.map(({ name, severity, title }) => `| \`${name}\` | ${severity} | ${title} |`);

it('has a row for each rule, in the order of the rules', () => {
  const { prose } = paper('README.md');
  const table = /^\| Rule \| Severity \| Problem \|\n\| --- \| --- \| --- \|\n((?:\|.*\n)*)/m.exec(prose);
  expect(table?.[1]).toBe(`${rows.join('\n')}\n`);
});
