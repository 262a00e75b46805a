/** The table of rules in the README. */
import type { Rule } from '../../dataset/rule.ts';

const TABLE = /(<!-- Rules: written by `npm run generate`\. -->\n).*?(\n<!-- End of the rules\. -->)/s;

/** The README with its table of rules as the rules are. @throws when the marks around the table are gone */
export function withTable(readme: string, rules: readonly Rule[]): string {
  if (!TABLE.test(readme)) throw new Error('README.md has lost the comments that stand around its table of rules.');
  const rows = rules.map(
    ({ name, severity, title }) => `| [\`${name}\`](server/rules/README.md#${name}) | ${severity} | ${title} |`,
  );
  const table = ['| Rule | Severity | Problem |', '| --- | --- | --- |', ...rows].join('\n');
  return readme.replace(TABLE, (_, head: string, end: string) => `${head}\n${table}\n${end}`);
}
