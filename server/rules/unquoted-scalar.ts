/** Reports text that YAML reads as a number, as true or false, or as nothing. */
import * as l10n from '@vscode/l10n';
import type { SourceDocument } from '../dataset/document.ts';
import type { Fix } from '../dataset/problem.ts';
import type { Rule } from '../dataset/rule.ts';
import { type Part, schemaAt, walk } from '../dataset/schema.ts';
import { follow, type Path, type YamlValue } from '../dataset/yaml/tree.ts';
import { inDocument, itemRemoval, removal } from './support/fixes.ts';
import { unquotedText } from './support/unquoted.ts';

export const unquotedScalar: Rule = {
  name: 'unquoted-scalar',
  severity: 'warning',
  title: 'Text without quotes is read as a number, as true or false, or as nothing.',
  docs: {
    what: 'Where the model wants text, a value without quotes is one that YAML takes for a number (`007`, `2040`, `1.10`, `1e3`, `0x1F`), for true or false, or for nothing (`null`). Dates and ids of other records have rules of their own.',
    why: 'What others read is no longer what was written: `007` becomes 7, and `1.10` becomes 1.1.',
    fix: 'Put the value in quotes. Where `null` is to say that there is nothing, remove the property.',
  },
  examples: {
    wrong: [
      'kind: organization\nid: agency\nname: Agency for Cybersecurity\nabbreviation: ⟦007⟧\ntype: organization\n',
      'kind: person\nid: sadyr-japarov\nname: ⟦2040⟧\naliases: [⟦1e3⟧, ⟦true⟧, Japarov]\n',
      'kind: person\nid: sadyr-japarov\nname: Sadyr Japarov\nnames:\n  - text: ⟦Null⟧\n',
    ],
    right: [
      "kind: organization\nid: agency\nname: Agency for Cybersecurity\nabbreviation: '007'\ntype: organization\nfounded: { in_force: 2025 }\n",
    ],
  },
  concerns: ({ schema, yaml }) => schema !== undefined && !isAllText(yaml.value),
  *check(document) {
    for (const part of walk(document.schema!, document.yaml.value)) {
      if (typeof part.value !== 'number' && typeof part.value !== 'boolean' && part.value !== null) continue;
      const text = unquotedText(document, part.path, part.schema);
      const span = text !== undefined && document.spanOf(part.path);
      if (!span || document.isDoubtful(span)) continue;
      yield {
        span,
        message: l10n.t('YAML reads `{0}` as {1}, and text belongs here: put it in quotes.', text, readAs(part)),
        fixes: () => fixesOf(document, part, text),
      };
    }
  },
};

/** Whether a value holds nothing that YAML has read as anything but text; answers no where that takes too long to see. */
function isAllText(value: YamlValue, budget = { left: 1000 }): boolean {
  if (value === null || typeof value !== 'object') return typeof value === 'string';
  if (--budget.left < 0) return false;
  const parts: readonly YamlValue[] = Array.isArray(value) ? value : Object.values(value);
  for (const part of parts) if (typeof part !== 'string' && !isAllText(part, budget)) return false;
  return true;
}

function readAs({ value }: Part): string {
  if (value === null) return l10n.t('nothing');
  if (typeof value === 'boolean') return l10n.t('the value {0}', value);
  return l10n.t('the number {0}', Number.isNaN(value) ? 'NaN' : String(value));
}

function fixesOf(document: SourceDocument, { path, value }: Part, text: string): Fix[] {
  const node = follow(document.yaml.place(path)?.value);
  if (!node) return [];
  const quoted = [{ span: { start: node.start, end: node.end }, text: `'${text}'` }];
  const quote: Fix = {
    title: l10n.t('Put `{0}` in quotes', text),
    edits: inDocument(document, quoted),
    certain: value !== null,
  };
  return value === null ? [quote, ...remove(document, path)] : [quote];
}

/** Takes out what is to say that there is nothing, unless there must be something. */
function remove(document: SourceDocument, path: Path): Fix[] {
  const last = path.at(-1);
  if (typeof last === 'number') return itemRemoval(document, path, l10n.t('Remove this entry'));
  const { key, parent } = document.yaml.place(path) ?? {};
  const map = parent?.type === 'map' ? parent : undefined;
  const pair = map?.pairs.find((candidate) => candidate.key === key);
  const isNeeded = schemaAt(document.schema ?? '', path.slice(0, -1))?.required.includes(String(last));
  return map && pair && !isNeeded ? removal(document, map, pair, l10n.t('Remove `{0}`', String(last))) : [];
}
