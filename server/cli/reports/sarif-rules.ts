/** The rules as SARIF describes them: what a viewer shows beside a result. */
import type { Severity } from '../../dataset/problem.ts';
import type { Example, Rule } from '../../dataset/rule.ts';
import { exampleFiles } from '../../rules/build/examples.ts';

/** SARIF has no hints. */
export const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
};

/** The `reportingDescriptor` of a rule (SARIF 2.1.0, 3.49). */
export function ruleDescriptor(rule: Rule) {
  const { what, why, fix } = rule.docs;
  const [wrong] = rule.examples.wrong;
  const [right] = rule.examples.right;
  return {
    id: rule.name,
    shortDescription: { text: plain(rule.title), markdown: rule.title },
    fullDescription: { text: plain(what), markdown: what },
    help: {
      text: `${plain(why)}\n\n${plain(fix)}`,
      markdown: [
        what,
        `**Why it matters.** ${why}`,
        `**What to do.** ${fix}`,
        ...(wrong === undefined ? [] : ['**Wrong**', ...blocks(wrong)]),
        ...(right === undefined ? [] : ['**Right**', ...blocks(right)]),
      ].join('\n\n'),
    },
    defaultConfiguration: { level: LEVELS[rule.severity] },
  };
}

function blocks(example: Example): string[] {
  const files = exampleFiles(example);
  return files.flatMap(({ name, text }) => [
    ...(files.length > 1 ? [`\`${name}\`:`] : []),
    `\`\`\`yaml\n${text.trimEnd()}\n\`\`\``,
  ]);
}

/** Markdown without its marks for code and emphasis. */
function plain(markdown: string): string {
  return markdown.replace(/`([^`]*)`/g, '$1').replace(/(^|\W)_([^_]+)_(?=\W|$)/g, '$1$2');
}
