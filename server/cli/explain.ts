/** The command `explain`: what a rule, a kind of record or a field is about. */
import { type Command, Option } from 'commander';
import { nearest } from '../dataset/names/names.ts';
import type { Rule } from '../dataset/rule.ts';
import { kinds, MANIFEST } from '../dataset/schema.ts';
import { rules } from '../rules/index.ts';
import {
  findSubject,
  type Stray,
  type Subject,
  subjectData,
  subjectMarkdown,
  subjectText,
} from './explaining/field.ts';
import { colored, ruleData, ruleMarkdown, ruleText, wholeRuleData } from './explaining/rule.ts';
import { coded } from './explaining/words.ts';
import { ExitCode, exitCodes } from './process/exit-code.ts';
import { ended, Failure } from './process/failure.ts';
import { columnsOf, listColumnsOf, wrapped } from './terminal/layout.ts';
import { visible } from './terminal/messages.ts';
import { colorsFor } from './terminal/terminal.ts';

interface Options {
  readonly format: 'pretty' | 'json' | 'markdown';
}

const HELP = `
The rules are those that \`check\` names behind each problem. A kind of record is explained, too, and a field by its
path: summit, summit.place, proposal.parties.role. Without a name all rules are listed, a line each.

Examples:
  $ security-initiatives explain
  $ security-initiatives explain bad-date
  $ security-initiatives explain proposal.status
  $ security-initiatives explain --format json > rules.json
  $ security-initiatives explain unknown-reference --format markdown`;

const EXITS = exitCodes
  .replace(/no errors.*/, 'explained')
  .replace(/\n.*errors, or.*/, '')
  .replace(/an option, file.*/, 'there is no rule, kind or field of that name');

/** Adds the command; `done` is told the exit code. */
export function explainCommand(program: Command, done: (code: ExitCode) => void): void {
  program
    .command('explain')
    .description('say what a rule, a kind of record or a field is about')
    .argument('[name]', 'a rule, a kind, or the path of a field')
    .addOption(
      new Option('--format <format>', 'how to show it').choices(['pretty', 'json', 'markdown']).default('pretty'),
    )
    .addHelpText('after', `${HELP}\n${EXITS}`)
    .action(async (name: string | undefined, options: Options) => done(await ended(() => explain(name, options))));
}

async function explain(name: string | undefined, { format }: Options): Promise<ExitCode> {
  process.stdout.write(name === undefined ? listOf[format]() : textOf(find(name), format));
  return ExitCode.clean;
}

/** A rule or a part of the model. @throws Failure with names that are near */
function find(name: string): Rule | Subject {
  const word = name.trim().toLowerCase();
  const rule = rules.find((one) => one.name === word);
  if (rule) return rule;
  const subject = findSubject(word);
  if (!subject) throw new Failure(ExitCode.misuse, unknown(name));
  if ('word' in subject) throw new Failure(ExitCode.misuse, stray(subject));
  return subject;
}

function unknown(name: string): string {
  const near = nearest(name.toLowerCase(), [...rules.map((rule) => rule.name), ...kinds, MANIFEST]);
  const hint =
    near.length > 0 ? `Did you mean ${choices(near)}?` : 'Without a name, explain lists the rules there are.';
  return `There is no rule or kind ${visible(name)}. ${hint}`;
}

function stray({ known, word, near, all }: Stray): string {
  if (all.length === 0) return `${known} has no fields, and so no ${visible(word)}.`;
  const hint = near.length > 0 ? `Did you mean ${choices(near)}?` : `It has ${all.join(', ')}.`;
  return `${known} has no field ${visible(word)}. ${hint}`;
}

function choices(names: readonly string[]): string {
  return names.length === 1 ? names[0]! : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

function textOf(found: Rule | Subject, format: Options['format']): string {
  const isRule = 'docs' in found;
  if (format === 'json') return `${JSON.stringify(isRule ? wholeRuleData(found) : subjectData(found), null, 2)}\n`;
  if (format === 'markdown') return isRule ? ruleMarkdown(found) : subjectMarkdown(found);
  const colors = colorsFor(process.stdout, process.env);
  const columns = columnsOf(process.stdout);
  return isRule ? ruleText(found, columns, colors) : subjectText(found, columns, colors);
}

/** All rules, a line each or as data. */
const listOf: Readonly<Record<Options['format'], () => string>> = {
  json: () => `${JSON.stringify(rules.map(ruleData), null, 2)}\n`,
  markdown: () =>
    `| Rule | Severity | What it reports |\n| --- | --- | --- |\n${rules
      .map(({ name, severity, title }) => `| \`${name}\` | ${severity} | ${title.replace(/\|/g, '\\|')} |\n`)
      .join('')}`,
  pretty: () => {
    const colors = colorsFor(process.stdout, process.env);
    const columns = listColumnsOf(process.stdout);
    const [name, severity] = [2 + Math.max(...rules.map((rule) => rule.name.length)), 2 + 'warning'.length];
    return rules
      .map((rule) => {
        const head = rule.name.padEnd(name) + colored(rule.severity, colors, rule.severity.padEnd(severity));
        return `${head}${wrapped(coded(rule.title, colors), columns, name + severity, 0)}\n`;
      })
      .join('');
  },
};
