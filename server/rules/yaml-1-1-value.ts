/** Reports values that tools of YAML 1.1 read otherwise than those of YAML 1.2. */
import * as l10n from '@vscode/l10n';
import type { SourceDocument } from '../dataset/document.ts';
import type { Finding, Fix } from '../dataset/problem.ts';
import type { Reader } from '../dataset/reader.ts';
import type { Rule } from '../dataset/rule.ts';
import { type Part, walk } from '../dataset/schema.ts';
import { shapeErrors } from '../dataset/shape.ts';
import { isMerge, nodesOf, type YamlMap, type YamlPair, type YamlScalar } from '../dataset/yaml/tree.ts';
import { inDocument, removal } from './support/fixes.ts';
import { unquotedText } from './support/unquoted.ts';
import { mayDiffer, type OldValue, readAsOld } from './support/yaml-1-1.ts';

export const yaml11Value: Rule = {
  name: 'yaml-1-1-value',
  severity: 'hint',
  title: 'Other YAML tools read the value otherwise.',
  docs: {
    what: 'A value without quotes that YAML 1.1, which many tools still follow, takes for something else than YAML 1.2: `NO`, `yes` and `on` for true or false, `1_000` for a thousand, `12:30` for 750, `012` for ten, `=` for a default. A repeated `<<` is told here, too. Dates are not, since both mean the same by them.',
    why: 'Norway becomes `false` in the tables of somebody else, and the hour becomes a number. Which of several `<<` count is left to chance.',
    fix: 'Put the value in quotes, or write a number as both read it. Merge several maps with one `<<` and a list.',
  },
  examples: {
    wrong: [
      'kind: state\nid: NOR\nname: Norway\nalpha2: ⟦NO⟧\n',
      'kind: organization\nid: project\nname: Project\ntype: programme\naliases: [⟦on⟧, ⟦1_000⟧, ⟦12:30⟧]\n',
      'kind: organization\nid: ots\nname: Organization of Turkic States\ntype: organization\nmembers:\n  - &kaz { state: KAZ }\n  - &full { state: KGZ, status: member }\n  - <<: *kaz\n    ⟦<<⟧: *full\n',
    ],
    right: [
      "kind: state\nid: NOR\nname: Norway\nalpha2: 'NO'\naliases: [No way, on-line, '1_000']\n",
      'kind: organization\nid: ots\nname: Organization of Turkic States\ntype: organization\nmembers:\n  - &full { state: KGZ, status: member, from: 2009-10-03 }\n  - { <<: *full, state: KAZ }\n',
    ],
  },
  concerns: ({ yaml, record }) => yaml.repeatsKeys || (record !== undefined && mayDiffer.test(yaml.text)),
  *check(document, reader) {
    if (document.yaml.repeatsKeys) yield* mergeFindings(document);
    if (!document.record || !mayDiffer.test(document.yaml.text)) return;
    const misshapen = new Set(
      shapeErrors(document.record.kind, document.record.value).map(({ path }) => path.join('/')),
    );
    for (const part of walk(document.record.kind, document.record.value)) {
      if (isTold(document, reader, part) || misshapen.has(part.path.join('/'))) continue;
      const node = document.yaml.place(part.path)?.value;
      if (node?.type !== 'scalar' || node.isTaggedText || document.isDoubtful(node)) continue;
      yield* valueFindings(document, node);
    }
  },
};

/** Whether it is no single value, or another rule has something to say of it. */
function isTold(document: SourceDocument, reader: Reader, { path, value, schema }: Part): boolean {
  if (typeof value === 'object' || schema.format?.startsWith('edtf')) return true;
  if (schema.reference) return typeof value !== 'string' || !reader.find(schema.reference, value);
  return unquotedText(document, path, schema) !== undefined;
}

function* valueFindings(document: SourceDocument, node: YamlScalar): Generator<Finding> {
  const { start, end, style, value } = node;
  const source = document.yaml.text.slice(start, end);
  const old = style === 'plain' && !node.broken ? readAsOld(source) : value;
  if (old === null || (Object.is(old, value) && source !== '=')) return;
  const text = typeof value === 'string' ? `'${source}'` : String(value);
  const write = typeof value === 'string' ? l10n.t('put it in quotes') : l10n.t('write `{0}`', text);
  yield {
    span: { start, end },
    message: l10n.t(
      '`{0}` is {1} here, and {2} to tools that read YAML 1.1: {3}.',
      source,
      inWords(value),
      oldInWords(source, old),
      write,
    ),
    fixes: () => [
      {
        title: typeof value === 'string' ? l10n.t('Put `{0}` in quotes', source) : l10n.t('Write `{0}`', text),
        edits: inDocument(document, [{ span: { start, end }, text }]),
        certain: true,
      },
    ],
  };
}

function inWords(value: YamlScalar['value'] | OldValue): string {
  return typeof value === 'string' ? l10n.t('text') : `\`${value}\``;
}

function oldInWords(source: string, old: OldValue): string {
  return source === '=' ? l10n.t('the sign for a default') : inWords(old);
}

function* mergeFindings(document: SourceDocument): Generator<Finding> {
  for (const node of nodesOf(document.yaml.root)) {
    const merges = node.type === 'map' ? node.pairs.filter(isMerge) : [];
    for (const [index, pair] of merges.slice(1).entries()) {
      const span = { start: pair.key.start, end: pair.key.end };
      if (document.isDoubtful(span)) continue;
      const first = merges[index]!;
      yield {
        span,
        message: mergeMessage(first, pair),
        fixes: () => mergeFix(document, node as YamlMap, first, pair),
      };
    }
  }
}

function mergeMessage(first: YamlPair, second: YamlPair): string {
  const names = [first, second].map(({ value }) => (value?.type === 'alias' ? value.name : undefined));
  const [a = '', b = ''] = names.every((name) => name !== undefined) ? names : ['a', 'b'];
  return l10n.t('`<<` stands twice, and YAML 1.2 knows each key once: write `<<: [*{0}, *{1}]`.', a, b);
}

/** Puts the second `<<` into the first, as a list. */
function mergeFix(document: SourceDocument, map: YamlMap, first: YamlPair, second: YamlPair): Fix[] {
  const { text } = document.yaml;
  const parts = [first.value, second.value].map((value) => {
    if (value?.type === 'alias') return text.slice(value.start, value.end);
    return value?.type === 'seq' && value.flow ? text.slice(value.start + 1, value.end - 1).trim() : undefined;
  });
  const target = first.value;
  if (!target || parts.includes(undefined)) return [];
  const list = { span: { start: target.start, end: target.end }, text: `[${parts.join(', ')}]` };
  const [removed] = removal(document, map, second, '');
  if (!removed) return [];
  return [
    {
      title: l10n.t('Write `<<: {0}`', list.text),
      edits: [...inDocument(document, [list]), ...removed.edits],
      certain: true,
    },
  ];
}
