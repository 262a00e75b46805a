/** The setting for rules in package.json: each rule by name, so that VS Code completes, explains and checks it. */
import { severities } from '../../dataset/problem.ts';
import type { Rule } from '../../dataset/rule.ts';

/** The text of package.json with the setting as the rules are; the rest stays as it is. */
export function withSettings(manifest: string, rules: readonly Rule[]): string {
  const value = JSON.parse(manifest);
  const setting = value.contributes.configuration.properties['securityInitiatives.rules'];
  setting.properties = Object.fromEntries(rules.map((rule) => [rule.name, propertyOf(rule)]));
  setting.additionalProperties = false;
  return `${JSON.stringify(value, null, 2)}\n`;
}

function propertyOf({ severity, title }: Rule) {
  return { type: 'string', enum: [...severities, 'off'], default: severity, description: title };
}
