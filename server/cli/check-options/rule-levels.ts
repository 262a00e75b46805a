/** The option `--rule`: how bad the problems of a rule are, whatever the manifest says. */
import { InvalidArgumentError, Option } from 'commander';
import { type RuleLevel, readLevels } from '../../dataset/manifest.ts';
import { nearest } from '../../dataset/names/names.ts';
import { severities } from '../../dataset/problem.ts';
import { rules } from '../../rules/index.ts';
import { listed, shortened } from '../../rules/support/words.ts';

/** Levels by the name of the rule. */
export type RuleLevels = Readonly<Record<string, RuleLevel>>;

/** The option, which may be given several times; of two that name one rule the last counts. */
export function ruleOption(): Option {
  return new Option(
    '--rule <name=severity>',
    'how bad a rule is, before what a manifest says: error, warning, info, hint or off; may be repeated',
  ).argParser((text: string, before: RuleLevels = {}) => ({ ...before, ...readLevel(text) }));
}

/** @throws InvalidArgumentError with a sentence that says what to write */
function readLevel(text: string): RuleLevels {
  const [, name = '', level = ''] = /^([^=]*)=(.*)$/s.exec(text) ?? [];
  if (name === '') throw new InvalidArgumentError('Write it as uncited=off: the name of a rule, and its severity.');
  const names = rules.map((rule) => rule.name);
  if (!names.includes(name)) {
    const near = nearest(name.replaceAll('_', '-'), names);
    const question = near.length > 0 ? ` Did you mean ${listed(near, 'or')}?` : '';
    throw new InvalidArgumentError(`There is no rule \`${shortened(name)}\`.${question}`);
  }
  const levels = readLevels({ [name]: level });
  if (name in levels) return levels;
  const known = listed([...severities, 'off'], 'or');
  throw new InvalidArgumentError(`There is no severity \`${shortened(level)}\`: write ${known}.`);
}
