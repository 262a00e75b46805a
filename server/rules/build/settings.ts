/** The setting for rules in package.json, each rule by name, so that VS Code completes, explains and checks it; and its words. */
import { severities } from '../../dataset/problem.ts';
import type { Rule } from '../../dataset/rule.ts';

const PREFIX = 'rule.';

/** The text of package.json with the setting as the rules are; the rest stays as it is. */
export function withSettings(manifest: string, rules: readonly Rule[]): string {
  const value = JSON.parse(manifest);
  const setting = value.contributes.configuration.properties['securityInitiatives.rules'];
  setting.properties = Object.fromEntries(rules.map((rule) => [rule.name, propertyOf(rule)]));
  setting.additionalProperties = false;
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** The text of package.nls.json with what each rule is about, under the key that the setting names. */
export function withTitles(texts: string, rules: readonly Rule[]): string {
  const others = Object.entries(JSON.parse(texts)).filter(([key]) => !key.startsWith(PREFIX));
  const own = rules.map(({ name, title }) => [PREFIX + name, title]);
  return `${JSON.stringify(Object.fromEntries([...others, ...own]), null, 2)}\n`;
}

function propertyOf({ name, severity }: Rule) {
  return { type: 'string', enum: [...severities, 'off'], default: severity, description: `%${PREFIX}${name}%` };
}
