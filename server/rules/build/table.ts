/** The table of rules, as it stands in the README. */
import type { Rule } from '../../dataset/rule.ts';

const TABLE = /(<!-- Rules: written by `npm run generate`\. -->\n).*?(\n<!-- End of the rules\. -->)/s;

/** The README with its table of rules as the rules are. @throws when the marks around the table are gone */
export function withTable(readme: string, rules: readonly Rule[]): string {
  if (!TABLE.test(readme)) throw new Error('README.md has lost the comments that stand around its table of rules.');
  const table = ruleTable(rules, 'docs/rules/');
  return readme.replace(TABLE, (_, head: string, end: string) => `${head}\n${table}\n${end}`);
}

/** A row a rule, with a link to its page, which lies in `folder` as seen from the table's own page. */
export function ruleTable(rules: readonly Rule[], folder: string): string {
  const rows = rules.map(
    ({ name, severity, title }) => `| [\`${name}\`](${folder}${name}.md) | ${severity} | ${title} |`,
  );
  return ['| Rule | Severity | Problem |', '| --- | --- | --- |', ...rows].join('\n');
}
