/** Whether what someone asks of a tool fits, by the same schema that the asker is shown. */
import { nearest } from '../dataset/names/names.ts';
import { type Input, type InputProperty, type InputSchema, Misuse } from './tool.ts';

/** Reads what has been asked; what is null counts as not given. @throws Misuse that tells all that is wrong */
export function readInput({ properties, required = [] }: InputSchema, given: unknown): Input {
  const asked = given ?? {};
  if (typeof asked !== 'object' || Array.isArray(asked)) throw new Misuse('The input must be a JSON object.');
  const input: Record<string, string | number | boolean | undefined> = Object.create(null);
  const wrong: string[] = [];
  for (const [name, value] of Object.entries(asked)) {
    if (value === null || value === undefined) continue;
    const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
    const complaint = property ? complaintOf(name, property, value) : unknownName(name, Object.keys(properties));
    if (complaint !== undefined) wrong.push(complaint);
    else input[name] = value;
  }
  for (const name of required) if (!(name in input) && !hasName(asked, name)) wrong.push(`\`${name}\` is missing.`);
  if (wrong.length > 0) throw new Misuse(wrong.join(' '));
  return input;
}

function hasName(asked: object, name: string): boolean {
  return Object.hasOwn(asked, name) && (asked as Record<string, unknown>)[name] !== null;
}

function complaintOf(name: string, property: InputProperty, value: unknown): string | undefined {
  const { type, enum: choices, minimum = -Infinity, maximum = Infinity, maxLength = Infinity } = property;
  if (type === 'integer') {
    if (Number.isInteger(value) && (value as number) >= minimum && (value as number) <= maximum) return undefined;
    const range = Number.isFinite(maximum) ? ` from ${minimum} to ${maximum}` : ` of at least ${minimum}`;
    return `\`${name}\` must be a whole number${range}.`;
  }
  if (typeof value !== type) return `\`${name}\` must be ${type === 'string' ? 'a text' : 'true or false'}.`;
  const text = String(value);
  if (choices && !choices.includes(text)) return `\`${name}\` must be one of ${choices.join(', ')}.`;
  return text.length > maxLength ? `\`${name}\` must not be longer than ${maxLength} characters.` : undefined;
}

function unknownName(name: string, names: readonly string[]): string {
  const [near] = nearest(name, names);
  const shown = JSON.stringify(name.slice(0, 50));
  return `There is no input ${shown}. ${near === undefined ? `There are ${names.join(', ')}.` : `Did you mean \`${near}\`?`}`;
}
