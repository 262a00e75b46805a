/** Reports a key that stands twice in one map. */
import type { SourceDocument } from '../dataset/document.ts';
import type { Finding, Fix } from '../dataset/problem.ts';
import { sameValue } from '../dataset/record.ts';
import type { Rule } from '../dataset/rule.ts';
import { isMerge, keyText, nodesOf, plainValue, type YamlMap, type YamlPair } from '../dataset/yaml-tree.ts';
import { inDocument, removal } from './support/fixes.ts';
import { shortened } from './support/words.ts';

export const duplicateKey: Rule = {
  name: 'duplicate-key',
  severity: 'error',
  title: 'A key stands twice in one map.',
  docs: {
    what: 'The same key twice in a record or in one of its maps. A repeated `<<` is such a key, too.',
    why: 'Readers of YAML disagree: some take the first value, some the last, some refuse the file. Here the last one counts.',
    fix: 'Remove one of the two, or rename it. Where two maps are merged, write one `<<` with a list.',
  },
  examples: {
    wrong: [
      'kind: organization\nid: ots\nname: Organization of Turkic States\ntype: organization\n⟦type⟧: forum\n',
      'kind: organization\nid: ots\nname: Organization of Turkic States\ntype: organization\nseat: { city: Istanbul, state: TUR, ⟦city⟧: Ankara }\n',
      'kind: organization\nid: ots\nname: Organization of Turkic States\ntype: organization\nmembers:\n  - &kaz { state: KAZ }\n  - &full { state: KGZ, status: member }\n  - <<: *kaz\n    ⟦<<⟧: *full\n',
    ],
    right: [
      'kind: organization\nid: ots\nname: Organization of Turkic States\ntype: organization\nmembers:\n  - &first { state: KAZ, status: member }\n  - { state: KGZ, status: member }\n  - <<: *first\n    state: TUR\n',
    ],
  },
  *check(document) {
    if (!document.yaml.repeatsKeys) return;
    for (const node of nodesOf(document.yaml.root)) if (node.type === 'map') yield* findings(document, node);
  },
};

function* findings(document: SourceDocument, map: YamlMap): Generator<Finding> {
  const seen = new Map<string, YamlPair>();
  for (const pair of map.pairs) {
    if (pair.key.type !== 'scalar' || pair.key.broken) continue;
    const name = keyText(pair.key);
    const first = seen.get(name);
    seen.set(name, pair);
    const span = { start: pair.key.start, end: pair.key.end };
    if (!first || document.isDoubtful(span)) continue;
    yield {
      span,
      message: isMerge(pair) ? mergeMessage(first, pair) : `\`${shortened(name)}\` stands twice in this map: keep one.`,
      fixes: () => [
        ...(isMerge(pair) ? mergeFix(document, map, first, pair) : []),
        ...removals(document, map, first, pair),
      ],
    };
  }
}

function removals(document: SourceDocument, map: YamlMap, first: YamlPair, second: YamlPair): Fix[] {
  const certain = sameValue(plainValue(first.value), plainValue(second.value));
  const shown = (pair: YamlPair) => {
    const source = document.yaml.text.slice(pair.key.start, pair.value?.end ?? pair.key.end);
    return /[\r\n]/.test(source) ? keyText(pair.key) : shortened(source);
  };
  return [
    ...removal(document, map, second, `Remove this \`${shown(second)}\``, certain),
    ...removal(document, map, first, `Remove the earlier \`${shown(first)}\``),
  ];
}

function mergeMessage(first: YamlPair, second: YamlPair): string {
  const names = [first, second].map(({ value }) => (value?.type === 'alias' ? value.name : undefined));
  const [a, b] = names.every((name) => name !== undefined) ? names : ['a', 'b'];
  return `\`<<\` stands twice, and YAML 1.2 knows each key once: write \`<<: [*${a}, *${b}]\`.`;
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
    { title: `Write \`<<: ${list.text}\``, edits: [...inDocument(document, [list]), ...removed.edits], certain: true },
  ];
}
