/** What there is to say of a rule: for a terminal, as Markdown, and as plain data. */
import type { Colors } from 'picocolors/types';
import type { Severity } from '../../dataset/problem.ts';
import type { Example, Rule } from '../../dataset/rule.ts';
import { exampleFiles, type Remark, remarksOn } from '../../rules/build/examples.ts';
import { ruleSection, withCarets } from '../../rules/build/page.ts';
import { wrapped } from '../terminal/layout.ts';
import { coded } from './words.ts';

/** A rule as a program may want to read it. */
export interface RuleData {
  readonly name: string;
  readonly severity: Severity;
  readonly title: string;
  readonly what: string;
  readonly why: string;
  readonly fix: string;
}

export function ruleData({ name, severity, title, docs: { what, why, fix } }: Rule): RuleData {
  return { name, severity, title, what, why, fix };
}

/** A rule with its examples; places in texts are offsets in UTF-16 code units. */
export function wholeRuleData(rule: Rule) {
  const texts = (example: Example) => exampleFiles(example);
  return {
    ...ruleData(rule),
    examples: {
      wrong: rule.examples.wrong.map((example) => ({ files: texts(example), says: remarksOn(rule.name, example) })),
      right: rule.examples.right.map((example) => ({
        files: texts(example).map(({ name, text }) => ({ name, text })),
      })),
    },
  };
}

/** The section of the rules' page, and how to silence the rule. */
export function ruleMarkdown(rule: Rule): string {
  const silence = silences(rule).map(({ how, text, language }) => `${how}\n\n\`\`\`${language}\n${text}\`\`\`\n`);
  return [ruleSection(rule), '**Silence it**\n', ...silence].join('\n');
}

/** A page for a terminal of so many columns. */
export function ruleText(rule: Rule, columns: number, colors: Colors): string {
  const { name, severity, title, docs, examples } = rule;
  const prose = (text: string) => wrapped(coded(text, colors), columns, 2);
  const code = (text: string) => text.replace(/\n$/, '').replace(/^(?=.)/gm, '    ');
  const heading = (text: string) => colors.bold(text);
  const example = (one: Example) =>
    exampleFiles(one)
      .map((file) => `${typeof one === 'string' ? '' : `  ${colors.dim(`${file.name}:`)}\n`}${code(withCarets(file))}`)
      .join('\n');
  const said = (remarks: readonly Remark[]) =>
    remarks.map(({ message, fixes }) =>
      [
        wrapped(`${colored(severity, colors)}  ${coded(message, colors)}`, columns, 6, 4),
        ...fixes.map((fix) =>
          wrapped(`${fix.certain ? 'Certain fix' : 'Quick fix'}: ${coded(fix.title, colors)}`, columns, 8, 6),
        ),
      ].join('\n'),
    );
  const blocks = [
    `${colors.bold(name)}  ${colored(severity, colors)}`,
    wrapped(coded(title, colors), columns),
    `${heading('What it reports')}\n${prose(docs.what)}`,
    `${heading('Why it matters')}\n${prose(docs.why)}`,
    `${heading('What to do')}\n${prose(docs.fix)}`,
    heading('Wrong'),
    ...examples.wrong.flatMap((wrong) => [example(wrong), ...said(remarksOn(name, wrong))]),
    heading('Right'),
    ...examples.right.map(example),
    heading('Silence it'),
    ...silences(rule).map(({ how, text }) => `${wrapped(coded(how, colors), columns, 2)}\n${code(text)}`),
  ];
  return `${blocks.join('\n\n')}\n`;
}

interface Silence {
  readonly how: string;
  readonly language: string;
  readonly text: string;
}

/** The places where someone can say that a rule is to be silent, the narrowest first. */
function silences({ name }: Rule): Silence[] {
  return [
    {
      how: 'For one record, with the reason; an exception that silences nothing any more is itself reported:',
      language: 'yaml',
      text: `exceptions:\n  - { rule: ${name}, reason: why the record is right all the same }\n`,
    },
    {
      how: 'For a dataset, or made more or less serious (`error`, `warning`, `info`, `hint`), in `initiatives.yaml`:',
      language: 'yaml',
      text: `rules:\n  ${name}: off\n`,
    },
    { how: 'For one run:', language: 'sh', text: `security-initiatives check --rule ${name}=off\n` },
  ];
}

/** A severity, or another text in its colour. */
export function colored(severity: Severity, colors: Colors, text: string = severity): string {
  if (severity === 'error') return colors.red(text);
  if (severity === 'warning') return colors.yellow(text);
  return severity === 'info' ? colors.cyan(text) : colors.dim(text);
}
