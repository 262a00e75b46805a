/** All rules, in the order in which lists show them. */
import type { Rule } from '../dataset/rule.ts';
import { schema } from './schema.ts';
import { unknownReference } from './unknown-reference.ts';
import { yamlSyntax } from './yaml-syntax.ts';

export const rules: readonly Rule[] = [yamlSyntax, schema, unknownReference];
