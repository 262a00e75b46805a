/** The pages about rules, one a rule: what `codeDescription` of a diagnostic leads to; and the list of them. */
import type { Example, Rule } from '../../dataset/rule.ts';
import { LineIndex } from '../../dataset/text.ts';
import { type ExampleFile, exampleFiles, type Remark, remarksOn } from './examples.ts';
import { ruleTable } from './table.ts';

const FOLDER = 'docs/rules';

const WRITTEN = '<!-- Written by `npm run generate` from the declarations in server/rules. -->';

const HEAD = `# Rules

${WRITTEN}

A page a rule, in the order in which lists show them. Carets under a line of an example mark where the rule speaks; below it
stands what it says and which fixes it offers. Certain fixes are what is meant beyond doubt, so that they can also be applied
all at once.
`;

const FOOT = `---

How bad it is can be set in \`initiatives.yaml\` (\`rules\`) or in the settings, and a record can be excepted with a reason.
[All rules](README.md)`;

/** The pages as Markdown by their paths from the repository's root: one about each rule, and the list of all. */
export function rulePages(rules: readonly Rule[]): Map<string, string> {
  return new Map([
    [`${FOLDER}/README.md`, `${HEAD}\n${ruleTable(rules, '')}\n`],
    ...rules.map((rule) => [`${FOLDER}/${rule.name}.md`, rulePage(rule)] as const),
  ]);
}

/** The page about one rule. */
function rulePage(rule: Rule): string {
  return joined([`# ${rule.name}`, WRITTEN, ...ruleParts(rule), FOOT]);
}

/** One rule as a part of a page: its name as a heading, what it is about, and its examples with what it says of them. */
export function ruleSection(rule: Rule): string {
  return joined([`## ${rule.name}`, ...ruleParts(rule)]);
}

function ruleParts(rule: Rule): string[] {
  const { what, why, fix } = rule.docs;
  const wrong = rule.examples.wrong.map((example) => exampleBlocks(example) + quoted(remarksOn(rule.name, example)));
  return [
    `**${rule.title}** Severity: ${rule.severity}.`,
    what,
    `_Why it matters._ ${why}`,
    `_What to do._ ${fix}`,
    '**Wrong**',
    ...wrong,
    '**Right**',
    ...rule.examples.right.map(exampleBlocks),
  ];
}

function joined(parts: readonly string[]): string {
  return parts.map((part) => `${part.trimEnd()}\n`).join('\n');
}

function exampleBlocks(example: Example): string {
  const files = exampleFiles(example);
  const head = ({ name }: ExampleFile) => (typeof example === 'string' ? '' : `\`${name}\`:\n\n`);
  return files.map((file) => `${head(file)}\`\`\`yaml\n${withCarets(file)}\`\`\`\n`).join('\n');
}

/** The text with a comment of carets under each line that holds a mark; a comment, so that it can still be tried. */
export function withCarets({ text, marks }: ExampleFile): string {
  const index = new LineIndex(text);
  const carets = new Map<number, string>();
  for (const { start, end } of marks) {
    const { line, column } = index.at(start);
    const lineEnd = Math.max(column + 1, (text.split('\n')[line] ?? '').length);
    const length = Math.max(1, Math.min(end - start, lineEnd - column));
    const before = (carets.get(line) ?? '#').padEnd(column);
    carets.set(line, column === 0 ? `#${'^'.repeat(Math.max(1, length - 1))}` : before + '^'.repeat(length));
  }
  const lines = text.replace(/\n$/, '').split('\n');
  return lines.map((line, i) => `${line}\n${carets.has(i) ? `${carets.get(i)}\n` : ''}`).join('');
}

function quoted(remarks: readonly Remark[]): string {
  const parts = remarks.flatMap(({ message, fixes }) => [
    `> ${message}`,
    ...(fixes.length > 0 ? [fixes.map(fixLine).join('\n')] : []),
  ]);
  return parts.length > 0 ? `\n${parts.join('\n>\n')}\n` : '';
}

function fixLine({ title, certain }: Remark['fixes'][number]): string {
  return `> - ${certain ? 'Certain fix' : 'Quick fix'}: ${title}`;
}
